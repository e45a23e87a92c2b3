/** Founding a space: a genesis entry with the founder's keys, the first keys of circles 0 and 1, and the space's name. */

import { toHex } from "@saksi/wire/bytes";
import { circleBits, encodeOperation } from "@saksi/wire/roster-body";
import { encodeWraps } from "@saksi/wire/wraps";
import type { Crypto } from "../crypto.ts";
import { composeRosterEntry } from "../entry/compose.ts";
import { commitmentsTo, wrapKeys } from "../keys/circle-keys.ts";
import type { Profile } from "../port.ts";
import type { LogRecord } from "./log-record.ts";
import { writeRosterWords } from "./roster-words.ts";
import { deviceKeys } from "./space.ts";

const firstCircles = [0, 1];

/** What a new space begins with in this device's log: its keys, the wraps, and genesis. */
export function foundSpace(
  crypto: Crypto,
  given: { readonly name: string; readonly sample: boolean; readonly profile: Profile; readonly now: number },
): { readonly space: string; readonly records: readonly LogRecord[] } {
  const seed = crypto.random(32);
  const kem = crypto.random(32);
  const { signer } = deviceKeys(crypto, seed, kem);
  const circles = circleBits(firstCircles);
  const member = crypto.random(8);
  const device = { key: signer.publicKey, kem: crypto.kem.publicKey(kem), member, role: "keeper", circles } as const;
  const fresh = firstCircles.map((circle) => ({ epoch: 0, circle, key: crypto.random(32) }));
  const nowhere = { space: new Uint8Array(0), epoch: 0 };
  const blob = encodeWraps({ wraps: wrapKeys(crypto, nowhere, fresh, [device]), bundles: [] });
  const opening = { epoch: 0, commitments: commitmentsTo(crypto, fresh), wraps: crypto.sha256(blob) };
  const none = new Uint8Array(32);
  const genesis = composeRosterEntry(
    { crypto, signer },
    {
      ...nowhere,
      dseq: 0,
      dprev: none,
      rosterHead: none,
      seenSize: 0,
      seenRoot: crypto.sha256(new Uint8Array(0)),
    },
    {
      publicBytes: encodeOperation({ op: "genesis", random: crypto.random(32), device, opening }),
      plain: writeRosterWords({
        space: given.name,
        ...(given.sample ? { sample: true } : {}),
        member: given.profile,
      }),
      key: fresh[0]?.key ?? none,
    },
  );
  const space = toHex(genesis.id);
  return {
    space,
    records: [
      { kind: "note", note: { note: "keys", space, seed: toHex(seed), kem: toHex(kem) } },
      { kind: "blob", bytes: blob },
      { kind: "own", follow: 0, replaces: new Uint8Array(0), at: given.now, signed: genesis.signed },
    ],
  };
}

/** New keys for whoever stays, in one roster entry: with devices that leave, and rights that change, at the same moment. */

import { toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import { type Roster, type RosterDevice, rosterAfter, wrapsDue } from "@saksi/wire/roster";
import { encodeOperation, type Rights, type RosterOperation } from "@saksi/wire/roster-body";
import { encodeWraps, type Wraps } from "@saksi/wire/wraps";
import { composeRosterEntry } from "../entry/compose.ts";
import { bundleKeys, type CircleKey, commitmentsTo, wrapKeys } from "../keys/circle-keys.ts";
import type { Problem } from "../problem.ts";
import { writeRosterWords } from "../space/roster-words.ts";
import type { Session } from "../space/session.ts";
import { following, isRights, myRights, type Space } from "../space/space.ts";
import type { Proposal } from "./propose.ts";

export interface Rotating {
  readonly session: Session;
  readonly space: Space;
  readonly now: number;
}

/** @param given.going  active devices that leave, pinned where their chains end */
export function rotation(
  { session, space, now }: Rotating,
  given: { readonly going: readonly RosterDevice[]; readonly changes: readonly Rights[] },
): Result<Proposal, Problem> {
  const { crypto } = session;
  const { log } = space;
  const rights = myRights(space);
  if (!isRights(rights)) return err(rights);
  if (log === null) return err({ kind: "no-such-space", space: space.id });
  const epoch = log.roster.epoch + 1;
  const fresh = freshKeys(session, log.roster, epoch);
  const outside = fresh.find(({ circle }) => space.keys.get(log.roster.epoch, circle) === undefined);
  if (outside) return err({ kind: "not-in-circle", circle: outside.circle });
  const operation = (wraps: Uint8Array): RosterOperation => ({
    op: "rotate",
    pins: given.going.map(({ key }) => ({ device: key, ...(log.chains.get(toHex(key)) ?? nothingYet) })).map(pinOf),
    changes: given.changes,
    opening: { epoch, commitments: commitmentsTo(crypto, fresh), wraps },
  });
  const step = { entry: new Uint8Array(32), author: rights.key, operation: operation(new Uint8Array(32)) };
  const after = rosterAfter(log.roster, step, (device) => log.chains.get(toHex(device)) ?? null);
  if (!after.ok) return err(refusedBy(after.error.kind));
  const place = { space: space.bytes, epoch };
  const wraps: Wraps = {
    wraps: wrapKeys(crypto, place, fresh, receivers(log.roster, after.value)),
    bundles: bundleKeys(crypto, place, fresh, space.keys.all()),
  };
  const blob = encodeWraps(wraps);
  const key = fresh.find(({ circle }) => circle === 0)?.key;
  if (key === undefined) throw new Error("every space has circle 0");
  const entry = composeRosterEntry(
    { crypto, signer: space.device.signer },
    { ...following(crypto, space, log), epoch },
    { publicBytes: encodeOperation(operation(crypto.sha256(blob))), plain: writeRosterWords({}), key },
  );
  return ok({
    id: entry.id,
    records: [
      { kind: "blob", bytes: blob },
      { kind: "own", follow: 0, replaces: new Uint8Array(0), at: now, signed: entry.signed },
    ],
  });
}

/** The devices that an entry must give keys to, each with the circles whose keys it has not got. */
export const receivers = (before: Roster, after: Roster): readonly RosterDevice[] =>
  [...wrapsDue(before, after)].flatMap(([key, circles]) => {
    const device = after.devices.get(key);
    return device ? [{ ...device, circles }] : [];
  });

/** What the wire's judge would refuse, before anything is written. */
export function refusedBy(refusal: string): Problem {
  if (refusal === "last-keeper") return { kind: "last-keeper" };
  return { kind: "relay-refused", refusal, status: 409 };
}

const nothingYet = { dseq: 0, id: new Uint8Array(32) };
const pinOf = ({ device, dseq, id }: { device: Uint8Array; dseq: number; id: Uint8Array }) => ({ device, dseq, id });

/** A new key for every circle that has one now. */
function freshKeys({ crypto }: Session, roster: Roster, epoch: number): readonly CircleKey[] {
  const circles = [...(roster.commitments.get(roster.epoch)?.keys() ?? [])];
  return circles.map((circle) => ({ epoch, circle, key: crypto.random(32) }));
}

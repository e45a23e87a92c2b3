/**
 * Another role or other circles for a member. More can be given as it is; fewer circles need new keys, since whoever has
 * a key keeps it: then it is a rotation.
 */

import { toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import { rosterAfter } from "@saksi/wire/roster";
import { circleBits, circlesOf, encodeOperation, type Rights, type RosterOperation } from "@saksi/wire/roster-body";
import { encodeWraps } from "@saksi/wire/wraps";
import { composeRosterEntry } from "../entry/compose.ts";
import { keyOf } from "../entry/write.ts";
import { wrapKeys } from "../keys/circle-keys.ts";
import type { MemberId, Role } from "../port.ts";
import type { Problem } from "../problem.ts";
import { writeRosterWords } from "../space/roster-words.ts";
import { following, isRights, myRights } from "../space/space.ts";
import type { Desk } from "./desk.ts";
import { type Proposal, proposeToRoster } from "./propose.ts";
import { type Rotating, receivers, refusedBy, rotation } from "./rotate.ts";

export interface NewRights {
  readonly member: MemberId;
  readonly role: Role;
  readonly circles: readonly number[];
}

export async function changeRights(
  changing: Rotating & { readonly desk: Desk },
  wanted: NewRights,
): Promise<Result<void, Problem>> {
  const changed = await proposeToRoster(changing, () => proposal(changing, wanted));
  return changed.ok ? ok(undefined) : changed;
}

function proposal(changing: Rotating, wanted: NewRights): Result<Proposal, Problem> {
  const { space } = changing;
  const mine = myRights(space);
  if (!isRights(mine)) return err(mine);
  if (mine.role !== "keeper") return err({ kind: "not-allowed", needs: "keeper" });
  const before = space.log?.roster.members.get(wanted.member);
  if (before === undefined || before.removed) return err({ kind: "no-such-member", member: wanted.member });
  const circles = circleBits(wanted.circles);
  const outside = circlesOf(circles & ~before.circles & ~mine.circles)[0];
  if (outside !== undefined) return err({ kind: "not-in-circle", circle: outside });
  const rights: Rights = { member: before.member, role: wanted.role, circles };
  const narrower = (before.circles & ~circles) !== 0;
  return narrower ? rotation(changing, { going: [], changes: [rights] }) : widening(changing, rights);
}

function widening({ session, space, now }: Rotating, rights: Rights): Result<Proposal, Problem> {
  const { crypto } = session;
  const { log, device } = space;
  if (log === null) return err({ kind: "no-such-space", space: space.id });
  const { epoch } = log.roster;
  const operation = (wraps: Uint8Array): RosterOperation => ({ op: "change", ...rights, wraps });
  const author = device.signer.publicKey;
  const step = { entry: new Uint8Array(32), author, operation: operation(new Uint8Array(32)) };
  const after = rosterAfter(log.roster, step, (key) => log.chains.get(toHex(key)) ?? null);
  if (!after.ok) return err(refusedBy(after.error.kind));
  const keys = circlesOf(rights.circles).flatMap((circle) => {
    const key = space.keys.get(epoch, circle);
    return key ? [{ epoch, circle, key }] : [];
  });
  const place = { space: space.bytes, epoch };
  const wraps = wrapKeys(crypto, place, keys, receivers(log.roster, after.value));
  const blob = encodeWraps({ wraps, bundles: [] });
  const entry = composeRosterEntry({ crypto, signer: device.signer }, following(crypto, space, log), {
    publicBytes: encodeOperation(operation(crypto.sha256(blob))),
    plain: writeRosterWords({}),
    key: keyOf(space, epoch)(0),
  });
  return ok({
    id: entry.id,
    records: [
      { kind: "blob", bytes: blob },
      { kind: "own", follow: 0, replaces: new Uint8Array(0), at: now, signed: entry.signed },
    ],
  });
}

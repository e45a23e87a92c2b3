/** Removing a person: their devices pinned where their chains end, and new keys for those who stay, in one roster entry. */

import { fromHex, sameBytes, toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import { activeDevice, advanceRoster, type Roster, type RosterDevice } from "@saksi/wire/roster";
import { encodeOperation, type RosterOperation } from "@saksi/wire/roster-body";
import { encodeWraps, type Wraps } from "@saksi/wire/wraps";
import { composeRosterEntry } from "../entry/compose.ts";
import { bundleKeys, type CircleKey, commitmentsTo, wrapKeys } from "../keys/circle-keys.ts";
import type { MemberId } from "../port.ts";
import type { Problem } from "../problem.ts";
import type { LogRecord } from "../space/log-record.ts";
import { writeRosterWords } from "../space/roster-words.ts";
import type { Session } from "../space/session.ts";
import { following, isRights, myRights, type Space } from "../space/space.ts";
import type { Desk } from "./desk.ts";
import { proposeToRoster } from "./propose.ts";

interface Removing {
  readonly session: Session;
  readonly space: Space;
  readonly desk: Desk;
  readonly now: number;
}

export async function removeMember(removing: Removing, member: MemberId): Promise<Result<void, Problem>> {
  const removed = await proposeToRoster(removing, () => rotation(removing, member));
  return removed.ok ? ok(undefined) : removed;
}

function rotation(
  { session, space, now }: Removing,
  member: MemberId,
): Result<{ readonly id: Uint8Array; readonly records: readonly LogRecord[] }, Problem> {
  const { crypto } = session;
  const { log } = space;
  const rights = myRights(space);
  if (!isRights(rights)) return err(rights);
  if (rights.role !== "keeper") return err({ kind: "not-allowed", needs: "keeper" });
  if (log === null) return err({ kind: "no-such-space", space: space.id });
  // whoever makes the new keys would know them: a keeper is removed by another
  if (toHex(rights.member) === member)
    return err(isOnlyKeeper(log.roster, member) ? { kind: "last-keeper" } : otherKeeper);
  const going = devicesOf(log.roster, member);
  if (going.length === 0) return err({ kind: "no-such-member", member });
  const staying = [...log.roster.devices.values()].filter(
    (device) => device.removedAfter === null && !going.includes(device),
  );

  const epoch = log.roster.epoch + 1;
  const fresh = freshKeys(session, log.roster, epoch);
  const outside = fresh.find(({ circle }) => space.keys.get(log.roster.epoch, circle) === undefined);
  if (outside) return err({ kind: "not-in-circle", circle: outside.circle });
  const place = { space: space.bytes, epoch };
  const wraps: Wraps = {
    wraps: wrapKeys(crypto, place, fresh, staying),
    bundles: bundleKeys(crypto, place, fresh, space.keys.all()),
  };
  const blob = encodeWraps(wraps);
  const operation: RosterOperation = {
    op: "rotate",
    pins: going.map(({ key }) => ({ device: key, ...(log.chains.get(toHex(key)) ?? nothingYet) })).map(pinOf),
    changes: [],
    opening: { epoch, commitments: commitmentsTo(crypto, fresh), wraps: crypto.sha256(blob) },
  };
  const step = { entry: new Uint8Array(32), author: rights.key, operation, wraps };
  const allowed = advanceRoster(log.roster, step, (device) => log.chains.get(toHex(device)) ?? null);
  if (!allowed.ok)
    return err(
      allowed.error.kind === "last-keeper"
        ? { kind: "last-keeper" }
        : { kind: "relay-refused", refusal: allowed.error.kind, status: 409 },
    );
  const key = fresh.find(({ circle }) => circle === 0)?.key;
  if (key === undefined) throw new Error("every space has circle 0");
  const entry = composeRosterEntry(
    { crypto, signer: space.device.signer },
    { ...following(crypto, space, log), epoch },
    { publicBytes: encodeOperation(operation), plain: writeRosterWords({}), key },
  );
  return ok({
    id: entry.id,
    records: [
      { kind: "blob", bytes: blob },
      { kind: "own", follow: 0, replaces: new Uint8Array(0), at: now, signed: entry.signed },
    ],
  });
}

const otherKeeper: Problem = { kind: "not-allowed", needs: "keeper" };
const isOnlyKeeper = ({ members }: Roster, me: MemberId): boolean =>
  [...members.values()].every(({ member, role, removed }) => removed || role !== "keeper" || toHex(member) === me);

const nothingYet = { dseq: 0, id: new Uint8Array(32) };
const pinOf = ({ device, dseq, id }: { device: Uint8Array; dseq: number; id: Uint8Array }) => ({ device, dseq, id });

function devicesOf(roster: Roster, member: MemberId): readonly RosterDevice[] {
  const number = fromHex(member);
  if (number === null) return [];
  return [...roster.devices.values()].filter(
    (device) => sameBytes(device.member, number) && activeDevice(roster, device.key).ok,
  );
}

/** A new key for every circle that has one now. */
function freshKeys({ crypto }: Session, roster: Roster, epoch: number): readonly CircleKey[] {
  const circles = [...(roster.commitments.get(roster.epoch)?.keys() ?? [])];
  return circles.map((circle) => ({ epoch, circle, key: crypto.random(32) }));
}

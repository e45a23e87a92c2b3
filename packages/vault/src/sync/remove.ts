/** Removing a person: every device of theirs, and new keys for those who stay. */

import { fromHex, sameBytes, toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import { activeDevice, type Roster, type RosterDevice } from "@saksi/wire/roster";
import type { MemberId } from "../port.ts";
import type { Problem } from "../problem.ts";
import { isRights, myRights } from "../space/space.ts";
import type { Desk } from "./desk.ts";
import { type Proposal, proposeToRoster } from "./propose.ts";
import { type Rotating, rotation } from "./rotate.ts";

export async function removeMember(
  removing: Rotating & { readonly desk: Desk },
  member: MemberId,
): Promise<Result<void, Problem>> {
  const removed = await proposeToRoster(removing, () => removal(removing, member));
  return removed.ok ? ok(undefined) : removed;
}

function removal(rotating: Rotating, member: MemberId): Result<Proposal, Problem> {
  const { space } = rotating;
  const rights = myRights(space);
  if (!isRights(rights)) return err(rights);
  if (rights.role !== "keeper") return err({ kind: "not-allowed", needs: "keeper" });
  if (space.log === null) return err({ kind: "no-such-space", space: space.id });
  const { roster } = space.log;
  // whoever makes the new keys would know them: a keeper is removed by another
  if (toHex(rights.member) === member)
    return err(isOnlyKeeper(roster, member) ? { kind: "last-keeper" } : { kind: "not-allowed", needs: "keeper" });
  const going = devicesOf(roster, member);
  return going.length === 0 ? err({ kind: "no-such-member", member }) : rotation(rotating, { going, changes: [] });
}

const isOnlyKeeper = ({ members }: Roster, me: MemberId): boolean =>
  [...members.values()].every(({ member, role, removed }) => removed || role !== "keeper" || toHex(member) === me);

function devicesOf(roster: Roster, member: MemberId): readonly RosterDevice[] {
  const number = fromHex(member);
  if (number === null) return [];
  return [...roster.devices.values()].filter(
    (device) => sameBytes(device.member, number) && activeDevice(roster, device.key).ok,
  );
}

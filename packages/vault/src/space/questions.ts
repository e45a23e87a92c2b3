/** The questions that are answered from the ledger and not from tables: spaces, their members, joins that wait. */

import { toHex } from "@saksi/wire/bytes";
import { circlesOf } from "@saksi/wire/roster-body";
import type { JoiningRow, MemberRow, SpaceRow, SyncState } from "../port.ts";
import type { Problem } from "../problem.ts";
import type { Ledger } from "./ledger.ts";
import type { Session } from "./session.ts";
import { isRights, myRights, type Space } from "./space.ts";

/** What the relay's side of a space is doing now, as far as it is not in the ledger. */
export interface Doing {
  readonly phase: "idle" | "working" | "offline";
  /** What the last round met */
  readonly problem: Problem | null;
  readonly clockSkewMs: number | null;
  readonly unsentChunks: number;
}

export function spaceRows(session: Session, doing: (space: Space) => Doing): SpaceRow[] {
  return [...session.ledger.spaces.values()].flatMap((space) => {
    if (space.log === null || space.keys.all().length === 0) return [];
    const { roster } = space.log;
    const me = roster.devices.get(toHex(space.device.signer.publicKey));
    return {
      space: space.id,
      name: space.name,
      sample: space.sample,
      role: me?.role ?? "reader",
      circles: circlesOf(me?.circles ?? 1),
      members: [...roster.members.values()].filter(({ removed }) => !removed).length,
      records: session.tables.recordsIn(space.id),
      relay: space.relay?.url ?? null,
      sync: syncState(space, doing(space)),
    };
  });
}

export function syncState(space: Space, { phase, problem: met, clockSkewMs, unsentChunks }: Doing): SyncState {
  const [oldest] = space.unsent;
  const rights = myRights(space);
  const stopped = isRights(rights) ? met : withUnsent(rights, space);
  return {
    phase: space.relay === null ? "alone" : stopped ? "stopped" : phase,
    unsent: space.unsent.length,
    unsentSince: oldest ? new Date(oldest.since).toISOString() : null,
    unsentChunks,
    verifiedAt: space.verified ? new Date(space.verified.at).toISOString() : null,
    size: space.verified?.size ?? 0,
    checked: space.checked,
    problem: stopped ?? (space.aside.length > 0 ? { kind: "set-aside", entries: space.aside.length } : null),
    clockSkewMs,
  };
}

/** Whoever was removed is told how much of theirs went to nobody. */
export function withUnsent(problem: Problem, space: Space): Problem {
  const unsent = space.unsent.length + space.aside.length;
  return problem.kind === "removed" && unsent > 0 ? { ...problem, unsent } : problem;
}

export function memberRows({ spaces }: Ledger, id: string): MemberRow[] {
  const space = spaces.get(id);
  if (space?.log == null) return [];
  const { roster } = space.log;
  const me = roster.devices.get(toHex(space.device.signer.publicKey));
  const devices = [...roster.devices.values()];
  return [...roster.members.values()].map(({ member, role, circles, removed }) => {
    const number = toHex(member);
    const words = space.names.get(number);
    return {
      member: number,
      name: words?.name ?? "",
      organisation: words?.organisation ?? "",
      role,
      circles: circlesOf(circles),
      devices: devices.filter((device) => toHex(device.member) === number && device.removedAfter === null).length,
      me: me !== undefined && toHex(me.member) === number,
      removed,
      twoFaced: devices.some((device) => toHex(device.member) === number && space.twoFaced.has(toHex(device.key))),
    };
  });
}

export function joiningRows({ joinings }: Ledger, now: number): JoiningRow[] {
  return [...joinings.values()].flatMap(({ space, relay, code, state, expires }) => {
    if (state === "knocking") return []; // there is nobody yet whom the six words could be read to
    const row = { space: space as JoiningRow["space"], relay, code }; // a space id, checked when the link was read
    return [{ ...row, state: state === "waiting" && expires < now ? "expired" : state }];
  });
}

/**
 * Who may do what in a space: a state machine over the chain of roster entries, in the relay's order. The relay refuses
 * by it, and every member checks again.
 *
 * `state × operation → state or refusal`; the table is in docs/protocol.md, section 5.
 */

import { sameBytes, toHex } from "./bytes.ts";
import { kinds } from "./header.ts";
import type { Refusal } from "./refusal.ts";
import { err, ok, type Result } from "./result.ts";
import {
  type Circles,
  circlesOf,
  type NewDevice,
  type Opening,
  type Rights,
  type Role,
  type RosterOperation,
} from "./roster-body.ts";
import { isStrongKey } from "./signature.ts";
import type { Wraps } from "./wraps.ts";

export interface RosterDevice extends NewDevice {
  /** The last entry that counts, where the device was removed */
  readonly removedAfter: { readonly dseq: number; readonly id: Uint8Array } | null;
}

export interface RosterMember extends Rights {
  readonly removed: boolean;
}

export interface Roster {
  /** Entry id of the newest roster entry */
  readonly head: Uint8Array;
  /** Position in the roster's chain by entry id (hexadecimal), from 0 at genesis */
  readonly order: ReadonlyMap<string, number>;
  readonly epoch: number;
  /** Commitments by epoch, then circle */
  readonly commitments: ReadonlyMap<number, ReadonlyMap<number, Uint8Array>>;
  /** By key, hexadecimal */
  readonly devices: ReadonlyMap<string, RosterDevice>;
  /** By member number, hexadecimal */
  readonly members: ReadonlyMap<string, RosterMember>;
}

/** What a device's chain ends with, as the log stands. */
export type ChainEnd = (device: Uint8Array) => { readonly dseq: number; readonly id: Uint8Array } | null;

export interface RosterStep {
  readonly entry: Uint8Array;
  readonly author: Uint8Array;
  readonly operation: RosterOperation;
  /** The blob whose hash the operation names */
  readonly wraps: Wraps;
}

/** The roster that a genesis entry begins. */
export function beginRoster({ entry, author, operation, wraps }: RosterStep): Result<Roster, Refusal> {
  if (operation.op !== "genesis") return err({ kind: "genesis-expected" });
  const { device, opening } = operation;
  if (!sameBytes(device.key, author) || device.role !== "keeper") return err({ kind: "not-allowed" });
  if (!isStrongKey(device.key)) return err({ kind: "weak-key" });
  if (opening.epoch !== 0) return err({ kind: "epoch-order" });
  const empty: Roster = {
    head: entry,
    order: new Map(),
    epoch: 0,
    commitments: new Map(),
    devices: new Map(),
    members: new Map(),
  };
  return opened(withDevice(at(empty, entry), device), opening, wraps);
}

/** The roster after one more entry of its chain; the author's key, role and epoch are judged here as well. */
export function advanceRoster(roster: Roster, step: RosterStep, chainEnd: ChainEnd): Result<Roster, Refusal> {
  const author = activeDevice(roster, step.author);
  if (!author.ok) return author;
  const { operation, wraps } = step;
  switch (operation.op) {
    case "genesis":
      return err({ kind: "second-genesis" });
    case "add":
      return added(roster, step, author.value, operation.device);
    case "change":
      return changed(roster, step, author.value, operation);
    case "rotate": {
      if (author.value.role !== "keeper") return err({ kind: "not-allowed" });
      if (operation.opening.epoch !== roster.epoch + 1) return err({ kind: "epoch-order" });
      const devices = new Map(roster.devices);
      for (const pin of operation.pins) {
        const device = activeDevice(roster, pin.device);
        if (!device.ok) return err({ kind: "unknown-member" });
        const end = chainEnd(pin.device);
        const right =
          end !== null
            ? end.dseq === pin.dseq && sameBytes(end.id, pin.id)
            : pin.dseq === 0 && pin.id.every((byte) => byte === 0);
        if (!right) return err({ kind: "stale-pin" });
        if (devices.get(toHex(pin.device))?.removedAfter) return err({ kind: "unknown-member" });
        devices.set(toHex(pin.device), { ...device.value, removedAfter: { dseq: pin.dseq, id: pin.id } });
      }
      const changes = changesApplied({ ...roster, devices }, operation.changes);
      return changes.ok ? opened(withoutEmptied(at(changes.value, step.entry)), operation.opening, wraps) : changes;
    }
  }
}

/** A device that is in the roster and was not removed. */
export function activeDevice(roster: Roster, key: Uint8Array): Result<RosterDevice, Refusal> {
  const device = roster.devices.get(toHex(key));
  if (device === undefined) return err({ kind: "not-in-roster" });
  return device.removedAfter === null ? ok(device) : err({ kind: "removed" });
}

/** The circles, by key in hexadecimal, that every active device must be given keys of. */
export function wrapsWanted(roster: Roster): Map<string, Circles> {
  const active = [...roster.devices].filter(([, device]) => device.removedAfter === null);
  return new Map(active.map(([key, device]) => [key, device.circles]));
}

const rank: Record<Role, number> = { reader: 0, writer: 1, keeper: 2 };
const atMost = (inner: { role: Role; circles: Circles }, outer: { role: Role; circles: Circles }): boolean =>
  rank[inner.role] <= rank[outer.role] && (inner.circles & ~outer.circles) === 0;

/** A keeper adds a new person with no greater circles than their own; anyone adds a device under their own number. */
function added(roster: Roster, step: RosterStep, author: RosterDevice, device: NewDevice): Result<Roster, Refusal> {
  if (!isStrongKey(device.key)) return err({ kind: "weak-key" });
  if (roster.devices.has(toHex(device.key))) return err({ kind: "already-in-roster" });
  const own = sameBytes(device.member, author.member);
  if (!own && author.role !== "keeper") return err({ kind: "not-allowed" });
  if (!own && roster.members.has(toHex(device.member))) return err({ kind: "already-in-roster" });
  if (!atMost(device, author)) return err({ kind: "greater-rights" });
  if (!covers(step.wraps, new Map([[toHex(device.key), device.circles]]))) return err({ kind: "wraps-mismatch" });
  return ok(at(withDevice(roster, device), step.entry));
}

/** Roles may change either way; circles only widen here. To narrow them the keys must change: that is a rotation. */
function changed(roster: Roster, step: RosterStep, author: RosterDevice, rights: Rights): Result<Roster, Refusal> {
  if (author.role !== "keeper") return err({ kind: "not-allowed" });
  const before = roster.members.get(toHex(rights.member));
  if (before === undefined || before.removed) return err({ kind: "unknown-member" });
  if ((rights.circles & ~author.circles & ~before.circles) !== 0) return err({ kind: "greater-rights" });
  if ((before.circles & ~rights.circles) !== 0) return err({ kind: "needs-rotation" });
  const wider = rights.circles & ~before.circles;
  const wanted = new Map(
    [...roster.devices].filter(([, device]) => isOf(device, rights.member)).map(([key]) => [key, wider]),
  );
  if (!covers(step.wraps, wider === 0 ? new Map() : wanted)) return err({ kind: "wraps-mismatch" });
  const next = changesApplied(roster, [rights]);
  return next.ok ? withKeeper(at(next.value, step.entry)) : next;
}

function changesApplied(roster: Roster, changes: readonly Rights[]): Result<Roster, Refusal> {
  const members = new Map(roster.members);
  const devices = new Map(roster.devices);
  for (const { member, role, circles } of changes) {
    const before = members.get(toHex(member));
    if (before === undefined || before.removed) return err({ kind: "unknown-member" });
    members.set(toHex(member), { ...before, role, circles });
    for (const [key, device] of devices) if (isOf(device, member)) devices.set(key, { ...device, role, circles });
  }
  return ok({ ...roster, members, devices });
}

/** A new epoch: every circle in use has a commitment, and exactly the devices that remain get its keys. */
function opened(roster: Roster, opening: Opening, wraps: Wraps): Result<Roster, Refusal> {
  const wanted = wrapsWanted(roster);
  const used = [...wanted.values()].reduce((bits, circles) => bits | circles, 1);
  const committed = opening.commitments.map(({ circle }) => circle);
  if (committed.some((circle, index) => index > 0 && circle <= (committed[index - 1] ?? 0)))
    return err({ kind: "wraps-mismatch" });
  if (circlesOf(used).some((circle) => !committed.includes(circle))) return err({ kind: "wraps-mismatch" });
  if (!covers(wraps, wanted)) return err({ kind: "wraps-mismatch" });
  const byCircle = new Map(opening.commitments.map(({ circle, commitment }) => [circle, commitment]));
  return withKeeper({
    ...roster,
    epoch: opening.epoch,
    commitments: new Map([...roster.commitments, [opening.epoch, byCircle]]),
  });
}

/** Exactly these devices, exactly these circles, each once. */
function covers({ wraps }: Wraps, wanted: ReadonlyMap<string, Circles>): boolean {
  const given = new Map<string, Circles>();
  for (const { device, circle } of wraps) {
    const key = toHex(device);
    const before = given.get(key) ?? 0;
    if ((before & (1 << circle)) !== 0) return false;
    given.set(key, before | (1 << circle));
  }
  return given.size === wanted.size && [...wanted].every(([key, circles]) => given.get(key) === circles);
}

function at(roster: Roster, entry: Uint8Array): Roster {
  return { ...roster, head: entry, order: new Map([...roster.order, [toHex(entry), roster.order.size]]) };
}

function withDevice(roster: Roster, device: NewDevice): Roster {
  const number = toHex(device.member);
  const { member, role, circles } = device;
  return {
    ...roster,
    devices: new Map([...roster.devices, [toHex(device.key), { ...device, removedAfter: null }]]),
    members: roster.members.has(number)
      ? roster.members
      : new Map([...roster.members, [number, { member, role, circles, removed: false }]]),
  };
}

/** A person is removed when every device of theirs is. */
function withoutEmptied(roster: Roster): Roster {
  const alive = new Set(
    [...roster.devices.values()].filter(({ removedAfter }) => removedAfter === null).map(({ member }) => toHex(member)),
  );
  return {
    ...roster,
    members: new Map(
      [...roster.members].map(([number, member]) => [number, { ...member, removed: !alive.has(number) }]),
    ),
  };
}

/** A space without a keeper could never again admit or remove anyone. */
function withKeeper(roster: Roster): Result<Roster, Refusal> {
  const kept = [...roster.devices.values()].some(
    ({ role, removedAfter }) => role === "keeper" && removedAfter === null,
  );
  return kept ? ok(roster) : err({ kind: "last-keeper" });
}

const isOf = (device: RosterDevice, member: Uint8Array): boolean =>
  device.removedAfter === null && sameBytes(device.member, member);

/** Which entry kinds a role may write. */
export const mayWrite = (role: Role, kind: number): boolean =>
  kind === kinds.roster || rank[role] >= (kind === kinds.record ? rank.writer : rank.keeper);

/**
 * Who may do what in a space: a state machine over the chain of roster entries, in the relay's order. The relay refuses
 * by it, and every member checks again.
 *
 * `state × operation → state or refusal`; the table is in docs/protocol.md, section 5.
 */

import { sameBytes, toHex } from "./bytes.ts";
import { kinds, limits } from "./header.ts";
import type { Refusal } from "./refusal.ts";
import { err, ok, type Result } from "./result.ts";
import {
  type Circles,
  circlesOf,
  type NewDevice,
  type Opening,
  type Pin,
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

type Rotation = Extract<RosterOperation, { op: "rotate" }>;

/** The roster that a genesis entry begins. */
export function beginRoster({ entry, author, operation, wraps }: RosterStep): Result<Roster, Refusal> {
  if (operation.op !== "genesis") return err({ kind: "genesis-expected" });
  const { device, opening } = operation;
  if (!sameBytes(device.key, author) || device.role !== "keeper") return err({ kind: "not-allowed" });
  if (!isStrongKey(device.key)) return err({ kind: "weak-key" });
  if (opening.epoch !== 0) return err({ kind: "epoch-order" });
  const empty = { head: entry, order: new Map(), epoch: 0, commitments: new Map() };
  const founded = opened(
    withDevice(at({ ...empty, devices: new Map(), members: new Map() }, entry), device),
    opening,
    device,
  );
  return founded.ok && !holds(wraps, null, founded.value) ? err({ kind: "wraps-mismatch" }) : founded;
}

/** The roster after one more entry of its chain; the author's key, role and epoch are judged here as well. */
export function advanceRoster(roster: Roster, step: RosterStep, chainEnd: ChainEnd): Result<Roster, Refusal> {
  const next = rosterAfter(roster, step, chainEnd);
  return next.ok && !holds(step.wraps, roster, next.value) ? err({ kind: "wraps-mismatch" }) : next;
}

/**
 * The roster that an operation would make, before its keys are wrapped: `wrapsDue` and `bundlesDue` then say what the
 * blob has to hold.
 */
export function rosterAfter(
  roster: Roster,
  step: Omit<RosterStep, "wraps">,
  chainEnd: ChainEnd,
): Result<Roster, Refusal> {
  const author = activeDevice(roster, step.author);
  if (!author.ok) return author;
  const next = operated(at(roster, step.entry), author.value, step.operation, chainEnd);
  return next.ok && keysAtRotation(next.value) > limits.wraps ? err({ kind: "quota" }) : next;
}

function operated(
  roster: Roster,
  author: RosterDevice,
  operation: RosterOperation,
  chainEnd: ChainEnd,
): Result<Roster, Refusal> {
  switch (operation.op) {
    case "genesis":
      return err({ kind: "second-genesis" });
    case "add":
      return added(roster, author, operation.device);
    case "change":
      return changed(roster, author, operation);
    case "rotate":
      return rotated(roster, author, operation, chainEnd);
  }
}

/** More than a blob holds, and nobody could be removed any more: somebody could bring that about with devices of their own. */
function keysAtRotation(roster: Roster): number {
  let keys = 0;
  for (const { circles, removedAfter } of roster.devices.values())
    if (removedAfter === null) keys += circlesOf(circles).length;
  return keys;
}

/** A device that is in the roster and was not removed. */
export function activeDevice(roster: Roster, key: Uint8Array): Result<RosterDevice, Refusal> {
  const device = roster.devices.get(toHex(key));
  if (device === undefined) return err({ kind: "not-in-roster" });
  return device.removedAfter === null ? ok(device) : err({ kind: "removed" });
}

/** The circles, by key in hexadecimal, that every active device must be given keys of when an epoch begins. */
export const wrapsWanted = (roster: Roster): Map<string, Circles> => wrapsDue(null, roster);

/** The circles, by key in hexadecimal, whose keys an entry must give to a device that had not got them. */
export function wrapsDue(before: Roster | null, after: Roster): Map<string, Circles> {
  const known = before?.epoch === after.epoch ? before.devices : new Map<string, RosterDevice>();
  const due = new Map<string, Circles>();
  for (const [key, { circles, removedAfter }] of after.devices) {
    const missing = circles & ~(known.get(key)?.circles ?? 0);
    if (removedAfter === null && missing !== 0) due.set(key, missing);
  }
  return due;
}

/** The circles of which an entry must hand on the older keys: at a rotation, those in use before and after. */
export const bundlesDue = (before: Roster | null, after: Roster): number[] =>
  before === null || before.epoch === after.epoch ? [] : circlesOf(circlesInUse(before) & circlesInUse(after));

/** Circles that some active device can read. */
export function circlesInUse(roster: Roster): Circles {
  let bits = 1;
  for (const { circles, removedAfter } of roster.devices.values()) if (removedAfter === null) bits |= circles;
  return bits;
}

const rank: Record<Role, number> = { reader: 0, writer: 1, keeper: 2 };
const lesser = (one: Role, other: Role): Role => (rank[one] < rank[other] ? one : other);

/** A keeper adds a new person with no greater circles than their own; anyone adds a device under their own number. */
function added(roster: Roster, author: RosterDevice, device: NewDevice): Result<Roster, Refusal> {
  if (!isStrongKey(device.key)) return err({ kind: "weak-key" });
  if (roster.devices.has(toHex(device.key))) return err({ kind: "already-in-roster" });
  const own = sameBytes(device.member, author.member);
  if (!own && author.role !== "keeper") return err({ kind: "not-allowed" });
  if (!own && roster.members.has(toHex(device.member))) return err({ kind: "already-in-roster" });
  const greater = rank[device.role] > rank[author.role] || (device.circles & ~author.circles) !== 0;
  return greater ? err({ kind: "greater-rights" }) : ok(withDevice(roster, device));
}

/** Roles may change either way; circles only widen here. To narrow them the keys must change: that is a rotation. */
function changed(roster: Roster, author: RosterDevice, rights: Rights): Result<Roster, Refusal> {
  if (author.role !== "keeper") return err({ kind: "not-allowed" });
  const before = roster.members.get(toHex(rights.member));
  const next = withRights(roster, rights, author.circles);
  if (!next.ok) return next;
  return ((before?.circles ?? 0) & ~rights.circles) !== 0 ? err({ kind: "needs-rotation" }) : withKeeper(next.value);
}

/** Devices leave, rights change, keys change: all at once, so that no moment lies between. */
function rotated(
  roster: Roster,
  author: RosterDevice,
  { pins, changes, opening }: Rotation,
  chainEnd: ChainEnd,
): Result<Roster, Refusal> {
  if (author.role !== "keeper") return err({ kind: "not-allowed" });
  if (opening.epoch !== roster.epoch + 1) return err({ kind: "epoch-order" });
  let next = roster;
  for (const pin of pins) {
    const pinned = withoutDevice(next, author, pin, chainEnd(pin.device));
    if (!pinned.ok) return pinned;
    next = pinned.value;
  }
  next = withoutEmptied(next);
  if (new Set(changes.map(({ member }) => toHex(member))).size < changes.length) return err({ kind: "not-allowed" });
  // a circle that nobody is in may be opened by any keeper; one in use only by who is in it
  const mayGive = author.circles | ~circlesInUse(next);
  for (const rights of changes) {
    const given = withRights(next, rights, mayGive);
    if (!given.ok) return given;
    next = given.value;
  }
  return opened(next, opening, next.devices.get(toHex(author.key)) ?? author);
}

/** Nobody removes the device they do it with: it would make the very keys that it must not have. */
function withoutDevice(
  roster: Roster,
  author: RosterDevice,
  { device: key, dseq, id }: Pin,
  end: ReturnType<ChainEnd>,
): Result<Roster, Refusal> {
  const device = activeDevice(roster, key);
  if (!device.ok) return err({ kind: "unknown-member" });
  if (sameBytes(key, author.key)) return err({ kind: "not-allowed" });
  const last = end ?? { dseq: 0, id: new Uint8Array(32) };
  if (last.dseq !== dseq || !sameBytes(last.id, id)) return err({ kind: "stale-pin" });
  const devices = new Map([...roster.devices, [toHex(key), { ...device.value, removedAfter: { dseq, id } }]]);
  return ok({ ...roster, devices });
}

/** A device that had all the rights of its person keeps having them; one that had less is given nothing. */
function withRights(roster: Roster, { member, role, circles }: Rights, mayGive: Circles): Result<Roster, Refusal> {
  const before = roster.members.get(toHex(member));
  if (before === undefined || before.removed) return err({ kind: "unknown-member" });
  if ((circles & ~before.circles & ~mayGive) !== 0) return err({ kind: "greater-rights" });
  const devices = new Map(roster.devices);
  for (const [key, device] of devices) {
    if (device.removedAfter !== null || !sameBytes(device.member, member)) continue;
    devices.set(key, {
      ...device,
      role: device.role === before.role ? role : lesser(device.role, role),
      circles: device.circles === before.circles ? circles : device.circles & circles,
    });
  }
  return ok({
    ...roster,
    devices,
    members: new Map([...roster.members, [toHex(member), { ...before, role, circles }]]),
  });
}

/** A new epoch: every circle in use has a commitment, and whoever makes the keys is in all of them. */
function opened(roster: Roster, { epoch, commitments }: Opening, author: NewDevice): Result<Roster, Refusal> {
  const used = circlesInUse(roster);
  if ((used & ~author.circles) !== 0) return err({ kind: "greater-rights" });
  const wanted = circlesOf(used);
  const exact =
    commitments.length === wanted.length && commitments.every(({ circle }, index) => circle === wanted[index]);
  if (!exact) return err({ kind: "wraps-mismatch" });
  const byCircle = new Map(commitments.map(({ circle, commitment }) => [circle, commitment]));
  return withKeeper({ ...roster, epoch, commitments: new Map([...roster.commitments, [epoch, byCircle]]) });
}

/** Exactly the wraps and bundles that are due, each once. */
function holds({ wraps, bundles }: Wraps, before: Roster | null, after: Roster): boolean {
  const given = new Map<string, Circles>();
  for (const { device, circle } of wraps) {
    const key = toHex(device);
    const held = given.get(key) ?? 0;
    if ((held & (1 << circle)) !== 0) return false;
    given.set(key, held | (1 << circle));
  }
  const due = wrapsDue(before, after);
  const handedOn = bundlesDue(before, after);
  return (
    given.size === due.size &&
    [...due].every(([key, circles]) => given.get(key) === circles) &&
    bundles.length === handedOn.length &&
    bundles.every(({ circle }, index) => circle === handedOn[index])
  );
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

/** Which entry kinds a role may write. */
export const mayWrite = (role: Role, kind: number): boolean =>
  kind === kinds.roster || rank[role] >= (kind === kinds.record ? rank.writer : rank.keeper);

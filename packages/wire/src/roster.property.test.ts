import fc from "fast-check";
import { expect, test } from "vitest";
import { type LogState, readEntry } from "./admit.ts";
import { toHex } from "./bytes.ts";
import {
  type ExampleDevice,
  exampleDevice,
  examplePart,
  pinOf,
  primitives,
  take,
  taken,
  type Wish,
  type Written,
  writeParts,
  writeRoster,
} from "./example-log.ts";
import { isDropped } from "./part.ts";
import { circlesInUse, type Roster } from "./roster.ts";
import { type Role, roles } from "./roster-body.ts";
import { decodeWraps } from "./wraps.ts";

const people = ["Aya", "Budi", "Chitra"];
const devices = people.flatMap((person) =>
  [0, 1].map((number) => exampleDevice(`${person} ${number}`, { person, circles: 0b111 })),
);
const founder = exampleDevice("Aya 0", { person: "Aya", circles: 0b11 });

const who = fc.integer({ min: 0, max: devices.length - 1 });
const by = fc.oneof(fc.constant(0), who);
const role = fc.constantFrom<Role>(...roles);
const circles = fc.constantFrom(0b1, 0b11, 0b11, 0b111);
const rights = fc.record({ who, role, circles });
const actions = fc.oneof(
  { weight: 3, arbitrary: fc.record({ op: fc.constant("add" as const), by, rights }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("change" as const), by, rights }) },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant("rotate" as const),
      by,
      pins: fc.array(who, { maxLength: 1 }),
      changes: fc.array(rights, { maxLength: 1 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ op: fc.constant("record" as const), by, circle: fc.nat(2) }) },
);
type Action = typeof actions extends fc.Arbitrary<infer One> ? One : never;

const deviceAt = (index: number): ExampleDevice => devices[index] ?? founder;
const rightsOf = (given: { who: number; role: Role; circles: number }) => ({
  member: deviceAt(given.who).member,
  role: given.role,
  circles: given.circles,
});

function written(log: LogState, action: Action): Written {
  const by = deviceAt(action.by);
  if (action.op === "record") return writeParts(log, by, [examplePart(`${log.tree.size()}`, action.circle)]);
  return writeRoster(log, by, wishOf(log, action));
}

function wishOf(log: LogState, action: Exclude<Action, { op: "record" }>): Wish {
  if (action.op === "add") return { op: "add", device: { ...deviceAt(action.rights.who), ...rightsOf(action.rights) } };
  if (action.op === "change") return { op: "change", ...rightsOf(action.rights) };
  return {
    op: "rotate",
    pins: action.pins.map((each) => pinOf(log, deviceAt(each))),
    changes: action.changes.map(rightsOf),
  };
}

/** Budi keeps, Chitra writes; from here on anything may be tried. */
const start: readonly Action[] = [
  { op: "add", by: 0, rights: { who: 2, role: "keeper", circles: 0b11 } },
  { op: "add", by: 0, rights: { who: 4, role: "writer", circles: 0b11 } },
];

const active = (roster: Roster) => [...roster.devices.values()].filter(({ removedAfter }) => removedAfter === null);
const rank = (given: Role): number => roles.indexOf(given);

test("whatever is tried in whatever order, nobody gains what its author had not, and a keeper stays", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 40, size: "max" }), (tried) => {
      const genesis = writeRoster(null, founder, { op: "genesis", device: founder });
      let log = taken(null, genesis);
      const keys = keysGiven();
      keys.take(log.roster, genesis);
      for (const action of [...start, ...tried]) {
        const before = log.roster;
        const entry = written(log, action);
        const next = take(log, entry);
        const word = `${action.op} ${next.ok ? "accepted" : next.error.kind}`;
        seen.set(word, (seen.get(word) ?? 0) + 1);
        if (!next.ok) continue;
        log = next.value;
        judge(before, log.roster, action, entry);
        keys.take(log.roster, entry);
        for (const { key, circles: bits } of active(log.roster))
          expect(keys.of(toHex(key), log.roster.epoch), "every active device has exactly its circles").toBe(bits);
      }
    }),
    { numRuns: 200 },
  );
  for (const word of [
    "add accepted",
    "change accepted",
    "rotate accepted",
    "record accepted",
    "record removed",
    "add greater-rights",
  ])
    expect(seen.get(word), word).toBeGreaterThan(0);
});

function judge(before: Roster, after: Roster, action: Action, { entry }: Written): void {
  const author = before.devices.get(toHex(deviceAt(action.by).key));
  if (author === undefined || author.removedAfter !== null) throw new Error("admitted from nobody");
  if (action.op === "record") {
    const read = readEntry(primitives, entry);
    if (!read.ok || read.value.content.kind !== "parts") throw new Error("a record entry");
    expect(rank(author.role)).toBeGreaterThan(rank("reader"));
    for (const part of read.value.content.parts) {
      expect(isDropped(part)).toBe(false);
      expect(author.circles & (1 << part.circle)).not.toBe(0);
    }
  }
  expect(active(after).some(({ role: held }) => held === "keeper")).toBe(true);
  for (const [key, device] of after.devices) {
    const old = before.devices.get(key);
    if (old?.removedAfter) expect(device).toEqual(old);
    if (device.removedAfter !== null) continue;
    const gained = device.circles & ~(old?.circles ?? 0);
    const opened = action.op === "rotate" ? ~circlesInUse(before) : 0;
    const left = action.op === "rotate" ? ~circlesInUse({ ...after, devices: withoutGains(before, after) }) : 0;
    expect(gained & ~author.circles & ~opened & ~left, "circles given").toBe(0);
    if (rank(device.role) > rank(old?.role ?? "reader") && author.role !== "keeper")
      expect(rank(device.role), "role given").toBeLessThanOrEqual(rank(author.role));
    if (old === undefined && author.role !== "keeper") expect(device.member).toEqual(author.member);
    const member = after.members.get(toHex(device.member));
    expect(rank(device.role)).toBeLessThanOrEqual(rank(member?.role ?? "reader"));
    expect(device.circles & ~(member?.circles ?? 0)).toBe(0);
  }
}

/** The devices that stay, with the circles they had: what is in none of these was nobody's any more. */
function withoutGains(before: Roster, after: Roster): Roster["devices"] {
  return new Map([...before.devices].filter(([key]) => after.devices.get(key)?.removedAfter === null));
}

/** Who was given which circle's key of which epoch, read off the wraps alone. */
function keysGiven() {
  const held = new Map<string, number>();
  return {
    of: (key: string, epoch: number): number => held.get(`${key} ${epoch}`) ?? 0,
    take(roster: Roster, { wraps }: Written): void {
      const blob = wraps === null ? null : decodeWraps(wraps);
      if (!blob?.ok) return;
      for (const { device, circle } of blob.value.wraps) {
        const key = toHex(device);
        expect(roster.devices.get(key)?.removedAfter).toBe(null);
        held.set(`${key} ${roster.epoch}`, this.of(key, roster.epoch) | (1 << circle));
      }
    },
  };
}

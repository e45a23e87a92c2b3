import fc from "fast-check";
import { expect, test } from "vitest";
import type { LogState } from "./admit.ts";
import { toHex } from "./bytes.ts";
import { exampleDevice, examplePart, pinOf, type Wish, type Written, writeParts, writeRoster } from "./example-log.ts";
import { type Role, roles } from "./roster-body.ts";
import {
  fairWeather,
  forked,
  idOf,
  type SimulatedDevice,
  type SimulatedRelay,
  simulatedDevice,
  simulatedRelay,
} from "./simulator.ts";

// A failing run prints its seed and path; fc.assert(…, { seed, path }) repeats it.

const keepers = [exampleDevice("Aya"), exampleDevice("Indra")];
const writers = ["Chitra", "Eka"].map((name) => exampleDevice(name, { role: "writer" }));
const others = [exampleDevice("Budi", { role: "writer", circles: 0b1 }), exampleDevice("Dewi", { role: "reader" })];
const devices = [...keepers, ...writers, ...others];
const stranger = exampleDevice("a stranger", { role: "writer" });
const genesis = writeRoster(null, devices[0] ?? stranger, { op: "genesis", device: devices[0] ?? stranger });

const who = fc.nat(devices.length - 1);
const weather = fc.record({ cut: fc.nat(12), turn: fc.nat(6), twice: fc.boolean() });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("write" as const), who, circle: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("push" as const), who }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("pull" as const), who, weather }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("change" as const),
      who: fc.nat(1),
      of: who,
      role: fc.constantFrom<Role>(...roles),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("rotate" as const), who: fc.nat(1), of: who, remove: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("lie" as const), who, kind: fc.nat(3) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

interface World {
  readonly relay: SimulatedRelay;
  readonly all: readonly SimulatedDevice[];
  readonly said: Map<string, number>;
  readonly lies: Set<string>;
}

/** Six devices of one space, each of which has seen all the others join. */
function world(): World {
  const relay = simulatedRelay(genesis);
  const all = devices.map(simulatedDevice);
  const [first] = all;
  for (const device of devices.slice(1)) {
    first?.pull(relay, fairWeather);
    first?.change(relay, () => ({ op: "add", device }));
  }
  for (const one of all) one.pull(relay, fairWeather);
  return { relay, all, said: new Map(), lies: new Set() };
}

function play(
  { relay, all, said, lies }: World,
  steps: readonly Step[],
  visited: (one: SimulatedDevice) => void,
): void {
  for (const [number, given] of steps.entries()) {
    const one = all[given.who];
    if (one === undefined) throw new Error("there are six devices");
    if (given.do === "write") {
      const label = `said ${number} by ${given.who}`;
      if (one.write({ label, circle: given.circle })) said.set(label, given.who);
    } else if (given.do === "push") one.push(relay);
    else if (given.do === "pull") one.pull(relay, given.weather);
    else if (given.do === "crash") one.crash();
    else if (given.do === "lie") {
      const lie = lieOf(one, given.kind);
      lies.add(idOf(lie));
      const heard = one.alarms.length;
      one.pull(relay, { ...fairWeather, lie });
      expect(one.alarms.length, "a lie is heard").toBeGreaterThan(heard);
    } else one.change(relay, (log) => wishOf(log, given));
    visited(one);
  }
}

function wishOf(log: LogState, given: Extract<Step, { do: "change" | "rotate" }>): Wish {
  const target = devices[given.of] ?? stranger;
  if (given.do === "change") return { op: "change", member: target.member, role: given.role, circles: target.circles };
  return { op: "rotate", pins: given.remove ? [pinOf(log, target)] : [] };
}

/** What a relay without keys might put in: a stranger's words, altered words, old words again, words of an old epoch. */
function lieOf(one: SimulatedDevice, kind: number): Written {
  const log = one.log();
  const last = one.kept.at(-1)?.written;
  if (log === null || last === undefined) throw new Error("every device has a log");
  if (kind === 0) return writeParts(log, stranger, [examplePart("never said")]);
  if (kind === 1) return { ...last, entry: { ...last.entry, body: last.entry.body.map((byte) => byte ^ 1) } };
  if (kind === 2) return last;
  return writeParts(log, one.device, [examplePart("never said either")], { epoch: log.roster.epoch + 1 });
}

/** Good weather until nobody has anything to send. */
function settle({ relay, all }: World): void {
  for (let round = 0; round < 12; round += 1)
    for (const one of all) {
      one.pull(relay, fairWeather);
      one.push(relay);
    }
  for (const one of all) one.pull(relay, fairWeather);
}

const isPrefix = (one: SimulatedDevice, relay: SimulatedRelay): boolean =>
  one.kept.every(({ written }, position) => {
    const there = relay.entries[position];
    return there !== undefined && idOf(there.written) === idOf(written);
  });

const timesSaid = (relay: SimulatedRelay, label: string): number => {
  const commit = toHex(examplePart(label).commit);
  return relay.entries.filter(({ written }) => toHex(written.entry.body).includes(commit)).length;
};

test("devices that write offline, crash and hear lies end with one log, every word in it once", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 70, size: "max" }), (steps) => {
      const given = world();
      play(given, steps, (one) => {
        expect(isPrefix(one, given.relay)).toBe(true);
        expect(one.alarms).not.toContain("forked");
      });
      settle(given);
      const { relay, all, said, lies } = given;
      const own = new Set(relay.entries.map(({ written }) => idOf(written)));
      for (const one of all) {
        expect(one.kept.length).toBe(relay.entries.length);
        expect(isPrefix(one, relay)).toBe(true);
        expect(one.waiting()).toBe(0);
        expect(one.log()?.tree.root()).toEqual(relay.root(relay.entries.length));
        one.crash();
        expect(one.log()?.tree.root()).toEqual(relay.root(relay.entries.length));
        for (const { written } of one.kept) if (lies.has(idOf(written))) expect(own.has(idOf(written))).toBe(true);
      }
      for (const [label, author] of said) {
        const setAside = all[author]?.aside.filter((plan) => plan.label === label).length ?? 0;
        expect(timesSaid(relay, label) + setAside, label).toBe(1);
      }
    }),
    { numRuns: 60, interruptAfterTimeLimit: 9000 },
  );
});

test("an entry that is said to have come before the one ahead of it is not taken in, whenever the relay begins to lie", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.integer({ min: 60_001, max: 2 ** 40 }), (steps, earlier) => {
      const given = world();
      play(given, steps, () => {});
      settle(given);
      const [one, other] = given.all;
      if (one === undefined || other === undefined) throw new Error("there are six devices");
      one.write({ label: "the newest", circle: 0 });
      one.push(given.relay);
      const before = other.kept.length;
      if (before === given.relay.entries.length) return; // it was removed, or may not write
      other.pull(given.relay, { ...fairWeather, earlier });
      expect([other.kept.length, other.alarms.at(-1)]).toEqual([before, "quote-wrong"]);
      other.pull(given.relay, fairWeather);
      expect(other.kept.length).toBe(given.relay.entries.length);
    }),
    { numRuns: 30, interruptAfterTimeLimit: 3000 },
  );
});

test("two histories that a relay has shown are never joined again unnoticed", () => {
  let forks = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.array(step, { minLength: 5, maxLength: 20 }), (before, after) => {
      const one = world();
      play(one, before, () => {});
      settle(one);
      const other = { ...one, relay: forked(one.relay), all: one.all.slice(1) };
      const [left] = one.all;
      const right = other.all[0];
      if (left === undefined || right === undefined) throw new Error("there are six devices");
      const size = one.relay.entries.length;
      left.write({ label: "on the left", circle: 0 });
      left.push(one.relay);
      right.write({ label: "on the right", circle: 0 });
      right.push(other.relay);
      for (const step of after) if (step.do === "write") right.write({ label: `later ${step.who}`, circle: 0 });
      right.push(other.relay);
      left.pull(one.relay, fairWeather);
      right.pull(other.relay, fairWeather);
      if (left.kept.length === size || right.kept.length === size) return;
      forks += 1;
      const [leftKept, rightKept] = [left.kept.length, right.kept.length];
      left.pull(other.relay, fairWeather);
      right.pull(one.relay, fairWeather);
      expect(left.alarms.length).toBeGreaterThan(0);
      expect(right.alarms.length).toBeGreaterThan(0);
      expect([left.kept.length, right.kept.length]).toEqual([leftKept, rightKept]);
      // nor can the relay move one side's next entry over to the other: its quote does not fit
      left.write({ label: "after the left", circle: 0 });
      const sizeBefore = other.relay.entries.length;
      left.push(other.relay);
      expect(other.relay.entries.length).toBe(sizeBefore);
    }),
    { numRuns: 40, interruptAfterTimeLimit: 4000 },
  );
  expect(forks).toBeGreaterThan(5);
});

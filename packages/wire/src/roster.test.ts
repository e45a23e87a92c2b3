import { expect, test } from "vitest";
import { toHex } from "./bytes.ts";
import { alliance, aya, chitra, founded, phoneOf, rightsOf, rows } from "./example-alliance.ts";
import {
  type ExampleDevice,
  exampleBytes,
  exampleDevice,
  pinOf,
  take,
  taken,
  type Wish,
  writeRoster,
} from "./example-log.ts";
import { limits } from "./header.ts";
import { rosterAfter, wrapsDue } from "./roster.ts";
import { circlesOf, type NewDevice } from "./roster-body.ts";

for (const { what, by, wish, alter, says } of rows) {
  test(`${what}: ${says}`, () => {
    const log = alliance();
    const written = writeRoster(log, by, wish(log), alter === undefined ? {} : { alter });
    const next = take(log, written);
    expect(next.ok ? "accepted" : next.error.kind).toBe(says);
  });
}

test("the last keeper can neither step down nor be removed by another of their devices", () => {
  let log = founded();
  const says = (wish: Wish, by = aya) => {
    const next = take(log, writeRoster(log, by, wish));
    return next.ok ? "accepted" : next.error.kind;
  };
  expect(says({ op: "change", ...rightsOf(aya, "writer", 0b11) })).toBe("last-keeper");
  expect(says({ op: "rotate", changes: [rightsOf(aya, "reader", 0b11)] })).toBe("last-keeper");
  log = taken(log, writeRoster(log, aya, { op: "add", device: phoneOf("Aya", "keeper", 0b11) }));
  expect(says({ op: "rotate", pins: [pinOf(log, aya)] }, phoneOf("Aya", "keeper", 0b11))).toBe("accepted");
});

test("a device with less than its person is given nothing by a change, and loses what they lose", () => {
  let log = alliance();
  const lesser = phoneOf("Chitra", "reader", 0b1);
  const full = phoneOf("Chitra", "writer", 0b11);
  for (const device of [lesser, full]) log = taken(log, writeRoster(log, chitra, { op: "add", device }));
  const now = (device: ExampleDevice) => {
    const { role, circles } = log.roster.devices.get(toHex(device.key)) ?? {};
    return [role, circles];
  };
  log = taken(log, writeRoster(log, aya, { op: "change", ...rightsOf(chitra, "keeper", 0b11) }));
  expect([now(chitra), now(full), now(lesser)]).toEqual([
    ["keeper", 0b11],
    ["keeper", 0b11],
    ["reader", 0b1],
  ]);
  log = taken(log, writeRoster(log, aya, { op: "rotate", changes: [rightsOf(chitra, "reader", 0b1)] }));
  expect([now(chitra), now(full), now(lesser)]).toEqual([
    ["reader", 0b1],
    ["reader", 0b1],
    ["reader", 0b1],
  ]);
});

test("a person is gone when their last device is", () => {
  let log = alliance();
  const second = phoneOf("Chitra", "writer", 0b1);
  log = taken(log, writeRoster(log, chitra, { op: "add", device: second }));
  const isGone = () => log.roster.members.get(toHex(chitra.member))?.removed;
  log = taken(log, writeRoster(log, aya, { op: "rotate", pins: [pinOf(log, chitra)] }));
  expect(isGone()).toBe(false);
  log = taken(log, writeRoster(log, aya, { op: "rotate", pins: [pinOf(log, second)] }));
  expect(isGone()).toBe(true);
});

test("no one can add so many devices that keys could never be changed again", () => {
  const reader = exampleDevice("Dewi 0", { person: "Dewi", role: "reader", circles: 0b1111_1111 });
  const founder = exampleDevice("Aya 0", { person: "Aya", circles: 0b1111_1111 });
  let { roster } = taken(null, writeRoster(null, founder, { op: "genesis", device: founder }));
  const add = (author: ExampleDevice, device: NewDevice) =>
    rosterAfter(
      roster,
      { entry: exampleBytes("entry", 32), author: author.key, operation: { op: "add", device, wraps: founder.key } },
      () => null,
    );
  let next = add(founder, reader);
  for (let number = 1; next.ok; number += 1) {
    ({ value: roster } = next);
    next = add(reader, { ...reader, key: exampleBytes(`key ${number}`, 32) });
  }
  expect(next).toEqual({ ok: false, error: { kind: "quota" } });
  expect(roster.devices.size).toBe(limits.wraps / 8);
  const most = [...wrapsDue(null, roster)].flatMap(([, circles]) => circlesOf(circles));
  expect(most.length * 1209 + 8 * 500 * 40).toBeLessThan(limits.wrapBytes); // with the bundles of 500 epochs
});

import { expect, test } from "vitest";
import { isEquivocation } from "./equivocation.ts";
import { exampleDevice, examplePart, primitives, taken, type Written, writeParts, writeRoster } from "./example-log.ts";

const aya = exampleDevice("Aya's laptop");
const budi = exampleDevice("Budi's phone", { role: "writer" });

const begun = () => {
  const log = taken(null, writeRoster(null, aya, { op: "genesis", device: aya }));
  return taken(log, writeRoster(log, aya, { op: "add", device: budi }));
};
const proves = (one: Written, other: Written) => isEquivocation(primitives, one.entry, other.entry);

test("two records of one device in one place of its chain prove that it said two things", () => {
  const log = begun();
  const one = writeParts(log, budi, [examplePart("one")]);
  const other = writeParts(log, budi, [examplePart("other")]);
  expect(proves(one, other)).toBe(true);
  expect(proves(other, one)).toBe(true);
});

test("the same entry twice, another place, another device, or another space proves nothing", () => {
  const log = begun();
  const one = writeParts(log, budi, [examplePart("one")]);
  expect(proves(one, one)).toBe(false);
  expect(proves(one, writeParts(taken(begun(), one), budi, [examplePart("next")]))).toBe(false);
  expect(proves(one, writeParts(log, aya, [examplePart("other")]))).toBe(false);
  expect(proves(one, writeParts(log, budi, [examplePart("other")], { space: new Uint8Array(32) }))).toBe(false);
});

test("what an honest device signs again after the roster moved proves nothing", () => {
  const log = begun();
  const offline = writeParts(log, budi, [examplePart("offline")]);
  const rotated = taken(log, writeRoster(log, aya, { op: "rotate" }));
  expect(proves(offline, writeParts(rotated, budi, [examplePart("offline")]))).toBe(false);
  const own = begun();
  const refused = writeRoster(own, aya, { op: "change", member: budi.member, role: "reader", circles: 1 });
  expect(proves(refused, writeParts(own, aya, [examplePart("instead")]))).toBe(false);
});

test("a signature that does not hold proves nothing", () => {
  const log = begun();
  const one = writeParts(log, budi, [examplePart("one")]);
  const other = writeParts(log, budi, [examplePart("other")]);
  const forged = { ...other.entry, signature: other.entry.signature.map((byte, at) => (at === 5 ? byte ^ 1 : byte)) };
  expect(isEquivocation(primitives, one.entry, forged)).toBe(false);
});

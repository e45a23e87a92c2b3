import fc from "fast-check";
import { expect, test } from "vitest";
import { aGrant, aUse, exampleToday as today } from "./example.ts";
import { narrowerGrant } from "./narrower-grant.ts";
import { coverOf } from "./rules/consent-cover.ts";
import type { Fields } from "./value.ts";

const some = (...codes: readonly string[]) => fc.subarray([...codes], { minLength: 0 });
const unknown = fc.constant({ unknown: "not-asked" } as const);
/** Mostly what covers, so that the law is tried where it bites. */
const mostly = <T, U>(usual: T, others: fc.Arbitrary<U>) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });
const grants: fc.Arbitrary<Fields> = fc.record({
  state: mostly("CT.ACTIVE", fc.oneof(fc.constantFrom("CT.WITHDRAWN", "CT.EXPIRED"), unknown)),
  purpose: mostly("CP.PUBCASE", fc.constant("CP.MEDIA")),
  audiences: mostly(["AU.PUBLIC"], fc.oneof(some("AU.PUBLIC", "AU.ALLY"), unknown)),
  identityLevel: fc.constantFrom("IL.0", "IL.1", "IL.2", "IL.5"),
  content: mostly(["CC.FACTS", "CC.WORDS"], some("CC.FACTS", "CC.WORDS", "CC.IMAGE")),
  territory: mostly(["WORLD"], some("WORLD", "NP", "MY")),
  from: mostly("2026-01-01", fc.constantFrom("2026-11-30", "2026-11")),
  until: mostly("2027-01-01", fc.constantFrom("2026-11-20", "2026-11", "2026-12")),
  conditions: mostly([], some("CD.EACH", "CD.RELEASE", "CD.DATE", "CD.LAWYER", "CD.OTHER")),
  conditionDate: mostly("2026-01", fc.constant("2027-01-01")),
  conditionMet: mostly(true, fc.constant(false)),
  lawyerPresent: mostly(true, fc.constant(false)),
  lastAsked: mostly("2026-11-10", fc.constant("2026-01-10")),
  lastAnswer: mostly("ANSWER.YES", fc.constantFrom("ANSWER.NO", "ANSWER.SILENCE")),
});
const uses = fc
  .record({
    identityLevel: fc.constantFrom("IL.0", "IL.1", "IL.2", "IL.5"),
    territory: fc.constantFrom("WORLD", "NP", "MY"),
    content: some("CC.FACTS", "CC.WORDS"),
  })
  .map(aUse);

const context = { today, status: "VS.FREE" };

test("what the narrower of concurrent grants covers, each of them covers", () => {
  let covered = 0;
  fc.assert(
    fc.property(fc.array(grants, { minLength: 1, maxLength: 3 }), uses, (writings, use) => {
      const names = Object.keys(writings[0] ?? {});
      const standing = Object.fromEntries(names.map((name) => [name, writings.map((fields) => fields[name] ?? null)]));
      const narrow = narrowerGrant({ ...aGrant(), fields: writings[0] ?? {}, standing });
      if (coverOf(narrow.fields, use, context).covers !== "yes") return;
      covered += 1;
      for (const fields of writings) expect(coverOf(fields, use, context).covers).toBe("yes");
    }),
    { numRuns: 2_000 },
  );
  expect(covered).toBeGreaterThan(50);
});

test("the order in which writings arrive does not matter", () => {
  fc.assert(
    fc.property(grants, grants, uses, (a, b, use) => {
      const narrow = (first: Fields, second: Fields) => {
        const standing = Object.fromEntries(
          Object.keys(a).map((name) => [name, [first[name] ?? null, second[name] ?? null]]),
        );
        return coverOf(narrowerGrant({ ...aGrant(), fields: first, standing }).fields, use, context).covers;
      };
      expect(narrow(a, b) === "yes").toBe(narrow(b, a) === "yes");
    }),
  );
});

/** What is not known stays not known through every computation, and settling it never contradicts what was said before. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { type ItemStatus, laws } from "./domestic-laws.ts";
import { scoreOf, shiftsBetween } from "./law-gap.ts";
import { assessedItems, bands, cappedBand } from "./obligations.ts";
import { reportLateness } from "./overdue.ts";
import { type Availability, procedures, viewOf } from "./procedures.ts";
import { states } from "./states.ts";
import { allOf, anyOf, not, type Truth } from "./truth.ts";
import { type ForeignFacts, forumsFor, type Link } from "./universal-jurisdiction.ts";

const truth = fc.constantFrom<Truth>(true, false, "unknown");
const state = fc.constantFrom(...states.map(({ iso3 }) => iso3));
const day = fc
  .date({ min: new Date("1987-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Every way in which what is not known could turn out. */
const settled = (several: readonly Truth[]): readonly (readonly boolean[])[] =>
  several.reduce<readonly (readonly boolean[])[]>(
    (ways, one) => ways.flatMap((way) => (one === "unknown" ? [true, false] : [one]).map((each) => [...way, each])),
    [[]],
  );

test("and, or and not say a thing only if it holds however the unknown turns out", () => {
  fc.assert(
    fc.property(fc.array(truth, { maxLength: 6 }), (several) => {
      const ways = settled(several);
      const judged = (of: (way: readonly boolean[]) => boolean): Truth =>
        ways.every(of) ? true : ways.some(of) ? "unknown" : false;
      expect(allOf(several)).toBe(judged((way) => way.every(Boolean)));
      expect(anyOf(several)).toBe(judged((way) => way.some(Boolean)));
      expect(not(not(allOf(several)))).toBe(allOf(several));
    }),
  );
});

const status = fc.constantFrom<ItemStatus>("met", "partly", "not", "unknown", "na");
const standing = fc
  .array(status, { minLength: assessedItems.length, maxLength: assessedItems.length })
  .map((all) =>
    Object.fromEntries(assessedItems.map(({ id }, index) => [id, { status: all[index] ?? ("unknown" as const) }])),
  );
const settle = fc.func(fc.constantFrom<ItemStatus>("met", "partly", "not"));

test("however the unknown items of a law turn out, its score lies where we said it must", () => {
  fc.assert(
    fc.property(standing, settle, (items, turnsOut) => {
      const before = scoreOf(items);
      const known = Object.fromEntries(
        Object.entries(items).map(([id, item]) => [id, item.status === "unknown" ? { status: turnsOut(id) } : item]),
      );
      const after = scoreOf(known);
      if (Object.values(known).every((item) => item.status === "na")) return;
      expect(after.coverage).toBe(1);
      expect(after.score ?? -1).toBeGreaterThanOrEqual(before.least - 1e-9);
      expect(after.score ?? 2).toBeLessThanOrEqual(before.most + 1e-9);
    }),
  );
});

test("forgetting an item never raises coverage, and never gives a surer or better band than a cap allowed", () => {
  const cap = bands.findIndex(({ label }) => label === cappedBand);
  const knockOuts = assessedItems.filter(({ isKnockOut }) => isKnockOut).map(({ id }) => id);
  fc.assert(
    fc.property(fc.constantFrom(...laws), fc.constantFrom(...knockOuts), (law, id) => {
      const forgotten = scoreOf({ ...law.items, [id]: { status: "unknown" } });
      expect(forgotten.coverage).toBeLessThanOrEqual(scoreOf(law.items).coverage);
      const index = bands.findIndex(({ label }) => label === forgotten.band);
      expect(forgotten.band === null || forgotten.band === "unknown" || index >= cap).toBe(true);
    }),
  );
});

test("from or to unknown no bill gains or loses", () => {
  fc.assert(
    fc.property(standing, standing, (act, bill) => {
      for (const { before, after, is } of shiftsBetween(act, bill))
        if (before === "unknown" || after === "unknown") expect(is).toBe("unclear");
    }),
  );
});

test("a procedure is never opened or closed in time by what nobody told us", () => {
  const rank: readonly Availability["facts"][] = ["after-acceptance", "continuing", "before-acceptance", "any-time"];
  fc.assert(
    fc.property(state, fc.constantFrom(...procedures), day, fc.boolean(), (iso3, procedure, happened, continues) => {
      const year = happened.slice(0, 4);
      const vague = viewOf(procedure, { state: iso3, happened: year }).value.facts;
      const exact = viewOf(procedure, { state: iso3, happened, continues }).value.facts;
      expect(rank.includes(exact)).toBe(true);
      if (vague !== "ask") expect(exact).toBe(vague);
    }),
  );
});

const links: readonly Link[] = ["suspect_present", "suspect_national", "suspect_resident", "victim_national"];
const facts: fc.Arbitrary<ForeignFacts> = fc.record(
  { done: day, context: fc.constantFrom("isolated", "cah"), officialCapacity: fc.boolean() } as const,
  { requiredKeys: [] },
);

test("learning more of a crime may settle a possible forum, never overturn an eligible or excluded one", () => {
  fc.assert(
    fc.property(
      facts,
      day,
      fc.boolean(),
      fc.constantFrom(...links),
      fc.boolean(),
      (known, done, official, link, is) => {
        const more: ForeignFacts = {
          done,
          context: "cah",
          officialCapacity: official,
          ...known,
          links: { [link]: { NL: is, US: is, GB: is } },
        };
        const after = new Map(forumsFor(more).map(({ value }) => [value.forum.iso2, value.verdict]));
        for (const { value } of forumsFor(known))
          if (value.verdict !== "possible") expect(after.get(value.forum.iso2), value.forum.iso2).toBe(value.verdict);
      },
    ),
  );
});

test("lateness is never certain, whatever the day", () => {
  fc.assert(
    fc.property(state, day, (iso3, today) => {
      const { late, days } = reportLateness(iso3, today).value;
      expect(["no", "likely", "unknown", "not-applicable"]).toContain(late);
      if (late === "no") expect(days).toBeNull();
    }),
  );
});

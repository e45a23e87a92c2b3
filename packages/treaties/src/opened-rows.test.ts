import type { Fields } from "@saksi/domain/value";
import fc from "fast-check";
import { expect, test } from "vitest";
import { allianceAtlas } from "./alliance-atlas.ts";
import { calendar } from "./calendar.ts";
import { provenanceFaults } from "./cell.ts";
import { correctableBy } from "./correctable.ts";
import { lawOf } from "./domestic-laws.ts";
import type { AllianceRecord } from "./fact-records.ts";
import { gapMatrix, lawScore } from "./law-gap.ts";
import { mapClassIn } from "./map.ts";
import { assessedItems } from "./obligations.ts";
import { stateCard } from "./state-card.ts";
import { stateOf, states } from "./states.ts";

const today = "2027-06-01";
const told = { source: "Made up for this test", asOf: "2027-05-01", confidence: "CF.HIGH" } as const;
const record = (fields: Fields): AllianceRecord => ({ id: "made-up", type: "fact", fields: { ...told, ...fields } });
const cardOf = (code: string, ...facts: readonly Fields[]) => {
  const state = stateOf(code);
  if (state === undefined) throw new Error(`no state ${code}`);
  const { atlas, refused } = allianceAtlas(facts.map(record));
  return { card: stateCard(state, today, atlas), atlas, why: refused.flatMap((one) => one.why) };
};

const met = { part: "AP.LAW", item: "C1.1", lawStanding: "met", section: "s. 3 (made up)" };

test("one known item of a law that nobody read stands among unknown ones, and gives no score", () => {
  const { card, atlas, why } = cardOf("SG", { state: "SG", ...met });
  expect([lawOf("SGP"), why]).toEqual([undefined, []]);
  const cells = card.law.matrix.flatMap((row) => row.cells);
  expect(cells.filter(({ status }) => status !== "unknown")).toMatchObject([
    { item: { id: "C1.1" }, status: "met", section: "s. 3 (made up)", trace: [{ confirmed: "members" }, {}] },
  ]);
  expect(cells).toHaveLength(assessedItems.length);
  expect(cells.find(({ item }) => item.id === "C1.1")?.trace[0]?.before).toBeUndefined();
  expect(card.law.score.value).toMatchObject({ score: null, band: null });
  expect(card.law.act?.title).toMatch("no law read as a whole");
  expect(mapClassIn({ mode: "law", today, atlas }, "SGP").value.key).toBe("hidden");
  for (const cell of card.law.score.trace) expect(provenanceFaults(cell)).toEqual([]);
  expect(correctableBy({ file: "domestic-laws.json", row: "SGP C1.1" })).toEqual({
    state: "SGP",
    part: "AP.LAW",
    which: "C1.1",
  });
});

test("whatever items members confirm of a law that nobody read, those and no others are known, and 0.70 still decides", () => {
  const unread = states.filter(({ iso3 }) => lawOf(iso3) === undefined).map(({ iso2 }) => iso2);
  const items = fc.uniqueArray(fc.constantFrom(...assessedItems.map(({ id }) => id)), { minLength: 1 });
  fc.assert(
    fc.property(fc.constantFrom(...unread), items, (state, known) => {
      const { card, atlas } = cardOf(state, ...known.map((item) => ({ state, ...met, item })));
      const { iso3 } = card.state;
      const cells = gapMatrix(iso3, atlas).flatMap((row) => row.cells);
      const answered = cells.filter(({ status }) => status !== "unknown").map(({ item }) => item.id);
      expect([...answered].sort()).toEqual([...known].sort());
      const { value } = lawScore(iso3, atlas);
      if (value === "unknown") throw new Error("a law with a known item has a coverage");
      expect(value.score === null).toBe(value.coverage < 0.7);
    }),
    { numRuns: 40 },
  );
});

const joinedBoth = ["CAT", "OPCAT"].map((treaty) => ({
  state: "MY",
  part: "AP.TREATY",
  treaty,
  standing: "party",
  action: "accession",
  on: "2027-03-10",
}));

test("a state that joined since has its report, its mechanism and nothing that nobody said", () => {
  const followUp = { state: "MY", part: "AP.FOLLOWUP", on: "2029-05-01" };
  const mechanism = { state: "MY", part: "AP.MECHANISM", name: "Made-up mechanism" };
  const { card, why } = cardOf("MY", followUp, mechanism, ...joinedBoth);
  expect(why).toEqual([]);
  expect(card.reporting).toMatchObject({
    next: { value: { due: "2028-04-09" }, trace: [{ row: "MYS CAT" }] },
    followUp: { value: { due: "2029-05-01" }, trace: [{ confirmed: "members" }] },
    listFirst: { value: "unknown" },
    reviews: { value: [], trace: [{ row: "MYS CAT" }] },
  });
  expect(card.mechanism).toMatchObject({
    value: { status: "unknown", name: "Made-up mechanism", due: "2028-04-09" },
    trace: [{ confirmed: "members" }],
  });
  expect(card.visits).toMatchObject({ value: [], trace: [{ row: "MYS OPCAT" }] });
});

test("a day that members say for the first report stands in the calendar", () => {
  const report = { state: "MY", part: "AP.REPORT", on: "2028-06-30" };
  const { card, atlas } = cardOf("MY", report, ...joinedBoth);
  expect(card.reporting.next.value.due).toBe("2028-06-30");
  expect(calendar(atlas).find(({ id }) => id.startsWith("report-due-mys"))?.on).toBe("2028-06-30");
});

test("nothing is opened outside a treaty, of a territory, of a state or a point that is not there", () => {
  expect(cardOf("MY", { state: "MY", part: "AP.REPORT", on: "2028-01-01" }).why).toEqual(["no-such-row"]);
  expect(cardOf("MY", { state: "MY", part: "AP.MECHANISM", mechanism: "none" }).why).toEqual(["no-such-row"]);
  expect(cardOf("MY", { state: "TW", ...met }).why).toEqual(["no-such-row"]);
  expect(cardOf("MY", { state: "SG", ...met, item: "C99.9" }).why).toEqual(["no-such-row"]);
  expect(cardOf("MY", { state: "ZZ", ...met }).why).toEqual(["no-such-state"]);
  expect(cardOf("SG", { state: "SG", ...met, section: "" }).why).toEqual(["no-section"]);
});

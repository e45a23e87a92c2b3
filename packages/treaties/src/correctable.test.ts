import { vocabulary } from "@saksi/domain/vocabulary";
import { expect, test } from "vitest";
import { correctableBy } from "./correctable.ts";
import { milestoneTypes } from "./journeys.ts";
import { assessedItems } from "./obligations.ts";
import { stateCard } from "./state-card.ts";
import { stateOf } from "./states.ts";
import { statusRows } from "./treaty-status.ts";

test("every cell of the register and of reporting on a state's card can be corrected; others cannot", () => {
  const state = stateOf("IDN");
  const card = state && stateCard(state, "2027-01-01");
  const of = (name: "cat" | "opcat" | "mechanism" | "institution") =>
    card?.[name].trace.map((cell) => correctableBy(cell)?.part);
  expect([of("cat"), of("opcat"), of("institution")]).toEqual([["AP.TREATY"], ["AP.TREATY"], ["AP.INSTITUTION"]]);
  expect(card?.articles[22].trace.map(correctableBy)).toEqual([{ state: "IDN", part: "AP.TREATY", which: "CAT-A22" }]);
  expect(card?.reporting.next.trace.map((cell) => correctableBy(cell)?.part)).toEqual(["AP.REPORT"]);
  expect(card?.law.matrix[0]?.cells[0]?.trace.map(correctableBy)).toEqual([
    { state: "IDN", part: "AP.LAW", which: "C1.1" },
    null,
  ]);
});

test("every treaty of the register, item of the checklist and kind of step can be chosen in a fact", () => {
  const codesOf = (list: string) => vocabulary(list).map(({ code }) => code);
  expect(statusRows.filter(({ treaty }) => !codesOf("atlas_treaties").includes(treaty))).toEqual([]);
  expect(codesOf("law_items")).toEqual(assessedItems.map(({ id }) => id));
  expect([...codesOf("milestone_kinds")].sort()).toEqual(milestoneTypes);
});

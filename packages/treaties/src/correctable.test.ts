import { vocabulary } from "@saksi/domain/vocabulary";
import { expect, test } from "vitest";
import { correctableBy } from "./correctable.ts";
import { stateCard } from "./state-card.ts";
import { stateOf } from "./states.ts";
import { statusRows } from "./treaty-status.ts";

test("every cell of the register and of reporting on a state's card can be corrected; others cannot", () => {
  const state = stateOf("IDN");
  const card = state && stateCard(state, "2027-01-01");
  const of = (name: "cat" | "opcat" | "mechanism" | "institution") =>
    card?.[name].trace.map((cell) => correctableBy(cell)?.part);
  expect([of("cat"), of("opcat"), of("institution")]).toEqual([["AP.TREATY"], ["AP.TREATY"], ["AP.INSTITUTION"]]);
  expect(card?.articles[22].trace.map(correctableBy)).toEqual([{ state: "IDN", part: "AP.TREATY", treaty: "CAT-A22" }]);
  expect(card?.reporting.next.trace.map((cell) => correctableBy(cell)?.part)).toEqual(["AP.REPORT"]);
  expect(card?.law.score.trace.some(correctableBy)).toBe(false);
});

test("every treaty of the register can be chosen in a fact", () => {
  const codes = new Set(vocabulary("atlas_treaties").map(({ code }) => code));
  expect(statusRows.filter(({ treaty }) => !codes.has(treaty))).toEqual([]);
});

import { lessons } from "@saksi/treaties/lessons";
import { precedents } from "@saksi/treaties/precedents";
import { expect, test } from "vitest";
import { choicesOf, everything, lessonsFound, precedentsFound } from "./find.ts";

test("without a filter there is everything", () => {
  expect(precedentsFound(everything)).toHaveLength(precedents.length);
  expect(lessonsFound(everything)).toHaveLength(lessons.length);
});

test("a problem in words finds its entries, accents and capitals aside", () => {
  const found = precedentsFound({ ...everything, words: "custody BURDEN of proof" });
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ topics, facts, holding }) => `${topics} ${facts} ${holding}`.match(/burden/i))).toBe(true);
  expect(precedentsFound({ ...everything, words: "jimenez corre" }).map(({ id }) => id)).toContain(
    "people-v-jimenez-corre",
  );
});

test("a choice says how many it leaves when the rest of the filter stays", () => {
  const filter = { ...everything, topic: "medical_evidence", words: "police" };
  const choices = choicesOf("state", filter);
  expect(choices.length).toBeGreaterThan(1);
  for (const { value, count } of choices) expect(precedentsFound({ ...filter, state: value })).toHaveLength(count);
});

test("a lesson is found by the state of a decision that carries it", () => {
  const found = lessonsFound({ ...everything, state: "LK" });
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(lessons.length);
});

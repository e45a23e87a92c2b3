import { checkFields } from "@saksi/domain/check-fields";
import { recordTypeNamed } from "@saksi/domain/record-types";
import type { Json } from "@saksi/domain/value";
import { isVocabularyName, term } from "@saksi/domain/vocabulary";
import { expect, test } from "vitest";
import { lessonDrafts, lessonFaults, lessons, lessonsWhere, precedentsOf } from "./lessons.ts";
import {
  facetCounts,
  type LibraryPrecedent,
  precedentDrafts,
  precedentFaults,
  precedents,
  precedentsWhere,
  readPrecedents,
} from "./precedents.ts";

const first = precedents[0] as LibraryPrecedent;

test("every precedent has its sources, its date of knowledge and how sure each part is", () => {
  expect(precedents).toHaveLength(121);
  expect(precedents.filter((entry) => precedentFaults(entry).length > 0)).toEqual([]);
});

test("an entry without source, date of knowledge or confidence is refused by name", () => {
  expect(precedentFaults({ ...first, sources: [] })).toEqual(["no-source"]);
  expect(precedentFaults({ ...first, sources: [{ register: "Somewhere", citation: " " }] })).toEqual(["no-source"]);
  expect(precedentFaults({ ...first, asOf: "" })).toEqual(["no-as-of"]);
  expect(precedentFaults({ ...first, confidence: { ...first.confidence, holding: "certain" } })).toEqual([
    "no-confidence",
  ]);
  expect(precedentFaults({ ...first, decisionDate: "2019-02-30" })).toEqual(["bad-date"]);
  expect(() => readPrecedents([{ ...first, sources: [] }])).toThrow(`${first.id}: no-source`);
  expect(() => readPrecedents([first, first])).toThrow("said twice");
});

test("every lesson rests on precedents of the library and is no surer than they are", () => {
  expect(lessons).toHaveLength(30);
  expect(lessons.filter((entry) => lessonFaults(entry).length > 0)).toEqual([]);
  for (const entry of lessons) {
    expect(lessonFaults({ ...entry, supportingPrecedents: ["made-up-v-nobody"] })).toContain("unknown-precedent");
    expect(lessonFaults({ ...entry, supportingPrecedents: [] })).toContain("no-source");
  }
  const medium = lessons.find(({ confidence }) => confidence === "medium");
  expect(medium && lessonFaults({ ...medium, confidence: "high" })).toEqual(["surer-than-its-sources"]);
});

test("all of it loads as records: no field, code or date is refused, none is lost", () => {
  for (const { type, fields } of [...precedentDrafts(), ...lessonDrafts()]) {
    const declared = recordTypeNamed(type);
    expect(declared && checkFields(declared, fields), String(fields.key)).toEqual([]);
  }
  const strings = (value: Json): readonly string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(strings)
        : [];
  const words = (entry: object) =>
    strings(JSON.parse(JSON.stringify(entry))).filter((text) => !["high", "medium", "low"].includes(text));
  precedents.forEach((entry, index) => {
    const kept = new Set(strings(precedentDrafts()[index]?.fields ?? null));
    expect(
      words(entry).filter((text) => !kept.has(text)),
      entry.id,
    ).toEqual([]);
  });
  lessons.forEach((entry, index) => {
    const kept = new Set(strings(lessonDrafts()[index]?.fields ?? null));
    expect(
      words(entry).filter((text) => !kept.has(text)),
      entry.id,
    ).toEqual([]);
  });
});

test("what is not known says so instead of being left out", () => {
  const undated = precedents.findIndex(({ decisionDate }) => decisionDate === null);
  expect(precedentDrafts()[undated]?.fields.decided).toEqual({ unknown: "not-known" });
});

test("the library is found by state, forum, article and topic, alone and together", () => {
  const nepal = precedentsWhere({ state: "NP" });
  expect(nepal.length).toBeGreaterThan(5);
  expect(precedentsWhere({ forum: "un_treaty_body" }).every(({ kind }) => kind === "un_treaty_body")).toBe(true);
  expect(precedentsWhere({ forum: "supreme court of nepal" }).every(({ state }) => state === "NP")).toBe(true);
  expect(precedentsWhere({ article: "CAT:1" }).some(({ issues }) => !issues.includes("CAT:1"))).toBe(false);
  expect(precedentsWhere({ article: "CAT" }).length).toBeGreaterThan(precedentsWhere({ article: "CAT:15" }).length);
  const both = precedentsWhere({ state: "NP", topic: "compensation" });
  expect(both).toEqual(precedentsWhere({ topic: "compensation" }, nepal));
  expect(precedentsWhere({ state: "DE" }).some(({ state }) => state === "SY")).toBe(true);
  expect(precedentsWhere({})).toHaveLength(precedents.length);
});

test("each choice beside the list leaves as many as it says, and has a label", () => {
  const lists = {
    state: "countries",
    forum: "precedent_kinds",
    article: "treaty_articles",
    topic: "precedent_topics",
  } as const;
  for (const facet of ["state", "forum", "article", "topic"] as const) {
    for (const { value, count } of facetCounts(facet)) {
      expect(precedentsWhere({ [facet]: value }), `${facet} ${value}`).toHaveLength(count);
      expect(isVocabularyName(lists[facet]) && term(lists[facet], value), `${facet} ${value}`).toBeTruthy();
    }
  }
});

test("lessons are found by topic, precedent and state", () => {
  const [lesson] = lessons;
  const [carrier] = lesson ? precedentsOf(lesson) : [];
  expect(lessonsWhere({ precedent: carrier?.id ?? "" })).toContain(lesson);
  expect(lessonsWhere({ topic: "medical_evidence" })).toContain(lesson);
  expect(lessonsWhere({ state: carrier?.state ?? "" })).toContain(lesson);
});

import { createHash } from "node:crypto";
import type { CaseRecord } from "@saksi/domain/case-file";
import { anApproval, exampleId } from "@saksi/domain/example";
import type { Fields } from "@saksi/domain/value";
import { expect, test } from "vitest";
import { bookletDossier, gateBooklet } from "./booklet.ts";
import { dossierFaults } from "./dossier.ts";
import { textsOf } from "./edition.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());

const aPrecedent = (key: string, changes: Fields = {}): CaseRecord => ({
  id: exampleId(key),
  type: "precedent",
  fields: {
    key,
    title: `Made-up case ${key}`,
    kind: "domestic_court",
    country: "NP",
    forum: "A made-up court",
    decided: "2019-03",
    facts: "Made-up facts.",
    holding: "Made-up holding.",
    lessons: ["A made-up lesson for the next lawyer."],
    sources: [{ register: "A made-up register", citation: `no. ${key}` }],
    asOf: "2025-01",
    sureIdentity: "CF.HIGH",
    sureFacts: "CF.MED",
    sureHolding: "CF.LOW",
    sureImplementation: "CF.UNK",
    checked: "knowledge-only",
    ...changes,
  },
});
const aLesson: CaseRecord = {
  id: exampleId("lesson"),
  type: "lesson",
  fields: { key: "L1", title: "A made-up lesson", lesson: "Made up.", precedentKeys: ["one"], asOf: "2026-11" },
};
const precedents = [
  aPrecedent("one"),
  aPrecedent("two", { country: "IN" }),
  aPrecedent("three", { kind: "un_treaty_body" }),
];

test("every entry says its sources, the date up to which it is known, and how sure each part is", () => {
  const dossier = bookletDossier({ precedents, lessons: [aLesson] });
  expect(dossierFaults(dossier)).toEqual([]);
  expect(dossier.sources.map(({ text }) => text).sort()).toEqual([
    "A made-up register: no. one",
    "A made-up register: no. three",
    "A made-up register: no. two",
  ]);
  const text = textsOf(dossier).join("\n");
  expect(
    text.match(/up to January 2025\. How sure: decision high, facts medium, holding low, what followed unknown/g),
  ).toHaveLength(3);
  expect(text).toContain("Made-up case one");
});

test("it is grouped by kind of forum, then by State, and lessons name what they are drawn from", () => {
  const { sections } = bookletDossier({ precedents, lessons: [aLesson] });
  expect(sections.map(({ title }) => title)).toEqual([
    "About this book",
    "National court",
    "UN treaty body",
    "Lessons",
  ]);
  const states = sections[1]?.blocks.flatMap((block) =>
    block.type === "heading" && block.attrs.level === 1 ? block.content : [],
  );
  expect(states?.map((node) => node.type === "text" && node.text)).toEqual(["India", "Nepal"]);
});

test("the order in which records come does not change the book", async () => {
  const question = { lessons: [], approvals: [], author: "member-one" };
  const [one, other] = await Promise.all(
    [precedents, [...precedents].reverse()].map((list) => gateBooklet({ ...question, precedents: list }, sha256)),
  );
  expect(one?.hash).toBe(other?.hash);
});

test("it is a draft until another member than its author approved this very book", async () => {
  const question = { precedents, lessons: [], author: "member-one" };
  const { hash, cleared } = await gateBooklet({ ...question, approvals: [] }, sha256);
  const with_ = async (changes: Fields) =>
    (await gateBooklet({ ...question, approvals: [anApproval({ dossierHash: hash, ...changes })] }, sha256)).cleared;
  expect(cleared).toBe(false);
  expect(await with_({})).toBe(true);
  expect(await with_({ member: "member-one" })).toBe(false);
  expect(await with_({ decision: "DECISION.REFUSED" })).toBe(false);
  expect(await with_({ dossierHash: "00" })).toBe(false);
});

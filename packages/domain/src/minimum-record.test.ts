import { expect, test } from "vitest";
import type { CaseRecord } from "./case-file.ts";
import { caseFileOf } from "./case-file.ts";
import { checkValues } from "./check-fields.ts";
import { exampleToday as today } from "./example.ts";
import { newRecordId, type RecordId } from "./id.ts";
import { type MinimumAnswers, minimumQuestions, minimumRecord } from "./minimum-record.ts";
import { pseudonymCount, suggestPseudonym } from "./pseudonyms.ts";
import { recordTypeNamed } from "./record-types.ts";
import { isVocabularyName, term } from "./vocabulary.ts";

const counting = () => {
  let next = 0;
  return (bytes: number) => Uint8Array.from({ length: bytes }, () => (next = (next * 73 + 41) % 251));
};
const given = () => {
  const random = counting();
  return { today, newId: () => newRecordId(random), title: "Made-up record" };
};
const answered: MinimumAnswers = {
  safe: "SAFE.YES",
  teller: "RO.INDIRECT",
  pseudonym: "Quiet River",
  keep: "KEEP.YES",
  account: "They took my son last night. (Made up.)",
  when: "2026-11-20~",
  placeType: "PL.POLICE",
  area: { country: "BD", district: "Made-up Lake" },
  force: "PT.POLICE",
  methods: ["TM.BLUNT"],
  status: "VS.HELDARB",
  injured: { unknown: "not-known" },
  urgent: ["URGENT.TRANSFER"],
  safeContact: "Ask at the made-up tea stall.",
  papers: 1,
};

test("there are fourteen questions, seven of them needed, and none asks for a name, a number or an address", () => {
  const asked = minimumQuestions.filter(({ key }) => key !== "area");
  expect(asked).toHaveLength(14);
  expect(asked.filter(({ required }) => required).map(({ key }) => key)).toEqual([
    "safe",
    "keep",
    "account",
    "when",
    "placeType",
    "status",
    "urgent",
  ]);
  expect(minimumQuestions.some((question) => question.class === "identifying")).toBe(false);
});

test("what is offered are codes of the list", () => {
  for (const { vocabulary, offer = [] } of minimumQuestions) {
    if (vocabulary === undefined) continue;
    expect(isVocabularyName(vocabulary), vocabulary).toBe(true);
    for (const code of offer) expect(term(vocabulary, code), code).toBeDefined();
  }
});

test("if it is not safe to record, nothing is stored", () => {
  expect(minimumRecord({ ...answered, safe: "SAFE.NO" }, given()).drafts).toEqual([]);
  expect(minimumRecord({ ...answered, safe: "SAFE.LATER" }, given()).drafts).toEqual([]);
  expect(minimumRecord({}, given()).drafts).toEqual([]);
});

test("an answered form becomes records that fit their declarations and hang together as one case", () => {
  const { drafts, missing } = minimumRecord(answered, given());
  expect(missing).toEqual([]);
  expect(drafts.map(({ type }) => type)).toEqual([
    "case",
    "person",
    "identity",
    "incident",
    "consent",
    "testimony",
    "involvement",
    "act",
  ]);
  for (const { type, fields } of drafts) {
    const declared = recordTypeNamed(type);
    expect(declared && checkValues(declared, fields), type).toEqual([]);
  }
  const records = drafts.map(({ id, type, fields }): CaseRecord => ({ id: id ?? ("" as RecordId), type, fields }));
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  expect(caseFileOf(records[0]?.id ?? ("" as RecordId), records).records).toHaveLength(drafts.length);
});

test("the safe contact lies in the identity alone", () => {
  const { drafts } = minimumRecord(answered, given());
  const holding = drafts.filter(({ fields }) => JSON.stringify(fields).includes("tea stall"));
  expect(holding.map(({ type }) => type)).toEqual(["identity"]);
});

test("a month stays a month, and not known stays an answer", () => {
  const { drafts } = minimumRecord({ ...answered, when: "2026-10", force: { unknown: "refused" } }, given());
  const incident = drafts.find(({ type }) => type === "incident")?.fields;
  expect(incident).toMatchObject({ start: "2026-10", force: { unknown: "refused" } });
});

test("held, missing or in danger is now; hurt is soon; else normal", () => {
  const triage = (changed: MinimumAnswers) =>
    minimumRecord({ ...answered, urgent: ["URGENT.NONE"], status: "VS.FREE", ...changed }, given()).triage;
  expect(triage({})).toBe("TRIAGE.NORMAL");
  expect(triage({ injured: true })).toBe("TRIAGE.SOON");
  expect(triage({ injured: true, urgent: ["URGENT.CHILD"] })).toBe("TRIAGE.NOW");
  expect(triage({ status: "VS.HELDINV" })).toBe("TRIAGE.NOW");
  expect(triage({ status: "VS.MISSING" })).toBe("TRIAGE.NOW");
});

test("what is missing is named, and saving is not stopped by it", () => {
  const { drafts, missing } = minimumRecord({ safe: "SAFE.YES", account: "Made up." }, given());
  expect(missing).toEqual(["keep", "when", "placeType", "status", "urgent"]);
  expect(drafts.length).toBeGreaterThan(4);
});

test("a suggested pseudonym is a word pair that nobody has", () => {
  const random = counting();
  const first = suggestPseudonym(random, []);
  expect(first).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  const again = counting();
  expect(suggestPseudonym(again, [String(first).toUpperCase()])).not.toBe(first);
  expect(pseudonymCount).toBeGreaterThan(3_500);
});

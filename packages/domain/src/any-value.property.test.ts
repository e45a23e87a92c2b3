import fc from "fast-check";
import { expect, test } from "vitest";
import { type CaseRecord, caseFileOf } from "./case-file.ts";
import { checkCase } from "./check.ts";
import { checkFields } from "./check-fields.ts";
import {
  aCaseFile,
  anApproval,
  aPassage,
  aPublication,
  aRemedyStep,
  aUse,
  exampleId,
  exampleToday as today,
} from "./example.ts";
import { recordSortKey, recordTitle } from "./record-title.ts";
import { fieldsOf, type RecordType } from "./record-type.ts";
import { recordTypeNamed, recordTypes } from "./record-types.ts";
import { publicationGate } from "./rules/publication-gate.ts";
import { remedyLadder } from "./rules/remedy-ladder.ts";
import { useGate } from "./rules/use-gate.ts";
import { searchTexts } from "./search-text.ts";
import { tasksToday } from "./today.ts";
import type { Fields, Json } from "./value.ts";
import { termLabel } from "./vocabulary.ts";

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(
    "2026-03",
    "CT.ACTIVE",
    "IL.2",
    true,
    "",
    "  ",
    [],
    [null],
    [""],
    {},
    { unknown: "refused" },
    { unknown: 4 },
  ),
);
const types: fc.Arbitrary<RecordType> = fc.constantFrom<RecordType[]>(...recordTypes);
const filled = types.chain((type) =>
  fc
    .record(Object.fromEntries(fieldsOf(type).map(([name]) => [name, values])), { requiredKeys: [] })
    .map((fields) => ({ type, fields: fields as Fields })),
);

test("whatever a field holds, checking, naming and finding answer and never throw", () => {
  fc.assert(
    fc.property(filled, ({ type, fields }) => {
      for (const finding of checkFields(type, fields)) expect(finding.field).toBeTruthy();
      expect(recordTitle(type, fields, termLabel)).not.toBe("");
      expect(typeof recordSortKey(type, fields)).toBe("string");
      for (const { text } of searchTexts(type, fields, termLabel).words) expect(typeof text).toBe("string");
    }),
    { numRuns: 400 },
  );
});

const usual = aCaseFile(aPassage(), aPublication(), anApproval(), aRemedyStep()).records;
/** The made-up case with one field of one record turned into anything. */
const spoilt = fc
  .constantFrom(...usual)
  .chain((record) =>
    fc.tuple(fc.constant(record), fc.constantFrom(...Object.keys(recordTypeNamed(record.type)?.fields ?? {})), values),
  )
  .map(([record, name, value]): readonly CaseRecord[] =>
    usual.map((each) => (each === record ? { ...each, fields: { ...each.fields, [name]: value } } : each)),
  );

test("whatever one field of a case becomes, rules and gates answer and never throw", () => {
  fc.assert(
    fc.property(spoilt, (records) => {
      const file = caseFileOf(exampleId("case"), records);
      const question = { file, use: aUse(), today };
      const publication = {
        ...question,
        publication: exampleId("publication"),
        dossierHash: "00".repeat(32),
        passages: [exampleId("passage")],
        makers: [],
      };
      expect(Array.isArray(useGate(question))).toBe(true);
      expect(publicationGate(publication).length).toBeGreaterThanOrEqual(useGate(question).length);
      expect(Array.isArray(checkCase(file, today))).toBe(true);
      expect(Array.isArray(tasksToday([file], { today }))).toBe(true);
      expect(remedyLadder(file)).toHaveLength(8);
    }),
    { numRuns: 400 },
  );
});

test("no field of a grant or its conversation can be emptied into a wider permission", () => {
  const doors = usual.filter(({ type }) => type === "grant" || type === "consent");
  for (const record of doors) {
    for (const name of [
      "person",
      "consent",
      "purpose",
      "audiences",
      "identityLevel",
      "content",
      "territory",
      "until",
      "state",
      "understood",
      "comprehension",
      "inCustody",
    ]) {
      if (!(name in record.fields)) continue;
      for (const value of [null, { unknown: "not-known" }, "", [], {}] as const) {
        const records = usual.map((each) =>
          each === record ? { ...each, fields: { ...each.fields, [name]: value } } : each,
        );
        expect(
          useGate({ file: { case: exampleId("case"), records }, use: aUse(), today }),
          `${record.type}.${name}`,
        ).not.toEqual([]);
      }
    }
  }
});

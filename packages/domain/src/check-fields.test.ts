import { expect, test } from "vitest";
import { act } from "./act.ts";
import { caseType } from "./case.ts";
import { checkFields, checkValues } from "./check-fields.ts";
import { clinicalDetail } from "./clinical-detail.ts";
import { aCaseFile, anApproval, aPassage, aPublication, aRemedyStep, exampleId } from "./example.ts";
import { exhibit } from "./exhibit.ts";
import { incident } from "./incident.ts";
import type { RecordType } from "./record-type.ts";
import { recordTypeNamed } from "./record-types.ts";
import { remedyStep } from "./remedy-step.ts";
import type { Fields } from "./value.ts";

const reasons = (type: RecordType, fields: Fields) =>
  checkValues(type, fields).map(({ weight, field, reason }) => `${weight} ${field} ${reason}`);

test("the made-up case has nothing wrong with it", () => {
  for (const { type, fields } of aCaseFile(aPassage(), aPublication(), anApproval(), aRemedyStep()).records) {
    const declared = recordTypeNamed(type);
    expect(declared && checkFields(declared, fields), type).toEqual([]);
  }
});

test("an unknown code is named with its field, and with the code it may have meant", () => {
  expect(checkValues(act, { methods: ["tm.blunt.sole"] })).toMatchObject([
    { weight: "stop", field: "methods", reason: "unknown-code", facts: { perhaps: "TM.BLUNT.SOLE" } },
  ]);
  expect(checkValues(incident, { force: "Army" })[0]?.facts).toMatchObject({ perhaps: "PT.MIL.ARMY" });
});

test("a finding never repeats what was written", () => {
  const secret = "Madeup Person Example";
  const found = checkValues(act, { methods: [secret], start: secret, victim: secret, healthStaff: secret });
  expect(found).toHaveLength(4);
  expect(JSON.stringify(found)).not.toContain(secret);
});

test("an impossible date is named by what is impossible", () => {
  expect(reasons(incident, { start: "2019-02-30", end: "soon" })).toEqual([
    "stop start no-such-day",
    "stop end not-a-date",
  ]);
});

test("not known, not asked and refused are answers everywhere but for a file", () => {
  const unknown = { unknown: "refused" };
  expect(reasons(incident, { start: unknown, force: unknown, contexts: unknown })).toEqual([]);
  expect(reasons(exhibit, { file: unknown })).toEqual(["stop file wrong-kind"]);
  expect(reasons(incident, { start: { unknown: "shrug" } })).toEqual(["stop start no-such-unknown"]);
});

test("fields of a newer version are kept and asked about", () => {
  expect(reasons(incident, { mood: "calm" })).toEqual(["ask mood unknown-field"]);
  expect(reasons(incident, JSON.parse('{"__proto__": 1, "constructor": 2}'))).toEqual([
    "ask __proto__ unknown-field",
    "ask constructor unknown-field",
  ]);
});

test("rows, places, marks, bounds and links are looked into", () => {
  expect(reasons(exhibit, { custody: [{ action: "CU.SEAL", on: "2026-13" }, 4] })).toEqual([
    "stop custody.0.on no-such-month",
    "stop custody.1 wrong-kind",
  ]);
  expect(reasons(incident, { area: { country: "XX", district: 4 } })).toEqual([
    "stop area.country unknown-code",
    "stop area.district wrong-kind",
  ]);
  expect(reasons(clinicalDetail, { marks: [{ view: "BV.ANT", region: "nowhere", x: 2, y: 0 }] })).toHaveLength(2);
  expect(reasons(remedyStep, { survivorView: 9 })).toEqual(["stop survivorView out-of-range"]);
  expect(reasons(act, { victim: "Example" })).toEqual(["stop victim not-an-id"]);
  expect(reasons(act, { methods: ["TM.BLUNT", "TM.BURN", "TM.ELEC", "TM.POS"] })).toEqual(["stop methods too-many"]);
});

test("null clears a field", () => {
  expect(reasons(act, { victim: null, methods: null })).toEqual([]);
});

test("what is required and empty is asked for, not refused", () => {
  expect(checkFields(caseType, { title: "  " }, exampleId("case"))).toMatchObject([
    { weight: "ask", at: exampleId("case"), field: "title", reason: "missing" },
    { field: "wishes" },
    { field: "state" },
    { field: "risk" },
  ]);
});

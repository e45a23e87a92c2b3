import { expect, test } from "vitest";
import type { CaseRecord } from "../case-file.ts";
import {
  aCaseFile,
  anAct,
  anIdentity,
  anIncident,
  anInvolvement,
  aPerson,
  aRemedyStep,
  aTestimony,
  exampleId,
} from "../example.ts";
import { recordsAgree } from "./records-agree.ts";

const found = (...changed: readonly CaseRecord[]) => recordsAgree(aCaseFile(...changed)).map(({ reason }) => reason);

test("the made-up case agrees with itself", () => {
  expect(found()).toEqual([]);
});

test("an end is not before its start, as far as the dates surely say", () => {
  expect(found(anIncident({ start: "2026-03", end: "2026-02" }))).toContain("ends-before-start");
  expect(found(anIncident({ start: "2026-03-10", end: "2026-03" }))).toEqual([]);
});

test("an act lies within its incident", () => {
  expect(found(anAct({ start: "2026-02" }))).toEqual(["outside-incident"]);
  expect(found(anIncident({ end: "2026-03-10" }))).toEqual(["outside-incident"]);
  expect(found(anAct({ start: "2026" }))).toEqual([]);
});

test("whom an act was done to is involved in its incident as such", () => {
  expect(found(anInvolvement({ role: "RO.WITNESS" }))).toEqual(["not-involved"]);
});

test("the age band agrees with the birth date when one possible age does", () => {
  expect(found(anIdentity({ birthDate: "2012" }))).toEqual(["age-band-differs"]);
  expect(found(anIdentity({ birthDate: "1998" }))).toEqual([]);
});

test("an examination comes after what it examines", () => {
  const examined = (day: string): CaseRecord => ({
    id: exampleId("detail"),
    type: "clinical-detail",
    fields: { case: exampleId("case"), person: exampleId("person"), examined: day },
  });
  expect(found(examined("2026-02-01"))).toEqual(["examined-before"]);
  expect(found(examined("2026-03"))).toEqual([]);
});

test("a unit that a suspect had left is asked about", () => {
  const suspect = (to: string) => aPerson({ id: exampleId("suspect"), roles: ["RO.SUSPECT"], unitTo: to });
  expect(found(suspect("2025"))).toEqual(["unit-left-before"]);
  expect(found(suspect("2026-04"))).toEqual([]);
});

test("hearing one person twice within 30 days is asked about", () => {
  const again = (heard: string) => aTestimony({ id: exampleId("again"), heard });
  expect(found(again("2026-09-20"))).toEqual(["told-twice"]);
  expect(found(again("2026-12-20"))).toEqual([]);
});

test("a final judgment needs a trial or a dismissal", () => {
  const final = aRemedyStep({ id: exampleId("final"), step: "RS.FINAL" });
  expect(found(final)).toEqual(["final-without-trial"]);
  expect(found(final, aRemedyStep({ step: "RS.TRIAL" }))).toEqual([]);
  expect(found(final, aRemedyStep({ outcome: "OU.DISMISSED" }))).toEqual([]);
});

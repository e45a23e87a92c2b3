import { expect, test } from "vitest";
import { type CaseRecord, caseFileOf, inTime, isOnlySuspected, remedySteps, settledFields } from "./case-file.ts";
import { aCase, aCaseFile, anIdentity, anInvolvement, aPerson, aRemedyStep, exampleId } from "./example.ts";

test("a file holds what names its case, their identities and places, and nothing of another case", () => {
  const place: CaseRecord = { id: exampleId("place"), type: "place", fields: { type: "PL.PRISON" } };
  const note: CaseRecord = { id: exampleId("note"), type: "protected-note", fields: { about: place.id } };
  const elsewhere = [
    aCase({ id: exampleId("othercase") }),
    aPerson({ id: exampleId("otherperson"), cases: [exampleId("othercase")] }),
    anIdentity({ id: exampleId("otheridentity"), person: exampleId("otherperson") }),
    { id: exampleId("otherplace"), type: "place", fields: {} },
  ];
  const incident = aCaseFile().records.find(({ type }) => type === "incident");
  const linked = incident && { ...incident, fields: { ...incident.fields, place: place.id } };
  const all = [...aCaseFile(...(linked ? [linked] : [])).records, place, note, ...elsewhere];
  const ids = caseFileOf(exampleId("case"), all).records.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([exampleId("identity"), place.id, note.id, exampleId("person")]));
  for (const { id } of elsewhere) expect(ids).not.toContain(id);
});

test("someone named only as a suspect is not asked, someone who also suffered is", () => {
  const suspect = aPerson({ id: exampleId("suspect"), roles: ["RO.SUSPECT"] });
  expect(isOnlySuspected(aCaseFile(suspect), suspect)).toBe(true);
  const hurt = anInvolvement({ id: exampleId("part"), who: suspect.id, role: "RO.VICTIM" });
  expect(isOnlySuspected(aCaseFile(suspect, hurt), suspect)).toBe(false);
});

test("steps come in time, those without a date last", () => {
  const step = (name: string, on: string | null) => aRemedyStep({ id: exampleId(name), on });
  const file = aCaseFile(step("x", null), step("y", "2026-05"), step("z", "2025"));
  expect(remedySteps(file).map(({ id }) => id[0])).toEqual(["z", "y", "x"]);
  expect(inTime(file, "nothing-known")).toEqual([]);
});

test("what stands in conflict is not known to a rule that protects", () => {
  const torn = { ...aPerson(), standing: { ageBand: ["AG.4", "AG.1"], status: ["VS.FREE"] } };
  expect(settledFields(torn)).toMatchObject({ ageBand: { unknown: "not-known" }, status: "VS.FREE" });
});

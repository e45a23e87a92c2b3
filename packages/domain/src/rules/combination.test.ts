import { expect, test } from "vitest";
import type { CaseFile } from "../case-file.ts";
import { aCase, aCaseFile, anAct, anIncident, aPerson, exampleId } from "../example.ts";
import { sharedCombinations } from "./combination.ts";

const year = "2019-03";
const other = (letter: string, person: object = {}, incident: object = {}): CaseFile => {
  const id = (name: string) => exampleId(`${name}${letter}`);
  return {
    case: id("case"),
    records: [
      aCase({ id: id("case") }),
      aPerson({ id: id("person"), ageBand: "18-24", ...person }),
      anIncident({ id: id("incident"), start: year, ...incident }),
      anAct({ id: id("act"), incident: id("incident"), victim: id("person") }),
    ],
  };
};
const file = aCaseFile(aPerson({ ageBand: "18-24" }), anIncident({ start: year }));
const count = (identityLevel: string, ...files: readonly CaseFile[]) =>
  sharedCombinations({ file, people: [exampleId("person")], identityLevel }, files).map(({ people }) => people);

test("people of other cases count where age band, time, place, force and methods are the same at that level", () => {
  const alone = count("IL.1")[0] ?? 0;
  expect(count("IL.1", other("b"), other("c"))).toEqual([alone + 2]);
  expect(count("IL.1", other("b", {}, { start: "2019-11" }))).toEqual([alone + 1]);
  expect(count("IL.2", other("b", {}, { start: "2019-11" }))).toEqual([alone]);
  expect(count("IL.1", other("b", {}, { start: "2020" }))).toEqual([alone]);
  expect(count("IL.1", other("b", {}, { area: { country: "ID" } }))).toEqual([alone]);
});

test("another age band, a suspect, and the same case twice do not count", () => {
  const alone = count("IL.1")[0] ?? 0;
  const suspect = other("d", { roles: ["RO.SUSPECT"] });
  const older = other("e", { ageBand: "60+" });
  expect(count("IL.1", suspect, older, file)).toEqual([alone]);
});

test("five are enough, twenty where the risk of the case is high", () => {
  const needed = (risk: string) =>
    sharedCombinations(
      { file: aCaseFile(aCase({ risk })), people: [exampleId("person")], identityLevel: "IL.1" },
      [],
    ).map((one) => one.needed);
  expect(needed("RL.1")).toEqual([5]);
  expect(needed("RL.3")).toEqual([20]);
});

import { expect, test } from "vitest";
import { type CaseFile, type CaseRecord, caseRecord } from "./case-file.ts";
import { checkCase } from "./check.ts";
import {
  aCase,
  aCaseFile,
  aGrant,
  anApproval,
  aPassage,
  aPerson,
  aPublication,
  aRemedyStep,
  exampleId,
  exampleToday as today,
} from "./example.ts";
import { taskKinds, tasksToday } from "./today.ts";

/** The made-up case, with the one remedy whose clock needs no complaint. */
const calm = (...changed: readonly CaseRecord[]) =>
  aCaseFile(
    aRemedyStep({ id: exampleId("rehab"), step: "RS.REHAB", on: "2026-04-05", state: "STEP.ONGOING" }),
    ...changed,
  );
const kinds = (...changed: readonly CaseRecord[]) => tasksToday([calm(...changed)], { today }).map(({ kind }) => kind);

test("a case in order asks for nothing, and empty is empty", () => {
  expect(kinds()).toEqual([]);
  expect(checkCase(calm(), today)).toEqual([]);
  expect(tasksToday([], { today })).toEqual([]);
});

test("a person in danger comes before everything, then what must be taken back, then limits", () => {
  const all = kinds(
    aCase({
      urgent: ["URGENT.LIFE"],
      lastAction: "2026-01-01",
      lastTold: "2026-01-01",
      limits: [{ what: "Made up", due: "2026-12-01" }],
    }),
    aGrant({ state: "CT.WITHDRAWN", withdrawn: "2026-11-20" }),
    aPassage(),
    aPublication({ state: "EP.PUB", released: "2026-02-01" }),
    aRemedyStep({ on: "2026-04-01" }),
  );
  expect(all.slice(0, 4)).toEqual(["person-in-danger", "take-back", "take-back", "limit"]);
  expect(all).toContain("step-overdue");
  expect(all).toEqual([...all].sort((a, b) => taskKinds.indexOf(a) - taskKinds.indexOf(b)));
});

test("an expired limit is never hidden", () => {
  const file = calm(aCase({ limits: [{ what: "Made up", due: "2026-06-01" }] }));
  expect(tasksToday([file], { today })).toMatchObject([{ kind: "limit", reason: "passed", due: "2026-06-01" }]);
});

test("a grant asks for renewal before it ends, and says so when it ended", () => {
  expect(kinds(aGrant({ until: "2026-12-01" }))).toEqual(["grant-ends"]);
  expect(kinds(aGrant({ until: "2026-11-01" }))).toEqual(["grant-ended"]);
});

test("a dossier waits for another member, not for its author, until somebody decides", () => {
  const publication = aPublication({ dossierHash: "00".repeat(32) });
  const waits = (member: string, ...more: readonly CaseRecord[]) =>
    tasksToday([calm(publication, ...more)], { today, member }).map(({ kind }) => kind);
  expect(waits("member-two")).toEqual(["waits-for-approval"]);
  expect(waits("member-one")).toEqual([]);
  expect(waits("member-two", anApproval())).toEqual([]);
});

test("a closed case asks for nothing but what must be called back", () => {
  const closed = aCase({ state: "CASE.CLOSED", lastAction: "2020-01-01", urgent: ["URGENT.LIFE"] });
  expect(kinds(closed, aPerson({ status: "VS.HELDINV" }))).toEqual([]);
});

test("tasks name records and codes, never what anyone said", () => {
  const file: CaseFile = aCaseFile(
    aCase({ urgent: ["URGENT.LIFE"], lastTold: "2026-01-01" }),
    aGrant({ until: "2026-12-01" }),
  );
  const text = JSON.stringify(tasksToday([file], { today }));
  expect(text).not.toContain(String(caseRecord(file)?.fields.title));
  expect(text).not.toContain("Quiet River");
});

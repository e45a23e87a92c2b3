import { expect, test } from "vitest";
import type { CaseRecord } from "../case-file.ts";
import { aCase, aCaseFile, anIncident, aPerson, exampleToday as today } from "../example.ts";
import { triageOf } from "./triage.ts";

const triage = (...changed: readonly CaseRecord[]) => triageOf(aCaseFile(...changed), today);

test("a calm case is normal", () => {
  expect(triage()).toEqual({ triage: "TRIAGE.NORMAL", reasons: [] });
});

test("held at risk, a child held, missing lately, danger to life: now, with every reason", () => {
  expect(triage(aPerson({ status: "VS.HELDINV" }), aCase({ risk: { unknown: "not-known" } })).reasons).toEqual([
    "held-at-risk",
  ]);
  expect(triage(aPerson({ status: "VS.HELDINV", ageBand: "AG.1" })).reasons).toEqual(["child-held"]);
  expect(triage(aPerson({ status: "VS.MISSING" }), anIncident({ start: "2026-11" })).triage).toBe("TRIAGE.NOW");
  expect(triage(aPerson({ status: "VS.MISSING" }), anIncident({ start: null })).triage).toBe("TRIAGE.NOW");
  expect(triage(aPerson({ status: "VS.MISSING" })).triage).toBe("TRIAGE.NORMAL");
  expect(triage(aCase({ urgent: ["URGENT.SUICIDE"], risk: "RL.4" })).reasons).toEqual(["urgent-risk", "critical-risk"]);
});

test("injuries that fade, a limit under 60 days, a hearing within 14: soon", () => {
  expect(triage(anIncident({ start: "2026-11-15" })).reasons).toEqual(["injuries-fading"]);
  expect(triage(aCase({ limits: [{ what: "Made up", due: "2027-01-15" }] })).reasons).toEqual(["limit-near"]);
  expect(triage(aCase({ urgentUntil: "2026-12-01" })).reasons).toEqual(["hearing-near"]);
  expect(triage(aPerson({ injured: true }))).toEqual({ triage: "TRIAGE.SOON", reasons: ["injured"] });
});

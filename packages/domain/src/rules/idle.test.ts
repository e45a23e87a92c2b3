import { expect, test } from "vitest";
import type { CaseRecord } from "../case-file.ts";
import { aCase, aCaseFile, aConsent, aRemedyStep, aTestimony, exampleToday as today } from "../example.ts";
import { idleCase } from "./idle.ts";

const old = { lastAction: "2026-09-01", opened: "2026-01-01", lastTold: "2026-11-01" };
const quiet = [aTestimony({ heard: "2026-01-02" }), aConsent({ held: "2026-01-02" })];
const found = (fields: Parameters<typeof aCase>[0], ...more: readonly CaseRecord[]) =>
  idleCase(aCaseFile(aCase({ ...old, ...fields }), ...quiet, ...more), today).map(({ reason }) => reason);

test("the lead is asked after 60 days, the coordinator after 120", () => {
  expect(found({ lastTold: "2026-06-01", lastAction: "2026-09-22" })).toEqual(["ask-lead", "tell-person"]);
  expect(found({ lastTold: "2026-06-01", lastAction: "2026-07-24" })).toEqual(["ask-coordinator", "tell-person"]);
  expect(found({ lastAction: "2026-11-01" })).toEqual([]);
});

test("work on any of its records counts, planned work does not", () => {
  const told = { lastAction: null, lastTold: null, opened: "2026-09-01" };
  expect(found(told, aRemedyStep({ on: "2026-11-10" }))).toEqual([]);
  expect(found(told, aRemedyStep({ on: "2027-11-10" }))).toEqual(["ask-lead"]);
});

test("a person hears how things stand every 90 days, counted from the start", () => {
  expect(found({ lastTold: null, opened: "2026-08-01", lastAction: "2026-11-01" })).toEqual(["tell-person"]);
});

test("closed cases are still", () => {
  expect(found({ state: "CASE.CLOSED", lastAction: "2025-01-01", lastTold: null })).toEqual([]);
});

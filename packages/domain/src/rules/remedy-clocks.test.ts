import { expect, test } from "vitest";
import type { CaseRecord } from "../case-file.ts";
import { aCaseFile, anIncident, aRemedyStep, exampleId, exampleToday as today } from "../example.ts";
import type { Fields } from "../value.ts";
import { type ClockCode, delayFlags, remedyClocks } from "./remedy-clocks.ts";
import { remedyLadder } from "./remedy-ladder.ts";

const step = (code: string, on: string | null, fields: Fields = {}): CaseRecord =>
  aRemedyStep({ id: exampleId(code), step: code, on, state: "STEP.ANSWERED", ...fields });
const clock = (code: ClockCode, ...steps: readonly CaseRecord[]) =>
  remedyClocks(aCaseFile(...steps), today).find((each) => each.code === code);

test("days run from when the authority knew to the step, and are counted", () => {
  const steps = [step("RS.COMPLAINT", "2026-04-01"), step("RS.REGISTER", "2026-04-11")];
  expect(clock("D1", ...steps)).toMatchObject({
    state: "ended",
    least: 10,
    most: 10,
    limit: 1,
    basis: "guide",
    flag: "black",
  });
});

test("a pending step counts to today and says open", () => {
  const steps = [step("RS.COMPLAINT", "2026-04-01"), step("RS.INVOPEN", "2026-04-02", { state: "STEP.PENDING" })];
  expect(clock("D3", ...steps)).toMatchObject({ state: "open", least: 234, flag: "black" });
});

test("a refusal to register is a step and no registration", () => {
  const steps = [step("RS.COMPLAINT", "2026-11-01"), step("RS.REGISTER", "2026-11-02", { outcome: "OU.REFUSED" })];
  expect(clock("D1", ...steps)).toMatchObject({ state: "open", least: 20 });
});

test("own motion: the clock starts when an authority could see it, before any complaint", () => {
  const saw = anIncident({ authorityKnew: "2026-03-20" });
  expect(clock("D3", saw, step("RS.COMPLAINT", "2026-09-01"))).toMatchObject({ from: "2026-03-20" });
});

test("of a month known, a delay is claimed only for the days that surely passed", () => {
  const steps = [step("RS.COMPLAINT", "2026-04"), step("RS.REGISTER", "2026-05")];
  expect(clock("D1", ...steps)).toMatchObject({ least: 1, most: 60 });
  expect(clock("D1", ...steps)?.flag).toBeUndefined();
});

test("national law beats the guide", () => {
  const steps = [step("RS.INVOPEN", "2026-01-01"), step("RS.CHARGE", "2026-05-01", { limitDays: 35 })];
  expect(clock("D6", ...steps)).toMatchObject({ limit: 35, basis: "national-law", least: 120, flag: "red" });
});

test("a missing time is not known, never zero, and no clock runs from it", () => {
  expect(clock("D1", step("RS.COMPLAINT", "2026-04-01"), step("RS.REGISTER", null))).toMatchObject({
    state: "end-not-known",
  });
  expect(clock("D1", step("RS.COMPLAINT", "2026-04-01"), step("RS.REGISTER", null))).not.toHaveProperty("least");
  expect(clock("D8", step("RS.CHARGE", null))).toBeUndefined();
});

test("flags name clock, days, limit and whether it still runs", () => {
  const flags = delayFlags(aCaseFile(step("RS.COMPLAINT", "2026-11-01")), today);
  expect(flags.map(({ facts }) => facts?.clock)).toEqual(["D1", "D2", "D3", "D12"]);
  expect(flags.find(({ facts }) => facts?.clock === "D3")).toMatchObject({
    rule: "R-DEL-2",
    reason: "red",
    facts: { days: 20, open: true },
  });
});

test("the ladder lights what was recorded, and only that", () => {
  const ladder = (...steps: readonly CaseRecord[]) =>
    remedyLadder(aCaseFile(...steps))
      .filter(({ reached }) => reached)
      .map(({ name }) => name);
  expect(ladder(step("RS.COMPLAINT", "2026-04-01"), step("RS.CHARGE", "2026-06-01"))).toEqual(["complaint", "charge"]);
  expect(ladder(step("RS.REGISTER", "2026-04-02", { outcome: "OU.REFUSED" }))).toEqual([]);
  expect(ladder(step("RS.JUDG", "2026-06-01", { outcome: "OU.CONVLESS" }))).toEqual([]);
  expect(ladder(step("RS.JUDG", "2026-06-01", { outcome: "OU.CONVTORT" }))).toEqual(["conviction"]);
  expect(ladder(step("RS.COMPLAINT", null, { state: "STEP.PLANNED" }))).toEqual([]);
});

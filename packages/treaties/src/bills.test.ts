import { expect, test } from "vitest";
import { asideOf, type BillStage, standingOf, stepsOf } from "./bills.ts";

const stage = (name: string, on: string | null = null): BillStage => ({
  stage: name,
  on,
  note: null,
  source: null,
  sourceUrl: null,
});

test("a stage that nobody wrote of is not taken for reached because a later one was", () => {
  const bill = { stages: [stage("LR.BILL", "2026-03"), stage("LR.PASSED", "2027-01-05")] };
  expect(stepsOf(bill).map(({ stage, is }) => `${stage} ${is}`)).toEqual([
    "LR.CAMPAIGN not-said",
    "LR.CONSULT not-said",
    "LR.BILL reached",
    "LR.TABLED not-said",
    "LR.COMMITTEE not-said",
    "LR.PASSED reached",
    "LR.INFORCE ahead",
    "LR.RULES ahead",
  ]);
});

test("it stands where its latest day says, also off the road", () => {
  const stages = [stage("LR.INFORCE", "2026"), stage("LR.REPEAL", "2027-02"), stage("LR.TABLED", "2025-05-01")];
  expect(standingOf({ stages })?.stage).toBe("LR.REPEAL");
  expect(asideOf({ stages }).map((one) => one.stage)).toEqual(["LR.REPEAL"]);
  expect(standingOf({ stages: [stage("LR.TABLED"), stage("LR.BILL")] })?.stage).toBe("LR.TABLED");
  expect(standingOf({ stages: [] })).toBeUndefined();
});

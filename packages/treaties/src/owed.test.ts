import type { Fields } from "@saksi/domain/value";
import { expect, test } from "vitest";
import { owedByOffice } from "./owed.ts";
import { recommendationOf } from "./tracked-records.ts";

const today = "2027-06-01";
const made = (text: string, fields: Fields) =>
  recommendationOf({ id: text, type: "recommendation", fields: { text, state: "MY", from: "RC.CATCO", ...fields } })
    .value;
const justice = { office: "Ministry of Justice" };

test("the latest stands first under its ministry, and one without a ministry is not hidden", () => {
  const list = owedByOffice(
    [
      made("due this year", { ...justice, deadline: "2027" }),
      made("a month late", { ...justice, deadline: "2027-05-01" }),
      made("a year late", { deadline: "2026-06-01" }),
      made("late since the end of 2026", { ...justice, deadline: "2026" }),
    ],
    today,
  );
  expect(list.map(({ office, owed }) => [office, ...owed.map(({ recommendation: { text } }) => text)])).toEqual([
    [null, "a year late"],
    ["Ministry of Justice", "late since the end of 2026", "a month late"],
  ]);
  expect(list[0]?.owed[0]?.daysLate).toBe(365);
});

test("grade C, D or E asks for a campaign, E is an alarm, and done is only what everybody calls done", () => {
  const deadline = "2027-05-01";
  const list = owedByOffice(
    [
      made("done", { deadline, committeeGrade: "CATFU.A" }),
      made("done, says one", { deadline, committeeGrade: "CATFU.A", allianceGrade: "CATFU.C" }),
      made("reversed", { committeeGrade: "CATFU.B1", allianceGrade: "CATFU.E" }),
      made("begun", { committeeGrade: "CATFU.B2" }),
      made("not known", { institutionGrade: "CATFU.D" }),
    ],
    today,
  );
  const owed = list.flatMap((one) => one.owed);
  expect(owed.map((one) => [one.recommendation.text, one.daysLate, one.isReversed, one.needsCampaign])).toEqual([
    ["done, says one", 31, false, true],
    ["reversed", null, true, true],
    ["not known", null, false, true],
  ]);
});

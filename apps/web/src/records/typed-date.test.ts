import { describe, expect, test } from "vitest";
import { readTypedDate } from "./typed-date.ts";

describe("a typed date is read as exact as it was written", () => {
  test.each([
    ["2019", "2019"],
    ["March 2019", "2019-03"],
    ["mar 2019", "2019-03"],
    ["3/2019", "2019-03"],
    ["2019-3", "2019-03"],
    ["4 March 2019", "2019-03-04"],
    ["March 4, 2019", "2019-03-04"],
    ["25/3/2019", "2019-03-25"],
    ["3/25/2019", "2019-03-25"],
    ["4.4.2019", "2019-04-04"],
    ["2019/03/25", "2019-03-25"],
    ["about March 2019", "2019-03~"],
    ["~2019", "2019~"],
    ["March 2019?", "2019-03?"],
    ["about 2019?", "2019%"],
    ["March 2019 to May 2019", "2019-03/2019-05"],
    ["2019-03/..", "2019-03/.."],
    ["2026-11-21t14:30", "2026-11-21T14:30"],
    ["2026-11-21 14:30", "2026-11-21T14:30"],
    ["២០១៩-០៣", "2019-03"],
    ["۲۵/۳/۲۰۱۹", "2019-03-25"],
    ["๒๕๖๒", "2562"],
  ])("%s", (typed, date) => {
    expect(readTypedDate(typed)).toEqual({ date });
  });
});

test("a date that could be two days is asked about, with both readings", () => {
  expect(readTypedDate("3/4/2019")).toEqual({ problem: "day-or-month", perhaps: ["2019-04-03", "2019-03-04"] });
});

test.each([
  ["", "empty"],
  ["last winter", "not-a-date"],
  ["31 February 2019", "no-such-day"],
  ["13/13/2019", "no-such-month"],
  ["May 2019 to March 2019", "ends-before-start"],
  ["4 March", "not-a-date"],
])("%s is not made into a date", (typed, problem) => {
  expect(readTypedDate(typed)).toEqual({ problem });
});

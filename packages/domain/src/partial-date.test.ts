import { expect, test } from "vitest";
import { comparePartialDates, firstDay, isBefore, lastDay, parsePartialDate } from "./partial-date.ts";

const problem = (text: string) => {
  const parsed = parsePartialDate(text);
  return "problem" in parsed ? parsed.problem : "none";
};

test("what is wrong is named", () => {
  expect(problem("")).toBe("empty");
  expect(problem("last spring")).toBe("not-a-date");
  expect(problem("2019-3-4")).toBe("not-a-date");
  expect(problem("04/03/2019")).toBe("not-a-date");
  expect(problem("2019-13")).toBe("no-such-month");
  expect(problem("2019-21")).toBe("no-such-month");
  expect(problem("2019-02-29")).toBe("no-such-day");
  expect(problem("2019-03-04T25:00")).toBe("no-such-time");
  expect(problem("../..")).toBe("open-at-both-ends");
  expect(problem("2020/2019-12")).toBe("ends-before-start");
  expect(problem("2019/2020/2021")).toBe("not-a-date");
});

test("a month has its first and its last day", () => {
  expect([firstDay("2020-02"), lastDay("2020-02")]).toEqual(["2020-02-01", "2020-02-29"]);
  expect([firstDay("2019~"), lastDay("2019~")]).toEqual(["2019-01-01", "2019-12-31"]);
  expect([firstDay("../2019-03"), lastDay("../2019-03")]).toEqual([undefined, "2019-03-31"]);
});

test("an interval may lie within its own vagueness", () => {
  expect(problem("2019-03/2019")).toBe("none");
});

test("a time keeps the day of the clock that wrote it", () => {
  expect(firstDay("2026-11-21T00:30+07:00")).toBe("2026-11-21");
});

test("before is said only when every possible day is", () => {
  expect(isBefore("2019-02", "2019-03")).toBe(true);
  expect(isBefore("2019-03", "2019-03-15")).toBeUndefined();
  expect(isBefore("2019-04", "2019-03")).toBe(false);
  expect(isBefore("2019-03-04", "2019-03-04")).toBe(false);
});

test("lists put the wider date first and nonsense last", () => {
  expect(["2019-03-01", "soon", "2019-03", "2019", "../2018", "2018-12-31"].sort(comparePartialDates)).toEqual([
    "../2018",
    "2018-12-31",
    "2019",
    "2019-03",
    "2019-03-01",
    "soon",
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "./day.ts";
import {
  comparePartialDates,
  datePrecision,
  daysInMonth,
  describePartialDate,
  firstDay,
  lastDay,
  parsePartialDate,
  sortKey,
} from "./partial-date.ts";

const two = (n: number) => String(n).padStart(2, "0");
const years = fc.integer({ min: 1, max: 9999 }).map((year) => String(year).padStart(4, "0"));
const months = fc.tuple(years, fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${two(month)}`);
const days = months.chain((month) =>
  fc
    .integer({ min: 1, max: daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))) })
    .map((day) => `${month}-${two(day)}`),
);
const times = fc
  .tuple(days, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom("", "Z", "+07:00"))
  .map(([day, hour, minute, offset]) => `${day}T${two(hour)}:${two(minute)}${offset}`);
const points = fc
  .tuple(fc.oneof(years, months, days, times), fc.constantFrom("", "~", "?", "%"))
  .map((parts) => parts.join(""));
const intervals = fc
  .tuple(points, points)
  .map(([a, b]) => ((lastDay(b) ?? "") < (firstDay(a) ?? "") ? `${b}/${a}` : `${a}/${b}`));
const open = fc.oneof(
  points.map((point) => `../${point}`),
  points.map((point) => `${point}/..`),
);
const dates = fc.oneof(points, intervals, open);

test("every date of the subset is read", () => {
  fc.assert(fc.property(dates, (text) => void expect(parsePartialDate(text)).toHaveProperty("date")));
});

test("a date's first day is never after its last day", () => {
  fc.assert(fc.property(dates, (text) => (firstDay(text) ?? "0000") <= (lastDay(text) ?? "9999-99")));
});

test("a month never becomes a day and a year never becomes a month", () => {
  fc.assert(
    fc.property(months, (text) => {
      expect(datePrecision(text)).toBe("month");
      expect(describePartialDate(text)).toMatchObject({ shape: "on", at: { precision: "month" } });
      expect(describePartialDate(text)).not.toHaveProperty("at.day");
      expect(daysBetween(firstDay(text) ?? "", lastDay(text) ?? "")).toBeGreaterThanOrEqual(27);
    }),
  );
  fc.assert(fc.property(years, (text) => void expect(describePartialDate(text)).not.toHaveProperty("at.month")));
});

test("sorting is a total order that agrees with its key", () => {
  fc.assert(
    fc.property(dates, dates, dates, (a, b, c) => {
      expect(Math.sign(comparePartialDates(a, b))).toBe(-Math.sign(comparePartialDates(b, a)) || 0);
      if (comparePartialDates(a, b) <= 0 && comparePartialDates(b, c) <= 0) {
        expect(comparePartialDates(a, c)).toBeLessThanOrEqual(0);
      }
      expect(sortKey(a) < sortKey(b)).toBe(comparePartialDates(a, b) < 0);
    }),
  );
});

test("any text is read or refused by name, never thrown at", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9T:~?%/.Z-]{0,24}$/)), (text) => {
      const parsed = parsePartialDate(text);
      expect("date" in parsed || typeof parsed.problem === "string").toBe(true);
    }),
  );
});

test("days are counted the same forwards and backwards", () => {
  fc.assert(
    fc.property(fc.integer({ min: -400_000, max: 400_000 }), (count) => {
      expect(daysBetween("2020-02-29", addDays("2020-02-29", count))).toBe(count);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { datePrecision, firstDay, lastDay, parsePartialDate } from "../partial-date.ts";
import { allowedAt, codeAt, dateAt, placeAt } from "./anonymity.ts";

const levels = fc.constantFrom("IL.0", "IL.1", "IL.2", "IL.3", "IL.4", "IL.5", "IL.6");
const points = fc.constantFrom(
  "2019",
  "2019-03",
  "2019-03-04",
  "2019-03-04T10:20+07:00",
  "2020-12-31~",
  "2018-01-01%",
  "2019-11?",
);
const dates = fc.oneof(
  points,
  points.map((point) => `${point}/..`),
  points.map((point) => `../${point}`),
  fc
    .tuple(points, points)
    .map(([a, b]) => `${a}/${b}`)
    .filter((text) => "date" in parsePartialDate(text)),
);
const finer = ["year", "month", "day", "time"];

test("a date comes out coarser or the same, still a date, and still holds every day it may have been", () => {
  fc.assert(
    fc.property(levels, dates, (level, text) => {
      const coarse = dateAt(level, text);
      if (coarse === undefined) return;
      expect(parsePartialDate(coarse)).toHaveProperty("date");
      expect((firstDay(coarse) ?? "0000") <= (firstDay(text) ?? "0000")).toBe(true);
      expect((lastDay(coarse) ?? "9999") >= (lastDay(text) ?? "9999")).toBe(true);
      const after = datePrecision(coarse) ?? "year";
      const finest = allowedAt(level).date;
      if (finest !== "none") expect(finer.indexOf(after)).toBeLessThanOrEqual(finer.indexOf(finest));
    }),
  );
});

test("making coarser twice is making coarser once", () => {
  fc.assert(
    fc.property(levels, dates, (level, text) => {
      const once = dateAt(level, text);
      if (once !== undefined) expect(dateAt(level, once)).toBe(once);
    }),
  );
});

test("the year alone at IL.1, the month at IL.2, all of it from IL.3, nothing at IL.0 or at an unknown level", () => {
  const at = (level: string) => dateAt(level, "2019-03-04~");
  expect(["IL.0", "IL.1", "IL.2", "IL.3", "IL.9"].map(at)).toEqual([
    undefined,
    "2019~",
    "2019-03~",
    "2019-03-04~",
    undefined,
  ]);
});

test("a district that few live in, or that nobody counted, gives way to its province", () => {
  const place = { country: "NP", province: "Made-up Province", district: "Made-up Lake" };
  expect(placeAt("IL.1", place)).toEqual({ country: "NP" });
  expect(placeAt("IL.2", place)).toEqual({ country: "NP", province: "Made-up Province" });
  expect(placeAt("IL.2", place, 900)).toEqual({ country: "NP", province: "Made-up Province" });
  expect(placeAt("IL.2", place, 250_000)).toEqual(place);
  expect(placeAt("IL.3", place)).toEqual(place);
});

test("an anonymous output knows the force and not the unit", () => {
  expect(codeAt("IL.1", "PT.POLICE.CRIM")).toBe("PT.POLICE");
  expect(codeAt("IL.2", "PT.POLICE.CRIM")).toBe("PT.POLICE.CRIM");
  expect(codeAt("IL.0", "PT.POLICE")).toBeUndefined();
});

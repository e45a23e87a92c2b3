import fc from "fast-check";
import { expect, test } from "vitest";
import { survivalMedian } from "./survival-median.ts";

const closed = (...days: readonly number[]) => days.map((each) => ({ days: each, open: false }));
const open = (...days: readonly number[]) => days.map((each) => ({ days: each, open: true }));

test("with nothing open it is the ordinary median", () => {
  expect(survivalMedian(closed(10, 20, 30))).toEqual({ days: 20, atLeast: 30, closed: 3, open: 0 });
});

test("cases that still wait make it longer, not shorter", () => {
  expect(survivalMedian([...closed(10, 20, 30), ...open(400, 500)])?.days).toBe(30);
});

test("where over half still wait, no number is made up", () => {
  expect(survivalMedian([...closed(10), ...open(400, 500)])).toEqual({
    days: undefined,
    atLeast: 500,
    closed: 1,
    open: 2,
  });
});

test("of nothing there is no median", () => {
  expect(survivalMedian([])).toBeUndefined();
});

test("taking a closed case as open never makes the median shorter", () => {
  const durations = fc.array(fc.record({ days: fc.integer({ min: 0, max: 50 }), open: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(durations, fc.nat(29), (all, at) => {
      const slower = all.map((each, index) => (index === at ? { ...each, open: true } : each));
      const [before, after] = [survivalMedian(all)?.days ?? Infinity, survivalMedian(slower)?.days ?? Infinity];
      expect(after).toBeGreaterThanOrEqual(before);
    }),
  );
});

import { expect, test } from "vitest";
import { buckets } from "./rate-limits.ts";

test("a bucket holds so many, fills up again with time, and never beyond", () => {
  let now = 0;
  const take = buckets({ burst: 2, perSecond: 0.5 }, () => now);
  expect([take("a"), take("a"), take("a")]).toEqual([0, 0, 2]);
  expect(take("b")).toBe(0);
  now = 2000;
  expect([take("a"), take("a")]).toEqual([0, 2]);
  now = 3_600_000;
  expect([take("a"), take("a"), take("a")]).toEqual([0, 0, 2]);
});

test("a clock that goes back gives nothing away and takes nothing", () => {
  let now = 10_000;
  const take = buckets({ burst: 1, perSecond: 1 }, () => now);
  expect(take("a")).toBe(0);
  now = 0;
  expect(take("a")).toBe(1);
});

test("a crowd does not fill the memory", () => {
  const take = buckets({ burst: 1, perSecond: 0.001 }, () => 0);
  for (let who = 0; who < 30_000; who += 1) take(`${who}`);
  expect(take("29999")).toBeGreaterThan(0);
  expect(take("0")).toBe(0); // forgotten, and so forgiven
});

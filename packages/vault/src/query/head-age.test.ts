import { expect, test } from "vitest";
import { headAgeHours } from "./head-age.ts";

const now = Date.parse("2026-11-21T12:00:00Z");
const state = { phase: "idle", verifiedAt: "2026-11-21T10:00:00Z", problem: null } as const;

test("hours since the relay's head was verified; nothing verified, and a clock that lies, are never fresh", () => {
  expect(headAgeHours(state, now)).toBe(2);
  expect(headAgeHours({ ...state, phase: "alone", verifiedAt: null }, now)).toBe(0);
  for (const verifiedAt of [null, "2026-11-22T12:00:00Z"])
    expect(headAgeHours({ ...state, verifiedAt }, now)).toBe(Number.POSITIVE_INFINITY);
});

test("a space that stopped in doubt is never fresh, however lately it was verified; work set aside is no doubt", () => {
  const doubts = [
    { kind: "forked-history", size: 3 },
    { kind: "bad-entry", position: 3, reason: "time-backwards" },
    { kind: "removed" },
  ] as const;
  for (const problem of doubts) expect(headAgeHours({ ...state, problem }, now)).toBe(Number.POSITIVE_INFINITY);
  expect(headAgeHours({ ...state, problem: { kind: "set-aside", entries: 1 } }, now)).toBe(2);
});

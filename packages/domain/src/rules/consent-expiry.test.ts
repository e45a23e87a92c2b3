import { expect, test } from "vitest";
import { aCaseFile, aGrant, exampleToday as today } from "../example.ts";
import { consentExpiry, usualEnd } from "./consent-expiry.ts";

const found = (fields: Parameters<typeof aGrant>[0]) =>
  consentExpiry(aCaseFile(aGrant(fields)), today).map(({ reason, facts }) => [reason, facts?.step ?? facts?.days]);

test("renewal is asked for 60, 30 and 7 days before the end", () => {
  expect(found({ until: "2027-01-21" })).toEqual([]);
  expect(found({ until: "2027-01-20" })).toEqual([["ends-soon", 60]]);
  expect(found({ until: "2026-12-21" })).toEqual([["ends-soon", 30]]);
  expect(found({ until: "2026-11-28" })).toEqual([["ends-soon", 7]]);
  expect(found({ until: "2026-11-21" })).toEqual([["ends-soon", 7]]);
});

test("no answer means ended", () => {
  expect(found({ until: "2026-11-20" })).toEqual([["ended", -1]]);
});

test("a month's grant is renewed before the month; one without an end is asked about", () => {
  expect(found({ until: "2026-12" })).toEqual([["ends-soon", 30]]);
  expect(found({ until: null })).toEqual([["no-end", undefined]]);
});

test("what was withdrawn or refused is still", () => {
  expect(found({ until: "2026-11-20", state: "CT.WITHDRAWN" })).toEqual([]);
});

test("a form proposes an end by purpose and risk, and none for a court", () => {
  const calm = { from: "2026-08-31", highRisk: false };
  expect(usualEnd("CP.RECORD", calm)).toBe("2028-08-31");
  expect(usualEnd("CP.PUBCASE", calm)).toBe("2027-08-31");
  expect(usualEnd("CP.RECORD", { ...calm, highRisk: true })).toBe("2027-02-28");
  expect(usualEnd("CP.COMPLAINT", calm)).toBeUndefined();
});

import { expect, test } from "vitest";
import { aGrant, aUse, exampleToday as today } from "../example.ts";
import type { Use } from "../use.ts";
import type { Fields } from "../value.ts";
import { coverOf } from "./consent-cover.ts";

const cover = (grant: Fields, use: Partial<Use> = {}, context = {}) =>
  coverOf(aGrant(grant).fields, aUse(use), { today, status: "VS.FREE", ...context });

test("a grant covers the use it was given for", () => {
  expect(cover({})).toEqual({ covers: "yes", gaps: [] });
});

test("nothing is implied by another grant", () => {
  expect(cover({}, { purpose: "CP.MEDIA" }).gaps).toEqual(["other-purpose"]);
  expect(cover({}, { audience: "AU.UNGOV" }).gaps).toEqual(["other-audience"]);
  expect(cover({}, { content: ["CC.FACTS", "CC.IMAGE"] }).gaps).toEqual(["content"]);
});

test("a level granted does not grant a higher one, and does grant a lower one", () => {
  expect(cover({}, { identityLevel: "IL.5" }).gaps).toEqual(["named-less"]);
  expect(cover({}, { identityLevel: "IL.1" }).covers).toBe("yes");
});

test("a grant for everywhere covers one country, and not the other way round", () => {
  expect(cover({}, { territory: "NP" }).covers).toBe("yes");
  expect(cover({ territory: ["NP"] }, { territory: "WORLD" }).gaps).toEqual(["territory"]);
});

test("only an active grant covers", () => {
  for (const state of [
    "CT.DRAFT",
    "CT.PARTIAL",
    "CT.WITHDRAWN",
    "CT.EXPIRED",
    "CT.SUPERSEDED",
    "CT.REFUSED",
    "CT.PENDING",
  ]) {
    expect(cover({ state }).gaps).toEqual(["not-active"]);
  }
});

test("a grant that ends this month, no day known, is a question and not a yes", () => {
  expect(cover({ until: "2026-11-21" }).covers).toBe("yes");
  expect(cover({ until: "2026-11" }).covers).toBe("unknown");
  expect(cover({ until: "2026-10" }).covers).toBe("no");
  expect(cover({ until: null }).covers).toBe("unknown");
});

test("each condition must be recorded as met", () => {
  expect(cover({ conditions: ["CD.EACH"], lastAsked: "2026-10-01" }).gaps).toEqual(["ask-each-time"]);
  expect(cover({ conditions: ["CD.EACH"], lastAnswer: "ANSWER.SILENCE" }).covers).toBe("no");
  expect(cover({ conditions: ["CD.RELEASE"] }, {}, { status: "VS.HELDINV" }).covers).toBe("no");
  expect(cover({ conditions: ["CD.RELEASE"] }, {}, { status: undefined }).covers).toBe("unknown");
  expect(cover({ conditions: ["CD.DATE"], conditionDate: "2027" }).gaps).toEqual(["after-date"]);
  expect(cover({ conditions: ["CD.LAWYER"], lawyerPresent: true }).covers).toBe("yes");
  expect(cover({ conditions: ["CD.OTHER"] }).covers).toBe("unknown");
  expect(cover({ conditions: ["CD.FROM-A-NEWER-VERSION"] }).covers).toBe("unknown");
});

test("at high risk an answer is fresh for 7 days, else for 30", () => {
  const asked = { conditions: ["CD.EACH"], lastAsked: "2026-11-10" };
  expect(cover(asked).covers).toBe("yes");
  expect(cover(asked, {}, { highRisk: true }).covers).toBe("no");
});

test("what nobody answered does not cover", () => {
  for (const field of ["state", "purpose", "audiences", "identityLevel", "content", "territory", "until"]) {
    expect(cover({ [field]: { unknown: "not-asked" } }).covers, field).toBe("unknown");
  }
});

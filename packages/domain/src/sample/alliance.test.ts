import { expect, test } from "vitest";
import { checkFields } from "../check-fields.ts";
import { recordTypeNamed } from "../record-types.ts";
import { sampleAlliance } from "./alliance.ts";
import { stories } from "./stories.ts";

const drafts = sampleAlliance().flatMap(({ batches }) => batches.flat());

test("the sample is the same every time", () => {
  const [once, again] = [sampleAlliance(), sampleAlliance()].map((spaces) => JSON.stringify(spaces));
  expect(once === again).toBe(true);
});

test("the sample has three spaces, thirty cases and at least two hundred records", () => {
  expect(sampleAlliance()).toHaveLength(3);
  expect(new Set(drafts.filter(({ type }) => type === "case").map(({ id }) => id))).toHaveLength(30);
  expect(new Set(drafts.map(({ id }) => id)).size).toBeGreaterThanOrEqual(200);
});

test("every draft of the sample passes the check of its own type", () => {
  const findings = drafts.flatMap(({ type, fields, base }) => {
    const declared = recordTypeNamed(type);
    if (declared === undefined) return [`no type ${type}`];
    return checkFields(declared, fields)
      .filter(({ reason }) => base === undefined || !reason.startsWith("missing"))
      .filter(({ weight }) => weight !== "ask")
      .map(({ field, reason }) => `${type}.${field}: ${reason}`);
  });
  expect([...new Set(findings)]).toEqual([]);
});

test("the sample is written in at least five scripts", () => {
  const scripts = [
    "Latin",
    "Thai",
    "Khmer",
    "Myanmar",
    "Lao",
    "Devanagari",
    "Arabic",
    "Bengali",
    "Sinhala",
    "Tamil",
    "Han",
    "Cyrillic",
  ];
  const used = scripts.filter((script) =>
    stories.some(({ account }) => new RegExp(`\\p{Script=${script}}{2}`, "u").test(account)),
  );
  expect(used).toEqual(scripts);
});

test("the sample says of every place and organisation that it is made up", () => {
  expect(stories.filter(({ district }) => !district.includes("(made up)"))).toEqual([]);
  expect(sampleAlliance().filter(({ name }) => !name.includes("(made up)"))).toEqual([]);
});

test("the sample has open conflicts, grants taken back, and steps that nobody answered", () => {
  expect(drafts.filter(({ base }) => base !== undefined).length).toBeGreaterThanOrEqual(3);
  expect(
    drafts.filter(({ type, fields }) => type === "grant" && fields["state"] === "CT.WITHDRAWN").length,
  ).toBeGreaterThanOrEqual(3);
  expect(
    drafts.filter(({ type, fields }) => type === "remedy-step" && fields["outcome"] === "OU.PENDING").length,
  ).toBeGreaterThanOrEqual(10);
});

test("the sample says nothing of any state: one space keeps the atlas, and no fact is in it", () => {
  expect(drafts.filter(({ type }) => type === "atlas-space")).toHaveLength(1);
  const ofStates = ["fact", "bill", "recommendation", "commitment", "confirmation"];
  expect(drafts.filter(({ type }) => ofStates.includes(type))).toEqual([]);
});

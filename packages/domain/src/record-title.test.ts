import { expect, test } from "vitest";
import { act } from "./act.ts";
import { anAct, anIdentity, anIncident, aTestimony } from "./example.ts";
import { identity } from "./identity.ts";
import { incident } from "./incident.ts";
import { recordSortKey, recordTitle, recordWhen } from "./record-title.ts";
import { testimony } from "./testimony.ts";
import { termLabel } from "./vocabulary.ts";

test("a person's name is never a title", () => {
  expect(recordTitle(identity, anIdentity().fields, termLabel)).toBe("Identity");
});

test("a title is a text, or the labels of its codes, or the name of the type", () => {
  expect(recordTitle(testimony, aTestimony().fields, termLabel)).toBe("Made-up account of two nights");
  expect(recordTitle(act, anAct().fields, termLabel)).toBe("Beating of the soles of the feet");
  expect(recordTitle(testimony, {}, termLabel)).toBe("Testimony");
  expect(recordTitle(testimony, { summary: "ခ".repeat(300) }, termLabel).length).toBeLessThan(125);
});

test("records sort by their own time, as exact as it is", () => {
  expect(recordWhen(incident, anIncident().fields)).toBe("2026-03");
  expect(recordSortKey(incident, { start: "2026-03" }) < recordSortKey(incident, { start: "2026-04" })).toBe(true);
  expect(recordSortKey(incident, { start: "2026" }) < recordSortKey(incident, {})).toBe(true);
});

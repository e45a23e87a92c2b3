import { expect, test } from "vitest";
import { act } from "./act.ts";
import { anAct, anIdentity, anIncident, aTestimony, exampleId } from "./example.ts";
import { identity } from "./identity.ts";
import { incident } from "./incident.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { precedent } from "./precedent.ts";
import { recordSortKey, recordTitle, recordWhen } from "./record-title.ts";
import { recordTypes } from "./record-types.ts";
import { searchTexts } from "./search-text.ts";
import { testimony } from "./testimony.ts";
import { termLabel } from "./vocabulary.ts";

test("a person's name is found in the name index and is never a title", () => {
  const { fields } = anIdentity();
  expect(searchTexts(identity, fields).names.map(({ text }) => text)).toEqual([
    "Madeup Person Example",
    "Contoh Rekaan",
  ]);
  expect(searchTexts(identity, fields).words).toEqual([]);
  expect(recordTitle(identity, fields, termLabel)).toBe("Identity");
});

test("what was done is found by the label of its code and by the words of the person", () => {
  const found = searchTexts(act, anAct().fields, termLabel).words.map(({ text }) => text);
  expect(found).toContain("They beat the soles of my feet.");
  expect(found).toContain("Beating of the soles of the feet");
});

test("a district is found, and so is text in the rows of a list", () => {
  expect(searchTexts(incident, anIncident().fields).words.map(({ text }) => text)).toContain("Made-up Lake");
  const fields = { sources: [{ register: "Made-up Reports", citation: "1 MR 2" }] };
  expect(searchTexts(precedent, fields).words).toContainEqual({ field: "sources.citation", text: "1 MR 2" });
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

test("every type has a schema whose patterns compile and whose references exist", () => {
  for (const type of recordTypes) {
    const schema = jsonSchemaOf(type);
    expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(type.fields));
    const text = JSON.stringify(schema);
    for (const [, name] of text.matchAll(/"\$ref":"#\/\$defs\/([a-z]+)"/g))
      expect(schema.$defs).toHaveProperty(name ?? "");
  }
  const { $defs } = jsonSchemaOf(act);
  const pattern = new RegExp(String(JSON.parse(JSON.stringify($defs)).date.pattern), "u");
  expect(
    ["2019", "2019-03~", "2019-03-04T10:20+07:00", "2019/..", "../2019-03", "2019/2020"].every((text) =>
      pattern.test(text),
    ),
  ).toBe(true);
  expect(["", "2019-13", "04/03/2019", "../.."].some((text) => pattern.test(text))).toBe(false);
  expect(exampleId("case")).toMatch(/^[a-z2-7]{26}$/);
});

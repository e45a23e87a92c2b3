import { expect, test } from "vitest";
import { act } from "./act.ts";
import { anAct, anIdentity, anIncident } from "./example.ts";
import { identity } from "./identity.ts";
import { incident } from "./incident.ts";
import { precedent } from "./precedent.ts";
import { searchTexts } from "./search-text.ts";
import { termLabel } from "./vocabulary.ts";

test("a person's name is found in the name index and not in the word index", () => {
  const { fields } = anIdentity();
  expect(searchTexts(identity, fields).names.map(({ text }) => text)).toEqual([
    "Madeup Person Example",
    "Contoh Rekaan",
  ]);
  expect(searchTexts(identity, fields).words).toEqual([]);
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

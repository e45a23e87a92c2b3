import type { RecordId, SpaceId, Version } from "@saksi/domain/id";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { expect, test } from "vitest";
import { draftOf, type Opened, withoutFields } from "./draft-of.ts";

const person = recordTypeNamed("person");
if (!person) throw new Error("no such type");
const v1 = `${"0".repeat(31)}1`;
const opened: Opened = {
  id: "a".repeat(26) as RecordId,
  fields: { pseudonym: "Quiet River", legalStatus: "Citizen" },
  versions: { pseudonym: [v1 as Version], legalStatus: [v1 as Version] },
};

test("only what changed is written, with the versions that the writer saw", () => {
  const values = { ...opened.fields, pseudonym: "Calm Lake", occupation: "Fisher" };
  expect(draftOf(person, values, { opened })).toEqual({
    id: opened.id,
    type: "person",
    fields: { pseudonym: "Calm Lake", occupation: "Fisher" },
    base: { pseudonym: [v1], occupation: [] },
  });
});

test("nothing changed is nothing to save", () => {
  expect(draftOf(person, { ...opened.fields, occupation: "  ", needs: [] }, { opened })).toBeNull();
  expect(draftOf(person, {}, {})).toBeNull();
});

test("emptying a field clears it, and says what it answers", () => {
  expect(draftOf(person, { ...opened.fields, legalStatus: undefined }, { opened })).toMatchObject({
    fields: { legalStatus: null },
    base: { legalStatus: [v1] },
  });
});

test("a record that begins names its space, and no versions", () => {
  const space = "0".repeat(64) as SpaceId;
  expect(draftOf(person, { pseudonym: "Quiet River", status: { unknown: "not-asked" } }, { space, circle: 1 })).toEqual(
    {
      type: "person",
      space,
      circle: 1,
      fields: { pseudonym: "Quiet River", status: { unknown: "not-asked" } },
    },
  );
});

test("half a date does not hold back the words beside it", () => {
  expect(withoutFields({ pseudonym: "Quiet River", statusAsOf: "2019-1" }, new Set(["statusAsOf"]))).toEqual({
    pseudonym: "Quiet River",
  });
});

import { expect, test } from "vitest";
import { act } from "./act.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { recordTypes } from "./record-types.ts";

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
});

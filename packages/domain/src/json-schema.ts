/** A record type as JSON Schema 2020-12: for scripts and imports, made from the same declaration as the form. */

import { type Field, fieldsOf, type RecordType } from "./record-type.ts";
import type { Json } from "./value.ts";
import { vocabulary, vocabularyTitle } from "./vocabulary.ts";

export type JsonSchema = { readonly [keyword: string]: Json };

/** The schema of the `fields` of a record. Unknown fields are allowed: they are kept. */
export function jsonSchemaOf(type: RecordType): JsonSchema {
  const required = fieldsOf(type)
    .filter(([, field]) => field.required)
    .map(([name]) => name);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: type.label.one,
    description: type.help,
    type: "object",
    properties: properties(type.fields),
    ...(required.length > 0 ? { required } : {}),
    $defs: {
      unknown: {
        description: "Why there is no answer",
        type: "object",
        properties: { unknown: { enum: ["not-known", "not-asked", "refused"] } },
        required: ["unknown"],
        additionalProperties: false,
      },
      date: {
        description:
          "EDTF: 2019, 2019-03, 2019-03-04, 2019-03-04T10:20+07:00; ~ about, ? uncertain; 2019/2020, 2019/..",
        type: "string",
        pattern: `^(${point}|${point}/(${point}|\\.\\.)|\\.\\./${point})$`,
      },
      id: { description: "A record id", type: "string", pattern: "^[a-z2-7]{26}$" },
    },
    "x-circle": type.circle,
  };
}

const point =
  "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?[~?%]?";

const properties = (fields: Readonly<Record<string, Field>>): JsonSchema =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, property(field)]));

function property(field: Field): JsonSchema {
  const said = { title: field.label, ...(field.help ? { description: field.help } : {}), "x-class": field.class };
  if (field.kind === "file") return { ...said, anyOf: [shapeOf(field), { type: "null" }] };
  return { ...said, anyOf: [shapeOf(field), { $ref: "#/$defs/unknown" }, { type: "null" }] };
}

function shapeOf(field: Field): JsonSchema {
  switch (field.kind) {
    case "text":
      return { type: "string" };
    case "texts":
      return { type: "array", items: { type: "string" } };
    case "date":
      return { $ref: "#/$defs/date" };
    case "choice":
      return codes(field.vocabulary);
    case "choices":
      return {
        type: "array",
        items: codes(field.vocabulary),
        uniqueItems: true,
        ...(field.most === undefined ? {} : { maxItems: field.most }),
      };
    case "link":
      return { $ref: "#/$defs/id", "x-to": field.to };
    case "links":
      return { type: "array", items: { $ref: "#/$defs/id" }, "x-to": field.to };
    case "number":
      return {
        type: "number",
        ...(field.least === undefined ? {} : { minimum: field.least }),
        ...(field.most === undefined ? {} : { maximum: field.most }),
        ...(field.unit === undefined ? {} : { "x-unit": field.unit }),
      };
    case "yes-no":
      return { type: "boolean" };
    case "list":
      return { type: "array", items: { type: "object", properties: properties(field.of) } };
    case "place":
      return {
        type: "object",
        properties: { country: codes("countries"), province: { type: "string" }, district: { type: "string" } },
      };
    case "body-map":
      return { type: "array", items: mark };
    case "file":
      return {
        description: "Made by attaching a file, never written by hand",
        type: "object",
        required: ["sha256", "bytes", "mediaType", "name", "key", "chunks"],
      };
  }
}

const codes = (list: string): JsonSchema => ({
  description: vocabularyTitle(list),
  oneOf: vocabulary(list).map(({ code, label }) => ({ const: code, title: label })),
});

const share: JsonSchema = { type: "number", minimum: 0, maximum: 1 };
const mark: JsonSchema = {
  type: "object",
  properties: {
    view: codes("body_views"),
    region: codes("body_regions"),
    side: { enum: ["L", "R", "B", "M"] },
    x: share,
    y: share,
    note: { type: "string" },
  },
  required: ["view", "region", "x", "y"],
};

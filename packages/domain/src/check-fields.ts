/**
 * Whether what somebody gave fits its declaration: kinds, codes, dates, bounds. Each finding names field and reason; none
 * repeats what was written. Fields that this version does not know are kept, and asked about.
 */

import { asText } from "./field-values.ts";
import type { Finding } from "./finding.ts";
import { draftId, isRecordId, type RecordId } from "./id.ts";
import { parsePartialDate } from "./partial-date.ts";
import { type Field, fieldsOf, type RecordType } from "./record-type.ts";
import { type Fields, isUnknown, type Json, type Value } from "./value.ts";
import { term, vocabulary } from "./vocabulary.ts";

/** Everything about a record that begins: its values, and the required fields that have none. */
export const checkFields = (type: RecordType, fields: Fields, at: RecordId = draftId): readonly Finding[] => [
  ...checkValues(type, fields, at),
  ...missingFields(type, fields, at),
];

/** Required fields without a value. *Not known*, *not asked* and *refused* are values. */
export const missingFields = (type: RecordType, fields: Fields, at: RecordId = draftId): readonly Finding[] =>
  fieldsOf(type)
    .filter(([name, field]) => field.required && isEmpty(fields[name]))
    .map(([name]) => ({ rule: "fields", weight: "ask", at, field: name, reason: "missing" }));

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

/** The given values only: for a change of some fields, and for machine input. `stop` is wrong, `ask` is not known here. */
export const checkValues = (type: RecordType, fields: Fields, at: RecordId = draftId): readonly Finding[] =>
  valuesIn(type.fields, fields, "").map((problem) => ({ rule: "fields", at, ...problem }));

type Problem = Pick<Finding, "weight" | "reason" | "facts"> & { readonly field: string };

function valuesIn(declared: Readonly<Record<string, Field>>, values: Fields, path: string): readonly Problem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const at = path + name;
    if (field === undefined) return [{ weight: "ask" as const, field: at, reason: "unknown-field" }];
    if (value === null) return [];
    if (isUnknown(value)) return unknownProblems(field, value, at);
    return problemsOf(field, value, at);
  });
}

const unknowns: readonly Json[] = ["not-known", "not-asked", "refused"];

function unknownProblems(field: Field, value: Readonly<Record<string, Json>>, at: string): readonly Problem[] {
  if (field.kind === "file") return [wrongKind(field, at)];
  const isWellFormed = Object.keys(value).length === 1 && unknowns.includes(value.unknown ?? null);
  return isWellFormed ? [] : [stop(at, "no-such-unknown")];
}

function problemsOf(field: Field, value: Json, at: string): readonly Problem[] {
  switch (field.kind) {
    case "text":
      return typeof value === "string" ? [] : [wrongKind(field, at)];
    case "texts":
      return isTexts(value) ? [] : [wrongKind(field, at)];
    case "yes-no":
      return typeof value === "boolean" ? [] : [wrongKind(field, at)];
    case "date":
      return typeof value === "string" ? dateProblems(value, at) : [wrongKind(field, at)];
    case "number":
      return typeof value === "number" && Number.isFinite(value)
        ? boundProblems(field, value, at)
        : [wrongKind(field, at)];
    case "choice":
      return typeof value === "string" ? codeProblems(field.vocabulary, value, at) : [wrongKind(field, at)];
    case "choices":
      return isTexts(value) ? choicesProblems(field, value, at) : [wrongKind(field, at)];
    case "link":
      return typeof value === "string" ? idProblems([value], at) : [wrongKind(field, at)];
    case "links":
      return isTexts(value) ? idProblems(value, at) : [wrongKind(field, at)];
    case "list":
      return Array.isArray(value) ? rowProblems(field.of, value, at) : [wrongKind(field, at)];
    case "place":
      return isObject(value) ? placeProblems(value, at) : [wrongKind(field, at)];
    case "body-map":
      return Array.isArray(value)
        ? value.flatMap((mark, index) => markProblems(mark, `${at}.${index}`))
        : [wrongKind(field, at)];
    case "file":
      return isObject(value) && asText(value.sha256) !== undefined && Array.isArray(value.chunks)
        ? []
        : [wrongKind(field, at)];
  }
}

function dateProblems(text: string, at: string): readonly Problem[] {
  const parsed = parsePartialDate(text);
  return "problem" in parsed ? [stop(at, parsed.problem)] : [];
}

function boundProblems(
  field: { readonly least?: number; readonly most?: number },
  value: number,
  at: string,
): readonly Problem[] {
  const least = field.least ?? Number.NEGATIVE_INFINITY;
  const most = field.most ?? Number.POSITIVE_INFINITY;
  if (value >= least && value <= most) return [];
  const facts = { ...(field.least === undefined ? {} : { least }), ...(field.most === undefined ? {} : { most }) };
  return [stop(at, "out-of-range", facts)];
}

/** An unknown code is refused, with the code it may have meant. */
function codeProblems(list: string, code: string, at: string): readonly Problem[] {
  if (term(list, code)) return [];
  const same = (text: string) => text.toLowerCase() === code.trim().toLowerCase();
  const meant = vocabulary(list).find(
    (each) => same(each.code) || same(each.label) || same(each.code.replace(/^[A-Z]+\./, "")),
  );
  return [stop(at, "unknown-code", { vocabulary: list, ...(meant ? { perhaps: meant.code } : {}) })];
}

function choicesProblems(
  field: { readonly vocabulary: string; readonly most?: number },
  codes: readonly string[],
  at: string,
): readonly Problem[] {
  const wrong = codes.flatMap((code) => codeProblems(field.vocabulary, code, at));
  const twice = new Set(codes).size < codes.length ? [stop(at, "said-twice")] : [];
  const many =
    field.most !== undefined && codes.length > field.most ? [stop(at, "too-many", { most: field.most })] : [];
  return [...wrong, ...twice, ...many];
}

const idProblems = (ids: readonly string[], at: string): readonly Problem[] =>
  ids.every(isRecordId) ? [] : [stop(at, "not-an-id")];

const rowProblems = (of: Readonly<Record<string, Field>>, rows: readonly Json[], at: string): readonly Problem[] =>
  rows.flatMap((row, index) =>
    isObject(row) ? valuesIn(of, row, `${at}.${index}.`) : [stop(`${at}.${index}`, "wrong-kind", { wanted: "row" })],
  );

function placeProblems(place: Readonly<Record<string, Json>>, at: string): readonly Problem[] {
  return Object.entries(place).flatMap(([part, value]): readonly Problem[] => {
    if (!["country", "province", "district"].includes(part))
      return [{ weight: "ask", field: `${at}.${part}`, reason: "unknown-field" }];
    if (typeof value !== "string") return [stop(`${at}.${part}`, "wrong-kind", { wanted: "text" })];
    return part === "country" ? codeProblems("countries", value, `${at}.country`) : [];
  });
}

function markProblems(mark: Json, at: string): readonly Problem[] {
  if (!isObject(mark)) return [stop(at, "wrong-kind", { wanted: "body-map" })];
  const within = (value: Json | undefined) => typeof value === "number" && value >= 0 && value <= 1;
  return [
    ...codeProblems("body_views", asText(mark.view) ?? "", `${at}.view`),
    ...codeProblems("body_regions", asText(mark.region) ?? "", `${at}.region`),
    ...(within(mark.x) && within(mark.y) ? [] : [stop(at, "out-of-range", { least: 0, most: 1 })]),
  ];
}

const isTexts = (value: Json): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === "string");

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wrongKind = (field: Field, at: string): Problem => stop(at, "wrong-kind", { wanted: field.kind });

const stop = (field: string, reason: string, facts?: Readonly<Record<string, Json>>): Problem => ({
  weight: "stop",
  field,
  reason,
  ...(facts ? { facts } : {}),
});

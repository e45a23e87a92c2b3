/** Which texts of a record go to the word index and which to the name index. The words of a code are found too. */

import { asPlace, asRows, asTexts } from "./field-values.ts";
import type { Field, RecordType } from "./record-type.ts";
import type { Fields, Value } from "./value.ts";

export interface SearchText {
  /** Path of the field, such as `account` or `sources.citation` */
  readonly field: string;
  readonly text: string;
}

export interface SearchTexts {
  readonly words: readonly SearchText[];
  /** Compared with spelling slips */
  readonly names: readonly SearchText[];
}

/**
 * The texts of one record. Whether its circle may be searched is the vault's question, not this function's.
 *
 * @param label  the label of a code, so that "soles of the feet" finds `TM.BLUNT.SOLE`; `termLabel` in English
 */
export function searchTexts(
  type: RecordType,
  fields: Fields,
  label?: (vocabulary: string, code: string) => string,
): SearchTexts {
  const found = textsIn(type.fields, fields, "", label);
  const of = (index: "words" | "name") =>
    found.filter((each) => each.index === index).map(({ field, text }) => ({ field, text }));
  return { words: of("words"), names: of("name") };
}

type Found = SearchText & { readonly index: "words" | "name" };

function textsIn(
  declared: Readonly<Record<string, Field>>,
  values: Fields,
  path: string,
  label?: (vocabulary: string, code: string) => string,
): readonly Found[] {
  return Object.entries(declared).flatMap(([name, field]) => {
    const value = values[name];
    if (field.kind === "list") return asRows(value).flatMap((row) => textsIn(field.of, row, `${path}${name}.`, label));
    const index = field.search ?? (isFoundByKind(field) ? "words" : undefined);
    if (index === undefined) return [];
    return textsOf(field, value, label).map((text) => ({ index, field: path + name, text }));
  });
}

/** Places and codes are found without being marked, except in what only few may read. */
const isFoundByKind = (field: Field): boolean =>
  (field.kind === "place" || field.kind === "choice" || field.kind === "choices") &&
  (field.class === "sensitive" || field.class === "public");

function textsOf(
  field: Field,
  value: Value | undefined,
  label?: (vocabulary: string, code: string) => string,
): readonly string[] {
  const lines = typeof value === "string" ? [value] : asTexts(value);
  if (field.kind === "choice" || field.kind === "choices") {
    return label ? lines.map((code) => label(field.vocabulary, code)) : [];
  }
  if (field.kind === "place") {
    const place = asPlace(value);
    return [place?.district, place?.province].filter((part): part is string => typeof part === "string" && part !== "");
  }
  return lines.filter((line) => line.trim() !== "");
}

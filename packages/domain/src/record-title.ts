/** How a record is called in a list, and when it is. Never a name, never where someone hides. */

import { asText, asTexts } from "./field-values.ts";
import { sortKey } from "./partial-date.ts";
import { fieldsOf, type RecordType } from "./record-type.ts";
import type { Fields } from "./value.ts";

const longest = 120;

/**
 * The title of a record in a list; the name of its type where it has none that may be shown.
 *
 * @param label  the label of a code in the reader's language; `termLabel` in English
 */
export function recordTitle(
  type: RecordType,
  fields: Fields,
  label: (vocabulary: string, code: string) => string,
): string {
  const field = type.fields[type.title];
  const value = fields[type.title];
  if (field === undefined || field.class === "identifying" || field.class === "restricted") return type.label.one;
  const codes = (typeof value === "string" ? [value] : asTexts(value)).filter((code) => code.trim() !== "");
  if (field.kind === "choice" || field.kind === "choices") {
    return codes.length > 0 ? codes.map((code) => label(field.vocabulary, code)).join(" · ") : type.label.one;
  }
  const text = field.kind === "text" ? asText(value)?.trim().replace(/\s+/gu, " ") : undefined;
  return text === undefined ? type.label.one : shortened(text);
}

/** Cuts between characters as people count them, not inside one. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.replace(/[\ud800-\udbff]$|\p{M}*$/u, "").trimEnd()}…`;
}

/** The record's own time as stored, if its type has one and it is given. */
export const recordWhen = (type: RecordType, fields: Fields): string | undefined =>
  type.when === undefined ? undefined : asText(fields[type.when]);

/** A text that sorts records of a type in time; those without a date come last. */
export const recordSortKey = (type: RecordType, fields: Fields): string => sortKey(recordWhen(type, fields) ?? "");

/** The fields of a type that a list may show as columns: its title, its time, its state and what is coded and short. */
export const listColumns = (type: RecordType): readonly string[] => {
  const first = [type.title, type.when, type.state].filter((name): name is string => name !== undefined);
  const coded = fieldsOf(type)
    .filter(([name, field]) => field.kind === "choice" && field.class !== "identifying" && !first.includes(name))
    .map(([name]) => name);
  return [...new Set([...first, ...coded])].slice(0, 6);
};

/** Reading a field's value as what its kind says. `undefined`: not given, unknown, or not of that kind. */

import type { RecordId } from "./id.ts";
import { isUnknown, type Json, type PlaceValue, type Value } from "./value.ts";

export const asText = (value: Value | undefined): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** A code of a choice. */
export const asCode = asText;

/** The codes of choices, or the lines of texts; none when not given. */
export const asTexts = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];

/** The codes of choices; `undefined` where nobody said, which differs from none. */
export const asCodes = (value: Value | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? asTexts(value) : undefined;

export const asNumber = (value: Value | undefined): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;

export const asYesNo = (value: Value | undefined): boolean | undefined =>
  typeof value === "boolean" ? value : undefined;

/** A stored link is the id itself; that it exists is another question. */
export const asLink = (value: Value | undefined): RecordId | undefined => asText(value) as RecordId | undefined;

/** One link or several, as a list. */
export const asLinks = (value: Value | undefined): readonly RecordId[] =>
  (typeof value === "string" ? [value] : asTexts(value)).filter(
    (id) => id !== "",
  ) as readonly string[] as readonly RecordId[];

/** The rows of a list field. */
export const asRows = (value: Value | undefined): readonly Readonly<Record<string, Json>>[] =>
  Array.isArray(value) ? value.filter(isPlainObject) : [];

export function asPlace(value: Value | undefined): PlaceValue | undefined {
  return value !== undefined && isPlainObject(value) && !isUnknown(value) ? (value as PlaceValue) : undefined;
}

const isPlainObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

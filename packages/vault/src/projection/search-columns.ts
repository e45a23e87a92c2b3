/** What the search index holds of a record, column by column. Who cannot open a record has no row of it. */

import type { Field, RecordType } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { type SearchText, searchTexts } from "@saksi/domain/search-text";
import type { Fields, Value } from "@saksi/domain/value";
import { termLabel } from "@saksi/domain/vocabulary";
import { tokens } from "../search/tokens.ts";
import { nameTokens } from "../search/trigrams.ts";
import { facetsOf, spaceToken, typeToken } from "./facets.ts";
import type { Standing } from "./standing.ts";

export interface SearchColumns {
  /** Words of fields that a snippet may show */
  readonly words: string;
  /** Words of identifying and restricted fields, and of names: found, never shown */
  readonly hidden: string;
  /** Trigrams of names */
  readonly names: string;
  /** One token a value of a short field: what filters ask for */
  readonly facets: string;
}

/** Whether records of a type may be found by something that no snippet shows. */
export const hidesText = (typeName: string): boolean => {
  const type = recordTypeNamed(typeName);
  return type !== undefined && holdsHidden(type.fields);
};

const holdsHidden = (fields: Readonly<Record<string, Field>>): boolean =>
  Object.values(fields).some(
    (field) => (field.search && isHidden(field)) || (field.kind === "list" && holdsHidden(field.of)),
  );

const isHidden = (field: Field): boolean =>
  field.search === "name" || field.class === "identifying" || field.class === "restricted";

/** Every writing that stands can be found, both sides of a conflict. */
export function searchColumns(record: {
  readonly type: string;
  readonly sid: number;
  readonly standing: Standing;
  readonly fields: Fields;
}): SearchColumns {
  const { standing, fields } = record;
  const tokensOfPlace = `${spaceToken(record.sid)} ${typeToken(record.type)}`;
  const type = recordTypeNamed(record.type);
  if (!type) return { words: "", hidden: "", names: "", facets: tokensOfPlace };
  const found = bothSides(standing).map((side) => searchTexts(type, side, termLabel));
  const words = found.flatMap((texts) => texts.words);
  const names = found.flatMap((texts) => texts.names);
  const shown = words.filter(({ field }) => maySnippet(type, field));
  const hidden = [...words.filter(({ field }) => !maySnippet(type, field)), ...names];
  return {
    words: tokensOf(shown),
    hidden: tokensOf(hidden),
    names: namesOf(names),
    facets: `${tokensOfPlace} ${facetsOf(type, fields)}`,
  };
}

/** The texts that a snippet may show, in the order of their declaration. */
export function snippetTexts(typeName: string, fields: Fields): readonly string[] {
  const type = recordTypeNamed(typeName);
  if (!type) return [];
  const { words } = searchTexts(type, fields, termLabel);
  return words.filter(({ field }) => maySnippet(type, field)).map(({ text }) => text);
}

/** All that `words` was made of, both sides of a conflict. */
export function shownTexts(typeName: string, standing: Standing): readonly string[] {
  return bothSides(standing).flatMap((side) => snippetTexts(typeName, side));
}

/** All that can be found of a record by words, shown or not. */
export function searchedTexts(typeName: string, standing: Standing): readonly string[] {
  const type = recordTypeNamed(typeName);
  if (!type) return [];
  const found = bothSides(standing).map((side) => searchTexts(type, side, termLabel));
  return found.flatMap(({ words, names }) => [...words, ...names].map(({ text }) => text));
}

/** The names of a record, to be compared with spelling slips. */
export function namesIn(typeName: string, standing: Standing): readonly string[] {
  const type = recordTypeNamed(typeName);
  if (!type) return [];
  return bothSides(standing).flatMap((side) => searchTexts(type, side).names.map(({ text }) => text));
}

/** Identifying and restricted fields never leave in a snippet, nor does what is inside a list of that class. */
function maySnippet(type: RecordType, path: string): boolean {
  let declared: Readonly<Record<string, Field>> = type.fields;
  for (const name of path.split(".")) {
    const field = declared[name];
    if (!field || isHidden(field)) return false;
    declared = field.kind === "list" ? field.of : {};
  }
  return true;
}

/** The first writings of all fields, then what else stands of those in conflict. */
function bothSides(standing: Standing): readonly Fields[] {
  const sides = new Map<number, [string, Value][]>();
  for (const [field, stands] of standing) {
    for (const [index, { value }] of stands.entries()) {
      if (value === null) continue;
      const side = sides.get(index) ?? [];
      side.push([field, value]);
      sides.set(index, side);
    }
  }
  return [...sides.values()].map((side) => Object.fromEntries(side));
}

const tokensOf = (texts: readonly SearchText[]): string => texts.map(({ text }) => tokens(text)).join(" ");
const namesOf = (names: readonly SearchText[]): string => names.map(({ text }) => nameTokens(text)).join(" ");

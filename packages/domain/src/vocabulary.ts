/**
 * The lists of codes that coded fields choose from. Only forms, checks and imports need this module: it carries all the
 * lists (about 30 KB compressed), so a page loads it when it first shows a form.
 */

import data from "../data/vocabularies.json" with { type: "json" };

export interface Term {
  /** Never changes and is never used again for another meaning */
  readonly code: string;
  readonly label: string;
  readonly order: number;
  readonly group?: string;
  readonly note?: string;
  /** The same idea in public standards, by scheme */
  readonly std?: readonly { readonly scheme: string; readonly code: string }[];
}

export type VocabularyName = keyof typeof data.lists;

const lists: Readonly<Record<string, { readonly title: string; readonly items: readonly Term[] }>> = data.lists;
const termsByName = new Map(
  Object.entries(lists).map(([name, { items }]) => [name, new Map(items.map((item) => [item.code, item]))] as const),
);

/** The names of every list. */
export const vocabularyNames: readonly string[] = Object.keys(lists);

export const isVocabularyName = (name: string): name is VocabularyName => termsByName.has(name);

/** The terms of a list in their own order; none when the list is not known. */
export const vocabulary = (name: string): readonly Term[] => lists[name]?.items ?? [];

/** What a list is about, for a heading. */
export const vocabularyTitle = (name: string): string => lists[name]?.title ?? name;

/** One term of a list; `undefined` for a code that this version does not know (it is kept and shown as it is). */
export const term = (name: string, code: string): Term | undefined => termsByName.get(name)?.get(code);

/** The English label of a code, or the code itself. */
export const termLabel = (name: string, code: string): string => term(name, code)?.label ?? code;

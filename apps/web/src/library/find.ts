/** Which entries of the library fit a filter and words. The library is public: all of it is searched here, on the device. */

import { type LibraryLesson, lessons, precedentsOf } from "@saksi/treaties/lessons";
import {
  type Facet,
  facetCounts,
  type LibraryPrecedent,
  type PrecedentFilter,
  precedentsWhere,
} from "@saksi/treaties/precedents";

export interface LibraryFilter extends Readonly<Record<Facet, string>> {
  readonly words: string;
}

export const everything: LibraryFilter = { words: "", state: "", forum: "", article: "", topic: "" };
export const facets: readonly Facet[] = ["topic", "state", "forum", "article"];

export const isNarrowed = (filter: LibraryFilter): boolean =>
  Object.values(filter).some((value) => value.trim() !== "");

/** Precedents that fit every part of the filter and have every word. */
export const precedentsFound = (filter: LibraryFilter): readonly LibraryPrecedent[] =>
  precedentsWhere(given(filter)).filter((entry) => hasWords(entry, filter.words));

/** Lessons that fit themselves, or that stand on a precedent that fits state, forum and article. */
export function lessonsFound(filter: LibraryFilter): readonly LibraryLesson[] {
  const { topic: _, ...carriers } = given(filter);
  const carrying = new Set(precedentsWhere(carriers).map(({ id }) => id));
  return lessons.filter(
    (entry) =>
      (filter.topic === "" || entry.topics.includes(filter.topic)) &&
      entry.supportingPrecedents.some((id) => carrying.has(id)) &&
      hasWords({ ...entry, carriers: precedentsOf(entry).map(({ title }) => title) }, filter.words),
  );
}

/** What each value of a facet would leave, the other parts of the filter staying as they are. */
export const choicesOf = (facet: Facet, filter: LibraryFilter): ReturnType<typeof facetCounts> =>
  facetCounts(facet, precedentsFound({ ...filter, [facet]: "" }));

function given(filter: LibraryFilter): PrecedentFilter {
  return Object.fromEntries(facets.flatMap((facet) => (filter[facet] === "" ? [] : [[facet, filter[facet]]])));
}

/** Every word somewhere in the entry, accents and capitals aside. */
function hasWords(entry: object, words: string): boolean {
  const asked = folded(words).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return true;
  const text = folded(textOf(entry));
  return asked.every((word) => text.includes(word));
}

const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin}\p{Mn}*)\p{Mn}/gu, "")
    .toLowerCase();

/** Values only; codes read as words, so that "burden of proof" finds `burden_of_proof`. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value.replaceAll("_", " ");
  return typeof value === "object" && value !== null ? Object.values(value).map(textOf).join(" \n ") : "";
}

/**
 * The library of landmark decisions on torture in Asia, and of foreign courts that judged it: what each held, what
 * followed, what it teaches, from where it is known, up to when, and how sure.
 *
 * Data: `data/precedents.json`; provenance and licence: `SOURCES.md`.
 */

import type { Draft } from "@saksi/domain/change";
import { parsePartialDate } from "@saksi/domain/partial-date";
import type { Value } from "@saksi/domain/value";
import data from "../data/precedents.json" with { type: "json" };
import { type Confidence, confidenceCode } from "./confidence.ts";
import { type EntryFault, faultsOfSource, isFilled, refuseFaults } from "./entry-fault.ts";

export interface LibraryPrecedent {
  /** Stable short name; lessons refer to it */
  readonly id: string;
  readonly title: string;
  /** A code of `precedent_kinds` */
  readonly kind: string;
  readonly forum: string;
  /** The state whose conduct it is about, ISO 3166-1 alpha-2 */
  readonly state: string;
  /** The state of the forum, where it is another */
  readonly forumState: string | null;
  /** As exact as known, EDTF; null: not known or spread over many */
  readonly decisionDate: string | null;
  readonly reference: string | null;
  readonly parties: string;
  readonly facts: string;
  /** Codes of `treaty_articles`, such as CAT:15 */
  readonly issues: readonly string[];
  readonly holding: string | null;
  readonly remedyOrdered: string | null;
  readonly implementationStatus: string | null;
  readonly litigationLessons: readonly string[];
  /** Codes of `precedent_topics` */
  readonly topics: readonly string[];
  readonly sources: readonly { readonly register: string; readonly citation: string }[];
  /** Month up to which it is known */
  readonly asOf: string;
  /** Of each part on its own; null where there is nothing to be sure of */
  readonly confidence: {
    readonly identity: Confidence;
    readonly facts: Confidence;
    readonly holding: Confidence;
    readonly implementation: Confidence | null;
  };
  /** A code of `fact_checks` */
  readonly confirmed: string;
}

/** What an entry lacks to be shown: no entry is shown without source, date of knowledge and confidence. */
export function precedentFaults(entry: LibraryPrecedent): readonly EntryFault[] {
  const { identity, facts, holding } = entry.confidence ?? {};
  const isSure = [identity, facts, holding].every((part) => part !== undefined && confidenceCode(part) !== undefined);
  const text = ["id", "title", "kind", "forum", "state", "parties", "facts", "confirmed"] as const;
  return [
    ...faultsOfSource(entry),
    ...(isSure ? [] : (["no-confidence"] as const)),
    ...(text.every((name) => isFilled(entry[name])) ? [] : (["empty-field"] as const)),
    ...(entry.decisionDate === null || "date" in parsePartialDate(entry.decisionDate) ? [] : (["bad-date"] as const)),
  ];
}

/** Trusts nothing in the file: throws, naming every entry that lacks something. */
export function readPrecedents(entries: readonly LibraryPrecedent[]): readonly LibraryPrecedent[] {
  refuseFaults(entries.map((entry) => [String(entry.id), precedentFaults(entry)]));
  return entries;
}

/** The whole library, in the order of its file. */
export const precedents: readonly LibraryPrecedent[] = readPrecedents(data);

export interface PrecedentFilter {
  /** The state it is about or whose court decided, ISO 3166-1 alpha-2 */
  readonly state?: string;
  /** A code of `precedent_kinds`, or words of the forum's name */
  readonly forum?: string;
  /** Such as CAT:15; `CAT` alone means any of its articles */
  readonly article?: string;
  readonly topic?: string;
}

/** Those that fit every given part of a filter. */
export function precedentsWhere(
  filter: PrecedentFilter,
  among: readonly LibraryPrecedent[] = precedents,
): readonly LibraryPrecedent[] {
  const { state, forum, article, topic } = filter;
  return among.filter(
    (entry) =>
      (state === undefined || entry.state === state || entry.forumState === state) &&
      (forum === undefined || entry.kind === forum || entry.forum.toLowerCase().includes(forum.toLowerCase())) &&
      (article === undefined || entry.issues.some((issue) => issue === article || issue.startsWith(`${article}:`))) &&
      (topic === undefined || entry.topics.includes(topic)),
  );
}

export type Facet = "state" | "forum" | "article" | "topic";

/** How many entries each value of a filter would leave, the most first; for the choices beside a list. */
export function facetCounts(
  facet: Facet,
  among: readonly LibraryPrecedent[] = precedents,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const value of among.flatMap(facetValues[facet])) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

const facetValues: Readonly<Record<Facet, (entry: LibraryPrecedent) => readonly string[]>> = {
  state: ({ state, forumState }) => (forumState === null || forumState === state ? [state] : [state, forumState]),
  forum: ({ kind }) => [kind],
  article: ({ issues }) => issues,
  topic: ({ topics }) => topics,
};

/** Entries as records of the `precedent` type, every part kept; what is not known says so. */
export const precedentDrafts = (entries: readonly LibraryPrecedent[] = precedents): readonly Draft[] =>
  entries.map((entry) => ({ type: "precedent", fields: fieldsOf(entry) }));

const fieldsOf = (entry: LibraryPrecedent): Readonly<Record<string, Value>> => ({
  title: entry.title,
  key: entry.id,
  kind: entry.kind,
  country: entry.state,
  forum: entry.forum,
  ...(entry.forumState === null ? {} : { forumCountry: entry.forumState }),
  decided: entry.decisionDate ?? notKnown,
  reference: entry.reference ?? notKnown,
  parties: entry.parties,
  facts: entry.facts,
  articles: entry.issues,
  holding: entry.holding ?? notKnown,
  remedyOrdered: entry.remedyOrdered ?? notKnown,
  implementation: entry.implementationStatus ?? notKnown,
  lessons: entry.litigationLessons,
  topics: entry.topics,
  sources: entry.sources.map(({ register, citation }) => ({ register, citation })),
  asOf: entry.asOf,
  sureIdentity: confidenceCode(entry.confidence.identity) ?? "CF.UNK",
  sureFacts: confidenceCode(entry.confidence.facts) ?? "CF.UNK",
  sureHolding: confidenceCode(entry.confidence.holding) ?? "CF.UNK",
  sureImplementation: confidenceCode(entry.confidence.implementation) ?? "CF.UNK",
  checked: entry.confirmed,
});

const notKnown: Value = { unknown: "not-known" };

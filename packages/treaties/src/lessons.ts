/**
 * What the decisions of the library teach together: thirty lessons, each with the precedents that carry it.
 *
 * A lesson's sources are its precedents; it is as sure as the weakest of their holdings. Data: `data/lessons.json`.
 */

import type { Draft } from "@saksi/domain/change";
import data from "../data/lessons.json" with { type: "json" };
import { type Confidence, confidenceCode, weakest } from "./confidence.ts";
import { type EntryFault, faultsOfAsOf, isFilled, refuseFaults } from "./entry-fault.ts";
import { type LibraryPrecedent, precedents } from "./precedents.ts";

export interface LibraryLesson {
  readonly id: string;
  readonly title: string;
  readonly lesson: string;
  /** Names of precedents in the library */
  readonly supportingPrecedents: readonly string[];
  /** Codes of `precedent_topics` */
  readonly topics: readonly string[];
  /** What not to copy; null: nothing known */
  readonly caveat: string | null;
  readonly asOf: string;
  readonly confidence: Confidence;
}

/** What a lesson lacks to be shown, its precedents being given. */
export function lessonFaults(
  entry: LibraryLesson,
  among: readonly LibraryPrecedent[] = precedents,
): readonly EntryFault[] {
  const support = precedentsOf(entry, among);
  const sure = weakest(support.map(({ confidence }) => confidence.holding));
  return [
    ...(support.length > 0 ? [] : (["no-source"] as const)),
    ...(support.length === entry.supportingPrecedents.length ? [] : (["unknown-precedent"] as const)),
    ...faultsOfAsOf(entry.asOf),
    ...(confidenceCode(entry.confidence ?? null) === undefined ? (["no-confidence"] as const) : []),
    ...(sure !== undefined && weakest([sure, entry.confidence]) !== entry.confidence
      ? (["surer-than-its-sources"] as const)
      : []),
    ...(isFilled(entry.title) && isFilled(entry.lesson) ? [] : (["empty-field"] as const)),
  ];
}

/** Trusts nothing in the file: throws, naming every lesson that lacks something. */
export function readLessons(entries: readonly LibraryLesson[]): readonly LibraryLesson[] {
  refuseFaults(entries.map((entry) => [String(entry.id), lessonFaults(entry)]));
  return entries;
}

/** The precedents that carry a lesson, in the order in which it names them. */
export const precedentsOf = (
  { supportingPrecedents }: LibraryLesson,
  among: readonly LibraryPrecedent[] = precedents,
): readonly LibraryPrecedent[] => supportingPrecedents.flatMap((id) => among.find((entry) => entry.id === id) ?? []);

/** Every lesson, in the order of its file. */
export const lessons: readonly LibraryLesson[] = readLessons(data);

export interface LessonFilter {
  readonly topic?: string;
  /** A precedent's name: the lessons that it carries */
  readonly precedent?: string;
  /** A state that one of its precedents is about, ISO 3166-1 alpha-2 */
  readonly state?: string;
}

/** Those that fit every given part of a filter. */
export const lessonsWhere = (
  { topic, precedent, state }: LessonFilter,
  among: readonly LibraryLesson[] = lessons,
): readonly LibraryLesson[] =>
  among.filter(
    (entry) =>
      (topic === undefined || entry.topics.includes(topic)) &&
      (precedent === undefined || entry.supportingPrecedents.includes(precedent)) &&
      (state === undefined || precedentsOf(entry).some((each) => each.state === state)),
  );

/** Lessons as records of the `lesson` type, every part kept. */
export const lessonDrafts = (entries: readonly LibraryLesson[] = lessons): readonly Draft[] =>
  entries.map((entry) => ({
    type: "lesson",
    fields: {
      title: entry.title,
      key: entry.id,
      lesson: entry.lesson,
      ...(entry.caveat === null ? {} : { caveat: entry.caveat }),
      topics: entry.topics,
      precedentKeys: entry.supportingPrecedents,
      strength: entry.supportingPrecedents.length > 1 ? "STRENGTH.SEVERAL" : "STRENGTH.ONE",
      sure: confidenceCode(entry.confidence) ?? "CF.UNK",
      asOf: entry.asOf,
    },
  }));

/**
 * What a body recommended to a state, and how far it was carried out.
 *
 * [Note: a grade belongs to who gave it] The Committee, a national institution and the alliance grade apart. Each grade
 * has a place of its own, so that no computation and no page can show one as another's (R-REC-1).
 */

import { type Cell, cellOf, type Provenance } from "./cell.ts";
import { isFilled } from "./entry-fault.ts";

export interface Recommendation extends Provenance {
  /** Of its record; the same in every edition */
  readonly id: string;
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  /** In our own words */
  readonly text: string;
  /** Who made it: a code of `recommendation_sources` */
  readonly from: string;
  /** Such as CAT/C/XXX/CO/1 */
  readonly document: string | null;
  readonly paragraph: string | null;
  readonly on: string | null;
  /** Whether it was chosen for follow-up within a year; `null`: nobody said */
  readonly isFollowUp: boolean | null;
  /** The ministry or office that must act; `null`: nobody said which */
  readonly office: string | null;
  readonly deadline: string | null;
  /** What the state answered in its universal review: a code of `upr_responses` */
  readonly reply: string | null;
  /** The Committee's own follow-up grade */
  readonly committee: Grade | null;
  /** The alliance's, resting on two sources or more */
  readonly alliance: Grade | null;
  /** A national institution's */
  readonly institution: Grade | null;
}

export type Grader = "committee" | "alliance" | "institution";
/** In the order in which they are shown. */
export const graders: readonly Grader[] = ["committee", "alliance", "institution"];

export interface Grade {
  /** A code of `implementation_grades`; words first, the letter second */
  readonly grade: string;
  readonly on: string | null;
  readonly sources: readonly { readonly source: string; readonly sourceUrl: string | null }[];
  readonly note: string | null;
}

/** `CATFU.B1` is `B1`: the letter that follows the words. */
export const letterOf = ({ grade }: Pick<Grade, "grade">): string => grade.replace("CATFU.", "");

export type RecommendationFault = "no-text" | "not-said-by-whom" | "grade-without-source" | "grade-needs-two-sources";

/** R-REC-4: our own grade rests on two sources; the Committee's and an institution's on the document that gives it. */
export const recommendationFaults = (
  one: Pick<Recommendation, "text" | "from" | Grader>,
): readonly RecommendationFault[] => [
  ...(isFilled(one.text) ? [] : (["no-text"] as const)),
  ...(isFilled(one.from) ? [] : (["not-said-by-whom"] as const)),
  ...([one.committee, one.institution].some((grade) => grade !== null && grade.sources.length === 0)
    ? (["grade-without-source"] as const)
    : []),
  ...(one.alliance !== null && new Set(one.alliance.sources.map(({ source }) => source)).size < 2
    ? (["grade-needs-two-sources"] as const)
    : []),
];

export const recommendationCell = (one: Recommendation): Cell =>
  cellOf("members", `${one.state} recommendation ${one.id}`, one);

/** From where one grade is known: its own sources, with the row's day and sureness. */
export const gradeCells = (one: Recommendation, by: Grader): readonly Cell[] =>
  (one[by]?.sources ?? []).map(({ source, sourceUrl }) =>
    cellOf("members", `${one.state} recommendation ${one.id} ${by}`, {
      ...one,
      source,
      sourceUrl,
      asOf: one[by]?.on ?? one.asOf,
    }),
  );

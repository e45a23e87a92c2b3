/**
 * What a state still owes of what was recommended, by the ministry that must act, the latest first (R-REC-2).
 *
 * What follows from a grade follows from anybody's; whose it is stays with the grade itself (R-REC-1).
 */

import { daysBetween } from "@saksi/domain/day";
import { type Day, lastDay } from "@saksi/domain/partial-date";
import { graders, letterOf, type Recommendation } from "./recommendations.ts";

export interface Owed {
  readonly recommendation: Recommendation;
  /** Days since the last day on which it was to be done; `null`: not late, or no day is known */
  readonly daysLate: number | null;
  /** Grade E: something was done against it. An alarm (R-REC-4) */
  readonly isReversed: boolean;
  /** Grade C, D or E: the campaign has something to do */
  readonly needsCampaign: boolean;
}

export interface OwedBy {
  /** `null`: nobody said which ministry */
  readonly office: string | null;
  readonly owed: readonly Owed[];
}

/** Those that are late, reversed or graded C or D. One that everybody who graded it calls implemented is owed no more. */
export function owedByOffice(recommendations: readonly Recommendation[], today: Day): readonly OwedBy[] {
  const owed = recommendations
    .map((one) => owedOf(one, today))
    .filter(({ daysLate, needsCampaign }) => daysLate !== null || needsCampaign)
    .sort(byDelay);
  const named = new Map<string, readonly Owed[]>();
  for (const one of owed) {
    const office = one.recommendation.office ?? "";
    named.set(office, [...(named.get(office) ?? []), one]);
  }
  return [...named].map(([office, all]) => ({ office: office === "" ? null : office, owed: all }));
}

function owedOf(recommendation: Recommendation, today: Day): Owed {
  const letters = graders.flatMap((by) => {
    const grade = recommendation[by];
    return grade === null ? [] : [letterOf(grade)];
  });
  const isDone = letters.length > 0 && letters.every((letter) => letter === "A");
  const due = lastDay(recommendation.deadline ?? "");
  return {
    recommendation,
    daysLate: isDone || due === undefined || due >= today ? null : daysBetween(due, today),
    isReversed: letters.includes("E"),
    needsCampaign: letters.some((letter) => ["C", "D", "E"].includes(letter)),
  };
}

const byDelay = (a: Owed, b: Owed): number =>
  (b.daysLate ?? 0) - (a.daysLate ?? 0) || Number(b.isReversed) - Number(a.isReversed);

/** Bills against torture on their way through a parliament: which stages are known, and where each stands. */

import { comparePartialDates, parsePartialDate } from "@saksi/domain/partial-date";
import { type Cell, cellOf, type Provenance } from "./cell.ts";
import { isFilled } from "./entry-fault.ts";

export interface Bill extends Provenance {
  /** Of its record; the same in every edition */
  readonly id: string;
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  readonly title: string;
  readonly sponsor: string | null;
  /** The earliest first; those without a day where their stage stands on the road */
  readonly stages: readonly BillStage[];
  readonly note: string | null;
}

export interface BillStage {
  /** A code of `reform_states` */
  readonly stage: string;
  /** As exact as known; `null`: reached, on a day nobody wrote down */
  readonly on: string | null;
  readonly note: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
}

/** The ordinary road of a bill, in order: codes of `reform_states`. */
export const billRoad = [
  "LR.CAMPAIGN",
  "LR.CONSULT",
  "LR.BILL",
  "LR.TABLED",
  "LR.COMMITTEE",
  "LR.PASSED",
  "LR.INFORCE",
  "LR.RULES",
] as const;

export interface BillStep {
  readonly stage: string;
  /** `not-said`: a later stage was reached and nobody wrote of this one; `ahead`: not known to have been reached */
  readonly is: "reached" | "not-said" | "ahead";
  readonly on: string | null;
}

/** The road as steps to be drawn. Nothing is taken for reached because something after it was. */
export function stepsOf({ stages }: Pick<Bill, "stages">): readonly BillStep[] {
  const farthest = Math.max(-1, ...stages.map(({ stage }) => road.indexOf(stage)));
  return billRoad.map((stage, at) => {
    const found = stages.find((one) => one.stage === stage);
    if (found) return { stage, is: "reached", on: found.on };
    return { stage, is: at < farthest ? "not-said" : "ahead", on: null };
  });
}

const road: readonly string[] = billRoad;

/** What befell it off the road: no initiative, under challenge, rolled back. */
export const asideOf = ({ stages }: Pick<Bill, "stages">): readonly BillStage[] =>
  stages.filter(({ stage }) => !road.includes(stage));

/** Where it stands: the latest stage by its day; among those of one day or none, the farthest on the road. */
export const standingOf = ({ stages }: Pick<Bill, "stages">): BillStage | undefined => [...stages].sort(inOrder).at(-1);

/** By day; one without a day, by its place on the road. */
export function inOrder(a: BillStage, b: BillStage): number {
  const byDay = a.on !== null && b.on !== null ? comparePartialDates(a.on, b.on) : 0;
  return byDay || placeOf(a) - placeOf(b);
}

const placeOf = ({ stage }: BillStage): number => (road.includes(stage) ? road.indexOf(stage) : road.length);

export type BillFault = "no-title" | "no-stage" | "bad-date";

export const billFaults = ({ title, stages }: Pick<Bill, "title" | "stages">): readonly BillFault[] => [
  ...(isFilled(title) ? [] : (["no-title"] as const)),
  ...(stages.length > 0 ? [] : (["no-stage"] as const)),
  ...(stages.every(({ on }) => on === null || "date" in parsePartialDate(on)) ? [] : (["bad-date"] as const)),
];

export const billCell = (bill: Bill): Cell => cellOf("members", `${bill.state} bill ${bill.id}`, bill);

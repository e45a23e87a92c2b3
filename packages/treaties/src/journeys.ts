/** How states came to ratify and what followed, dated; for learning from a neighbour. Data: `data/journeys.json`. */

import data from "../data/journeys.json" with { type: "json" };
import { type Cell, cellOf, type Provenance, readRows } from "./cell.ts";

export interface Milestone extends Provenance {
  /** As exact as known: a year, a month or a day */
  readonly date: string;
  readonly precision: "year" | "month" | "day";
  readonly type: MilestoneType;
  readonly title: string;
  readonly note: string | null;
}

/** Codes of `milestone_kinds`. */
export const milestoneTypes = [
  "accession",
  "bill",
  "campaign",
  "complaints",
  "court",
  "deadline",
  "dialogue",
  "inquiry",
  "law",
  "network",
  "oversight",
  "plan",
  "pledge",
  "ratification",
  "regional",
  "report",
  "reservation-withdrawn",
  "review",
  "setback",
  "signature",
  "visit",
] as const;
export type MilestoneType = (typeof milestoneTypes)[number];

export interface Journey {
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  readonly summary: string;
  readonly milestones: readonly Milestone[];
}

const nameOf = ({ date, title }: Milestone): string => `${date} ${title}`;
const read = (milestones: readonly unknown[]): readonly Milestone[] => readRows<Milestone>(milestones, nameOf);

export const journeys: readonly Journey[] = data.journeys.map(({ state, summary, milestones }) => ({
  state,
  summary,
  milestones: read(milestones),
}));
/** What happened in a region or between states. */
export const regionalMilestones: readonly Milestone[] = read(data.regional);

/** `undefined`: nobody has written it yet, which says nothing about the state. */
export const journeyOf = (state: string, among: readonly Journey[] = journeys): Journey | undefined =>
  among.find((one) => one.state === state);

export const milestoneCell = (state: string, milestone: Milestone): Cell =>
  cellOf("journeys.json", `${state} ${nameOf(milestone)}`, milestone);

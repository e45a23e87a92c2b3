/** What followed ratification in a state, and after how many years: law, court, mechanism, institution, complaints. */

import { daysBetween } from "@saksi/domain/day";
import { firstDay, lastDay } from "@saksi/domain/partial-date";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import { type Cell, cellsOf, type Traced } from "./cell.ts";
import { journeyOf, type Milestone, milestoneCell } from "./journeys.ts";
import { institutionOf, mechanismOf } from "./prevention.ts";
import { type StatusRow, statusCell, statusRow } from "./treaty-status.ts";

export type ReformStep =
  | "signature"
  | "ratification"
  | "law"
  | "court"
  | "institution"
  | "protocol"
  | "mechanism"
  | "complaints";

export interface Reform {
  readonly step: ReformStep;
  /** As exact as known; `null`: known not to have come; `unknown`: nobody has written it down */
  readonly on: string | null | "unknown";
  readonly title: string | null;
  /** Years since ratification, to one decimal; below zero: before it. `null` where either day is missing */
  readonly years: { readonly least: number; readonly most: number } | null;
}

/** The steps of one state, each with when and how long after; a state outside the Convention has no years. */
export function reformPath(state: string, atlas: Atlas = shippedAtlas): readonly Traced<Reform>[] {
  const cat = statusRow(state, "CAT", atlas.register);
  if (!cat) return [];
  const joined = cat.status === "party" ? cat.actionDate : null;
  const since = (found: Found): Traced<Reform> => ({
    value: { ...found.value, years: joined === null ? null : yearsBetween(joined, found.value.on) },
    trace: cellsOf([{ value: null, trace: [...found.trace, statusCell(cat)] }]),
  });
  return [
    { value: { step: "signature" as const, on: cat.signed, title: null }, trace: [statusCell(cat)] },
    { value: { step: "ratification" as const, on: joined, title: cat.action }, trace: [statusCell(cat)] },
    firstOf(state, "law", joined, atlas),
    firstOf(state, "court", joined, atlas),
    institution(state, atlas),
    fromRegister(statusRow(state, "OPCAT", atlas.register), "protocol"),
    mechanism(state, atlas),
    fromRegister(statusRow(state, "CAT-A22", atlas.register), "complaints"),
  ].map(since);
}

type Found = Traced<Omit<Reform, "years">>;

/** Every dated step of a state that came after it joined, in order, with the years; for a line through time. */
export function afterJoining(
  state: string,
  atlas: Atlas = shippedAtlas,
): readonly Traced<Milestone & { readonly years: Reform["years"] }>[] {
  const joined = statusRow(state, "CAT", atlas.register)?.actionDate ?? null;
  return (journeyOf(state, atlas.journeys)?.milestones ?? []).map((milestone) => ({
    value: { ...milestone, years: joined === null ? null : yearsBetween(joined, milestone.date) },
    trace: [milestoneCell(state, milestone)],
  }));
}

/** The first of a kind after joining; else, told as it is, the last one before. None written: not known. */
function firstOf(state: string, step: "law" | "court", joined: string | null, { journeys }: Atlas): Found {
  const found = (journeyOf(state, journeys)?.milestones ?? []).filter(({ type }) => type === step);
  const milestone = found.find(({ date }) => joined !== null && (lastDay(date) ?? "") >= joined) ?? found.at(-1);
  return milestone
    ? { value: { step, on: milestone.date, title: milestone.title }, trace: [milestoneCell(state, milestone)] }
    : { value: { step, on: "unknown", title: null }, trace: [] };
}

function institution(state: string, atlas: Atlas): Found {
  const { value, trace } = institutionOf(state, atlas);
  const on = value.established ?? (value.name === null && value.accreditation === "none" ? null : "unknown");
  return { value: { step: "institution", on, title: value.name }, trace };
}

function mechanism(state: string, atlas: Atlas): Found {
  const { value, trace } = mechanismOf(state, atlas);
  const isAbsent = value.status === "none" || value.status === "not-applicable" || value.status === "overdue";
  return {
    value: { step: "mechanism", on: value.designated ?? (isAbsent ? null : "unknown"), title: value.name },
    trace,
  };
}

function fromRegister(row: StatusRow | undefined, step: ReformStep): Found {
  const trace: readonly Cell[] = row ? [statusCell(row)] : [];
  const isThere = row?.status === "party" || row?.status === "declared";
  return {
    value: { step, on: row ? (isThere ? (row.actionDate ?? "unknown") : null) : "unknown", title: null },
    trace,
  };
}

/** From the nearest to the farthest the two dates allow: a year alone leaves room. */
export function yearsBetween(from: string, to: string | null): Reform["years"] {
  const [fromFirst, fromLast, toFirst, toLast] = [firstDay(from), lastDay(from), firstDay(to ?? ""), lastDay(to ?? "")];
  if (!fromFirst || !fromLast || !toFirst || !toLast) return null;
  const years = (one: string, other: string): number => Math.round(daysBetween(one, other) / 36.525) / 10;
  return { least: years(fromLast, toFirst), most: years(fromFirst, toLast) };
}

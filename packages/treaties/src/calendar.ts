/** The Committee's cycle and the deadlines of civil society as days of a calendar. A session's own page decides. */

import type { Day } from "@saksi/domain/partial-date";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import type { Cell } from "./cell.ts";
import { alternativeReportDue, listOfIssuesInputDue } from "./civil-society.ts";
import { mechanismOf } from "./prevention.ts";
import { followUpDue, initialReportDue, nextReportDue, reportingRow } from "./reports-due.ts";
import { type Session, sessionCell, sessions } from "./reviews.ts";
import { stateOf } from "./states.ts";

export interface CalendarEntry {
  /** Stable: stays when the day is corrected */
  readonly id: string;
  readonly kind: "session" | "list-of-issues" | "alternative-report" | "report-due" | "follow-up-due" | "mechanism-due";
  readonly on: Day;
  /** The last day, where it lasts */
  readonly until: Day | null;
  /** ISO 3166-1 alpha-3; null: the Committee's own */
  readonly state: string | null;
  readonly session: number | null;
  /** In English; `kind`, `state` and `session` say it in any language */
  readonly title: string;
  /** What the day follows from, and who has the last word */
  readonly note: string;
  readonly trace: readonly Cell[];
}

const confirmOnPage = "Planned from the opening day. Confirm on the session page.";
const confirmInText = "The concluding observations set the day; confirm there.";

/** Every day we know, in order, from one day to another, both included. */
export const calendarBetween = (from: Day, to: Day, atlas: Atlas = shippedAtlas): readonly CalendarEntry[] =>
  calendar(atlas).filter(({ on, until }) => (until ?? on) >= from && on <= to);

/** Every day we know, in order. */
export const calendar = (atlas: Atlas = shippedAtlas): readonly CalendarEntry[] =>
  [
    ...sessions.flatMap(ofSession),
    ...atlas.reporting.flatMap(({ state }) => ofState(state, atlas)),
    ...atlas.mechanisms.flatMap(({ state }) => ofMechanism(state, atlas)),
  ].sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));

function ofSession(row: Session): readonly CalendarEntry[] {
  const { session, start, end } = row;
  if (start === null) return [];
  const common = { state: null, session, trace: [sessionCell(row)] };
  return [
    {
      ...common,
      id: `list-of-issues-${session}`,
      kind: "list-of-issues",
      on: listOfIssuesInputDue(start),
      until: null,
      title: `Input for the list of issues, session ${session} of the Committee against Torture`,
      note: confirmOnPage,
    },
    {
      ...common,
      id: `alternative-report-${session}`,
      kind: "alternative-report",
      on: alternativeReportDue(start),
      until: null,
      title: `Alternative reports, session ${session} of the Committee against Torture`,
      note: confirmOnPage,
    },
    {
      ...common,
      id: `session-${session}`,
      kind: "session",
      on: start,
      until: end,
      title: `Session ${session} of the Committee against Torture`,
      note: "Meetings with civil society are announced on the session page.",
    },
  ];
}

function ofState(state: string, atlas: Atlas): readonly CalendarEntry[] {
  const name = stateOf(state)?.name ?? state;
  const row = reportingRow(state, atlas);
  const reviews = row?.cycles.length ?? 0;
  const next = reviews === 0 && !row?.by?.nextReportDue ? initialReportDue(state, atlas) : nextReportDue(state, atlas);
  const followUp = followUpDue(state, atlas);
  const common = { state, session: null, until: null };
  const code = state.toLowerCase();
  return [
    ...dated(next.value.due, (on) => ({
      ...common,
      id: `report-due-${code}-after-${reviews}`,
      kind: "report-due" as const,
      on,
      title: `${name}: report under the Convention against Torture due`,
      note: next.value.note ?? confirmInText,
      trace: next.trace,
    })),
    ...dated(followUp.value.due, (on) => ({
      ...common,
      id: `follow-up-due-${code}-after-${reviews}`,
      kind: "follow-up-due" as const,
      on,
      title: `${name}: follow-up report due; our note on the same points too`,
      note: confirmInText,
      trace: followUp.trace,
    })),
  ];
}

function ofMechanism(state: string, atlas: Atlas): readonly CalendarEntry[] {
  const { value, trace } = mechanismOf(state, atlas);
  const title = `${stateOf(state)?.name ?? state}: preventive mechanism due under the Optional Protocol`;
  const note = "One year after the Protocol entered into force for the State (article 17).";
  return dated(value.due, (on) => ({
    id: `mechanism-due-${state.toLowerCase()}`,
    kind: "mechanism-due" as const,
    on,
    until: null,
    state,
    session: null,
    title,
    note,
    trace,
  }));
}

const dated = (day: string | null, entry: (on: Day) => CalendarEntry): readonly CalendarEntry[] =>
  day === null || day === "unknown" ? [] : [entry(day)];

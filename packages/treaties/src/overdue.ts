/**
 * Whether a State is late. Whether a report was sent is often not public, so nobody here is late for certain.
 *
 * [Note: late is never certain] The day may have passed and a report may still have come in since the row was last
 * known. Then the answer is `unknown`; `likely` is said only where the row itself, knowing of no report, says so.
 */

import { daysBetween } from "@saksi/domain/day";
import type { Day } from "@saksi/domain/partial-date";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import type { Traced } from "./cell.ts";
import { followUpDue, nextReportDue, reportingRow } from "./reports-due.ts";
import { reportingCell } from "./reviews.ts";

export type Late = "no" | "likely" | "unknown" | "not-applicable";

export interface Lateness {
  readonly late: Late;
  /** Days since the report was due; `null` where it is not due yet, nothing is, or the day is not known */
  readonly days: number | null;
  readonly why: "outside" | "not-due" | "report-pending" | "no-report-known" | "cannot-tell" | "day-not-known";
}

/** Whether the next report is late on a day. */
export function reportLateness(state: string, today: Day, atlas: Atlas = shippedAtlas): Traced<Lateness> {
  const row = reportingRow(state, atlas);
  const { value, trace } = nextReportDue(state, atlas);
  if (value.due === null) return { value: { late: "not-applicable", days: null, why: "outside" }, trace };
  if (row?.pendingReport)
    return {
      value: { late: "no", days: null, why: "report-pending" },
      trace: [...trace, reportingCell(row, "pending report", row.pendingReport)],
    };
  const likely = row?.overdue === "likely";
  if (value.due === "unknown")
    return { value: { late: likely ? "likely" : "unknown", days: null, why: "day-not-known" }, trace };
  if (value.due >= today) return { value: { late: "no", days: null, why: "not-due" }, trace };
  const days = daysBetween(value.due, today);
  return {
    value: { late: likely ? "likely" : "unknown", days, why: likely ? "no-report-known" : "cannot-tell" },
    trace,
  };
}

/** Whether the answer to the follow-up points is late on a day; that one came in is not in the data, so never `likely`. */
export function followUpLateness(state: string, today: Day, atlas: Atlas = shippedAtlas): Traced<Lateness> {
  const { value, trace } = followUpDue(state, atlas);
  if (value.due === null) return { value: { late: "not-applicable", days: null, why: "outside" }, trace };
  if (value.due === "unknown") return { value: { late: "unknown", days: null, why: "day-not-known" }, trace };
  if (value.due >= today) return { value: { late: "no", days: null, why: "not-due" }, trace };
  return { value: { late: "unknown", days: daysBetween(value.due, today), why: "cannot-tell" }, trace };
}

/** When a State's reports to the Committee are due, and whether it accepted the simplified way. R-DL-6, R-DL-8. */

import type { Day } from "@saksi/domain/partial-date";
import { addYears } from "./add-months.ts";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import { boundSince } from "./bound-since.ts";
import { type Cell, isOpened, type Traced } from "./cell.ts";
import {
  type ReportingPart,
  type ReportingRow,
  type Review,
  reportingCell,
  sessionCell,
  sessionNumbered,
} from "./reviews.ts";
import { statusOf } from "./treaty-status.ts";
import type { Truth } from "./truth.ts";

/** A due day; `null`: none is due of this state; `unknown`: the day itself is not known. */
export interface DueReport {
  readonly due: Day | null | "unknown";
  /** From what the day follows: a rule, or the text of the concluding observations */
  readonly basis: string | null;
  readonly note: string | null;
}

export const reportingRow = (state: string, atlas: Atlas = shippedAtlas): ReportingRow | undefined =>
  atlas.reporting.find((row) => row.state === state);

/** The row, where it says anything of that part: one that members opened says only what they said. */
function rowSaying(part: ReportingPart, state: string, atlas: Atlas): ReportingRow | undefined {
  const row = reportingRow(state, atlas);
  return row && isOpened(row) && row.by?.[part] === undefined ? undefined : row;
}

/**
 * When the first report was or is due: one year after the Convention entered into force for the State.
 *
 * Source: CAT art. 19(1). Example: Indonesia, bound since 1998-11-27, owed it on 1999-11-27.
 */
export function initialReportDue(state: string, atlas: Atlas = shippedAtlas): Traced<DueReport> {
  const { value, trace } = boundSince(state, "CAT", atlas);
  if (value === null || value === "unknown") return { value: { due: value, basis: null, note: null }, trace };
  return { value: { due: addYears(value, 1), basis: "one year after entry into force", note: null }, trace };
}

/** When the next report is due, first or periodic: the day in the concluding observations, else four years. */
export function nextReportDue(state: string, atlas: Atlas = shippedAtlas): Traced<DueReport> {
  const row = rowSaying("nextReportDue", state, atlas);
  return row ? dueOf(row, "next report due", row.nextReportDue) : initialReportDue(state, atlas);
}

/** When the State owed its answer to the points chosen for follow-up: one year after the review. */
export function followUpDue(state: string, atlas: Atlas = shippedAtlas): Traced<DueReport> {
  const row = rowSaying("followUpReportDue", state, atlas);
  if (!row) return neverOwed(state, atlas);
  if (row.cycles.length > 0 || row.by?.followUpReportDue) return dueOf(row, "follow-up due", row.followUpReportDue);
  return { value: { due: null, basis: "never reviewed", note: null }, trace: [neverReviewed(row)] };
}

function dueOf(row: ReportingRow, part: string, due: ReportingRow["nextReportDue"]): Traced<DueReport> {
  const value = { due: due.date ?? "unknown", basis: due.basis, note: due.note ?? null };
  return { value, trace: [reportingCell(row, part, due)] };
}

/** A state outside the Convention, or one that joined just now, owes no follow-up; of a territory nothing is known. */
function neverOwed(state: string, atlas: Atlas): Traced<DueReport> {
  const { value, trace } = statusOf(state, "CAT", atlas.register);
  return { value: { due: value === "unknown" ? "unknown" : null, basis: null, note: null }, trace };
}

/** Whether the State accepted that the Committee's list of issues comes first and the answer is the report (LOIPR). */
export function acceptedListFirst(state: string, atlas: Atlas = shippedAtlas): Traced<Truth> {
  const row = rowSaying("simplifiedProcedure", state, atlas);
  if (!row) {
    const { value, trace } = statusOf(state, "CAT", atlas.register);
    return { value: value === "unknown" || value === "party" ? "unknown" : false, trace };
  }
  const { accepted, confidence } = row.simplifiedProcedure;
  return { value: accepted ?? "unknown", trace: [reportingCell(row, "simplified procedure", { confidence })] };
}

/** The reviews that are known, the oldest first, each with its session. Without any cell, nothing is known. */
export function reviewsOf(state: string, atlas: Atlas = shippedAtlas): Traced<readonly Review[]> {
  const row = rowSaying("cycles", state, atlas);
  if (!row) return { value: [], trace: statusOf(state, "CAT", atlas.register).trace };
  if (row.cycles.length === 0) return { value: [], trace: [neverReviewed(row)] };
  return { value: row.cycles, trace: row.cycles.flatMap((review) => reviewCells(row, review)) };
}

const neverReviewed = (row: ReportingRow): Cell => reportingCell(row, "reviews", { confidence: "medium" });

function reviewCells(row: ReportingRow, review: Review): readonly Cell[] {
  const session = sessionNumbered(review.session);
  return [reportingCell(row, `review ${review.cycle}`, review), ...(session ? [sessionCell(session)] : [])];
}

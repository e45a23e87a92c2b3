/** Deadlines of civil society in the Committee's cycle. The session's own page decides; these are what to plan by. */

import { addDays } from "@saksi/domain/day";
import type { Day } from "@saksi/domain/partial-date";
import { addYears, later } from "./add-months.ts";

/** R-DL-7: what should be on the list of issues, twelve weeks before the session opens. */
export const listOfIssuesInputDue = (sessionStart: Day): Day => addDays(sessionStart, -12 * 7);

/** R-DL-7: the alternative report, four weeks before. Of a session from 2026-04-13 it is 2026-03-16. */
export const alternativeReportDue = (sessionStart: Day): Day => addDays(sessionStart, -4 * 7);

/**
 * R-DL-8: our note on the follow-up points: when the State's is due, a year after adoption; or 60 days after it came,
 * where it came later than that leaves.
 */
export function followUpNoteDue(adopted: Day, stateReplied?: Day): Day {
  const due = addYears(adopted, 1);
  return stateReplied === undefined ? due : later(addDays(stateReplied, 60), due);
}

/** R-DL-2: after this day a complaint to the Human Rights Committee needs its delay explained; not a bar. */
export const explainDelayAfter = (exhausted: Day, otherProcedureEnded?: Day): Day =>
  otherProcedureEnded === undefined ? addYears(exhausted, 5) : addYears(otherProcedureEnded, 3);

/** R-DL-1: no fixed limit under article 22; how the wait since the last decision at home will look. */
export function article22Delay(lastDecision: Day, today: Day): "early" | "explain" | "reasons-needed" {
  if (today <= addDays(lastDecision, 365)) return "early";
  return today <= addDays(lastDecision, 1095) ? "explain" : "reasons-needed";
}

/**
 * Grants that end: asked for renewal 60, 30 and 7 days before, by a safe way only; no answer means ended.
 *
 * Source: R-CON-5. Counted to the first day it can mean: a month's grant is renewed before the month.
 */

import { type CaseFile, recordsOf } from "../case-file.ts";
import { daysBetween } from "../day.ts";
import { asCode, asText } from "../field-values.ts";
import type { Finding } from "../finding.ts";
import { narrowerGrant } from "../narrower-grant.ts";
import { type Day, firstDay, lastDay } from "../partial-date.ts";

const warnings: readonly number[] = [7, 30, 60];

/** Reasons: `ended`, `ends-soon` with the warning's step (60, 30 or 7 days), `no-end`. Ended and withdrawn ones are still. */
export function consentExpiry(file: CaseFile, today: Day): readonly Finding[] {
  return recordsOf(file, "grant")
    .map(narrowerGrant)
    .filter(({ fields }) => ["CT.ACTIVE", "CT.PENDING"].includes(asCode(fields.state) ?? ""))
    .flatMap(({ id, fields }): readonly Finding[] => {
      const about = { rule: "R-CON-5", weight: "ask", at: id, field: "until" } as const;
      const until = firstDay(asText(fields.until) ?? "");
      if (until === undefined) return [{ ...about, reason: "no-end" }];
      const days = daysBetween(today, until);
      if (days < 0) return [{ ...about, weight: "stop", reason: "ended", facts: { until, days } }];
      const step = warnings.find((limit) => days <= limit);
      return step === undefined ? [] : [{ ...about, reason: "ends-soon", facts: { until, days, step } }];
    });
}

const publicPurposes: readonly string[] = ["CP.PUBCASE", "CP.MEDIA", "CP.REPORT", "CP.TRAIN"];
const courtPurposes: readonly string[] = ["CP.COMPLAINT", "CP.CIVIL", "CP.UNINDIV", "CP.UJ", "CP.MECH"];

/**
 * The end that a form proposes: 6 months at high risk, 12 for publication and media, else 24. Court matters last until
 * they are final, so there is no day to propose. The person may choose an earlier one.
 */
export function usualEnd(
  purpose: string,
  { from, highRisk }: { readonly from: Day; readonly highRisk: boolean },
): Day | undefined {
  if (courtPurposes.includes(purpose)) return undefined;
  return monthsLater(from, highRisk ? 6 : publicPurposes.includes(purpose) ? 12 : 24);
}

/** The same day of a later month, or its last day. */
function monthsLater(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
  const last = lastDay(month) ?? month;
  return last.slice(8) < day.slice(8) ? last : `${month}${day.slice(7)}`;
}

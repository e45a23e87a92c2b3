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
import { type Day, firstDay } from "../partial-date.ts";

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

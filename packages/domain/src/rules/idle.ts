/**
 * Cases in which nothing happens: the lead is asked after 60 days, the coordinator after 120; the person is told how
 * things stand at least every 90 days, by a safe way.
 *
 * Source: R-CASE-3.
 */

import { type CaseFile, caseRecord } from "../case-file.ts";
import { daysBetween } from "../day.ts";
import { asCode, asText } from "../field-values.ts";
import type { Finding } from "../finding.ts";
import { type Day, firstDay, lastDay } from "../partial-date.ts";
import { recordTypeNamed } from "../record-types.ts";

const still: readonly string[] = ["CASE.CLOSED", "CASE.ARCHIVED", "CASE.DECLINED", "CASE.REFERRED"];
const workOf: readonly string[] = ["testimony", "exhibit", "consent", "remedy-step", "clinical-detail", "publication"];

/** The last day on which something was done about a case, as far as its records say; never later than today. */
export function lastActionOf(file: CaseFile, today: Day): Day | undefined {
  const fields = caseRecord(file)?.fields ?? {};
  const said = [fields.lastAction, fields.opened, fields.lastTold].map((value) => asText(value));
  const worked = file.records
    .filter(({ type }) => workOf.includes(type))
    .map((record) => asText(record.fields[recordTypeNamed(record.type)?.when ?? ""]));
  return [...said, ...worked]
    .flatMap((text) => lastDay(text ?? "") ?? [])
    .map((day) => (day > today ? undefined : day))
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

/** Reasons: `ask-lead`, `ask-coordinator`, `tell-person`. */
export function idleCase(file: CaseFile, today: Day): readonly Finding[] {
  const fields = caseRecord(file)?.fields ?? {};
  if (still.includes(asCode(fields.state) ?? "")) return [];
  const finding = (reason: string, days: number): Finding => ({
    rule: "R-CASE-3",
    weight: "ask",
    at: file.case,
    reason,
    facts: { days },
  });
  const last = lastActionOf(file, today);
  const idle = last === undefined ? 0 : daysBetween(last, today);
  const told = firstDay(asText(fields.lastTold) ?? "") ?? firstDay(asText(fields.opened) ?? "");
  const untold = told === undefined ? 0 : daysBetween(told, today);
  return [
    ...(idle >= 120 ? [finding("ask-coordinator", idle)] : idle >= 60 ? [finding("ask-lead", idle)] : []),
    ...(untold >= 90 ? [finding("tell-person", untold)] : []),
  ];
}

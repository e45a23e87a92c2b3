/**
 * How soon a case must be seen: now within 2 hours, soon within 48, normal within 7 days.
 *
 * Source: R-CASE-1; records.md section 2. Where the risk was never assessed, being held is enough.
 */

import { type CaseFile, type CaseRecord, caseRecord, isOnlySuspected, peopleOf, recordsOf } from "../case-file.ts";
import { daysBetween } from "../day.ts";
import { asCode, asCodes, asRows, asText, asYesNo } from "../field-values.ts";
import { type Day, firstDay, lastDay } from "../partial-date.ts";
import type { Fields } from "../value.ts";
import { isOrWasChild } from "./children.ts";

export type Triage = "TRIAGE.NOW" | "TRIAGE.SOON" | "TRIAGE.NORMAL";

const urgentNow: readonly string[] = [
  "URGENT.LIFE",
  "URGENT.THREAT",
  "URGENT.TRANSFER",
  "URGENT.DEPORT",
  "URGENT.CHILD",
  "URGENT.SUICIDE",
  "URGENT.BLEEDING",
];

const isUrgent = (fields: Fields): boolean => (asCodes(fields.urgent) ?? []).some((risk) => urgentNow.includes(risk));

const isHeld = (status: string | undefined): boolean => status?.startsWith("VS.HELD") === true;

/** Of a minimum record: held, missing or in urgent danger now; hurt soon. */
export function triageOfAnswers(answers: Fields): Triage {
  const status = asCode(answers.status);
  if (isUrgent(answers) || isHeld(status) || status === "VS.MISSING") return "TRIAGE.NOW";
  return asYesNo(answers.injured) ? "TRIAGE.SOON" : "TRIAGE.NORMAL";
}

export type TriageReason =
  | "urgent-risk"
  | "critical-risk"
  | "held-at-risk"
  | "child-held"
  | "missing-lately"
  | "injured"
  | "injuries-fading"
  | "limit-near"
  | "hearing-near";

/** Of a whole case, with every reason for it; the heaviest reason decides. */
export function triageOf(
  file: CaseFile,
  today: Day,
): { readonly triage: Triage; readonly reasons: readonly TriageReason[] } {
  const now = nowReasons(file, today);
  if (now.length > 0) return { triage: "TRIAGE.NOW", reasons: now };
  const soon = soonReasons(file, today);
  return { triage: soon.length > 0 ? "TRIAGE.SOON" : "TRIAGE.NORMAL", reasons: soon };
}

function nowReasons(file: CaseFile, today: Day): readonly TriageReason[] {
  const record = caseRecord(file)?.fields ?? {};
  const risk = asCode(record.risk);
  const hurt = peopleOf(file).filter((person) => !isOnlySuspected(file, person));
  const held = hurt.filter(({ fields }) => isHeld(asCode(fields.status)));
  const found: readonly (readonly [TriageReason, boolean])[] = [
    ["urgent-risk", isUrgent(record)],
    ["critical-risk", risk === "RL.4"],
    ["held-at-risk", held.length > 0 && risk !== "RL.0" && risk !== "RL.1"],
    ["child-held", held.some((person) => isOrWasChild(file, person, today) === "yes")],
    ["missing-lately", hurt.some((person) => isMissingLately(file, person, today))],
  ];
  return found.filter(([, holds]) => holds).map(([reason]) => reason);
}

function soonReasons(file: CaseFile, today: Day): readonly TriageReason[] {
  const record = caseRecord(file)?.fields ?? {};
  const within = (text: string | undefined, days: number) => {
    const day = firstDay(text ?? "");
    return day !== undefined && day >= today && daysBetween(today, day) <= days;
  };
  const found: readonly (readonly [TriageReason, boolean])[] = [
    ["injured", peopleOf(file).some(({ fields }) => asYesNo(fields.injured) === true)],
    [
      "injuries-fading",
      recordsOf(file, "incident").some(({ fields }) => mayStillShow(fields, today)) && !isExamined(file),
    ],
    ["limit-near", asRows(record.limits).some((row) => within(asText(row.due), 60))],
    ["hearing-near", within(asText(record.urgentUntil), 14)],
  ];
  return found.filter(([, holds]) => holds).map(([reason]) => reason);
}

/** Missing for under 30 days, counted from the last day it can have begun; a disappearance without a date counts. */
function isMissingLately(file: CaseFile, { fields }: CaseRecord, today: Day): boolean {
  if (asCode(fields.status) !== "VS.MISSING") return false;
  const starts = recordsOf(file, "incident").flatMap((incident) => lastDay(asText(incident.fields.start) ?? "") ?? []);
  const latest = starts.sort().at(-1);
  return latest === undefined || daysBetween(latest, today) < 30;
}

/** Bruises fade in days: two weeks in which an examination still sees most of them. */
function mayStillShow({ start }: Fields, today: Day): boolean {
  const [first, last] = [firstDay(asText(start) ?? ""), lastDay(asText(start) ?? "")];
  return first !== undefined && last !== undefined && first <= today && daysBetween(last, today) <= 14;
}

const isExamined = (file: CaseFile): boolean =>
  recordsOf(file, "clinical-detail").length > 0 ||
  recordsOf(file, "remedy-step").some(
    ({ fields }) =>
      asCode(fields.step) === "RS.MEDEXAM" && !["STEP.PLANNED", "STEP.PENDING"].includes(asCode(fields.state) ?? ""),
  );

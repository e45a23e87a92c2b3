/**
 * What needs somebody today, ordered by the harm if nobody does it. Empty means truly empty.
 *
 * One list from many cases: people in danger, children, limits, withdrawals, grants that end, clocks that ran out, cases
 * and people left waiting, dossiers that wait for a second member. Sources: R-CASE-1, R-CASE-3, R-CON-4, R-CON-5, R-DEL-2.
 */

import { authorsOf } from "./authors.ts";
import { type CaseFile, type CaseRecord, caseRecord, recordsOf } from "./case-file.ts";
import { daysBetween } from "./day.ts";
import { asCode, asLink, asLinks, asRows, asText } from "./field-values.ts";
import type { RecordId } from "./id.ts";
import { type Day, firstDay } from "./partial-date.ts";
import { consentExpiry } from "./rules/consent-expiry.ts";
import { idleCase } from "./rules/idle.ts";
import { delayFlags } from "./rules/remedy-clocks.ts";
import { triageOf } from "./rules/triage.ts";
import { withdrawalTasks } from "./rules/withdrawal.ts";
import type { Json } from "./value.ts";

/** In the order of harm: the first kind goes before the second whatever their days. */
export const taskKinds = [
  "person-in-danger",
  "take-back",
  "limit",
  "see-soon",
  "grant-ended",
  "grant-ends",
  "waits-for-approval",
  "step-overdue",
  "tell-person",
  "case-idle",
] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface Task {
  readonly kind: TaskKind;
  readonly case: RecordId;
  /** The record to open */
  readonly at: RecordId;
  /** The day by which it should be done, where there is one */
  readonly due?: Day;
  /** A kind from the rule that made it, and codes and numbers for the sentence */
  readonly reason: string;
  readonly facts: Readonly<Record<string, Json>>;
}

const still: readonly string[] = ["CASE.CLOSED", "CASE.ARCHIVED", "CASE.DECLINED", "CASE.REFERRED"];

/** @param member  who reads the list; their own drafts do not wait for them */
export function tasksToday(
  files: readonly CaseFile[],
  { today, member }: { readonly today: Day; readonly member?: string },
): readonly Task[] {
  return files.flatMap((file) => tasksOf(file, today, member)).sort(byHarm);
}

const byHarm = (a: Task, b: Task): number =>
  taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind) ||
  (a.due ?? "9999").localeCompare(b.due ?? "9999") ||
  (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** What was released must be called back also when its case is closed; the rest ends with the case. */
function tasksOf(file: CaseFile, today: Day, member: string | undefined): readonly Task[] {
  const recalls = withdrawals(file, today);
  if (still.includes(asCode(caseRecord(file)?.fields.state) ?? "")) return recalls;
  return [
    ...danger(file, today),
    ...recalls,
    ...limits(file, today),
    ...endingGrants(file, today),
    ...drafts(file, member),
    ...overdue(file, today),
    ...waiting(file, today),
  ];
}

function danger(file: CaseFile, today: Day): readonly Task[] {
  const { triage, reasons } = triageOf(file, today);
  const kind = triage === "TRIAGE.NOW" ? "person-in-danger" : triage === "TRIAGE.SOON" ? "see-soon" : undefined;
  const [reason] = reasons.filter((each) => each !== "limit-near");
  return kind === undefined || reason === undefined
    ? []
    : [{ kind, case: file.case, at: file.case, reason, facts: { triage, reasons } }];
}

const withdrawals = (file: CaseFile, today: Day): readonly Task[] =>
  withdrawalTasks(file, today).map(({ at, reason, facts = {} }) => ({
    kind: "take-back",
    case: file.case,
    at,
    reason,
    facts,
    ...(typeof facts.due === "string" ? { due: facts.due } : {}),
  }));

/** Dates not to miss within 30 days, and those missed: an expired limit is never hidden, it may have exceptions. */
function limits(file: CaseFile, today: Day): readonly Task[] {
  const typed = asRows(caseRecord(file)?.fields.limits).map((row) => ({
    at: file.case,
    due: firstDay(asText(row.due) ?? ""),
  }));
  const steps = recordsOf(file, "remedy-step")
    .filter(({ fields }) => ["STEP.PLANNED", "STEP.PENDING", "STEP.ONGOING"].includes(asCode(fields.state) ?? ""))
    .map(({ id, fields }) => ({ at: id, due: firstDay(asText(fields.deadline) ?? "") }));
  return [...typed, ...steps].flatMap(({ at, due }): readonly Task[] => {
    if (due === undefined || daysBetween(today, due) > 30) return [];
    const days = daysBetween(today, due);
    return [{ kind: "limit", case: file.case, at, due, reason: days < 0 ? "passed" : "near", facts: { days } }];
  });
}

const endingGrants = (file: CaseFile, today: Day): readonly Task[] =>
  consentExpiry(file, today)
    .filter(({ reason }) => reason !== "no-end")
    .map(({ at, reason, facts = {} }) => ({
      kind: reason === "ended" ? "grant-ended" : "grant-ends",
      case: file.case,
      at,
      reason,
      facts,
      ...(typeof facts.until === "string" ? { due: facts.until } : {}),
    }));

/** Dossiers that another member than their authors has not decided on. */
function drafts(file: CaseFile, member: string | undefined): readonly Task[] {
  return recordsOf(file, "publication")
    .filter(({ fields }) => asText(fields.dossierHash) !== undefined && !isDecided(file, fields))
    .filter(({ fields }) => !["EP.PUB", "EP.CORR", "EP.RETR"].includes(asCode(fields.state) ?? ""))
    .filter(({ id, fields }) => {
      const authors = authorsOf(file, { publication: id, passages: asLinks(fields.passages) }) ?? [];
      return member === undefined || authors.every((author) => author.member !== member);
    })
    .map(({ id }) => ({ kind: "waits-for-approval", case: file.case, at: id, reason: "no-decision", facts: {} }));
}

const isDecided = (file: CaseFile, { dossierHash }: CaseRecord["fields"]): boolean =>
  recordsOf(file, "approval").some(
    ({ fields }) => asText(fields.dossierHash) === asText(dossierHash) && asLink(fields.publication),
  );

/** One task a case, by its worst clock. Only clocks that still run: what ended late is a fact for a report. */
function overdue(file: CaseFile, today: Day): readonly Task[] {
  const open = delayFlags(file, today).filter(({ facts }) => facts?.open === true);
  const worst = ["black", "red", "amber"].flatMap((flag) => open.filter(({ reason }) => reason === flag))[0];
  if (worst === undefined) return [];
  const clocks = open.flatMap(({ facts }) => facts?.clock ?? []);
  return [
    { kind: "step-overdue", case: file.case, at: worst.at, reason: worst.reason, facts: { ...worst.facts, clocks } },
  ];
}

const waiting = (file: CaseFile, today: Day): readonly Task[] =>
  idleCase(file, today).map(({ at, reason, facts = {} }) => ({
    kind: reason === "tell-person" ? "tell-person" : "case-idle",
    case: file.case,
    at,
    reason,
    facts,
  }));

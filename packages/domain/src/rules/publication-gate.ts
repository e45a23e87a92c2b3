/**
 * Is this very dossier cleared? The use gate passes, every condition is recorded with who vouches for it and when, and
 * another member than its authors approved the dossier of this hash. Otherwise each page says *Draft, not cleared*.
 *
 * Source: R-CON-3, R-RISK-2. No findings means cleared.
 */

import { authorsOf, maySamePerson } from "../authors.ts";
import {
  type CaseFile,
  type CaseRecord,
  caseRecord,
  grantsOf,
  isOnlySuspected,
  peopleOf,
  recordsOf,
  type Signer,
  settledFields,
} from "../case-file.ts";
import { daysBetween } from "../day.ts";
import { asCode, asLink, asRows, asText, asYesNo } from "../field-values.ts";
import type { Finding } from "../finding.ts";
import type { RecordId } from "../id.ts";
import { type Day, firstDay, lastDay } from "../partial-date.ts";
import type { Use } from "../use.ts";
import type { Json } from "../value.ts";
import { coverOf } from "./consent-cover.ts";
import { contextOf, useGate } from "./use-gate.ts";

/** The conditions that an approval records, in the order in which they are asked. */
export const publicationConditions = [
  "PC.FRESH",
  "PC.READ",
  "PC.IDENT",
  "PC.RISK",
  "PC.LEGAL",
  "PC.MEDICAL",
  "PC.FACTS",
  "PC.REPLY",
  "PC.RECALL",
] as const;

/** Those that may be not needed, with a reason: no health facts are used; a reply would endanger someone. */
export const dispensableConditions: readonly string[] = ["PC.MEDICAL", "PC.REPLY"];

export interface PublicationQuestion {
  readonly file: CaseFile;
  readonly publication: RecordId;
  readonly use: Use;
  readonly dossierHash: string;
  /** The passages that enter it: who wrote or cleared one of them is an author too */
  readonly passages: readonly RecordId[];
  /** Whoever gave it words beside its records: who makes a brief without a record of it */
  readonly makers: readonly Signer[];
  readonly today: Day;
  readonly people?: readonly RecordId[];
}

/**
 * Reasons: those of the use gate; `not-approved`, `author-is-approver`, `other-dossier`, `taken-back`,
 * `condition-missing`, `condition-not-met`, `answer-not-fresh`, `answered-no`, `risk-critical`, `risk-not-current`.
 */
export function publicationGate(question: PublicationQuestion): readonly Finding[] {
  const { file, use, today, people } = question;
  const gate = useGate({ file, use, today, ...(people ? { people } : {}) });
  const approval = standingApproval(question);
  return [
    ...gate,
    ...riskFindings(question),
    ...("reason" in approval
      ? [stop(question, approval.reason)]
      : [...conditionFindings(question, approval.approved), ...freshness(question, approval.approved)]),
  ];
}

/**
 * The approval that holds for this dossier, or why there is none. Signatures say who approved; one that two members
 * wrote is nobody's, an author's own does not count, and a no outweighs.
 */
function standingApproval(question: PublicationQuestion): { approved: CaseRecord } | { reason: string } {
  const { file, publication, passages, dossierHash, makers } = question;
  const all = recordsOf(file, "approval")
    .filter(({ fields }) => asLink(fields.publication) === publication)
    .map((approval) => ({ ...approval, fields: settledFields(approval) }));
  const ofThis = all.filter(({ fields }) => asText(fields.dossierHash) === dossierHash);
  if (all.length > 0 && ofThis.length === 0) return { reason: "other-dossier" };
  if (ofThis.some(({ fields }) => asCode(fields.decision) !== "DECISION.APPROVED")) return { reason: "taken-back" };
  const written = authorsOf(file, { publication, passages });
  const authors = [...makers, ...(written ?? [])];
  const known = written !== undefined && authors.length > 0;
  const byOther = ofThis.find(({ signers: [signer, ...others] = [] }) => {
    if (!known || signer === undefined || others.length > 0) return false;
    return !authors.some((author) => maySamePerson(author, signer));
  });
  if (byOther) return { approved: byOther };
  return { reason: ofThis.length > 0 ? "author-is-approver" : "not-approved" };
}

function conditionFindings(question: PublicationQuestion, approval: CaseRecord): readonly Finding[] {
  const rows = asRows(approval.fields.conditions);
  return publicationConditions.flatMap((condition) => {
    const row = rows.find((each) => each.condition === condition);
    if (!row) return [stop(question, "condition-missing", { condition })];
    if (dispensableConditions.includes(condition) && asText(row.notNeeded)) return [];
    if (asYesNo(row.met) !== true) return [stop(question, "condition-not-met", { condition })];
    const on = lastDay(asText(row.on) ?? "");
    const vouched = asText(row.by) !== undefined && on !== undefined && hasCome(on, question.today);
    return vouched ? [] : [stop(question, "condition-missing", { condition })];
  });
}

/** Each person answered yes within 30 days, 7 at high risk. Recorded on their grant, or vouched for in the approval. */
function freshness(question: PublicationQuestion, approval: CaseRecord): readonly Finding[] {
  const { file, use, today } = question;
  const row = asRows(approval.fields.conditions).find((each) => each.condition === "PC.FRESH");
  const vouchedOn = firstDay(asText(row?.on) ?? "");
  const asked =
    question.people ??
    peopleOf(file)
      .filter((one) => !isOnlySuspected(file, one))
      .map(({ id }) => id);
  return peopleOf(file)
    .filter(({ id }) => asked.includes(id))
    .flatMap((person) => {
      const context = contextOf(file, person, today);
      const covering = grantsOf(file, person.id).filter(({ fields }) => coverOf(fields, use, context).covers === "yes");
      if (covering.length === 0) return [];
      const answers = covering.map(({ fields }) => asCode(fields.lastAnswer));
      if (answers.some((answer) => answer === "ANSWER.NO" || answer === "ANSWER.SILENCE")) {
        return [{ ...stop(question, "answered-no"), at: person.id }];
      }
      const days = [vouchedOn, ...covering.map(({ fields }) => firstDay(asText(fields.lastAsked) ?? ""))];
      const limit = context.highRisk ? 7 : 30;
      const fresh = days.some((day) => day !== undefined && hasCome(day, today) && daysBetween(day, today) <= limit);
      return fresh ? [] : [{ ...stop(question, "answer-not-fresh", { days: limit }), at: person.id }];
    });
}

const riskValidDays: Readonly<Record<string, number>> = { "RL.0": 90, "RL.1": 90, "RL.2": 30, "RL.3": 7 };

function riskFindings(question: PublicationQuestion): readonly Finding[] {
  const { file, today } = question;
  const record = caseRecord(file);
  const fields = record && settledFields(record);
  const risk = asCode(fields?.risk);
  if (risk === "RL.4") return [{ ...stop(question, "risk-critical"), rule: "R-RISK-2", weight: "hard", at: file.case }];
  const assessed = firstDay(asText(fields?.riskAssessed) ?? "");
  const days = riskValidDays[risk ?? ""];
  const current =
    days !== undefined && assessed !== undefined && hasCome(assessed, today) && daysBetween(assessed, today) <= days;
  return current ? [] : [{ ...stop(question, "risk-not-current"), rule: "R-RISK-2", at: file.case, field: "risk" }];
}

/** Whoever wrote the day may be farther east, where it is tomorrow already: never more than one day ahead. */
const hasCome = (day: Day, today: Day): boolean => daysBetween(today, day) <= 1;

const stop = (question: PublicationQuestion, reason: string, facts?: Readonly<Record<string, Json>>): Finding => ({
  rule: "R-CON-3",
  weight: "stop",
  at: question.publication,
  reason,
  ...(facts ? { facts } : {}),
});

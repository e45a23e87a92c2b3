/**
 * May this use go ahead? Every living person in it has a grant that covers it; the dead and missing have one by kin or
 * proxy; nobody refused; no child is published above IL.1.
 *
 * Source: R-CON-2 (hard), with R-CON-1, R-CON-6, R-CON-7, R-DNH-1, R-DNH-7, R-RISK-4. No findings means yes.
 */

import { type Answer, allOf, answerOf } from "../answer.ts";
import {
  type CaseFile,
  type CaseRecord,
  caseRecord,
  consentOf,
  grantsOf,
  isOnlySuspected,
  peopleOf,
  recordById,
  settledFields,
} from "../case-file.ts";
import { asCode, asLink } from "../field-values.ts";
import type { Finding } from "../finding.ts";
import type { RecordId } from "../id.ts";
import type { Day } from "../partial-date.ts";
import type { Use } from "../use.ts";
import { childConsented, isOrWasChild, withinChildLimit } from "./children.ts";
import { type CoverContext, type CoverGap, coverOf } from "./consent-cover.ts";
import { type LanguageGap, languageGaps } from "./consent-language.ts";
import { freeOfCustody } from "./detained-consent.ts";
import { isLater, refuses } from "./said-no.ts";
import { isRefused } from "./survivor-veto.ts";

export interface UseQuestion {
  readonly file: CaseFile;
  readonly use: Use;
  readonly today: Day;
  /** Who occurs in what is used; everyone in the file who is not only a suspect, when not given */
  readonly people?: readonly RecordId[];
}

export type GrantGap =
  | CoverGap
  | LanguageGap
  | "other-conversation"
  | "given-in-custody"
  | "not-by-kin-or-proxy"
  | "not-by-guardian";

/** Reasons: `nobody-asked`, `refused`, `said-no`, `child-above-il1`, `age-not-known`, `person-not-found`, `no-grant`, `not-covered`, `cannot-tell`. */
export function useGate(question: UseQuestion): readonly Finding[] {
  const { file } = question;
  const asked =
    question.people ??
    peopleOf(file)
      .filter((one) => !isOnlySuspected(file, one))
      .map(({ id }) => id);
  if (asked.length === 0) return [finding("R-CON-2", file.case, "nobody-asked", {})];
  return [...new Set(asked)].flatMap((id) => {
    const person = recordById(file, id);
    if (person?.type !== "person") return [finding("R-CON-2", id, "person-not-found", {})];
    return isOnlySuspected(file, person) ? [] : findingsOf(person, question);
  });
}

function findingsOf(person: CaseRecord, { file, use, today }: UseQuestion): readonly Finding[] {
  if (isRefused(person, use)) return [finding("R-RISK-4", person.id, "refused", {}, "refuses")];
  const child = isOrWasChild(file, person, today);
  const limit = withinChildLimit(child, use);
  const found: Finding[] = [];
  if (limit === "no") found.push(finding("R-DNH-7", person.id, "child-above-il1", {}, "ageBand"));
  if (limit === "unknown") {
    found.push({ ...finding("R-DNH-7", person.id, "age-not-known", {}, "ageBand"), weight: "stop" });
  }
  const closest = closestGrant(person, child, { file, use, today });
  if (closest === undefined) return [...found, finding("R-CON-2", person.id, "no-grant", { use: factsOf(use) })];
  if (closest.covers === "yes") {
    const no = standingNo(closest.grant, person, { file, use, today });
    return no === undefined ? found : [...found, finding("R-DNH-1", person.id, "said-no", { grant: no.id })];
  }
  const reason = closest.covers === "no" ? "not-covered" : "cannot-tell";
  const facts = { use: factsOf(use), grant: closest.grant.id, missing: closest.gaps };
  return [...found, finding("R-CON-2", person.id, reason, facts)];
}

interface Closest {
  readonly grant: CaseRecord;
  readonly covers: Answer;
  readonly gaps: readonly GrantGap[];
}

/** The grant of the same purpose that lacks least; what it lacks is the next step to ask for. */
function closestGrant(person: CaseRecord, child: Answer, question: UseQuestion): Closest | undefined {
  const judged = grantsOf(question.file, person.id).map((grant) => judge(grant, person, child, question));
  const samePurpose = judged.filter(({ gaps }) => !gaps.includes("other-purpose"));
  return (samePurpose.length > 0 ? samePurpose : judged).sort((a, b) => weightOf(a) - weightOf(b))[0];
}

/** A refusal of this very use that the yes did not surely follow. */
function standingNo(yes: CaseRecord, person: CaseRecord, { file, use }: UseQuestion): CaseRecord | undefined {
  const said = (grant: CaseRecord) => ({ grant: grant.fields, consent: consentOf(file, grant)?.fields });
  return grantsOf(file, person.id).find((grant) => refuses(grant, use) && !isLater(said(yes), said(grant)));
}

const weightOf = ({ covers, gaps }: Closest): number => ({ yes: 0, unknown: 100, no: 200 })[covers] + gaps.length;

function judge(grant: CaseRecord, person: CaseRecord, child: Answer, { file, use, today }: UseQuestion): Closest {
  const conversation = consentOf(file, grant);
  const consent = conversation && settledFields(conversation);
  const cover = coverOf(grant.fields, use, contextOf(file, person, today));
  const more: readonly (readonly [GrantGap, Answer])[] = [
    ["other-conversation", answerOf(asLink(consent?.person) === person.id)],
    ...languageGaps(consent),
    ["given-in-custody", freeOfCustody(consent, use, today)],
    ["not-by-kin-or-proxy", byKinIfNeeded(person, consent)],
    ["not-by-guardian", child === "yes" && !isAdultNow(person) ? childConsented(consent) : "yes"],
  ];
  return {
    grant,
    covers: allOf([cover.covers, ...more.map(([, answer]) => answer)]),
    gaps: [...cover.gaps, ...more.filter(([, answer]) => answer !== "yes").map(([gap]) => gap)],
  };
}

function byKinIfNeeded(person: CaseRecord, consent: CaseRecord["fields"] | undefined): Answer {
  const stated = [person.fields.status, ...(person.standing?.status ?? [])].map((status) => asCode(status) ?? "");
  if (!stated.some((status) => status === "VS.DEAD" || status === "VS.MISSING")) return "yes";
  const giver = asCode(consent?.giver);
  return giver === undefined ? "unknown" : ["GIVER.KIN", "GIVER.PROXY"].includes(giver) ? "yes" : "no";
}

/** Who was a child when it happened and has an adult's age band decides for themselves now. */
const isAdultNow = (person: CaseRecord): boolean => /^AG\.[3-7]$/.test(asCode(person.fields.ageBand) ?? "");

/** What conditions of a grant depend on, out of the file. */
export function contextOf(file: CaseFile, person: CaseRecord, today: Day): CoverContext {
  const record = caseRecord(file);
  const risk = record && asCode(settledFields(record).risk);
  return {
    today,
    status: asCode(settledFields(person).status),
    highRisk: !["RL.0", "RL.1", "RL.2"].includes(risk ?? ""),
  };
}

const factsOf = (use: Use) => ({ ...use, content: [...use.content] });

const finding = (
  rule: string,
  at: RecordId,
  reason: string,
  facts: NonNullable<Finding["facts"]>,
  field = "grants",
): Finding => ({ rule, weight: "hard", at, field, reason, facts });

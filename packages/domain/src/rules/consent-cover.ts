/**
 * Whether one grant covers one use.
 *
 * Source: R-CON-1. A condition that nobody recorded as met, and a date too vague to tell, are unknown, and unknown does
 * not cover.
 */

import { type Answer, allOf, answerOf } from "../answer.ts";
import { daysBetween } from "../day.ts";
import { asCode, asCodes, asText, asYesNo } from "../field-values.ts";
import { type Day, firstDay, lastDay } from "../partial-date.ts";
import { identityOrder, type Use } from "../use.ts";
import type { Fields } from "../value.ts";

/** What keeps a grant from covering a use. */
export type CoverGap =
  | "not-active"
  | "other-purpose"
  | "other-audience"
  | "named-less"
  | "content"
  | "territory"
  | "not-yet"
  | "expired"
  | "ask-each-time"
  | "after-release"
  | "after-date"
  | "lawyer-present"
  | "condition-in-words";

export interface Cover {
  readonly covers: Answer;
  /** What is surely missing, then what cannot be told */
  readonly gaps: readonly CoverGap[];
}

/** What a condition depends on besides the grant. */
export interface CoverContext {
  readonly today: Day;
  /** Code of `victim_status` of the person, if known */
  readonly status?: string | undefined;
  /** High risk shortens the time for which an answer stays fresh from 30 to 7 days */
  readonly highRisk?: boolean;
}

export function coverOf(grant: Fields, use: Use, context: CoverContext): Cover {
  const { today } = context;
  const checks: readonly (readonly [CoverGap, Answer])[] = [
    ["not-active", is(asCode(grant.state), (state) => state === "CT.ACTIVE")],
    ["other-purpose", is(asCode(grant.purpose), (purpose) => purpose === use.purpose)],
    ["other-audience", is(asCodes(grant.audiences), (audiences) => audiences.includes(use.audience))],
    ["named-less", notAbove(use.identityLevel, asCode(grant.identityLevel))],
    ["content", is(asCodes(grant.content), (content) => use.content.every((part) => content.includes(part)))],
    ["territory", is(asCodes(grant.territory), (area) => area.includes(use.territory) || area.includes("WORLD"))],
    ["not-yet", grant.from === undefined || grant.from === null ? "yes" : hasCome(asText(grant.from), today)],
    ["expired", notPast(asText(grant.until), today)],
    ...conditionChecks(grant, context),
  ];
  const gaps = (answer: Answer) => checks.filter((check) => check[1] === answer).map(([gap]) => gap);
  return { covers: allOf(checks.map((check) => check[1])), gaps: [...gaps("no"), ...gaps("unknown")] };
}

function conditionChecks(grant: Fields, context: CoverContext): readonly (readonly [CoverGap, Answer])[] {
  if (grant.conditions === undefined || grant.conditions === null) return [];
  const conditions = asCodes(grant.conditions);
  if (conditions === undefined) return [["condition-in-words", "unknown"]];
  return conditions.map((condition) => {
    if (condition === "CD.EACH") return ["ask-each-time", askedLately(grant, context)];
    if (condition === "CD.RELEASE")
      return ["after-release", is(context.status, (status) => atLiberty.includes(status))];
    if (condition === "CD.DATE") return ["after-date", hasCome(asText(grant.conditionDate), context.today)];
    if (condition === "CD.LAWYER") return ["lawyer-present", answerOf(asYesNo(grant.lawyerPresent))];
    return ["condition-in-words", answerOf(asYesNo(grant.conditionMet))];
  });
}

const atLiberty: readonly string[] = ["VS.FREE", "VS.BAIL", "VS.ACQUIT", "VS.DISPLACED", "VS.ABROAD"];

/** Asked within 30 days, 7 at high risk, and answered yes; silence is no. Source: R-CON-3, fresh. */
export function askedLately(grant: Fields, { today, highRisk }: CoverContext): Answer {
  const answer = asCode(grant.lastAnswer);
  if (answer === "ANSWER.NO" || answer === "ANSWER.SILENCE") return "no";
  const asked = firstDay(asText(grant.lastAsked) ?? "");
  if (answer !== "ANSWER.YES" || asked === undefined) return "unknown";
  const days = daysBetween(asked, today);
  return days >= 0 && days <= (highRisk ? 7 : 30) ? "yes" : "no";
}

const is = <T>(value: T | undefined, holds: (value: T) => boolean): Answer =>
  value === undefined ? "unknown" : holds(value) ? "yes" : "no";

function notAbove(wanted: string, granted: string | undefined): Answer {
  const [want, have] = [identityOrder(wanted), identityOrder(granted)];
  return want === undefined || have === undefined ? "unknown" : want <= have ? "yes" : "no";
}

function notPast(until: string | undefined, today: Day): Answer {
  const [first, last] = [firstDay(until ?? ""), lastDay(until ?? "")];
  if (last !== undefined && today > last) return "no";
  return first !== undefined && today <= first ? "yes" : "unknown";
}

function hasCome(from: string | undefined, today: Day): Answer {
  const [first, last] = [firstDay(from ?? ""), lastDay(from ?? "")];
  if (first !== undefined && today < first) return "no";
  return last !== undefined && today >= last ? "yes" : "unknown";
}

/**
 * How long each stretch of the way to a remedy took or has been taking, against a guide or the national limit.
 *
 * Source: rules.md section 7, D1 to D14; R-DEL-1 (pending counts to today, and says open), R-DEL-2 (flags; national limit
 * beats guide), R-DEL-3 (own motion). A delay is claimed only for the days that surely passed: of a month known, its
 * shortest reading. A missing time is not known, never zero.
 */

import { type CaseFile, type CaseRecord, recordsOf, remedySteps } from "../case-file.ts";
import { daysBetween } from "../day.ts";
import { asCode, asNumber, asText } from "../field-values.ts";
import type { Finding } from "../finding.ts";
import type { RecordId } from "../id.ts";
import { comparePartialDates, type Day, firstDay, lastDay } from "../partial-date.ts";

export type ClockCode = `D${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14}`;

export interface RemedyClock {
  readonly code: ClockCode;
  /** As known, EDTF */
  readonly from: string;
  /** As known; not given while it runs, or where the day it ended is not known */
  readonly to?: string;
  readonly state: "open" | "ended" | "end-not-known";
  /** Days that surely passed, and days that may have; up to today while open */
  readonly least?: number;
  readonly most?: number;
  /** National limit where one is recorded, else our guide; none: report only */
  readonly limit?: number;
  readonly basis?: "national-law" | "guide";
  /** One, two and four times the limit */
  readonly flag?: "amber" | "red" | "black";
  /** The step that ended it, or that it is waiting for, if recorded */
  readonly step?: RecordId;
}

interface ClockRule {
  readonly code: ClockCode;
  readonly from: Anchor;
  readonly to: readonly string[];
  readonly guide?: number;
}
type Anchor = "authority-knew" | "torture" | "complaint" | { readonly reached: string } | { readonly made: string };

const rules: readonly ClockRule[] = [
  { code: "D1", from: "authority-knew", to: ["RS.REGISTER"], guide: 1 },
  { code: "D2", from: "authority-knew", to: ["RS.MEDEXAM"], guide: 3 },
  { code: "D3", from: "authority-knew", to: ["RS.INVOPEN"], guide: 7 },
  { code: "D4", from: { reached: "RS.INVOPEN" }, to: ["RS.INTERVIEW"], guide: 14 },
  { code: "D5", from: { reached: "RS.INVOPEN" }, to: ["RS.SUSPEND"], guide: 7 },
  { code: "D6", from: { reached: "RS.INVOPEN" }, to: ["RS.CHARGE", "RS.CLOSED"], guide: 180 },
  { code: "D7", from: { reached: "RS.CHARGE" }, to: ["RS.COMMIT"], guide: 90 },
  { code: "D8", from: { reached: "RS.CHARGE" }, to: ["RS.JUDG"], guide: 365 },
  { code: "D9", from: { reached: "RS.JUDG" }, to: ["RS.FINAL"], guide: 365 },
  { code: "D10", from: { made: "RS.CIVIL" }, to: ["RS.COMP"], guide: 365 },
  { code: "D11", from: { reached: "RS.COMP" }, to: ["RS.COMPPAID"], guide: 90 },
  { code: "D12", from: "torture", to: ["RS.REHAB"], guide: 30 },
  { code: "D13", from: "torture", to: ["RS.COMPPAID", "RS.RESTIT", "RS.REHAB", "RS.SATISF"] },
  { code: "D14", from: "complaint", to: ["RS.REPRISAL"] },
];

/** Decisions of the Committee against Torture that courts know, to show beside a flag. */
export const delayExamples: Readonly<Partial<Record<ClockCode, string>>> = {
  D2: "Blanco Abad v. Spain (CAT, 1998): weeks are too long for signs that fade",
  D3: "Halimi-Nedzibi v. Austria (CAT, 1993): 15 months are too long to begin",
};

/** Every clock that has started. */
export const remedyClocks = (file: CaseFile, today: Day): readonly RemedyClock[] =>
  rules.flatMap((rule) => clockOf(rule, file, today) ?? []);

/** A finding for each clock beyond its limit. Reasons: `amber`, `red`, `black`. */
export const delayFlags = (file: CaseFile, today: Day): readonly Finding[] =>
  remedyClocks(file, today).flatMap(({ code, flag, least, limit, basis, step, state }) =>
    flag === undefined || least === undefined || limit === undefined
      ? []
      : [
          {
            rule: "R-DEL-2",
            weight: "ask" as const,
            at: step ?? file.case,
            reason: flag,
            facts: { clock: code, days: least, limit, basis: basis ?? "guide", open: state === "open" },
          },
        ],
  );

function clockOf(rule: ClockRule, file: CaseFile, today: Day): RemedyClock | undefined {
  const from = anchorDate(rule.from, file);
  if (from === undefined) return undefined;
  const steps = remedySteps(file).filter(({ fields }) => rule.to.includes(asCode(fields.step) ?? ""));
  const ends = steps.filter(isReached);
  const end = ends.find((step) => reachedOn(step) !== undefined) ?? ends[0];
  const to = end && reachedOn(end);
  const state =
    end === undefined ? ("open" as const) : to === undefined ? ("end-not-known" as const) : ("ended" as const);
  const step = end ?? steps[0];
  const limits = limitOf(rule, step);
  const length = lengthOf(from, state === "open" ? today : to);
  const flag = flagOf(length?.least, limits.limit);
  return {
    code: rule.code,
    from,
    state,
    ...(to === undefined ? {} : { to }),
    ...length,
    ...limits,
    ...(flag === undefined ? {} : { flag }),
    ...(step === undefined ? {} : { step: step.id }),
  };
}

function limitOf({ guide }: ClockRule, step: CaseRecord | undefined): Pick<RemedyClock, "limit" | "basis"> {
  const national = asNumber(step?.fields.limitDays);
  if (national !== undefined) return { limit: national, basis: "national-law" };
  return guide === undefined ? {} : { limit: guide, basis: "guide" };
}

/** The shortest and the longest it may have taken; an end before its start is a contradiction for people, not a length. */
function lengthOf(from: string, to: string | undefined): { readonly least: number; readonly most: number } | undefined {
  const [fromFirst, fromLast] = [firstDay(from), lastDay(from)];
  const [toFirst, toLast] = [firstDay(to ?? ""), lastDay(to ?? "")];
  if (fromFirst === undefined || fromLast === undefined || toFirst === undefined || toLast === undefined)
    return undefined;
  const most = daysBetween(fromFirst, toLast);
  return most < 0 ? undefined : { least: Math.max(0, daysBetween(fromLast, toFirst)), most };
}

function flagOf(days: number | undefined, limit: number | undefined): RemedyClock["flag"] {
  if (days === undefined || limit === undefined) return undefined;
  const day = Math.max(limit, 1);
  return days > 4 * day ? "black" : days > 2 * day ? "red" : days > limit ? "amber" : undefined;
}

function anchorDate(anchor: Anchor, file: CaseFile): string | undefined {
  if (anchor === "torture") return earliest(recordsOf(file, "incident").map(({ fields }) => asText(fields.start)));
  if (anchor === "authority-knew") {
    const own = recordsOf(file, "incident").map(({ fields }) => asText(fields.authorityKnew));
    return earliest([...own, ...madeDates(file, ["RS.REPORT", "RS.COMPLAINT"])]);
  }
  if (anchor === "complaint") return earliest(madeDates(file, ["RS.REPORT", "RS.COMPLAINT"]));
  if ("made" in anchor) return earliest(madeDates(file, [anchor.made]));
  const reached = remedySteps(file).filter((step) => asCode(step.fields.step) === anchor.reached && isReached(step));
  return earliest(reached.map(reachedOn));
}

/** Asked for or lodged, whatever came of it; not what is only planned. */
const madeDates = (file: CaseFile, steps: readonly string[]): readonly (string | undefined)[] =>
  remedySteps(file)
    .filter(({ fields }) => steps.includes(asCode(fields.step) ?? "") && asCode(fields.state) !== "STEP.PLANNED")
    .map(({ fields }) => asText(fields.on));

const earliest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates
    .filter((date) => date !== undefined && firstDay(date) !== undefined)
    .sort((a, b) => comparePartialDates(a ?? "", b ?? ""))[0];

const notReached: readonly string[] = [
  "OU.PENDING",
  "OU.REFUSED",
  "OU.DISMISSED",
  "OU.NORESP",
  "OU.WITHDRAWN",
  "OU.WITHPRESS",
  "OU.TIMEBAR",
  "OU.AMNESTY",
  "OU.IMMUNITY",
];

/** Whether what the step is about happened: a refusal to register is a step, and no registration. */
export function isReached({ fields }: CaseRecord): boolean {
  const step = asCode(fields.step) ?? "";
  if (["STEP.PLANNED", "STEP.PENDING"].includes(asCode(fields.state) ?? "")) return false;
  const decides = ["RS.JUDG", "RS.FINAL", "RS.CLOSED"].includes(step);
  const outcome = asCode(fields.outcome) ?? "";
  return decides ? outcome !== "OU.PENDING" && outcome !== "OU.NORESP" : !notReached.includes(outcome);
}

/** When it happened: the day of its outcome, else its own. */
export const reachedOn = ({ fields }: CaseRecord): string | undefined => asText(fields.outcomeOn) ?? asText(fields.on);

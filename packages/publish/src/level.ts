/** Facts in words, as coarse as a level of identity asks. The rule is R-ANON-1 in the domain; the words are here. */

import { type DatePoint, describePartialDate } from "@saksi/domain/partial-date";
import { dateAt as coarseDate, placeAt as coarsePlace, codeAt } from "@saksi/domain/rules/anonymity";
import { identityOrder } from "@saksi/domain/use";
import type { PlaceValue } from "@saksi/domain/value";
import { termLabel } from "@saksi/domain/vocabulary";

/** 0 counts only · 1 anonymous · 2 pseudonym, general facts · 3 pseudonym, exact facts · 4 to 6 named. Unknown levels give nothing. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const levelOf = (identityLevel: string): Level => (identityOrder(identityLevel) ?? 0) as Level;

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date in words, no finer than a calendar day. */
export function dateAt(level: Level, text: string): string | undefined {
  const date = describePartialDate(coarseDate(`IL.${level}`, text) ?? "");
  if (date === undefined) return undefined;
  switch (date.shape) {
    case "on":
      return said(date.at);
    case "between":
      return `between ${said(date.from)} and ${said(date.to)}`;
    case "since":
      return `since ${said(date.from)}`;
    case "until":
      return `until ${said(date.to)}`;
    default:
      return date satisfies never;
  }
}

function said({ year, month, day, about, uncertain }: DatePoint): string {
  const parts = [
    day === undefined ? "" : String(day),
    month === undefined ? "" : (months[month - 1] ?? ""),
    String(year),
  ];
  const near = about || uncertain ? "about " : "";
  return near + parts.filter((part) => part !== "").join(" ");
}

/** From the smallest to the country. Below IL.3 a district gives way to its province: nobody counted who lives there. */
export function placeAt(level: Level, place: PlaceValue): string | undefined {
  const { country, province, district } = coarsePlace(`IL.${level}`, place);
  const where = [district, province, country && termLabel("countries", country)];
  const known = where.filter((one): one is string => one !== undefined && one !== "");
  return known.length > 0 ? known.join(", ") : undefined;
}

/** `TM.BLUNT.SOLE` is `TM.BLUNT` where only the general may remain: a rare method tells who. */
export const methodAt = (level: Level, code: string): string | undefined => labelAt(level, "torture_methods", code);

/** `PT.POLICE.CRIM` is `PT.POLICE` where only the general may remain. */
export const forceAt = (level: Level, code: string): string | undefined => labelAt(level, "perpetrator_types", code);

function labelAt(level: Level, list: string, code: string): string | undefined {
  const general = codeAt(`IL.${level}`, code);
  return general === undefined ? undefined : termLabel(list, general);
}

/** Facts as coarse as a level of identity asks. Source: R-ANON-1. Dates lose precision here, they never gain any. */

import { type DatePoint, describePartialDate } from "@saksi/domain/partial-date";
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

/** A date in words: the year at IL.1, the month at IL.2, as precise as it was said from IL.3 on. */
export function dateAt(level: Level, text: string): string | undefined {
  const date = describePartialDate(text);
  if (date === undefined || level === 0) return undefined;
  const point = (one: DatePoint): string => pointAt(level, one);
  switch (date.shape) {
    case "on":
      return point(date.at);
    case "between": {
      const [from, to] = [point(date.from), point(date.to)];
      return from === to ? from : `between ${from} and ${to}`;
    }
    case "since":
      return `since ${point(date.from)}`;
    case "until":
      return `until ${point(date.to)}`;
    default:
      return date satisfies never;
  }
}

function pointAt(level: Level, { year, month, day, about, uncertain }: DatePoint): string {
  const parts = [
    level >= 3 && day !== undefined ? String(day) : "",
    level >= 2 && month !== undefined ? (months[month - 1] ?? "") : "",
    String(year),
  ];
  const near = about || uncertain ? "about " : "";
  return near + parts.filter((part) => part !== "").join(" ");
}

/** Country at IL.1, district at IL.2 (whether it has 100,000 people is for the condition PC.IDENT), all of it from IL.3 on. */
export function placeAt(level: Level, { country, province, district }: PlaceValue): string | undefined {
  if (level === 0) return undefined;
  const where = country === undefined ? [] : [termLabel("countries", country)];
  if (level >= 2)
    where.unshift(...[district, province].filter((one): one is string => one !== undefined && one !== ""));
  return where.length > 0 ? where.join(", ") : undefined;
}

/** `TM.BLUNT.SOLE` is `TM.BLUNT` below IL.2: a rare method tells who. */
export const methodAt = (level: Level, code: string): string =>
  termLabel("torture_methods", level >= 2 ? code : code.split(".").slice(0, 2).join("."));

/** The general force below IL.2. */
export const forceAt = (level: Level, code: string): string =>
  termLabel("perpetrator_types", level >= 2 ? code : code.split(".").slice(0, 2).join("."));

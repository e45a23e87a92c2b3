/**
 * What may remain of a fact at each level of identity. Facts come out coarser or not at all, never more exact.
 *
 * Source: R-ANON-1. Whether somebody can still be recognised (R-ANON-2) is for two people who know the place.
 */

import { type DatePoint, type DatePrecision, describePartialDate } from "../partial-date.ts";
import { identityOrder } from "../use.ts";
import type { PlaceValue } from "../value.ts";

export interface Allowed {
  readonly name: "none" | "sealed-annex" | "public" | "public-with-image";
  /** Fresh: made anew for each publication, never the one of the case */
  readonly pseudonym: "none" | "fresh" | "own";
  readonly date: "none" | DatePrecision;
  readonly place: "none" | "country" | "district" | "all";
  /** Codes as recorded, or the general one they belong to */
  readonly codes: "none" | "general" | "exact";
  /** Own words, which can be recognised by how somebody speaks */
  readonly quotes: boolean;
}

const exact = { date: "time", place: "all", codes: "exact", quotes: true } as const;
const byLevel: readonly Allowed[] = [
  { name: "none", pseudonym: "none", date: "none", place: "none", codes: "none", quotes: false },
  { name: "none", pseudonym: "none", date: "year", place: "country", codes: "general", quotes: false },
  { name: "none", pseudonym: "fresh", date: "month", place: "district", codes: "exact", quotes: true },
  { name: "none", pseudonym: "own", ...exact },
  { name: "sealed-annex", pseudonym: "own", ...exact },
  { name: "public", pseudonym: "own", ...exact },
  { name: "public-with-image", pseudonym: "own", ...exact },
];
const nothing: Allowed = { name: "none", pseudonym: "none", date: "none", place: "none", codes: "none", quotes: false };

/** What a level allows; of a level that is not known here, nothing. */
export const allowedAt = (identityLevel: string): Allowed => byLevel[identityOrder(identityLevel) ?? -1] ?? nothing;

/** A date as coarse as a level asks, as EDTF; `undefined` where none may remain or the text is no date. */
export function dateAt(identityLevel: string, text: string): string | undefined {
  const { date: finest } = allowedAt(identityLevel);
  const date = describePartialDate(text);
  if (finest === "none" || date === undefined) return undefined;
  const coarse = (point: DatePoint) => pointAt(finest, point);
  if (date.shape === "on") return coarse(date.at);
  if (date.shape === "since") return `${coarse(date.from)}/..`;
  if (date.shape === "until") return `../${coarse(date.to)}`;
  const [from, to] = [coarse(date.from), coarse(date.to)];
  return from === to ? from : `${from}/${to}`;
}

const order: readonly DatePrecision[] = ["year", "month", "day", "time"];

function pointAt(finest: DatePrecision, point: DatePoint): string {
  const kept = order.slice(0, order.indexOf(finest) + 1);
  const two = (part: number) => String(part).padStart(2, "0");
  let text = String(point.year).padStart(4, "0");
  if (kept.includes("month") && point.month !== undefined) text += `-${two(point.month)}`;
  if (kept.includes("day") && point.day !== undefined) text += `-${two(point.day)}`;
  if (kept.includes("time") && point.time !== undefined) text += `T${point.time}${point.offset ?? ""}`;
  return text + (point.about && point.uncertain ? "%" : point.about ? "~" : point.uncertain ? "?" : "");
}

/**
 * A place as coarse as a level asks.
 *
 * @param people  how many live in the district, if known; below IL.3 a district of under 100,000 gives way to its province,
 *                and so does one that nobody counted
 */
export function placeAt(identityLevel: string, place: PlaceValue, people?: number): PlaceValue {
  const { place: finest } = allowedAt(identityLevel);
  if (finest === "none") return {};
  if (finest === "all" || (finest === "district" && (people ?? 0) >= 100_000)) return place;
  const { country, province } = place;
  return {
    ...(country === undefined ? {} : { country }),
    ...(finest === "country" || province === undefined ? {} : { province }),
  };
}

/** A code as it may remain: `PT.POLICE.CRIM` gives `PT.POLICE` where only the general is allowed. */
export function codeAt(identityLevel: string, code: string): string | undefined {
  const { codes } = allowedAt(identityLevel);
  return codes === "none" ? undefined : codes === "exact" ? code : code.split(".").slice(0, 2).join(".");
}

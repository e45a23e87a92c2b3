/**
 * Numbers, dates and lists for the reader's language. The only file that calls Intl.
 *
 * Browsers carry no dates, numbers or names for km, lo, my, ne, si and mn and silently print English (measured in
 * Chromium 156). For those the build takes them from Node's full data; see `build/calendar.ts` and `fallback.ts`.
 */

import { type CalendarWords, fallbackFor, loadFallback } from "./fallback.ts";

/** What the page speaks now; set once by `formatIn`. Kept in one object so that every function below reads the same. */
const spoken: { tag: string; words: CalendarWords | null } = { tag: "en", words: null };

/** Chooses the language of everything below, and fetches what the browser lacks. */
export async function formatIn(tag: string): Promise<void> {
  spoken.words = fallbackFor(tag) ? await loadFallback(tag) : null;
  spoken.tag = tag;
}

export function formatNumber(value: number, style: "decimal" | "percent" = "decimal"): string {
  return new Intl.NumberFormat(spoken.tag, { style, maximumFractionDigits: style === "percent" ? 0 : 2 }).format(value);
}

/** "12 November 2026", from an ISO day. Time zones cannot move it: a day is a day. */
export function formatDay(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  if (spoken.words) {
    const { months, day: pattern } = spoken.words;
    return pattern
      .replace("{day}", String(day.getUTCDate()))
      .replace("{month}", months[day.getUTCMonth()] ?? "")
      .replace("{year}", String(day.getUTCFullYear()));
  }
  return new Intl.DateTimeFormat(spoken.tag, { dateStyle: "long", timeZone: "UTC" }).format(day);
}

/** "March 2019", from an ISO month: never made into a day. */
export function formatMonth(iso: string): string {
  const month = new Date(`${iso.slice(0, 7)}-01T00:00:00Z`);
  if (Number.isNaN(month.getTime())) return iso;
  if (spoken.words) {
    return spoken.words.month
      .replace("{month}", spoken.words.months[month.getUTCMonth()] ?? "")
      .replace("{year}", String(month.getUTCFullYear()));
  }
  return new Intl.DateTimeFormat(spoken.tag, { month: "long", year: "numeric", timeZone: "UTC" }).format(month);
}

/** Day and time on this device's clock, from an ISO moment. */
export function formatMoment(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  if (spoken.words) {
    const two = (value: number) => String(value).padStart(2, "0");
    const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
    return `${formatDay(day)} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
  }
  return new Intl.DateTimeFormat(spoken.tag, { dateStyle: "medium", timeStyle: "short" }).format(moment);
}

const steps = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** "3 hours ago"; under a minute, the moment itself, because a count of seconds is never true when it is read. */
export function formatAgo(iso: string, now: number): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? [];
  if (!unit || !size || spoken.words) return formatMoment(iso);
  return new Intl.RelativeTimeFormat(spoken.tag, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

/** Seconds as "2 min" or "40 sec". */
export function formatDuration(seconds: number): string {
  const [value, unit] = seconds >= 90 ? [Math.round(seconds / 60), "minute"] : [Math.ceil(seconds), "second"];
  return new Intl.NumberFormat(spoken.tag, { style: "unit", unit: String(unit), unitDisplay: "long" }).format(
    Number(value),
  );
}

const sizes = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(spoken.tag, {
    style: "unit",
    unit: sizes[power] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1000 ** power);
}

export function formatList(parts: readonly string[]): string {
  return spoken.words ? parts.join(", ") : new Intl.ListFormat(spoken.tag).format(parts);
}

/** A state's name from its ISO 3166-1 code; the code itself where nobody knows a name. */
export function formatCountry(code: string): string {
  const own = spoken.words?.countries[code];
  return own ?? new Intl.DisplayNames(spoken.tag, { type: "region", fallback: "code" }).of(code) ?? code;
}

/** For sorting what people read: by the language, digits by value. */
export function comparing(): (one: string, other: string) => number {
  return new Intl.Collator(spoken.tag, { numeric: true }).compare;
}

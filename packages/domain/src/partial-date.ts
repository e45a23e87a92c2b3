/**
 * Dates as exact as people know them. "March 2019" is a month: it has a first and a last day and never becomes 1 March.
 *
 * A subset of EDTF (ISO 8601-2, levels 0 and 1): year, month, day, day with time; `~` about, `?` uncertain, `%` both;
 * intervals `A/B`, with `..` for an open end. The text is what is stored; everything here is computed from it.
 */

export type DatePrecision = "year" | "month" | "day" | "time";

/** A calendar day, `2019-03-04`. Days compare as text. */
export type Day = string;

export interface DatePoint {
  readonly precision: DatePrecision;
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** As written, `10:20` or `10:20:30` */
  readonly time?: string;
  /** As written, `Z` or `+07:00`; the days of a point are those of the clock it was written by */
  readonly offset?: string;
  readonly about: boolean;
  readonly uncertain: boolean;
}

/** A point, or a stretch that may be open at one side. */
export type PartialDate =
  | ({ readonly kind: "point" } & DatePoint)
  | { readonly kind: "interval"; readonly from: DatePoint | "open"; readonly to: DatePoint | "open" };

/** Why a text is no date: the whole shape, or a part that does not exist in the calendar. */
export type DateProblem =
  | "empty"
  | "not-a-date"
  | "no-such-month"
  | "no-such-day"
  | "no-such-time"
  | "open-at-both-ends"
  | "ends-before-start";

const pattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?([~?%])?$/;

/** Reads a stored or typed date; says what is wrong instead of guessing. */
export function parsePartialDate(text: string): { readonly date: PartialDate } | { readonly problem: DateProblem } {
  const trimmed = text.trim();
  if (trimmed === "") return { problem: "empty" };
  if (!trimmed.includes("/")) {
    const point = parsePoint(trimmed);
    return typeof point === "string" ? { problem: point } : { date: { kind: "point", ...point } };
  }
  const [left = "", right = "", ...more] = trimmed.split("/");
  if (more.length > 0) return { problem: "not-a-date" };
  const from = left === ".." ? "open" : parsePoint(left);
  const to = right === ".." ? "open" : parsePoint(right);
  if (from === "open" && to === "open") return { problem: "open-at-both-ends" };
  if (typeof from === "string" && from !== "open") return { problem: from };
  if (typeof to === "string" && to !== "open") return { problem: to };
  if (from !== "open" && to !== "open" && lastOf(to) < firstOf(from)) return { problem: "ends-before-start" };
  return { date: { kind: "interval", from, to } };
}

function parsePoint(text: string): DatePoint | DateProblem {
  const match = pattern.exec(text);
  if (!match) return "not-a-date";
  const [, year, month, day, hour, minute, second, offset, mark] = match;
  const common = { year: Number(year), about: mark === "~" || mark === "%", uncertain: mark === "?" || mark === "%" };
  if (month === undefined) return { precision: "year", ...common };
  if (Number(month) < 1 || Number(month) > 12) return "no-such-month";
  if (day === undefined) return { precision: "month", month: Number(month), ...common };
  if (Number(day) < 1 || Number(day) > daysInMonth(common.year, Number(month))) return "no-such-day";
  const known = { month: Number(month), day: Number(day), ...common };
  if (hour === undefined || minute === undefined) return { precision: "day", ...known };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59 || !isOffset(offset)) return "no-such-time";
  const time = second === undefined ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
  return { precision: "time", ...known, time, ...(offset === undefined ? {} : { offset }) };
}

const isOffset = (offset: string | undefined): boolean =>
  offset === undefined || offset === "Z" || (Number(offset.slice(1, 3)) <= 14 && Number(offset.slice(4)) <= 59);

/** The first day on which it may have been; `undefined` when it is open at that side or no date. */
export function firstDay(text: string): Day | undefined {
  const parsed = parsePartialDate(text);
  if ("problem" in parsed) return undefined;
  const point = parsed.date.kind === "point" ? parsed.date : parsed.date.from;
  return point === "open" ? undefined : firstOf(point);
}

/** The last day on which it may have been; `undefined` when it is open at that side or no date. */
export function lastDay(text: string): Day | undefined {
  const parsed = parsePartialDate(text);
  if ("problem" in parsed) return undefined;
  const point = parsed.date.kind === "point" ? parsed.date : parsed.date.to;
  return point === "open" ? undefined : lastOf(point);
}

const firstOf = ({ year, month, day }: DatePoint): Day => isoDay(year, month ?? 1, day ?? 1);
const lastOf = ({ year, month, day }: DatePoint): Day =>
  isoDay(year, month ?? 12, day ?? daysInMonth(year, month ?? 12));

/** How exact it is; of an interval, its less exact end. */
export function datePrecision(text: string): DatePrecision | undefined {
  const parsed = parsePartialDate(text);
  if ("problem" in parsed) return undefined;
  if (parsed.date.kind === "point") return parsed.date.precision;
  const ends = [parsed.date.from, parsed.date.to].flatMap((end) => (end === "open" ? [] : [end.precision]));
  return precisions.find((precision) => ends.includes(precision));
}

const precisions: readonly DatePrecision[] = ["year", "month", "day", "time"];

/**
 * Orders two dates for a list: by first day, then the wider one first, then by the text. What is open at its start comes
 * first, what is no date last. A total order, so that a sort is the same everywhere.
 */
export function comparePartialDates(a: string, b: string): number {
  const [x, y] = [sortKey(a), sortKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A text that sorts as `comparePartialDates` does; for a column of a table. */
export function sortKey(text: string): string {
  const parsed = parsePartialDate(text);
  if ("problem" in parsed) return `9999-99-99 ${text}`;
  const first = firstDay(text) ?? "0000-00-00";
  const wider = inverted(lastDay(text) ?? "9999-99-99");
  return `${first} ${wider} ${text.trim()}`;
}

const inverted = (day: Day): string => day.replace(/\d/g, (digit) => String(9 - Number(digit)));

/** Whether something surely, possibly or surely not happened before another; `undefined` when no date says. */
export function isBefore(a: string, b: string): boolean | undefined {
  const [aFirst, aLast, bFirst, bLast] = [firstDay(a), lastDay(a), firstDay(b), lastDay(b)];
  if (aLast !== undefined && bFirst !== undefined && aLast < bFirst) return true;
  if (aFirst !== undefined && bLast !== undefined && aFirst >= bLast) return false;
  return undefined;
}

/** What a screen needs to write a date in its reader's language; it adds words and month names, never precision. */
export type DateWords =
  | { readonly shape: "on"; readonly at: DatePoint }
  | { readonly shape: "between"; readonly from: DatePoint; readonly to: DatePoint }
  | { readonly shape: "since"; readonly from: DatePoint }
  | { readonly shape: "until"; readonly to: DatePoint };

/** The parts of a date for a sentence; `undefined` for a text that is no date, to be shown as it is. */
export function describePartialDate(text: string): DateWords | undefined {
  const parsed = parsePartialDate(text);
  if ("problem" in parsed) return undefined;
  const { date } = parsed;
  if (date.kind === "point") {
    const { kind: _, ...at } = date;
    return { shape: "on", at };
  }
  if (date.from === "open") return date.to === "open" ? undefined : { shape: "until", to: date.to };
  return date.to === "open" ? { shape: "since", from: date.from } : { shape: "between", from: date.from, to: date.to };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const isoDay = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/**
 * A date as people write it, read as exact as it was written: "March 2019", "about 4 May 2020", "25/3/2019", "2019-03".
 *
 * What could mean two days is not guessed: 3/4/2019 is asked about.
 */

import { type DateProblem, parsePartialDate } from "@saksi/domain/partial-date";

export type TypedDate =
  | { readonly date: string }
  | { readonly problem: DateProblem | "day-or-month"; readonly perhaps?: readonly string[] };

/** How words of a language are read. Everything is compared in small letters. */
export interface DateReading {
  /** January first; each month in every way it may be written */
  readonly months: readonly (readonly string[])[];
  readonly about: readonly string[];
}

export const englishReading: DateReading = {
  months: ["january", "february", "march", "april", "may", "june"]
    .concat(["july", "august", "september", "october", "november", "december"])
    .map((month) => [month, month.slice(0, 3), ...(month === "september" ? ["sept"] : [])]),
  about: ["about", "around", "circa", "ca.", "ca", "c.", "~"],
};

export function readTypedDate(typed: string, reading: DateReading = englishReading): TypedDate {
  const text = withT(westernDigits(typed.trim().normalize("NFKC")).toLowerCase());
  const stored = parsePartialDate(text.toUpperCase());
  if (!("problem" in stored)) return { date: text.toUpperCase() };
  if (stored.problem !== "not-a-date") return { problem: stored.problem };
  const stretch = /^(.+?)\s+(?:to|until|–|—)\s+(.+)$/u.exec(text);
  return stretch ? readStretch(stretch, reading) : readOne(text, reading);
}

function readStretch([, from = "", to = ""]: RegExpExecArray, reading: DateReading): TypedDate {
  const ends = [readOne(from, reading), readOne(to, reading)] as const;
  const wrong = ends.find((end) => "problem" in end);
  if (wrong) return wrong;
  const whole = ends.map((end) => ("date" in end ? end.date : "")).join("/");
  const read = parsePartialDate(whole);
  return "problem" in read ? { problem: read.problem } : { date: whole };
}

function readOne(text: string, reading: DateReading): TypedDate {
  const about = reading.about.find((word) => text.startsWith(word) && text.length > word.length);
  const rest = about === undefined ? text : text.slice(about.length).trim();
  const unsure = rest.endsWith("?");
  const read = readExactly(unsure ? rest.slice(0, -1).trim() : rest, reading);
  if ("problem" in read) return read;
  const mark = about !== undefined && unsure ? "%" : about !== undefined ? "~" : unsure ? "?" : "";
  return mark === "" || /[~?%]$/.test(read.date) ? read : { date: read.date + mark };
}

function readExactly(text: string, reading: DateReading): TypedDate {
  const stored = parsePartialDate(text.toUpperCase());
  if (!("problem" in stored)) return { date: text.toUpperCase() };
  const parts = text.split(/[\s,./-]+/u).filter((part) => part !== "");
  const months = parts.flatMap((part, at) => {
    const month = reading.months.findIndex((names) => names.includes(part));
    return month < 0 ? [] : [{ month: month + 1, at }];
  });
  const numbers = parts.filter((part) => /^\d+$/.test(part));
  if (months.length === 1 && numbers.length === parts.length - 1) return fromWords(numbers, months[0]?.month ?? 0);
  return numbers.length === parts.length ? fromNumbers(numbers) : { problem: "not-a-date" };
}

function fromWords(numbers: readonly string[], month: number): TypedDate {
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length < 3);
  if (year === undefined || numbers.length > 2 || (numbers.length === 2 && day === undefined))
    return { problem: "not-a-date" };
  return checked(year, month, day === undefined ? undefined : Number(day));
}

/** 3/2019 · 25/3/2019 · 2019/3/25. Where day and month could change places both readings are offered. */
function fromNumbers(numbers: readonly string[]): TypedDate {
  const [one = "", two = "", three = ""] = numbers;
  if (numbers.length === 2 && two.length === 4) return checked(two, Number(one));
  if (numbers.length === 2 && one.length === 4) return checked(one, Number(two));
  if (numbers.length === 3 && one.length === 4) return checked(one, Number(two), Number(three));
  if (numbers.length !== 3 || three.length !== 4) return { problem: "not-a-date" };
  const [first, second] = [Number(one), Number(two)];
  if (first > 12 || first === second) return checked(three, second, first);
  if (second > 12) return checked(three, first, second);
  const readings = [checked(three, second, first), checked(three, first, second)];
  return { problem: "day-or-month", perhaps: readings.flatMap((read) => ("date" in read ? [read.date] : [])) };
}

function checked(year: string, month: number, day?: number): TypedDate {
  const two = (value: number) => String(value).padStart(2, "0");
  const date = day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
  const read = parsePartialDate(date);
  return "problem" in read ? { problem: read.problem } : { date };
}

/** People put a space between day and hour. */
const withT = (text: string) => text.replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d{2}:\d{2})/, "$1t");

/** Digits of any script. In Unicode the ten digits of a script stand side by side, zero first. */
function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  });
}

/** Every sentence of the site, in one language. A language is a file: `words/en.json` is the first. */

import { type DatePoint, describePartialDate } from "@saksi/domain/partial-date";
import { escaped, type Markup, type Shown } from "./markup.ts";
import en from "./words/en.json" with { type: "json" };

export type Sentence = keyof typeof en;
export type WordFile = Readonly<Record<Sentence, string>>;
type Values = Readonly<Record<string, string | number>>;

export interface Tongue {
  /** BCP 47 */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** A sentence with its blanks filled */
  say(key: Sentence, values?: Values): string;
  /** The same where a blank is filled with a link or other markup */
  tell(key: Sentence, values: Readonly<Record<string, Markup | string | number>>): Markup;
  /** The word for a code, such as `late.likely`; the code itself where there is none */
  word(list: string, code: string): string;
  /** A date as exact as it is known, in words */
  date(partial: string): string;
  number(value: number): string;
}

export function tongueOf(words: WordFile, lang: string, dir: "ltr" | "rtl"): Tongue {
  const plurals = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  const point = pointWordsIn(lang);
  const fill = (key: string, value: (name: string) => string | undefined): string =>
    chosen((words as Readonly<Record<string, string>>)[key] ?? key, value, plurals).replace(
      /\{(\w+)\}/g,
      (_, name: string) => value(name) ?? `{${name}}`,
    );
  const say: Tongue["say"] = (key, values = {}) => fill(key, (name) => shownPlain(values[name]));
  return {
    lang,
    dir,
    say,
    tell(key, values) {
      const marks: string[] = [];
      const filled = fill(key, (name) => {
        const value = values[name];
        if (value === undefined || typeof value !== "object") return shownPlain(value);
        return `\u27e6${marks.push(value.safe) - 1}\u27e7`;
      });
      const pieces = filled.split(/\u27e6(\d+)\u27e7/u); // every second piece is the place of a mark
      return { safe: pieces.map((piece, at) => (at % 2 === 0 ? escaped(piece) : marks[Number(piece)])).join("") };
    },
    word: (list, code) => (words as Readonly<Record<string, string>>)[`${list}.${code}`] ?? code,
    date: (partial) => dateWords(partial, point, say),
    number: (value) => numbers.format(value),
  };
}

export const english: Tongue = tongueOf(en, "en", "ltr");

const shownPlain = (value: Exclude<Shown, null | readonly Markup[]> | undefined): string | undefined =>
  value === undefined ? undefined : typeof value === "object" ? value.safe : String(value);

/** ICU plural, one a sentence: `{count, plural, one {# state} other {# states}}`. */
function chosen(sentence: string, value: (name: string) => string | undefined, rules: Intl.PluralRules): string {
  return sentence.replace(/\{(\w+), plural, ((?:[\w=]+ \{[^{}]*\} ?)+)\}/g, (_, name: string, forms: string) => {
    const count = Number(value(name));
    const found = new Map(
      [...forms.matchAll(/([\w=]+) \{([^{}]*)\}/g)].map(([, form = "", said = ""]) => [form, said]),
    );
    const form = found.get(`=${count}`) ?? found.get(rules.select(count)) ?? found.get("other") ?? "";
    return form.replaceAll("#", String(count));
  });
}

type PointWords = (point: Pick<DatePoint, "year" | "month" | "day">) => string;

function dateWords(partial: string, point: PointWords, say: Tongue["say"]): string {
  const words = describePartialDate(partial);
  if (words === undefined) return partial;
  switch (words.shape) {
    case "on":
      return point(words.at);
    case "between":
      return say("date.between", { from: point(words.from), to: point(words.to) });
    case "since":
      return say("date.since", { from: point(words.from) });
    case "until":
      return say("date.until", { to: point(words.to) });
    default:
      return words satisfies never;
  }
}

/** Formatters are slow to make: one for each exactness, made once. */
function pointWordsIn(lang: string): PointWords {
  const locale = lang === "en" ? "en-GB" : lang;
  const formatter = (shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric", ...shape });
  const [years, months, days] = [
    formatter({}),
    formatter({ month: "long" }),
    formatter({ month: "long", day: "numeric" }),
  ];
  return ({ year, month, day }) =>
    (month === undefined ? years : day === undefined ? months : days).format(
      Date.UTC(year, (month ?? 1) - 1, day ?? 1),
    );
}

/** What the scan looks for: one protected string in each form in which it could appear. */

import { firstDay } from "@saksi/domain/partial-date";
import { vocabulary, vocabularyNames } from "@saksi/domain/vocabulary";
import type { ProtectedString } from "../protected.ts";
import { fold, isUnspaced } from "./fold.ts";

export interface Needle {
  readonly record: string;
  readonly field: string;
  /** Found anywhere, whatever separates its letters */
  readonly packed: readonly string[];
  /** Found as whole words only: too short to look for inside others */
  readonly words: readonly string[];
  /** As it was written, for a search through bytes */
  readonly exact: readonly string[];
}

/** From this length on, folded, a string is not found in other words by chance. */
const longEnough = 7;

/** One needle a protected string; none for what is too short to mean anyone. */
export function needleFor({ record, field, text, form }: ProtectedString): Needle {
  const packed = new Set<string>();
  const words = new Set<string>();
  const add = (form: string): void => {
    const folded = fold(form);
    const length = [...folded.packed].length;
    if (isUnspaced(folded.packed) ? length >= 2 : length >= longEnough) packed.add(folded.packed);
    else if (length >= 2) words.add(folded.spaced);
  };
  for (const one of formsOf(text, form)) add(one);
  if (form === "name") for (const part of nameParts(text)) add(part);
  return { record, field, packed: [...packed], words: [...words], exact: formsOf(text, form) };
}

function formsOf(text: string, form: ProtectedString["form"]): readonly string[] {
  switch (form) {
    case "name":
    case "code":
      return [text];
    case "date":
      return dateForms(text);
    case "file":
      return [text, text.replace(/\.[^.]{1,5}$/, "")];
    case "words":
      return [...pieces(text), ...numberForms(text)];
    default:
      return form satisfies never;
  }
}

/**
 * Each part of a name of at least three letters: names break over lines, and a family name alone is a name. A part that
 * is a plain word of our own lists (`Police`, `Person`, `Jordan`) is left to the whole name: it stands in every brief.
 */
const nameParts = (name: string): readonly string[] => {
  const parts = fold(name).spaced.split(" ");
  return parts.length < 2 ? [] : parts.filter((part) => [...part].length >= 3 && !plainWords.has(part));
};

/** Words of every list we choose from, about 3,000, and a few that the template says. */
const plainWords: ReadonlySet<string> = new Set([
  ...vocabularyNames.flatMap((list) => vocabulary(list).flatMap(({ label }) => fold(label).spaced.split(" "))),
  "bin",
  "binti",
  "mrs",
  "miss",
  "made",
  "people",
  "what",
  "happened",
  "background",
]);

/** A long text is looked for sentence by sentence: nobody copies all of it. */
function pieces(text: string): readonly string[] {
  const sentences = text.split(/[.!?\n;।။។。]+/).map((one) => one.trim());
  return [text, ...sentences.filter((one) => [...one].length >= 12)];
}

/** Numbers of six digits and more, also without the country's prefix. */
function numberForms(text: string): readonly string[] {
  const numbers = text.match(/\p{Nd}(?:[\s().\-–/]*\p{Nd}){5,}/gu) ?? [];
  return numbers.flatMap((number) => {
    const digits = fold(number).packed;
    return digits.length > 9 ? [digits, digits.slice(-8)] : [digits];
  });
}

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

/** A whole day in the orders people write it. A month or a year alone identifies nobody and would stop everything. */
function dateForms(text: string): readonly string[] {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return [];
  const [year = "", month = "", day = ""] = (firstDay(text) ?? text).split("-");
  const name = months[Number(month) - 1] ?? "";
  const short = [
    `${Number(day)} ${name} ${year}`,
    `${name} ${Number(day)} ${year}`,
    `${Number(day)} ${name.slice(0, 3)} ${year}`,
  ];
  return [`${year}${month}${day}`, `${day}${month}${year}`, `${month}${day}${year}`, ...short];
}

/** What the scan looks for: one protected string in each form in which it could appear. */

import { firstDay } from "@saksi/domain/partial-date";
import { vocabulary, vocabularyNames } from "@saksi/domain/vocabulary";
import type { ProtectedString } from "../protected.ts";
import { formsOfDay } from "./days.ts";
import { fold, isHan, isUnspaced } from "./fold.ts";

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

/** One needle a protected string; it finds nothing where the string is too short or too plain to mean anyone. */
export function needleFor({ record, field, text, form }: ProtectedString): Needle {
  const packed = new Set<string>();
  const words = new Set<string>();
  const forms = formsOf(text, form).map(fold);
  const parts = form === "name" ? nameParts(text).map(fold) : [];
  // "Lawyer" in a note on who gave a paper would stop every brief; "Lawyer Sundaram" does not say less for it.
  const telling = form === "words" ? forms.filter((one) => !isPlain(one.spaced)) : forms;
  for (const folded of [...telling, ...parts]) {
    const length = [...folded.packed].length;
    if (length >= leastInside(folded.packed)) packed.add(folded.packed);
    else if (length >= 2) words.add(folded.spaced);
  }
  return { record, field, packed: [...packed], words: [...words], exact: formsOf(text, form) };
}

/** From this length on a string is not found inside other words by chance: it depends on how much a letter says. */
const leastInside = (text: string): number => (isHan(text) ? 2 : isUnspaced(text) ? 4 : 7);

const isPlain = (spaced: string): boolean =>
  spaced.split(" ").every((word) => plainWords.has(word) || /^\p{L}{1,2}$/u.test(word));

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
  const numbers = text.match(/\p{Nd}(?:[^\p{L}\p{Nd}]{0,4}\p{Nd}){5,}/gu) ?? [];
  return numbers.flatMap((number) => {
    const digits = fold(number).packed;
    return [digits, ...(digits.length > 9 ? [digits.slice(-8)] : digits.length > 7 ? [digits.slice(-7)] : [])];
  });
}

/** A whole day. A month or a year alone identifies nobody and would stop everything. */
const dateForms = (text: string): readonly string[] =>
  /^\d{4}-\d{2}-\d{2}/.test(text) ? formsOfDay(firstDay(text) ?? text) : [];

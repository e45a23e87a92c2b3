/** Looks for needles in text that may come from a page: glyph order, doubled glyphs and broken lines included. */

import { fold } from "./fold.ts";
import type { Needle } from "./needle.ts";

/** The needles that occur in the text. */
export function needlesIn(texts: readonly string[], needles: readonly Needle[]): readonly Needle[] {
  const folded = fold(texts.join("\n"));
  const words = ` ${folded.spaced} `;
  return needles.filter(
    (needle) =>
      needle.packed.some((form) => folded.packed.includes(form)) ||
      needle.words.some((form) => words.includes(` ${form} `)),
  );
}

/**
 * The same for text out of a PDF. Complex scripts come out in the order of their glyphs, with letters said twice where a
 * glyph stands for several: needle and text are compared once more with repeats taken out.
 */
export function needlesInPages(texts: readonly string[], needles: readonly Needle[]): readonly Needle[] {
  const found = new Set(needlesIn(texts, needles));
  const left = needles.filter((needle) => !found.has(needle) && [...needle.packed, ...needle.words].some(isComplex));
  if (left.length === 0) return [...found];
  const { packed, spaced } = fold(texts.join("\n"));
  for (const once of [singles, runs]) {
    const letters = once(packed);
    const words = ` ${spaced.split(" ").map(once).join(" ")} `;
    const inWords = (form: string): boolean => words.includes(` ${form.split(" ").map(once).join(" ")} `);
    for (const needle of left) {
      const here = needle.packed.some((form) => isComplex(form) && letters.includes(once(form)));
      if (here || needle.words.some((form) => isComplex(form) && inWords(form))) found.add(needle);
    }
  }
  return [...found];
}

/** Letters that a font draws in another order or together. */
const isComplex = (text: string): boolean =>
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd} ]/u.test(text);

/** Each letter once where it is said several times in a row. */
const singles = (text: string): string => text.replace(/(.)\1+/gu, "$1");
/** Each short run of letters once where it is said several times in a row. */
const runs = (text: string): string => text.replace(/(.{1,12}?)\1+/gu, "$1");

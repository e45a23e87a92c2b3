/** Looks for needles in text that may come from a page: glyph order, doubled glyphs and broken lines included. */

import { fold } from "./fold.ts";
import type { Needle } from "./needle.ts";
import { unhidden } from "./unhide.ts";

/** The needles that occur in the text. */
export function needlesIn(texts: readonly string[], needles: readonly Needle[]): readonly Needle[] {
  const { packed, spaced } = fold(unhidden(texts).join("\n"));
  const [letters, words] = [letterHay(packed), wordHay(spaced)];
  return needles.filter((needle) => needle.packed.some(letters) || needle.words.some(words));
}

/**
 * The same for text out of a PDF. Complex scripts come out in the order of their glyphs, with letters said twice where a
 * glyph stands for several: needle and text are compared once more with repeats taken out.
 */
export function needlesInPages(texts: readonly string[], needles: readonly Needle[]): readonly Needle[] {
  const { packed, spaced } = fold(texts.join("\n"));
  const [letters, words] = [letterHay(packed), wordHay(spaced)];
  const found = new Set(needles.filter((needle) => needle.packed.some(letters) || needle.words.some(words)));
  const left = needles.filter((needle) => !found.has(needle) && [...needle.packed, ...needle.words].some(isComplex));
  if (left.length === 0) return [...found];
  for (const once of [singles, runs]) {
    const onceInWords = (text: string): string => text.split(" ").map(once).join(" ");
    const [inLetters, inWords] = [letterHay(once(packed)), wordHay(onceInWords(spaced))];
    for (const needle of left) {
      const here = needle.packed.some((form) => isComplex(form) && inLetters(once(form)));
      if (here || needle.words.some((form) => isComplex(form) && inWords(onceInWords(form)))) found.add(needle);
    }
  }
  return [...found];
}

/**
 * A question to a text: does this occur anywhere? Runs of three letters are noted once; thousands of needles are then told
 * apart from the text without reading it again.
 */
function letterHay(text: string): (form: string) => boolean {
  const seen = new Set<number>();
  for (let at = 0; at + 2 < text.length; at += 1) seen.add(three(text, at));
  return (form) => {
    for (let at = 0; at + 2 < form.length; at += 1) if (!seen.has(three(form, at))) return false;
    return text.includes(form);
  };
}

const three = (text: string, at: number): number =>
  (text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)) * 65_536 + text.charCodeAt(at + 2);

/** The same for whole words, one or several in a row; words that are said letter by letter too. */
function wordHay(said: string): (form: string) => boolean {
  const spelled = said.match(/(?<= |^)(?:\p{L}\p{M}* ){2,}\p{L}\p{M}*(?= |$)/gu) ?? [];
  const spaced = [said, ...spelled.map((letters) => letters.replaceAll(" ", ""))].join(" ");
  const seen = new Set(spaced.split(" "));
  const text = ` ${spaced} `;
  return (form) => {
    const words = form.split(" ");
    return words.every((word) => seen.has(word)) && (words.length === 1 || text.includes(` ${form} `));
  };
}

/** Letters that a font draws in another order or together. */
const isComplex = (text: string): boolean =>
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd} ]/u.test(text);

/** Each letter once where it is said several times in a row. */
const singles = (text: string): string => text.replace(/(.)\1+/gu, "$1");
/** Each short run of letters once where it is said several times in a row. */
const runs = (text: string): string => text.replace(/(.{1,12}?)\1+/gu, "$1");

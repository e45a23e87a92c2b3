/**
 * Text as the scan compares it: compatibility forms, case, accents of Latin letters, Arabic vowel signs and letter
 * variants, digits of every script and all separators fold away, so that one spelling finds the others.
 */

export interface Folded {
  /** Words with one space between them */
  readonly spaced: string;
  /** Nothing between them: numbers with any separators, names broken over lines */
  readonly packed: string;
}

const sameLetter: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ك: "ک",
  ة: "ه",
  ۀ: "ه",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  đ: "d",
  ł: "l",
  ø: "o",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  // Cyrillic and Greek letters that no reader tells from Latin ones
  а: "a",
  с: "c",
  ԁ: "d",
  е: "e",
  һ: "h",
  і: "i",
  ј: "j",
  к: "k",
  ӏ: "l",
  м: "m",
  п: "n",
  о: "o",
  р: "p",
  ԛ: "q",
  ѕ: "s",
  т: "t",
  ѵ: "v",
  ԝ: "w",
  х: "x",
  у: "y",
  α: "a",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
};
const sameLetters = new RegExp(`[${Object.keys(sameLetter).join("")}]`, "gu");

/** Drawn as nothing, or over and around a letter without making it another: joiners, selectors, strokes, rings. */
const unseen =
  /\p{Default_Ignorable_Code_Point}|\p{Me}|[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/gu;

export function fold(text: string): Folded {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(unseen, "")
    .replace(/(?<=\p{Script=Latin}\p{Mn}*)\p{Mn}+/gu, "")
    .replace(/[\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g, "")
    .normalize("NFKC")
    .replace(sameLetters, (letter) => sameLetter[letter] ?? letter)
    .replace(/(?![0-9])\p{Nd}/gu, digit);
  const spaced = plain
    .replace(/\p{Cf}/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return { spaced, packed: spaced.replaceAll(" ", "") };
}

/** Ten digits stand in a row in every script, zero first. */
function digit(one: string): string {
  const point = one.codePointAt(0) ?? 0;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

/** Scripts written without spaces between words: a name is looked for inside a run of letters. */
export const isUnspaced = (text: string): boolean =>
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
    text,
  );

/** One of these letters says as much as a syllable or a word. */
export const isHan = (text: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

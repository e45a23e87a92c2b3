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

/** Code point of zero in the scripts whose digits are not folded by NFKC */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040,
  0x1090, 0x17e0, 0x1810,
];
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
};

export function fold(text: string): Folded {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin}\p{Mn}*)\p{Mn}+/gu, "")
    .replace(/[\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g, "")
    .normalize("NFKC")
    .replace(/[\u0623-\u06c0đłøıيىكةأإآٱ]/g, (letter) => sameLetter[letter] ?? letter)
    .replace(/(?![0-9])\p{Nd}/gu, digit);
  const spaced = plain
    .replace(/\p{Cf}/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return { spaced, packed: spaced.replaceAll(" ", "") };
}

function digit(one: string): string {
  const point = one.codePointAt(0) ?? 0;
  const zero = zeros.find((start) => point >= start && point < start + 10);
  return zero === undefined ? one : String(point - zero);
}

/** Scripts written without spaces between words: a name is looked for inside a run of letters. */
export const isUnspaced = (text: string): boolean =>
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
    text,
  );

/** One of these letters says as much as a syllable or a word. */
export const isHan = (text: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

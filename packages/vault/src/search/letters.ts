/**
 * What a UTF-16 code unit is to search. Regular expressions with Unicode properties are too slow to ask for every
 * letter of a hundred thousand records: each code unit is asked once, and the answer kept in 64 KiB.
 */

export const separator = 1;
/** A letter or digit of a script that puts spaces between words; and every surrogate half, which is kept whole */
export const wordLetter = 2;
/** A vowel sign, tone or accent: belongs to the letter before it */
export const mark = 3;
/** A letter of a script without spaces between words */
export const unspacedLetter = 4;
/** A decimal digit other than 0 to 9 */
export const otherDigit = 5;

export type LetterClass = 1 | 2 | 3 | 4 | 5;

const unspacedScripts =
  /^[\p{Script_Extensions=Thai}\p{Script_Extensions=Lao}\p{Script_Extensions=Khmer}\p{Script_Extensions=Myanmar}\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Bopomofo}]$/u;

export function classOf(code: number): LetterClass {
  // A table of constants that fills itself: 0 stands for not asked yet.
  const known = classes[code];
  if (known) return known as LetterClass;
  const found = classify(code);
  classes[code] = found;
  return found;
}

const classes = new Uint8Array(2 ** 16);

function classify(code: number): LetterClass {
  if (code >= 0xd800 && code <= 0xdfff) return wordLetter;
  const letter = String.fromCharCode(code);
  if (/\p{M}/u.test(letter)) return mark;
  if (/\p{Nd}/u.test(letter)) return code < 128 ? wordLetter : otherDigit;
  if (!/[\p{L}\p{N}]/u.test(letter)) return separator;
  return unspacedScripts.test(letter) ? unspacedLetter : wordLetter;
}

/** 0 to 9 for a decimal digit of any script: in Unicode their zeros end in the hexadecimal digit 0 or 6. */
export function digitValue(code: number): number {
  const sixteen = code & ~15;
  return code - (/\p{Nd}/u.test(String.fromCharCode(sixteen)) ? sixteen : sixteen + 6);
}

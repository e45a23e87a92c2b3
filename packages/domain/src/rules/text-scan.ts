/**
 * Telephone numbers, e-mail addresses, plates, badge numbers, street addresses and coordinates in a text, in any digits.
 * Export stops on a hit that nobody allowed.
 *
 * Source: R-ANON-5. Names are found by comparing with what the case keeps, not by a pattern. Better one hit too many: a
 * person looks at each.
 */

export type ScanKind = "phone" | "email" | "plate" | "badge" | "address" | "coordinates" | "id-number";

export interface ScanHit {
  readonly kind: ScanKind;
  /** Where it stands, in UTF-16 units. The text itself is not repeated. */
  readonly at: number;
  readonly length: number;
}

const patterns: readonly (readonly [ScanKind, RegExp])[] = [
  ["email", /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ["coordinates", /[+-]?\d{1,3}\.\d{3,}\s*[,;\s]\s*[+-]?\d{1,3}\.\d{3,}/gu],
  ["coordinates", /\d{1,3}\s?°\s?\d{1,2}\s?['′]\s?(?:\d{1,2}(?:\.\d+)?\s?["″]\s?)?[NSEW]/giu],
  ["phone", /(?<![\d.])(?:\+|00)\d(?:[\s().-]{0,2}\d){6,13}(?!\d)/gu],
  ["phone", /(?<![\d./-])0\d(?:[\s().-]?\d){6,10}(?!\d)/gu],
  ["plate", /\b(?:plate|registration)\b\W{0,3}(?:no\.?|number)?\W{0,3}[A-Z0-9][A-Z0-9 -]{2,10}\d/giu],
  ["plate", /(?<![\p{L}\d])[A-Z]{1,3}[ -]?\d{1,4}[ -]?[A-Z]{1,3}[ -]?\d{0,4}(?![\p{L}\d])/gu],
  ["badge", /\b(?:badge|service|officer|force)\b\W{0,3}(?:no\.?|number|id)\W{0,3}[A-Z]{0,4}[ -]?\d{2,}/giu],
  ["id-number", /(?<!\d)\d{6}[ -]?\d{2}[ -]?\d{4}(?!\d)|(?<!\d)\d(?:[ -]?\d){9,16}(?!\d)/gu],
  [
    "address",
    /\b\d{1,5}[A-Z]?,?\s+(?:[\p{L}'-]+\s+){0,3}(?:street|road|lane|avenue|st\.|rd\.|jalan|lorong|soi|marg|tole|gali)\b/giu,
  ],
  ["address", /\b(?:jalan|lorong|jl\.?|soi|gali|street|road)\s+(?:[\p{L}'-]+\s+){0,3}(?:no\.?\s*)?\d{1,5}\b/giu],
];

/**
 * What a text holds that could lead to someone; each place once, in order.
 *
 * @param allowed  strings that a grant or a reviewer allowed, such as a hotline; digits and spacing may differ
 */
export function scanText(text: string, allowed: readonly string[] = []): readonly ScanHit[] {
  const plain = westernDigits(text);
  const known = new Set(allowed.map(bare));
  const found = patterns.flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].map((match) => ({ kind, at: match.index, length: match[0].length, text: match[0] })),
  );
  const passes = found.filter((hit) => known.has(bare(hit.text)) || isDate(hit.text));
  return found
    .filter((hit) => !passes.some((pass) => overlaps(hit, pass)))
    .sort((a, b) => a.at - b.at || b.length - a.length)
    .filter((hit, index, all) => !all.slice(0, index).some((other) => overlaps(hit, other)))
    .map(({ kind, at, length }) => ({ kind, at, length }));
}

const overlaps = (a: Omit<ScanHit, "kind">, b: Omit<ScanHit, "kind">): boolean =>
  a.at < b.at + b.length && b.at < a.at + a.length;

const bare = (text: string): string =>
  westernDigits(text)
    .toLowerCase()
    .replace(/[\s().-]/gu, "");

/** A day or a range of years is no number of anyone's. */
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$|^\d{4}\s?[-–]\s?\d{4}$/u.test(text.trim());

/** The zero of each script whose digits people write numbers in. */
const zeros = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0xff10,
];

/** The same text with 0 to 9 for the digits of every script; nothing moves. */
export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => code >= start && code <= start + 9);
    return zero === undefined ? digit : String(code - zero);
  });
}

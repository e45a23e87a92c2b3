/** Things in a text that lead to a person although nobody kept them as theirs. Source: R-ANON-5. */

import type { Dossier } from "./dossier.ts";
import { textsOf } from "./edition.ts";

export type LooksLike = "looks-like-e-mail" | "looks-like-phone" | "looks-like-coordinates";

const patterns: readonly (readonly [LooksLike, RegExp])[] = [
  ["looks-like-e-mail", /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}/u],
  ["looks-like-coordinates", /-?\d{1,2}\.\d{4,}\s*[,;]\s*-?\d{1,3}\.\d{4,}|\d{1,3}°\s*\d{1,2}['′]/u],
  [
    "looks-like-phone",
    /(?:\+|\b00)\p{Nd}(?:[\s().\-–/]*\p{Nd}){7,}|(?<!\p{Nd})0\p{Nd}{1,3}(?:[\s().\-–/]*\p{Nd}){6,}/u,
  ],
];

/** What a dossier's own text looks like; its sources are public and may hold numbers of all kinds. */
export function looksLike(dossier: Dossier): readonly LooksLike[] {
  const text = textsOf({ ...dossier, sources: [] })
    .join("\n")
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Me}/gu, "");
  return patterns.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

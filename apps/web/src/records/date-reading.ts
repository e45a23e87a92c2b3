/** The names of months in the reader's language, beside the English ones: people type in both. */

import { formatMonth } from "../words/format.ts";
import { type DateReading, englishReading } from "./typed-date.ts";

export function dateReading(): DateReading {
  const months = englishReading.months.map((names, at) => {
    const written = formatMonth(`2019-${String(at + 1).padStart(2, "0")}`);
    const own = written
      .replace(/\p{Nd}+/gu, "")
      .trim()
      .toLowerCase();
    return own === "" || names.includes(own) ? names : [...names, own];
  });
  return { ...englishReading, months };
}

/** Languages as documents name them: BCP 47 tags, their direction and their script. */

export type Dir = "ltr" | "rtl";

const rightToLeft = new Set(["ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** Whether text is a tag such as `en`, `zh-Hant`, `pt-TL`. Private tags and extensions are refused. */
export const isLang = (text: unknown): text is string =>
  typeof text === "string" && /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(text);

/** The direction in which a language is written; a script in the tag decides first. */
export function dirOf(lang: string): Dir {
  if (/-(Arab|Aran|Hebr|Thaa)\b/.test(lang)) return "rtl";
  if (/-[A-Z][a-z]{3}\b/.test(lang)) return "ltr";
  return rightToLeft.has(lang.split("-")[0] ?? "") ? "rtl" : "ltr";
}

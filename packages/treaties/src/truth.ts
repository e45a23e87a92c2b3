/** Yes, no, or not known. Not known is an answer of its own: it survives every step until something settles it. */

export type Truth = boolean | "unknown";

/** True where all are; false where one is, whatever the others; else not known (Kleene). */
export const allOf = (several: readonly Truth[]): Truth =>
  several.includes(false) ? false : several.includes("unknown") ? "unknown" : true;

/** True where one is, whatever the others; false where all are; else not known (Kleene). */
export const anyOf = (several: readonly Truth[]): Truth =>
  several.includes(true) ? true : several.includes("unknown") ? "unknown" : false;

export const not = (one: Truth): Truth => (one === "unknown" ? "unknown" : !one);

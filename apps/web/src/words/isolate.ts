/**
 * A name in a sentence of the other direction keeps its own, and the sentence its order: the Unicode isolates around it
 * are what `<bdi>` is in a page. Words of the sentence's own direction, and codes that choose between sentences, are
 * left as they are.
 */

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const leftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])\p{L}/u;
const code = /^[a-z-]*$/;

export function isolate(
  values: Readonly<Record<string, unknown>>,
  direction: "ltr" | "rtl",
): Readonly<Record<string, unknown>> {
  const other = direction === "rtl" ? leftToRight : rightToLeft;
  const apart = (value: unknown) =>
    typeof value === "string" && !code.test(value) && other.test(value) ? `\u2068${value}\u2069` : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, apart(value)]));
}

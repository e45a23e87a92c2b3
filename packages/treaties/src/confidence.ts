/** How sure a fact of the library is. High: text or two reliable sources checked. Medium: one. Low: check before use. */

export type Confidence = string;

const codes: Readonly<Record<string, string>> = { high: "CF.HIGH", medium: "CF.MED", low: "CF.LOW" };
const fromWeakest: readonly string[] = ["low", "medium", "high"];

/** The code of `confidence` in the vocabularies; `undefined` for a word that is none. */
export const confidenceCode = (confidence: Confidence | null): string | undefined =>
  confidence === null ? undefined : codes[confidence];

/** The weakest of several: a chain is as sure as its weakest link. `undefined` of none. */
export const weakest = (several: readonly Confidence[]): Confidence | undefined =>
  fromWeakest.find((word) => several.includes(word));

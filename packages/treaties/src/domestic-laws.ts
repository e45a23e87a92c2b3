/** Laws of eighteen states against the checklist, item by item, on paper. Data: `data/domestic-laws.json`. */

import data from "../data/domestic-laws.json" with { type: "json" };
import { type Cell, cellOf, type Provenance } from "./cell.ts";
import type { Confidence } from "./confidence.ts";
import { stateOf } from "./states.ts";

export type ItemStatus = "met" | "partly" | "not" | "unknown" | "na";

export interface LawItem {
  readonly status: ItemStatus;
  /** The provision relied on */
  readonly section: string | null;
  /** `unknown` where nothing is known */
  readonly confidence: Confidence;
  /** A key of the file's sources; null where nothing is known */
  readonly source: string | null;
  readonly note: string | null;
  readonly confirmed: string | null;
  /** From where it is known, where members corrected it */
  readonly by?: Provenance;
}

export interface Law {
  readonly id: string;
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  readonly title: string;
  readonly citation: string;
  readonly status: string;
  readonly type: string;
  readonly overview: string;
  readonly items: Readonly<Record<string, LawItem>>;
  readonly landmarkCases: readonly string[];
  readonly notes: readonly string[];
  readonly openQuestions: readonly string[];
  readonly asOf: string;
  /** Who opened it, where no law was read as a whole and members confirmed single items */
  readonly by?: Provenance;
}

const sources: Readonly<Record<string, string>> = data.sources;
/** Says for every law here that it was read at a desk and that a national lawyer must confirm it. */
export const lawWarning: string = data.meta.warning;

export const laws: readonly Law[] = data.laws.map(({ country, ...law }) => {
  const items: Readonly<Record<string, unknown>> = law.items;
  return {
    ...law,
    state: stateOf(country)?.iso3 ?? country,
    items: items as Law["items"], // the test of the data holds the shape
  };
});

/** `undefined`: no law of that state was looked at, which says nothing about the law. */
export const lawOf = (state: string, among: readonly Law[] = laws): Law | undefined =>
  among.find((law) => law.state === state);

const file = "domestic-laws.json";

/** The cell of one item; of an item not known, the law as a whole, which is what says so. */
export function lawCell(law: Law, item: string): Cell {
  const facts = law.items[item];
  if (facts?.by) return cellOf(file, `${law.id} ${item}`, facts.by);
  const source = facts?.source ? sources[facts.source] : undefined;
  if (!facts || source === undefined) return lawAsAWhole(law);
  return cellOf(file, `${law.id} ${item}`, {
    source: facts.section === null ? source : `${source}: ${facts.section}`,
    asOf: law.asOf,
    confidence: facts.confidence,
    confirmed: facts.confirmed ?? "memory",
  });
}

export const lawAsAWhole = (law: Law): Cell =>
  cellOf(
    file,
    law.id,
    law.by ?? { source: law.citation, asOf: law.asOf, confidence: "low", confirmed: "stored-in-part" },
  );

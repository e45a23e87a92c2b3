/** What the Convention, its Protocol and the safeguards ask of a law, as a checklist. Data: `data/uncat-obligations.json`. */

import data from "../data/uncat-obligations.json" with { type: "json" };
import { type Cell, cellOf } from "./cell.ts";

export interface ChecklistItem {
  /** Such as `C1.2`, `O.1`, `S.5`; never changes */
  readonly id: string;
  readonly text: string;
  /** 1 to 3 */
  readonly weight: number;
  /** Where in the Convention, a general comment or the Protocol it comes from */
  readonly basis: string;
  /** How to tell met from partly */
  readonly decideBy: string | null;
  /** Without it no law is better than one with serious gaps */
  readonly isKnockOut: boolean;
  /** Among those looked at in every law we hold */
  readonly isAssessed: boolean;
  readonly group: string;
}

export interface ObligationGroup {
  /** `1` to `33`, `opcat` or `safeguards` */
  readonly code: string;
  readonly title: string;
  readonly obligations: readonly string[];
  readonly items: readonly ChecklistItem[];
  readonly sources: readonly string[];
  readonly cases: readonly string[];
}

interface RawItem {
  readonly id: string;
  readonly text: string;
  readonly weight: number;
  readonly basis: string;
  readonly decideBy?: string;
  readonly knockOut?: boolean;
}

const assessed = new Set(data.assessedItems);
const read = (items: readonly RawItem[], group: string): readonly ChecklistItem[] =>
  items.map(({ id, text, weight, basis, decideBy, knockOut }) => ({
    id,
    text,
    weight,
    basis,
    decideBy: decideBy ?? null,
    isKnockOut: knockOut === true,
    isAssessed: assessed.has(id),
    group,
  }));

/** Article by article, then the Protocol, then the safeguards. */
export const obligationGroups: readonly ObligationGroup[] = [
  ...data.articles.map(({ article, title, obligations, checklist, interpretiveSources, cases }) => ({
    code: article,
    title,
    obligations,
    items: read(checklist, article),
    sources: interpretiveSources ?? [],
    cases: cases ?? [],
  })),
  {
    code: "opcat",
    title: data.opcatNpm.title,
    obligations: data.opcatNpm.notes,
    items: read(data.opcatNpm.checklist, "opcat"),
    sources: data.opcatNpm.interpretiveSources,
    cases: [],
  },
  {
    code: "safeguards",
    title: data.safeguards.title,
    obligations: [],
    items: read(data.safeguards.checklist, "safeguards"),
    sources: data.safeguards.interpretiveSources,
    cases: [],
  },
];

/** Every item, in order. */
export const checklist: readonly ChecklistItem[] = obligationGroups.flatMap(({ items }) => items);
/** The items that every law was looked at for. */
export const assessedItems: readonly ChecklistItem[] = checklist.filter(({ isAssessed }) => isAssessed);

/** From the highest down: a score of at least `min` is called so. */
export const bands: readonly { readonly min: number; readonly label: string }[] = data.scoring.bands;
/** The band that a failed knock-out item caps. */
export const cappedBand = "Serious gaps";

/** An item rests on the text it names; the meaning of paragraph numbers is ours. */
export const obligationCell = (item: ChecklistItem): Cell =>
  cellOf("uncat-obligations.json", item.id, {
    source: item.basis,
    sourceUrl: null,
    asOf: data.meta.asOf,
    confidence: "high",
    confirmed: "stored-in-part",
  });

/**
 * How far a law on paper meets the Convention, item by item; and what a bill would need. R-GAP-1 to R-GAP-6.
 *
 * Of law alone, never mixed with practice. Below 0.70 of coverage there is no score, only the items.
 */

import { type Atlas, shippedAtlas } from "./atlas.ts";
import { type Cell, cellsOf, surenessOf, type Traced } from "./cell.ts";
import type { Confidence } from "./confidence.ts";
import { type ItemStatus, type Law, type LawItem, lawAsAWhole, lawCell, lawOf } from "./domestic-laws.ts";
import {
  assessedItems,
  bands,
  type ChecklistItem,
  cappedBand,
  obligationCell,
  obligationGroups,
} from "./obligations.ts";

const values: Readonly<Record<ItemStatus, number | null>> = { met: 1, partly: 0.5, not: 0, unknown: null, na: null };
const leastCoverage = 0.7;

export interface LawScore {
  /** 0 to 1; `null`: too little is known to say */
  readonly score: number | null;
  /** Share of the weight that is known, 0 to 1 */
  readonly coverage: number;
  /** The score if everything unknown were missing, and if it were met: what is true lies between */
  readonly least: number;
  readonly most: number;
  /** A label of `bands`; `unknown` where an item that could cap it is not known; `null` where there is no score */
  readonly band: string | "unknown" | null;
  /** Items without which no law is better than one with serious gaps, by how they stand */
  readonly failedKnockOuts: readonly string[];
  readonly unknownKnockOuts: readonly string[];
  /** The lowest among the knock-out items */
  readonly confidence: Confidence | "unknown";
}

type Standing = Readonly<Record<string, Pick<LawItem, "status">>>;

/** R-GAP-1, R-GAP-2: the score of a set of items, whoever's law it is. A bill is scored the same way. */
export function scoreOf(
  items: Standing,
  wanted: readonly ChecklistItem[] = assessedItems,
): Omit<LawScore, "confidence"> {
  const rows = wanted.map((item) => ({ item, status: items[item.id]?.status ?? ("unknown" as const) }));
  const applicable = rows.filter(({ status }) => status !== "na");
  const weightOf = (some: typeof rows): number => some.reduce((sum, { item }) => sum + item.weight, 0);
  const known = applicable.filter(({ status }) => status !== "unknown");
  const total = weightOf(applicable);
  const points = known.reduce((sum, { item, status }) => sum + item.weight * (values[status] ?? 0), 0);
  const coverage = total === 0 ? 0 : weightOf(known) / total;
  const score = coverage < leastCoverage ? null : points / weightOf(known);
  const knockOuts = applicable.filter(({ item }) => item.isKnockOut);
  const those = (status: ItemStatus) => knockOuts.filter((row) => row.status === status).map(({ item }) => item.id);
  const [failedKnockOuts, unknownKnockOuts] = [those("not"), those("unknown")];
  const band = score === null ? null : bandOf(score, failedKnockOuts.length > 0, unknownKnockOuts.length > 0);
  return {
    score,
    coverage,
    least: total === 0 ? 0 : points / total,
    most: total === 0 ? 1 : (points + total - weightOf(known)) / total,
    band,
    failedKnockOuts,
    unknownKnockOuts,
  };
}

/** R-GAP-3: a failed knock-out item caps the band; one not known leaves a better band open. */
function bandOf(score: number, ...[isFailed, isOpen]: readonly [failed: boolean, open: boolean]): string {
  const index = bands.findIndex(({ min }) => score >= min);
  const cap = bands.findIndex(({ label }) => label === cappedBand);
  if (index >= cap || isFailed) return bands[Math.max(index, cap)]?.label ?? cappedBand;
  return isOpen ? "unknown" : (bands[index]?.label ?? cappedBand);
}

/** The score of a state's law; `unknown` where no law of it was looked at. */
export function lawScore(state: string, atlas: Atlas = shippedAtlas): Traced<LawScore | "unknown"> {
  const law = lawOf(state, atlas.laws);
  if (!law) return { value: "unknown", trace: [] };
  const knockOuts = assessedItems.filter(({ isKnockOut }) => isKnockOut);
  const isOpen = knockOuts.some(({ id }) => (law.items[id]?.status ?? "unknown") === "unknown");
  const confidence = isOpen ? "unknown" : surenessOf(knockOuts.map(({ id }) => lawCell(law, id)));
  const trace = cellsOf([
    { value: null, trace: [lawAsAWhole(law), ...assessedItems.map(({ id }) => lawCell(law, id))] },
  ]);
  return { value: { ...scoreOf(law.items), confidence }, trace };
}

export interface GapCell {
  readonly item: ChecklistItem;
  readonly status: ItemStatus;
  readonly section: string | null;
  readonly note: string | null;
  readonly confidence: Confidence | "unknown";
  /** Drawn hatched: of low confidence, or said to be met without a section to show for it (R-GAP-4) */
  readonly isDoubtful: boolean;
  readonly trace: readonly Cell[];
}

export interface GapRow {
  readonly article: string;
  readonly title: string;
  readonly cells: readonly GapCell[];
}

/** Article by article, every item; what nobody looked at is `unknown` and says so. */
export const gapMatrix = (state: string, atlas: Atlas = shippedAtlas): readonly GapRow[] =>
  obligationGroups
    .map(({ code, title, items }) => ({
      article: code,
      title,
      cells: items.filter(({ isAssessed }) => isAssessed).map((item) => gapCell(state, item, atlas)),
    }))
    .filter(({ cells }) => cells.length > 0);

export function gapCell(state: string, item: ChecklistItem, atlas: Atlas = shippedAtlas): GapCell {
  const law = lawOf(state, atlas.laws);
  const facts = law?.items[item.id];
  if (!law || !facts)
    return {
      item,
      status: "unknown",
      section: null,
      note: null,
      confidence: "unknown",
      isDoubtful: false,
      trace: [obligationCell(item)],
    };
  const { status, section, note, confidence } = facts;
  const isDoubtful = confidence === "low" || (status === "met" && section === null);
  return { item, status, section, note, confidence, isDoubtful, trace: [lawCell(law, item.id), obligationCell(item)] };
}

export interface Ask {
  readonly item: ChecklistItem;
  readonly status: "not" | "partly";
  /** What it takes: a rule of an authority, an act, or the constitution */
  readonly takes: "rule" | "act" | "constitution";
  /** Asian laws that meet it, the surest first, with the section to show */
  readonly models: readonly { readonly law: Law; readonly item: LawItem; readonly trace: readonly Cell[] }[];
}

const efforts = ["rule", "act", "constitution"] as const;

/** R-GAP-6: what a bill would need, the heaviest first, then the easiest. What is unknown is a question, not an ask. */
export const asksFor = (state: string, atlas: Atlas = shippedAtlas): readonly Traced<Ask>[] =>
  assessedItems
    .map((item) => ({ item, cell: gapCell(state, item, atlas) }))
    .flatMap(({ item, cell }) => {
      if (cell.status !== "not" && cell.status !== "partly") return [];
      const value: Ask = {
        item,
        status: cell.status,
        takes: effortOf(item),
        models: modelsOf(item, state, atlas.laws),
      };
      return [{ value, trace: [...cell.trace, ...value.models.flatMap(({ trace }) => trace)] }];
    })
    .sort(
      ({ value: a }, { value: b }) =>
        b.item.weight - a.item.weight ||
        efforts.indexOf(a.takes) - efforts.indexOf(b.takes) ||
        (a.item.id < b.item.id ? -1 : 1),
    );

/** Training and custody safeguards can be ordered by an authority; an offence, a remedy or a mechanism needs an act. */
const effortOf = ({ id, group }: ChecklistItem): Ask["takes"] =>
  group === "safeguards" || id.startsWith("C10") || id.startsWith("C11") ? "rule" : "act";

const modelsOf = (item: ChecklistItem, state: string, laws: readonly Law[]): Ask["models"] =>
  laws
    .filter((law) => law.state !== state && law.items[item.id]?.status === "met" && law.items[item.id]?.section)
    .flatMap((law) => {
      const facts = law.items[item.id];
      return facts ? [{ law, item: facts, trace: [lawCell(law, item.id)] }] : [];
    })
    .sort((a, b) => sureness.indexOf(a.item.confidence) - sureness.indexOf(b.item.confidence));

const sureness: readonly string[] = ["high", "medium", "low", "unknown"];

/** What is not known of a law and would have to be asked of a lawyer there. */
export const openItems = (state: string, atlas: Atlas = shippedAtlas): readonly ChecklistItem[] =>
  assessedItems.filter((item) => gapCell(state, item, atlas).status === "unknown");

export interface Shift {
  readonly item: ChecklistItem;
  readonly before: ItemStatus;
  readonly after: ItemStatus;
  readonly is: "gain" | "loss" | "unclear";
}

/** R-GAP-5: a bill against the act it would replace, by the same items. What is unknown on either side is unclear. */
export const shiftsBetween = (before: Standing, after: Standing): readonly Shift[] =>
  assessedItems.flatMap((item) => {
    const [was, will] = [before[item.id]?.status ?? "unknown", after[item.id]?.status ?? "unknown"];
    if (was === will) return [];
    const [from, to] = [values[was], values[will]];
    const is = from === null || to === null ? "unclear" : to > from ? "gain" : "loss";
    return [{ item, before: was, after: will, is } as const];
  });

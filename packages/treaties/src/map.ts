/** What colour and pattern each state has on the map, in each mode; the legend beside it says the same in words. */

import type { Day } from "@saksi/domain/partial-date";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import { articleStatus } from "./cat-articles.ts";
import { cellsOf, type Traced } from "./cell.ts";
import { lawScore } from "./law-gap.ts";
import { bands } from "./obligations.ts";
import { reportLateness } from "./overdue.ts";
import { mechanismOf } from "./prevention.ts";
import { states, territories } from "./states.ts";
import { statusOf } from "./treaty-status.ts";

export type MapMode = "cat" | "opcat" | "complaints" | "reporting" | "law" | "prevention";
export const mapModes: readonly MapMode[] = ["cat", "opcat", "complaints", "reporting", "law", "prevention"];

/** Drawn over the colour, so that nobody needs to tell colours apart. */
export type Pattern = "solid" | "dots" | "lines" | "cross" | "grid" | "empty";

export interface MapClass {
  readonly key: string;
  /** In English; `key` names it in any language */
  readonly label: string;
  readonly pattern: Pattern;
  /** 0 best to 4 worst, along one scale of lightness; null: outside the scale (not known, not applicable) */
  readonly shade: 0 | 1 | 2 | 3 | 4 | null;
}

const one = (key: string, label: string, pattern: Pattern, shade: MapClass["shade"]): MapClass => ({
  key,
  label,
  pattern,
  shade,
});
const notKnown = one("unknown", "Not known", "grid", null);
const outside = one("outside", "Not bound: nothing is asked", "empty", null);

/** The classes of a mode in the order of its legend, best first, what is not known last. */
export const mapLegends: Readonly<Record<MapMode, readonly MapClass[]>> = {
  cat: [
    one("party", "Bound", "solid", 0),
    one("signatory", "Signed, not bound", "dots", 2),
    one("none", "Neither signed nor bound", "lines", 4),
    one("withdrawn", "Withdrew", "cross", 4),
    notKnown,
  ],
  opcat: [
    one("party", "Bound", "solid", 0),
    one("signatory", "Signed, not bound", "dots", 2),
    one("none", "Neither signed nor bound", "lines", 4),
    one("withdrawn", "Withdrew", "cross", 4),
    notKnown,
  ],
  complaints: [
    one("both", "Two committees hear a person on torture", "solid", 0),
    one("cat", "The Committee against Torture only", "dots", 1),
    one("covenant", "The Human Rights Committee only", "lines", 2),
    one("none", "Neither committee hears a person", "cross", 4),
    notKnown,
  ],
  reporting: [
    one("no", "Not late: due later, or a report is in", "solid", 0),
    one("cannot-tell", "Due day passed, cannot be told whether a report was sent", "dots", 2),
    one("likely", "Likely late: no report known", "cross", 4),
    one("not-applicable", "Not bound: no report is due", "empty", null),
    notKnown,
  ],
  law: [
    one("band-0", bands[0]?.label ?? "", "solid", 0),
    one("band-1", bands[1]?.label ?? "", "dots", 1),
    one("band-2", bands[2]?.label ?? "", "lines", 3),
    one("band-3", bands[3]?.label ?? "", "cross", 4),
    one("open", "An item that decides is not known", "lines", null),
    one("hidden", "Too little known for a score", "grid", null),
    one("unknown", "No law looked at yet", "empty", null),
  ],
  prevention: [
    one("designated", "Mechanism designated", "solid", 0),
    one("contested", "Mechanism contested or changing", "dots", 2),
    one("overdue", "Owed by the Protocol and not there", "cross", 4),
    outside,
    notKnown,
  ],
};

/** The class of a state in a mode, with the cells that decide it. */
export const mapClassOf = (state: string, mode: MapMode, today: Day): Traced<MapClass> =>
  mapClassIn({ mode, today, atlas: shippedAtlas }, state);

export interface MapView {
  readonly mode: MapMode;
  readonly today: Day;
  readonly atlas: Atlas;
}

/** The whole map of a mode, every state and territory by its alpha-3 code; with the facts that members confirmed. */
export const mapOf = (view: MapView): ReadonlyMap<string, Traced<MapClass>> =>
  new Map([...states, ...territories].map(({ iso3 }) => [iso3, mapClassIn(view, iso3)]));

/** One state or territory of that map. */
export function mapClassIn({ mode, today, atlas }: MapView, state: string): Traced<MapClass> {
  const { value, trace } = keys[mode](state, atlas, today);
  return { value: mapLegends[mode].find(({ key }) => key === value) ?? notKnown, trace };
}

const keys: Readonly<Record<MapMode, (state: string, atlas: Atlas, today: Day) => Traced<string>>> = {
  cat: (state, atlas) => statusOf(state, "CAT", atlas.register),
  opcat: (state, atlas) => statusOf(state, "OPCAT", atlas.register),
  complaints: complaintsKey,
  reporting: (state, atlas, today) => {
    const { value, trace } = reportLateness(state, today, atlas);
    return { value: value.late === "unknown" && trace.length > 0 ? "cannot-tell" : value.late, trace };
  },
  law: lawKey,
  prevention: preventionKey,
};

function complaintsKey(state: string, atlas: Atlas): Traced<string> {
  const [cat, covenant] = [articleStatus(state, 22, atlas), statusOf(state, "ICCPR-OP1", atlas.register)];
  const trace = cellsOf([cat, covenant]);
  if (cat.value === "unknown" || covenant.value === "unknown") return { value: "unknown", trace };
  const heard = [cat.value === "declared" ? "cat" : null, covenant.value === "party" ? "covenant" : null].filter(
    Boolean,
  );
  return { value: heard.length === 2 ? "both" : (heard[0] ?? "none"), trace };
}

function lawKey(state: string, atlas: Atlas): Traced<string> {
  const { value, trace } = lawScore(state, atlas);
  if (value === "unknown") return { value, trace };
  if (value.band === null) return { value: "hidden", trace };
  return {
    value: value.band === "unknown" ? "open" : `band-${bands.findIndex(({ label }) => label === value.band)}`,
    trace,
  };
}

function preventionKey(state: string, atlas: Atlas): Traced<string> {
  const { value, trace } = mechanismOf(state, atlas);
  const key = {
    designated: "designated",
    contested: "contested",
    "in transition": "contested",
    overdue: "overdue",
    none: "overdue",
    "not-applicable": "outside",
    unknown: "unknown",
  };
  return { value: key[value.status], trace };
}

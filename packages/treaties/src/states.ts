/** The 48 states of Asia (UN M49) and three territories, with the regions a map can be drawn of. Data: `data/states.json`. */

import data from "../data/states.json" with { type: "json" };
import { type Cell, cellOf, type Provenance, readRows } from "./cell.ts";

export interface State extends Provenance {
  readonly iso2: string;
  /** The key of a state in every file */
  readonly iso3: string;
  readonly name: string;
  readonly unName: string | null;
  readonly subregion: string;
  readonly kind: "un-member-state" | "observer-state" | "special-administrative-region" | "not-a-un-member";
  /** Full members only */
  readonly regionalBodies: readonly string[];
  readonly languages: readonly { readonly tag: string; readonly name: string; readonly dir: string }[];
  readonly notes: readonly string[];
  /** Of a territory: the state it belongs to in the register, ISO 3166-1 alpha-3 */
  readonly parent?: string | null;
}

export type Region = "asean" | "south" | "central" | "west" | "east";

/** Every state, in the order of its alpha-3 code. */
export const states: readonly State[] = readRows<State>(data.states, ({ iso3 }) => iso3);
/** Hong Kong, Macao and Taiwan: no row of their own on the register, and no position on status is taken. */
export const territories: readonly State[] = readRows<State>(data.territories, ({ iso3 }) => iso3);

const byCode = new Map(
  [...states, ...territories].flatMap((one) => [[one.iso3, one] as const, [one.iso2, one] as const]),
);

/** A state or territory by its alpha-2 or alpha-3 code. */
export const stateOf = (code: string): State | undefined => byCode.get(code.toUpperCase());

export const isTerritory = ({ kind }: State): boolean =>
  kind === "special-administrative-region" || kind === "not-a-un-member";

export const stateCell = (one: State): Cell => cellOf("states.json", one.iso3, one);

const regionsBySubregion: Readonly<Record<string, Region>> = {
  "South-eastern Asia": "asean",
  "Southern Asia": "south",
  "Central Asia": "central",
  "Western Asia": "west",
  "Eastern Asia": "east",
};

/** The part of the map that shows a state best. Timor-Leste is with its neighbours, whatever it had joined and when. */
export const regionOf = ({ subregion }: State): Region => regionsBySubregion[subregion] ?? "west";

/** A state by code or name, however written; else the nearest names, best first. */
export function findState(text: string): { readonly state: State } | { readonly near: readonly State[] } {
  const exact = stateOf(text.trim()) ?? everyOne.find((one) => namesOf(one).includes(plain(text)));
  return exact ? { state: exact } : { near: near(plain(text)) };
}

const everyOne: readonly State[] = [...states, ...territories];
const namesOf = ({ name, unName }: State): readonly string[] => [name, unName ?? name].map(plain);
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();

function near(wanted: string): readonly State[] {
  const ranked = everyOne.map((one) => ({ one, far: Math.min(...namesOf(one).map((name) => distance(wanted, name))) }));
  const close = ranked.filter(({ far }) => far <= Math.max(2, wanted.length / 2)).sort((a, b) => a.far - b.far);
  return close.slice(0, 3).map(({ one }) => one);
}

/** How many letters to change, add or drop; nothing where one begins with the other. */
function distance(one: string, other: string): number {
  if (one.length > 2 && other.startsWith(one)) return 0;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, each] of [...other].entries())
      next.push(Math.min((row[at] ?? 0) + (each === letter ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    row = next;
  }
  return row.at(-1) ?? 0;
}

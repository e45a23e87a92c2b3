/** What keeps an entry of the library from being shown. */

import { parsePartialDate } from "@saksi/domain/partial-date";

export type EntryFault =
  | "no-source"
  | "no-as-of"
  | "no-confidence"
  | "empty-field"
  | "bad-date"
  | "unknown-precedent"
  | "surer-than-its-sources"
  | "not-said-how-checked"
  | "bad-address";

interface Sourced {
  readonly sources?: readonly { readonly register?: string; readonly citation?: string }[];
  readonly asOf?: string;
}

/** A source says where and what; a date of knowledge is a date. */
export function faultsOfSource({ sources = [], asOf }: Sourced): readonly EntryFault[] {
  const isSourced = sources.length > 0 && sources.every((one) => isFilled(one.register) && isFilled(one.citation));
  return [...(isSourced ? [] : (["no-source"] as const)), ...faultsOfAsOf(asOf)];
}

export const faultsOfAsOf = (asOf: string | undefined): readonly EntryFault[] =>
  "date" in parsePartialDate(asOf ?? "") ? [] : ["no-as-of"];

export const isFilled = (text: unknown): boolean => typeof text === "string" && text.trim() !== "";

/** A library with a fault or with one name twice is ours to mend: throws. */
export function refuseFaults(entries: readonly (readonly [string, readonly EntryFault[]])[]): void {
  const wrong = entries.filter(([, faults]) => faults.length > 0).map(([id, faults]) => `${id}: ${faults.join(", ")}`);
  const ids = entries.map(([id]) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${id}: said twice`);
  if (wrong.length + twice.length > 0) throw new Error(`library: ${[...wrong, ...twice].join("; ")}`);
}

/** A table of the open data, and the five columns that end each of its rows: from where, up to when, how sure, how checked. */

import { type Cell, checks } from "@saksi/treaties/cell";

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

export interface Table {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

export const known = ({ source, sourceUrl, asOf, confidence, confirmed }: Cell): Row => ({
  source,
  source_url: sourceUrl,
  as_of: asOf,
  confidence,
  checked: checks[confirmed] ?? confirmed,
});

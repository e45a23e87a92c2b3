/** The treaties of the atlas and what may be asked under each. Data: `data/treaties.json`. */

import data from "../data/treaties.json" with { type: "json" };
import { type Provenance, readRows } from "./cell.ts";

export interface Instrument extends Provenance {
  readonly code: string;
  readonly shortName: string;
  readonly officialTitle: string;
  readonly adopted: string;
  readonly entryIntoForce: string;
  readonly articles: number | null;
  readonly register: string;
  readonly registerUrl: string;
  /** The treaty that one must be party to first */
  readonly parent: string | null;
  readonly procedures: readonly { readonly code: string; readonly article: string; readonly name: string }[];
  readonly worldParties: number | null;
  readonly notes: readonly string[];
}

/** Every instrument, the Convention against Torture first. */
export const instruments: readonly Instrument[] = readRows<Instrument>(data.treaties, ({ code }) => code);

export const instrumentOf = (code: string): Instrument | undefined => instruments.find((one) => one.code === code);

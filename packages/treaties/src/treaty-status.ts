/** Who signed, ratified, acceded, declared, reserved: a row a state and instrument. Data: `data/treaty-status.json`. */

import data from "../data/treaty-status.json" with { type: "json" };
import { type Cell, cellOf, type Provenance, readRows, type Traced } from "./cell.ts";

export interface StatusRow extends Provenance {
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  /** `CAT`, `OPCAT`, or a procedure such as `CAT-A22` */
  readonly treaty: string;
  readonly status: InstrumentStatus | ArticleStatus;
  readonly signed: string | null;
  readonly action: string | null;
  /** Deposit at the register, not a law at home */
  readonly actionDate: string | null;
  readonly inForce: string | null;
  /** Short summaries of what stands today; not the legal text */
  readonly reservations: readonly string[];
  readonly notes: readonly string[];
}

export type InstrumentStatus = "party" | "signatory" | "none" | "withdrawn";
export type ArticleStatus = "bound" | "opted-out" | "declared" | "not-declared" | "not-applicable";

const nameOf = ({ state, treaty }: StatusRow): string => `${state} ${treaty}`;

/** Every row, state by state. */
export const statusRows: readonly StatusRow[] = readRows<StatusRow>(data.rows, nameOf);
/** The rows by `STATE TREATY`. */
export type Register = ReadonlyMap<string, StatusRow>;
export const shippedRegister: Register = new Map(statusRows.map((row) => [nameOf(row), row]));

/** How many parties, signatories and declarations the register shows; the rows must add up to them. */
export const statedCounts: Readonly<Record<string, number>> = data.meta.statedCounts;
/** What the whole file is known up to, and what it leaves out. */
export const statusNotes: readonly string[] = data.meta.notes;

/** A state's row; `undefined` for a territory or an instrument that has none. */
export const statusRow = (state: string, treaty: string, register = shippedRegister): StatusRow | undefined =>
  register.get(`${state} ${treaty}`);

export const statusCell = (row: StatusRow): Cell => cellOf("treaty-status.json", nameOf(row), row);

/** Where a state stands with an instrument; not known where the register has no row of its own for it. */
export function statusOf(
  state: string,
  treaty: string,
  register = shippedRegister,
): Traced<StatusRow["status"] | "unknown"> {
  const row = statusRow(state, treaty, register);
  return row ? { value: row.status, trace: [statusCell(row)] } : { value: "unknown", trace: [] };
}

/** A state has joined, and nobody has said yet what it chose under an article: its row there is older than that. */
export const isBehind = ({ state, status }: StatusRow, register = shippedRegister): boolean =>
  status === "not-applicable" && statusRow(state, "CAT", register)?.status === "party";

/** The states with that status, in order of their codes; with none named, the parties. */
export const statesWith = (
  treaty: string,
  status: StatusRow["status"] = "party",
  register = shippedRegister,
): readonly string[] =>
  [...register.values()].filter((row) => row.treaty === treaty && row.status === status).map(({ state }) => state);

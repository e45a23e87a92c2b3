/** From where a fact is known: the row it stands in, its source, up to when it is known, and how sure. */

import { parsePartialDate } from "@saksi/domain/partial-date";
import { type Confidence, confidenceCode, weakest } from "./confidence.ts";
import { isFilled, refuseFaults } from "./entry-fault.ts";

/** One fact in the shipped data, exactly enough to find it and to doubt it. */
export interface Cell {
  /** Under `data/`, such as `treaty-status.json` */
  readonly file: string;
  /** Its row, such as `IDN CAT` */
  readonly row: string;
  readonly source: string;
  readonly sourceUrl: string | null;
  /** Up to when it is known: a year, month or day */
  readonly asOf: string;
  readonly confidence: Confidence;
  /** How it was checked: a key of `checks` */
  readonly confirmed: string;
  /** What is shipped in its place, where members confirmed another */
  readonly before?: Before;
}

/** A shipped fact that members corrected, as it was. */
export interface Before extends Provenance {
  /** Its values as the data has them: codes, days, names; `unknown` where nothing is */
  readonly said: readonly string[];
}

/** A result with every cell it came from. A number without its cells is not shown. */
export interface Traced<Value> {
  readonly value: Value;
  readonly trace: readonly Cell[];
}

/** How a fact was checked, in words. */
export const checks: Readonly<Record<string, string>> = {
  "stored-register-page": "read on the UN Treaty Collection page of 3 February 2026",
  "stored-register-copy-2015": "read in a copy of the register of March 2015",
  stored: "read in a public text",
  "stored-in-part": "read in part; the rest from general knowledge",
  "stored-session": "the session is confirmed by a public text; document symbols from general knowledge",
  computed: "follows from a rule of the treaty",
  members: "written by one member of the alliance and confirmed by another",
  member: "written by one member of the alliance; not confirmed yet",
  memory: "general knowledge, not read again; check before citing",
};

/** What every row of the data says about itself. */
export interface Provenance {
  readonly source: string;
  readonly sourceUrl?: string | null;
  readonly asOf: string;
  readonly confidence: Confidence;
  readonly confirmed: string;
  readonly before?: Before;
}

/** Nothing is shipped in its place: members opened the row, and it says only what they said. */
export const isOpened = ({ confirmed, before }: Provenance): boolean => confirmed === "members" && before === undefined;

export type ProvenanceFault = "no-source" | "no-as-of" | "no-confidence" | "not-said-how-checked" | "bad-address";

/** What a fact lacks to be shown. */
export function provenanceFaults(row: Partial<Provenance>): readonly ProvenanceFault[] {
  return [
    ...(isFilled(row.source) ? [] : (["no-source"] as const)),
    ...("date" in parsePartialDate(row.asOf ?? "") ? [] : (["no-as-of"] as const)),
    ...(confidenceCode(row.confidence ?? null) === undefined ? (["no-confidence"] as const) : []),
    ...(checks[row.confirmed ?? ""] === undefined ? (["not-said-how-checked"] as const) : []),
    ...(row.sourceUrl && !/^https?:\/\//.test(row.sourceUrl) ? (["bad-address"] as const) : []),
  ];
}

/** Trusts nothing in a file: throws, naming every row that lacks something or is there twice. */
export function readRows<Row extends Provenance>(rows: readonly unknown[], nameOf: (row: Row) => string) {
  const read = rows as readonly Row[]; // the one door of the data; the tests of the package hold the shape
  refuseFaults(read.map((row) => [nameOf(row), provenanceFaults(row)]));
  return read;
}

/** The cell of one row. */
export const cellOf = (file: string, row: string, facts: Provenance): Cell => ({
  file,
  row,
  source: facts.source,
  sourceUrl: facts.sourceUrl ?? null,
  asOf: facts.asOf,
  confidence: facts.confidence,
  confirmed: facts.confirmed,
  ...(facts.before && { before: facts.before }),
});

/** A chain of facts is as sure as its weakest; `unknown` of none. */
export const surenessOf = (trace: readonly Cell[]): Confidence =>
  weakest(trace.map(({ confidence }) => confidence)) ?? "unknown";

/** The oldest day of knowledge among the cells: what a page says it is known up to. `null` of none. */
export const knownUpTo = (trace: readonly Cell[]): string | null =>
  trace
    .map(({ asOf }) => asOf)
    .sort()
    .at(0) ?? null;

/** Every cell of several results, each once. */
export function cellsOf(results: readonly Traced<unknown>[]): readonly Cell[] {
  const byName = new Map(
    results.flatMap(({ trace }) => trace).map((cell) => [`${cell.file} ${cell.row} ${cell.source}`, cell]),
  );
  return [...byName.values()];
}

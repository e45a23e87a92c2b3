/**
 * The tables' engine, the same for a page's worker and for Node: synchronous, one connection, one writer.
 *
 * Two drivers stand behind it, `sqlite.node.ts` and `sqlite.browser.ts`; `sqlite.conformance.ts` holds both to this.
 * A statement that cannot be done throws: a full disk, damaged pages and another writer can be read from the thrown
 * error with `storageFault` (disk-fault.ts), anything else is our mistake. Messages hold statement texts,
 * never values.
 */

import type { SqlValue, Statement } from "./sql.ts";

/** What a column holds when it is read. Whole numbers above 2^53 lose their last digits. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface Sqlite {
  /** Runs one statement that answers no rows. `changes` counts rows inserted, updated or deleted by it. */
  run(statement: Statement): { readonly changes: number };
  /** All rows of one statement. The shape is the caller's word for what its own SQL selects. */
  all<Row extends object = SqlRow>(statement: Statement): Row[];
  /** A statement kept compiled for many rows: write `?` where values go. For bulk work; `run` and `all` keep theirs too. */
  prepare(statement: Statement): PreparedStatement;
  /** Several statements without values, one after the other: a schema. */
  script(statement: Statement): void;
  /** All of it or nothing. May stand inside another. `work` must not be async. */
  transaction<Value>(work: () => Value): Value;
  close(): void;
}

export interface PreparedStatement {
  /** Returns the rows changed. `values` is not kept: the same array may be filled again for the next row. */
  run(values: readonly SqlValue[]): number;
  all<Row extends object = SqlRow>(values: readonly SqlValue[]): Row[];
}

/**
 * Why an encrypted database did not open.
 *
 * `wrong-key`: SQLite cannot tell a wrong key from a damaged first page. `damaged-file`: the key fits, a page does not.
 * Both cost a replay of the log, never an entry. `no-storage`: this browser gives no files (OPFS).
 */
export type OpenSqliteProblem =
  | { readonly kind: "wrong-key" }
  | { readonly kind: "damaged-file"; readonly what: "tables" }
  | { readonly kind: "disk-full" }
  | { readonly kind: "another-writer" }
  | { readonly kind: "no-storage" };

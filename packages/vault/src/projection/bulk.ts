/**
 * Bulk work: many entries pulled or replayed. Rows are then only appended; whatever would be written all over the file,
 * indexes and words, is made afterwards in one go. It is remembered, so that a crash leaves nothing without its index.
 */

import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";
import type { Kept } from "./kept.ts";
import { dropLateIndexes, lateIndexes } from "./schema.ts";

export interface Bulk {
  /** The highest record when it began; undefined when there is none. */
  from(): number | undefined;
  /** Both inside a transaction. */
  begin(): void;
  /** Returns the records that have no words yet, from the first to the last, or undefined. */
  end(): { readonly first: number; readonly last: number } | undefined;
  /** After a transaction was undone. */
  again(): void;
}

export function bulkWork(db: Sqlite, kept: Kept): Bulk {
  let from = read();

  function read(): number | undefined {
    const value = kept.get("bulk");
    return value === undefined ? undefined : Number(value);
  }

  return {
    from: () => from,
    begin() {
      if (from !== undefined) return;
      from = highestRecord(db);
      kept.set("bulk", String(from));
      db.script(dropLateIndexes);
    },
    end() {
      if (from === undefined) return undefined;
      const stretch = { first: from + 1, last: highestRecord(db) };
      from = undefined;
      kept.drop("bulk");
      db.script(lateIndexes);
      return stretch.last < stretch.first ? undefined : stretch;
    },
    again() {
      from = read();
    },
  };
}

export const highestRecord = (db: Sqlite): number =>
  db.all<{ rid: number | null }>(sql`select max(rid) as rid from record`)[0]?.rid ?? 0;

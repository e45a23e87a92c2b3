/**
 * How much of a crash the tables survive.
 *
 * `kept` is how every database is opened: nothing acknowledged is lost to a kill, nothing is damaged by a power cut.
 * `rebuildable` writes without a journal, about a third faster, for filling a fresh database from the log: an error or
 * a crash in the middle leaves it useless, so mark it as unfinished first, and drop it when the mark is still there.
 */

import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";

export type Durability = "kept" | "rebuildable";

/** Outside any transaction. */
export function setDurability(db: Sqlite, durability: Durability): void {
  if (durability === "rebuildable") {
    db.all(sql`pragma journal_mode = off`);
    db.all(sql`pragma synchronous = off`);
  } else {
    db.all(sql`pragma journal_mode = wal`);
    db.all(sql`pragma synchronous = normal`);
  }
}

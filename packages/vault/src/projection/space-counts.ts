/** How many records each space has. Counted once, then kept in mind: every screen asks, after every batch of a pull. */

import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";

export interface SpaceCounts {
  of(sid: number): number;
  /** A record began. */
  began(sid: number): void;
  /** After a transaction was undone, or a space forgotten. */
  again(): void;
}

export function spaceCounts(db: Sqlite): SpaceCounts {
  const counts = new Map<number, number>();
  const counted = (sid: number): number =>
    db.all<{ count: number }>(sql`select count(*) as count from record where sid = ${sid}`)[0]?.count ?? 0;
  return {
    of(sid) {
      const count = counts.get(sid) ?? counted(sid);
      counts.set(sid, count);
      return count;
    },
    began(sid) {
      const count = counts.get(sid);
      if (count !== undefined) counts.set(sid, count + 1);
    },
    again: () => counts.clear(),
  };
}

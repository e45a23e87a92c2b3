/** A record's number by its id: from the index, or from memory while bulk work has none (80 bytes a record). */

import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";
import type { Bulk } from "./bulk.ts";

export interface RecordNumbers {
  find(id: string, sid: number): number | undefined;
  /** A number for a record that begins. */
  next(id: string, sid: number): number;
  /** After bulk work began or ended, a transaction was undone, or a space forgotten. */
  again(): void;
}

export function recordNumbers(db: Sqlite, bulk: Bulk): RecordNumbers {
  const byId = db.prepare(sql`select rid from record where id = ? and sid = ?`);
  let highest: number | undefined;
  let inMemory: Map<number, Map<string, number>> | undefined;

  function load(): Map<number, Map<string, number>> {
    const loaded = new Map<number, Map<string, number>>();
    for (const { id, sid, rid } of db.all<{ id: string; sid: number; rid: number }>(
      sql`select id, sid, rid from record`,
    ))
      ofSpace(loaded, sid).set(id, rid);
    return loaded;
  }

  return {
    find(id, sid) {
      if (bulk.from() === undefined) return byId.all<{ rid: number }>([id, sid])[0]?.rid;
      inMemory ??= load();
      return inMemory.get(sid)?.get(id);
    },
    next(id, sid) {
      highest = 1 + (highest ?? db.all<{ rid: number | null }>(sql`select max(rid) as rid from record`)[0]?.rid ?? 0);
      if (inMemory) ofSpace(inMemory, sid).set(id, highest);
      return highest;
    },
    again() {
      highest = undefined;
      inMemory = undefined;
    },
  };
}

function ofSpace(all: Map<number, Map<string, number>>, sid: number): Map<string, number> {
  const known = all.get(sid);
  if (known) return known;
  const fresh = new Map<string, number>();
  all.set(sid, fresh);
  return fresh;
}

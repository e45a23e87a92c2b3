/** A few values beside the tables that outlive a replay. */

import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";
import { keptSchema } from "./schema.ts";

export type KeptName =
  /** By which declarations the tables were made; absent until a replay was whole */
  | "tables"
  /** The furthest place of the log that was projected */
  | "place"
  /** Bulk work goes on, and this was the highest record before it */
  | "bulk"
  /** The search index is in many pieces after bulk work */
  | "untidy";

export interface Kept {
  get(name: KeptName): string | undefined;
  set(name: KeptName, value: string): void;
  drop(name: KeptName): void;
}

export function keptValues(db: Sqlite): Kept {
  db.script(keptSchema);
  return {
    get: (name) => db.all<{ value: string }>(sql`select value from kept where name = ${name}`)[0]?.value,
    set: (name, value) => void db.run(sql`insert or replace into kept values (${name}, ${value})`),
    drop: (name) => void db.run(sql`delete from kept where name = ${name}`),
  };
}

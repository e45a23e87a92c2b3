/**
 * A process that saves as fast as it can until it is killed: `node writer.mjs FOLDER`. Each save goes to the log,
 * flushed, then to the tables, and is then acknowledged by its number on standard output.
 */

import { writeSync } from "node:fs";
import { join } from "node:path";
import { openNodeDisk } from "../disk.node.ts";
import { aRecord, aSealing, seededRandom, textOf } from "../log/log.example.ts";
import { openLog } from "../log/log.ts";
import type { Place } from "../log/log-place.ts";
import { sql } from "../sql.ts";
import { openNodeSqlite } from "../sqlite.node.ts";
import { aWitnessStatement, tablesKey, tablesOfSaves } from "./saves.ts";

const folder = process.argv[2] ?? "";
const disk = openNodeDisk({ folder: join(folder, "disk"), random: seededRandom(process.pid) });
const db = openNodeSqlite({ file: join(folder, "tables"), key: tablesKey });
if (!disk.ok || !db.ok) throw new Error("the folder did not open");
const log = openLog({ disk: disk.value, ...(await aSealing(process.pid)) });
const tables = db.value;
tables.script(tablesOfSaves);

function project(save: number, place: Place | undefined, statement: string): void {
  tables.transaction(() => {
    tables.run(sql`insert into saves values (${save}, ${place ?? null}, ${statement})`);
    tables.run(sql`insert into words (rowid, text) values (${save}, ${statement})`);
  });
}

// What the log had already and the tables had not yet, when the last process was killed between the two.
let next = 0;
const known = tables.all<{ count: number }>(sql`select count(*) as count from saves`)[0]?.count ?? 0;
for (const { place, record } of log.scan()) {
  if (next >= known) project(next, place, textOf(record) ?? "");
  next += 1;
}

for (let save = next; ; save += 1) {
  const statement = aWitnessStatement(save);
  const [place] = log.append([aRecord(statement)], { flush: true });
  project(save, place, statement);
  writeSync(1, `${save}\n`);
}

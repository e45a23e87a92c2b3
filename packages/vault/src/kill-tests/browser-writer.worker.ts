/**
 * The vault's files in a browser: log and tables over OPFS. Asked `write`, it saves as fast as it can and tells the
 * number of each acknowledged save until its tab is killed; asked `fill`, it saves
 * until something stops it and says what; asked `check` or `more`, it says what it finds, after some more saves.
 */

import { openBrowserDisk } from "../disk.browser.ts";
import { storageFault } from "../disk-fault.ts";
import { aRecord, aSealing, textOf } from "../log/log.example.ts";
import { openLog } from "../log/log.ts";
import type { Place } from "../log/log-place.ts";
import { sql } from "../sql.ts";
import { openBrowserSqlite } from "../sqlite.browser.ts";
import { aWitnessStatement, numberOf, tablesKey, tablesOfSaves } from "./saves.ts";

async function openAll() {
  const disk = await openBrowserDisk({
    folder: "kill/disk",
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  const db = await openBrowserSqlite({ folder: "kill/tables", key: tablesKey, wasm: { url: "/mc-wa-sqlite.wasm" } });
  if (!disk.ok || !db.ok) throw new Error(JSON.stringify([disk.ok || disk.error, db.ok || db.error]));
  const log = openLog({ disk: disk.value, ...(await aSealing(Date.now())) });
  const tables = db.value;
  tables.script(tablesOfSaves);
  return { disk: disk.value, log, tables };
}

type Opened = Awaited<ReturnType<typeof openAll>>;

function project({ tables }: Opened, given: { save: number; place: Place | undefined; statement: string }): void {
  tables.transaction(() => {
    tables.run(sql`insert into saves values (${given.save}, ${given.place ?? null}, ${given.statement})`);
    tables.run(sql`insert into words (rowid, text) values (${given.save}, ${given.statement})`);
  });
}

/** What the log had already and the tables had not yet, when the tab was killed between the two. */
function catchUp(opened: Opened): number {
  const known = opened.tables.all<{ count: number }>(sql`select count(*) as count from saves`)[0]?.count ?? 0;
  let next = 0;
  for (const { place, record } of opened.log.scan()) {
    if (next >= known) project(opened, { save: next, place, statement: textOf(record) ?? "" });
    next += 1;
  }
  return next;
}

function saveOne(opened: Opened, number: number): void {
  const statement = aWitnessStatement(number);
  const [place] = opened.log.append([aRecord(statement)], { flush: true });
  project(opened, { save: number, place, statement });
}

async function write(): Promise<void> {
  const opened = await openAll();
  for (let next = catchUp(opened); ; next += 1) {
    saveOne(opened, next);
    self.postMessage(next);
  }
}

async function check() {
  const opened = await openAll();
  const { disk, log, tables } = opened;
  const logged = [...log.scan()].map(({ record }) => numberOf(textOf(record)));
  const rows = tables.all<{ save: number; place: Place; statement: string }>(sql`select * from saves order by save`);
  const found = {
    integrity: tables.all(sql`pragma integrity_check`),
    damaged: log.damaged(),
    inOrder: logged.every((number, index) => number === index),
    logged: logged.length,
    rows: rows.length,
    wrongPlaces: rows.filter(({ place, statement }) => textOf(log.read(place)) !== statement).length,
  };
  log.close();
  tables.close();
  await disk.close();
  return found;
}

/** Saves at most this often, and says what stopped it. */
async function save(most: number): Promise<unknown> {
  const opened = await openAll();
  try {
    const first = catchUp(opened);
    for (let next = first; next < first + most; next += 1) saveOne(opened, next);
    return "saved";
  } catch (error) {
    return storageFault(error) ?? String(error);
  } finally {
    opened.log.close();
    opened.tables.close();
    await opened.disk.close();
  }
}

async function answer({ asked, value }: { readonly asked: number; readonly value: string }): Promise<void> {
  if (value === "write") await write();
  if (value === "more") await save(50);
  self.postMessage({ answers: asked, value: value === "fill" ? await save(100_000) : await check() });
}

self.addEventListener("message", ({ data }) => void answer(data));

/** Both browser drivers through their suites, inside a worker of a real browser. Answers which cases failed, and why. */

import { openBrowserDisk } from "../disk.browser.ts";
import { diskConformance } from "../disk.conformance.ts";
import { opfsFolder } from "../disk-opfs.browser.ts";
import { sql } from "../sql.ts";
import { openBrowserSqlite, openMemorySqlite } from "../sqlite.browser.ts";
import { type Judge, sqliteConformance } from "../sqlite.conformance.ts";

const wasm = { url: "/mc-wa-sqlite.wasm" };
const key = new Uint8Array(32).fill(7);
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
let folders = 0;

const suites: Readonly<Record<string, (judge: Judge) => void>> = {
  "tables in memory": (judge) => sqliteConformance(() => openMemorySqlite(wasm), judge),
  "tables in OPFS": (judge) =>
    sqliteConformance(async () => {
      folders += 1;
      return opened(await openBrowserSqlite({ folder: `suite/tables-${folders}`, key, wasm }));
    }, judge),
  "a disk in OPFS": (judge) =>
    diskConformance(async () => opened(await openBrowserDisk({ folder: "suite/disk", random })), judge),
  "what only a browser refuses": (judge) => refusals(judge),
};

function refusals({ test, equal }: Judge): void {
  test("a second opener of the same tables is told that another writer has them", async () => {
    const db = opened(await openBrowserSqlite({ folder: "refusals/tables", key, wasm }));
    equal(await openBrowserSqlite({ folder: "refusals/tables", key, wasm }), {
      ok: false,
      error: { kind: "another-writer" },
    });
    db.close();
    opened(await openBrowserSqlite({ folder: "refusals/tables", key, wasm })).close();
  });

  test("a file that the browser forgets to open is not waited for", async () => {
    const disk = opened(await openBrowserDisk({ folder: "refusals/forgotten", random }));
    const { getFileHandle } = FileSystemDirectoryHandle.prototype;
    FileSystemDirectoryHandle.prototype.getFileHandle = () => new Promise(() => {});
    const files = [disk.create()];
    FileSystemDirectoryHandle.prototype.getFileHandle = getFileHandle;
    await disk.ready();
    files.push(disk.create(), disk.create(), disk.create());
    equal(
      files.map((file) => file !== undefined),
      [true, true, true, true],
    );
    await disk.close();
  });

  test("a second opener of the same disk is told that another writer has it", async () => {
    const disk = opened(await openBrowserDisk({ folder: "refusals/disk", random }));
    equal(await openBrowserDisk({ folder: "refusals/disk", random }), {
      ok: false,
      error: { kind: "another-writer" },
    });
    await disk.close();
    await opened(await openBrowserDisk({ folder: "refusals/disk", random })).close();
  });

  test("tables that were closed, or did not open, can be thrown away at once and made again", async () => {
    const folder = "refusals/thrown/tables";
    for (let turn = 0; turn < 5; turn += 1) {
      const db = opened(await openBrowserSqlite({ folder, key, wasm }));
      equal(db.all(sql`select name from sqlite_schema`), []);
      db.run(sql`create table t (a text)`);
      db.close();
      if (turn % 2 === 1) await openBrowserSqlite({ folder, key: new Uint8Array(32).fill(turn), wasm });
      await (await opfsFolder("refusals/thrown")).removeEntry("tables", { recursive: true });
    }
  });

  test("a browser that keeps no files is told apart, and memory still works", async () => {
    const storage = Object.getOwnPropertyDescriptor(StorageManager.prototype, "getDirectory");
    Reflect.deleteProperty(StorageManager.prototype, "getDirectory");
    const [tables, disk] = [
      await openBrowserSqlite({ folder: "refusals/none", key, wasm }),
      await openBrowserDisk({ folder: "refusals/none", random }),
    ];
    if (storage) Object.defineProperty(StorageManager.prototype, "getDirectory", storage);
    equal(
      [tables, disk],
      [1, 2].map(() => ({ ok: false, error: { kind: "no-storage" } })),
    );
  });

  test("another key is named, and does no harm", async () => {
    const db = opened(await openBrowserSqlite({ folder: "refusals/keys", key, wasm }));
    db.run(sql`create table t (a text)`);
    db.run(sql`insert into t values (${"kept"})`);
    db.close();
    const other = await openBrowserSqlite({ folder: "refusals/keys", key: new Uint8Array(32).fill(8), wasm });
    equal(other, { ok: false, error: { kind: "wrong-key" } });
    const again = opened(await openBrowserSqlite({ folder: "refusals/keys", key, wasm }));
    equal(again.all(sql`select a from t`), [{ a: "kept" }]);
    equal(again.all(sql`pragma journal_mode`), [{ journal_mode: "wal" }]);
    equal(again.all(sql`pragma page_size`), [{ page_size: 8192 }]);
    again.close();
  });
}

function opened<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** One case after the other: each suite's cases share folders. */
async function failures(): Promise<{ passed: number; failed: string[] }> {
  const cases: { name: string; body: () => void | Promise<void> }[] = [];
  for (const [suite, run] of Object.entries(suites))
    run({ test: (name, body) => cases.push({ name: `${suite}: ${name}`, body }), equal });
  const failed: string[] = [];
  for (const { name, body } of cases) {
    try {
      await body();
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? `${error.name} ${error.message}` : "thrown"}`);
    }
  }
  return { passed: cases.length - failed.length, failed };
}

function equal(found: unknown, wanted: unknown): void {
  if (spelled(found) !== spelled(wanted))
    throw new Error(`${spelled(found)} instead of ${spelled(wanted)}`.slice(0, 400));
}

const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? `bytes ${[...part]}` : part)) ?? "undefined";

self.addEventListener("message", ({ data }) => {
  void failures().then((value) => self.postMessage({ answers: data.asked, value }));
});

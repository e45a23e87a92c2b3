/**
 * The tables in a browser: SQLite with SQLite3MultipleCiphers in WebAssembly, over OPFS, in a dedicated worker.
 *
 * Cipher chacha20 (ChaCha20-Poly1305 a page), a raw key of 32 bytes, WAL and 8 KiB pages: rollback journals were seen
 * to corrupt when a tab dies. One tab has the files; which one is settled by a Web Lock before this is called.
 */

import { err, ok, type Result } from "@saksi/wire/result";
import { opfsProblem, ownFolder, type SyncHandle } from "./disk-opfs.browser.ts";
import { sqliteOver } from "./sqlite/engine.ts";
import { bytesToHex } from "./sqlite/plain.ts";
import { openPool, type Pool } from "./sqlite/pool.browser.ts";
import { faultOfCode, isNotADatabase, openRaw, type RawDatabase, type SqliteFailure } from "./sqlite/wa-engine.ts";
import { memoryOf } from "./sqlite/wa-memory.ts";
import { type WaSqlite, waSqlite } from "./sqlite/wa-sqlite.ts";
import type { OpenSqliteProblem, Sqlite } from "./sqlite.ts";

/** Where the module finds its WebAssembly: bytes, or its address where a bundler does not put it beside the script. */
export interface WasmSource {
  readonly bytes?: Uint8Array;
  readonly url?: string;
}

/**
 * @param folder  an OPFS folder of its own, as a path
 * @param key     32 bytes, this database's alone
 */
export async function openBrowserSqlite(given: {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly wasm?: WasmSource;
}): Promise<Result<Sqlite, OpenSqliteProblem>> {
  if (given.key.length !== 32) throw new Error("the key of a database is 32 bytes");
  const module = await loadModule(given.wasm);
  const files = await openFiles(module, given.folder);
  if (!files.ok) return files;
  const opened = openEncrypted(module, given.key);
  if (!opened.ok) {
    files.value.close();
    return opened;
  }
  const db = sqliteOver(opened.value.engine);
  return ok({
    ...db,
    close() {
      db.close();
      files.value.close();
    },
  });
}

async function openFiles(module: WaSqlite, folder: string): Promise<Result<Pool, OpenSqliteProblem>> {
  let owner: SyncHandle | undefined;
  try {
    owner = await ownFolder(folder);
    const pool = await openPool(module, "opfs", `${folder}/pool`);
    return ok({
      close() {
        pool.close();
        owner?.close();
      },
    });
  } catch (error) {
    owner?.close();
    const problem = opfsProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}

/** Tables that go with the worker: where this browser keeps nothing, which the screen says. */
export async function openMemorySqlite(wasm?: WasmSource): Promise<Sqlite> {
  const opened = openRaw(await loadModule(wasm), ":memory:");
  if (!opened.ok) throw new Error("SQLite did not open in memory");
  return sqliteOver(opened.value.engine);
}

async function loadModule(wasm: WasmSource = {}): Promise<WaSqlite> {
  const { bytes, url } = wasm;
  const module = await waSqlite({
    ...(bytes && { wasmBinary: bytes }),
    ...(url !== undefined && { locateFile: () => url }),
  });
  // Its file systems read both, asynchronous or not.
  module.retryOps = [];
  module.pendingOps = [];
  return module;
}

function openEncrypted(module: WaSqlite, key: Uint8Array): Result<RawDatabase, OpenSqliteProblem> {
  const shim = memoryOf(module).withText("opfs", (name) => module._sqlite3mc_vfs_create(name, 0));
  if (shim !== 0) throw new Error(`SQLite did not take the cipher: code ${shim}`);
  const opened = openRaw(module, "/tables", "multipleciphers-opfs");
  if (!opened.ok) return err(problemOf(opened.error));
  for (const text of unlocking(key)) {
    const failed = opened.value.exec(text);
    if (!failed) continue;
    opened.value.engine.close();
    return err(problemOf(failed));
  }
  const cipher = opened.value.engine.compile("pragma cipher");
  if (!JSON.stringify(cipher.all([])).includes("chacha20")) throw new Error("the tables have no cipher");
  cipher.drop();
  return opened;
}

/** In this order. `raw:` takes the key as it is; anything else would be derived from. */
const unlocking = (key: Uint8Array): readonly string[] => [
  "pragma cipher = 'chacha20'",
  `pragma key = 'raw:${bytesToHex(key)}'`,
  "pragma page_size = 8192",
  "pragma locking_mode = exclusive",
  "pragma cache_size = -32000",
  "pragma temp_store = memory",
  "pragma journal_mode = wal",
  "pragma synchronous = normal",
  // Reads the schema with the key.
  "begin immediate; select count(*) from sqlite_schema; commit",
];

/** A message of SQLite's about the key's statement is never shown: it may hold the key. */
function problemOf(failed: SqliteFailure): OpenSqliteProblem {
  if (isNotADatabase(failed)) return { kind: "wrong-key" };
  const fault = faultOfCode(failed.code);
  if (!fault) throw new Error(`the tables did not open: SQLite code ${failed.code}`);
  return fault.kind === "damaged-file" ? { kind: "damaged-file", what: "tables" } : fault;
}

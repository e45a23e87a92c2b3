/**
 * The tables in Node: SQLCipher with binaries that come inside the package, so nothing is compiled on a user's machine.
 *
 * WAL, 8 KiB pages, an exclusive lock held while open. The key is 32 raw bytes: no derivation happens here.
 */

import { closeSync, openSync, readSync } from "node:fs";
import { err, ok, type Result } from "@saksi/wire/result";
import Database from "@signalapp/sqlcipher";
import { faultError, type StorageFault, storageFault } from "./disk-fault.ts";
import type { SqlValue } from "./sql.ts";
import { type Compiled, type Engine, sqliteOver } from "./sqlite/engine.ts";
import { bytesToHex, isPlainSqlite } from "./sqlite/plain.ts";
import type { OpenSqliteProblem, Sqlite } from "./sqlite.ts";

/** @param key  32 bytes, this database's alone */
export function openNodeSqlite(given: {
  readonly file: string;
  readonly key: Uint8Array;
}): Result<Sqlite, OpenSqliteProblem> {
  if (given.key.length !== 32) throw new Error("the key of a database is 32 bytes");
  makePrivate(given.file);
  const database = new Database(given.file, { cacheStatements: false });
  try {
    unlock(database, given.key);
  } catch (error) {
    database.close();
    const problem = openProblem(error);
    if (problem) return err(problem);
    // Not SQLite's own message: it may quote the statement that holds the key.
    throw new Error(`the tables did not open: ${codeOf(error) ?? "SQLite"}`);
  }
  if (isPlainSqlite(firstBytes(given.file))) throw new Error("the tables are not encrypted");
  return ok(sqliteOver(engineOf(database)));
}

/** Tables that go with the process: for tests, and where nothing may be kept. */
export function openMemorySqlite(): Sqlite {
  return sqliteOver(engineOf(new Database(":memory:")));
}

function unlock(database: Database, key: Uint8Array): void {
  database.exec("pragma cipher_log_level = none");
  database.exec(`pragma key = "x'${bytesToHex(key)}'"`);
  database.exec("pragma cipher_page_size = 8192");
  database.exec("pragma locking_mode = exclusive");
  database.exec("pragma cache_size = -32000");
  database.exec("pragma temp_store = memory");
  database.exec("pragma journal_mode = wal");
  database.exec("pragma synchronous = normal");
  // Takes the lock now, and reads the schema with the key.
  database.exec("begin immediate; select count(*) from sqlite_schema; commit");
  if (!database.pragma("cipher_version")[0]) throw new Error("this SQLite has no cipher");
}

function engineOf(database: Database): Engine {
  return {
    compile: (text) => compile(database, text),
    script: (text) => told(text, "compiling", () => database.exec(text)),
    close: () => database.close(),
  };
}

function compile(database: Database, text: string): Compiled {
  const statement = told(text, "compiling", () => database.prepare(text, { persistent: true }));
  const bound: (SqlValue | bigint)[] = [];
  function bind(values: readonly SqlValue[]): SqlValue[] {
    bound.length = values.length;
    for (let index = 0; index < values.length; index += 1) bound[index] = forBinding(values[index] ?? null);
    // The binding takes bigint as well; its types say so only of statements that also answer in bigint.
    return bound as SqlValue[];
  }
  return {
    run: (values) => told(text, "running", () => statement.run(bind(values) as never).changes),
    all: (values) => told(text, "running", () => statement.all(bind(values) as never).map(withoutBuffers)),
    drop: () => statement.close(),
  };
}

/** A byte before an empty slice: the binding would take a plain empty array for null. */
const emptyBytes = new Uint8Array(1).subarray(0, 0);

/** The binding stores every number as a real and every bigint as an integer. */
function forBinding(value: SqlValue): SqlValue | bigint {
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  if (value instanceof Uint8Array && value.length === 0) return emptyBytes;
  return value;
}

function withoutBuffers(row: Record<string, unknown>): object {
  for (const name in row) {
    const value = row[name];
    if (value instanceof Uint8Array) row[name] = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  return row;
}

/**
 * Adds the text to an error. What SQLite says while compiling speaks of the text alone and is kept; what it says while
 * running may quote a value, so that only its code goes on.
 */
function told<Value>(text: string, stage: "compiling" | "running", work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const fault = faultOf(error);
    if (fault) throw faultError(fault, text);
    const code = codeOf(error);
    const said = code && stage === "running" ? code : error instanceof Error ? error.message : "SQLite";
    throw new Error(`${said} in: ${text}`);
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

function faultOf(error: unknown): StorageFault | undefined {
  const code = codeOf(error) ?? "";
  if (code.startsWith("SQLITE_FULL")) return { kind: "disk-full" };
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return { kind: "damaged-file", what: "tables" };
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return { kind: "another-writer" };
  return storageFault(error);
}

function openProblem(error: unknown): OpenSqliteProblem | undefined {
  if (codeOf(error) === "SQLITE_NOTADB") return { kind: "wrong-key" };
  const fault = faultOf(error);
  return fault?.kind === "damaged-file" ? { kind: "damaged-file", what: "tables" } : fault;
}

/** Readable by this account alone; SQLite gives its WAL the same rights. */
function makePrivate(file: string): void {
  closeSync(openSync(file, "a", 0o600));
}

function firstBytes(file: string): Uint8Array {
  const bytes = new Uint8Array(16);
  const descriptor = openSync(file, "r");
  readSync(descriptor, bytes);
  closeSync(descriptor);
  return bytes;
}

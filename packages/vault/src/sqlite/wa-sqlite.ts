/**
 * The door to `@journeyapps/wa-sqlite`, which brings no types for what we call: the raw exports of its synchronous
 * build, and its pool of file handles.
 */

// @ts-expect-error: plain JavaScript without types
import untypedFactory from "@journeyapps/wa-sqlite/dist/mc-wa-sqlite.mjs";
// @ts-expect-error: plain JavaScript without types
import { AccessHandlePoolVFS } from "@journeyapps/wa-sqlite/src/examples/AccessHandlePoolVFS.js";

export type Pointer = number;

/** Integers of 64 bits are passed as two of 32, low then high. Memory may move after any call: read HEAPU8 anew. */
export interface WaSqlite {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  retryOps: Promise<unknown>[];
  pendingOps: unknown[];
  vfs_register(vfs: object, makeDefault: boolean): number;
  _sqlite3mc_vfs_create(name: Pointer, makeDefault: number): number;
  _malloc(bytes: number): Pointer;
  _free(pointer: Pointer): void;
  _sqlite3_open_v2(file: Pointer, out: Pointer, flags: number, vfs: Pointer): number;
  _sqlite3_close_v2(db: Pointer): number;
  _sqlite3_exec(db: Pointer, text: Pointer, callback: Pointer, argument: Pointer, error: Pointer): number;
  _sqlite3_prepare_v3(db: Pointer, text: Pointer, bytes: number, flags: number, out: Pointer, tail: Pointer): number;
  _sqlite3_bind_parameter_count(statement: Pointer): number;
  _sqlite3_bind_null(statement: Pointer, index: number): number;
  _sqlite3_bind_int(statement: Pointer, index: number, value: number): number;
  _sqlite3_bind_int64(statement: Pointer, index: number, low: number, high: number): number;
  _sqlite3_bind_double(statement: Pointer, index: number, value: number): number;
  _sqlite3_bind_text(statement: Pointer, index: number, text: Pointer, bytes: number, destructor: number): number;
  _sqlite3_bind_blob(statement: Pointer, index: number, blob: Pointer, bytes: number, destructor: number): number;
  _sqlite3_bind_zeroblob(statement: Pointer, index: number, bytes: number): number;
  _sqlite3_step(statement: Pointer): number;
  _sqlite3_reset(statement: Pointer): number;
  _sqlite3_clear_bindings(statement: Pointer): number;
  _sqlite3_finalize(statement: Pointer): number;
  _sqlite3_stmt_status(statement: Pointer, counter: number, reset: number): number;
  _sqlite3_column_count(statement: Pointer): number;
  _sqlite3_column_name(statement: Pointer, column: number): Pointer;
  _sqlite3_column_type(statement: Pointer, column: number): number;
  _sqlite3_column_double(statement: Pointer, column: number): number;
  _sqlite3_column_text(statement: Pointer, column: number): Pointer;
  _sqlite3_column_blob(statement: Pointer, column: number): Pointer;
  _sqlite3_column_bytes(statement: Pointer, column: number): number;
  _sqlite3_changes(db: Pointer): number;
  _sqlite3_errmsg(db: Pointer): Pointer;
  _sqlite3_extended_errcode(db: Pointer): number;
}

/** A wasm binary handed in is used as it is; else `mc-wa-sqlite.wasm` is fetched from beside the script, or `locateFile`. */
export const waSqlite: (given?: {
  readonly wasmBinary?: Uint8Array;
  readonly locateFile?: (name: string) => string;
}) => Promise<WaSqlite> = untypedFactory;

/** What we call or replace of its pool of handles. Files are known by number; methods answer SQLite's codes. */
export interface HandlePool {
  name: string;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
  jWrite(file: number, bytes: Uint8Array, at: number): number;
  jTruncate(file: number, size: number): number;
  jSync(file: number, flags: number): number;
  jDelete(name: string, syncDirectory: number): number;
}

export const HandlePool: new (folder: string, module: object) => HandlePool = AccessHandlePoolVFS;

/**
 * The WebAssembly build of SQLite, driven through its raw exports: no promises, no copies but the ones into and out of
 * its memory. Runs in a worker, and in Node where a test wants it.
 */

import { faultError, type StorageFault } from "../disk-fault.ts";
import type { SqlValue } from "../sql.ts";
import type { Compiled, Engine } from "./engine.ts";
import { type BindingArena, bindingArena } from "./wa-binding.ts";
import { type Memory, memoryOf } from "./wa-memory.ts";
import type { Pointer, WaSqlite } from "./wa-sqlite.ts";

const codes = { ok: 0, busy: 5, corrupt: 11, full: 13, notADatabase: 26, row: 100, done: 101 } as const;
const persistent = 1;
const columnTypes = { integer: 1, real: 2, text: 3, blob: 4 } as const;
const reprepared = 5;

/** What SQLite answered instead of OK. `code` is the extended one; its low byte names the kind. */
export interface SqliteFailure {
  readonly code: number;
  readonly message: string;
}

export type Opened =
  | { readonly ok: true; readonly value: RawDatabase }
  | { readonly ok: false; readonly error: SqliteFailure };

export interface RawDatabase {
  readonly engine: Engine;
  /** Without naming the text in an error: for the key. */
  exec(text: string): SqliteFailure | undefined;
}

/** @param vfs  the name of a registered file system; undefined: the module's own, in memory */
export function openRaw(module: WaSqlite, file: string, vfs?: string): Opened {
  const memory = memoryOf(module);
  const readWriteCreate = 0x2 | 0x4;
  const db = memory.withOut((out) =>
    memory.withText(file, (name) =>
      vfs === undefined
        ? module._sqlite3_open_v2(name, out, readWriteCreate, 0)
        : memory.withText(vfs, (vfsName) => module._sqlite3_open_v2(name, out, readWriteCreate, vfsName)),
    ),
  );
  if (db.code !== codes.ok) {
    module._sqlite3_close_v2(db.out);
    return { ok: false, error: { code: db.code, message: "open" } };
  }
  return { ok: true, value: rawDatabase(module, memory, db.out) };
}

function rawDatabase(module: WaSqlite, memory: Memory, db: Pointer): RawDatabase {
  const arena = bindingArena(module);
  function exec(text: string): SqliteFailure | undefined {
    const code = memory.withText(text, (pointer) => module._sqlite3_exec(db, pointer, 0, 0, 0));
    return code === codes.ok ? undefined : failure();
  }
  const failure = (): SqliteFailure => ({
    code: module._sqlite3_extended_errcode(db),
    message: memory.textAt(module._sqlite3_errmsg(db)),
  });
  return {
    exec,
    engine: {
      compile: (text) => compile({ module, memory, db, arena, failure }, text),
      script(text) {
        const failed = exec(text);
        if (failed) throw errorOf(failed, text, "compiling");
      },
      close() {
        arena.free();
        module._sqlite3_close_v2(db);
      },
    },
  };
}

interface Connection {
  readonly module: WaSqlite;
  readonly memory: Memory;
  readonly db: Pointer;
  readonly arena: BindingArena;
  failure(): SqliteFailure;
}

function compile({ module, memory, db, arena, failure }: Connection, text: string): Compiled {
  const compiled = memory.withOut((out) =>
    memory.withText(text, (pointer, bytes) => module._sqlite3_prepare_v3(db, pointer, bytes, persistent, out, 0)),
  );
  if (compiled.code !== codes.ok) throw errorOf(failure(), text, "compiling");
  const statement = compiled.out;
  const parameters = module._sqlite3_bind_parameter_count(statement);
  let names: readonly string[] = [];
  let namedAt = -1;

  /** SQLite compiles again by itself when a table has changed; then `select *` has other columns. */
  function columnNames(): readonly string[] {
    const times = module._sqlite3_stmt_status(statement, reprepared, 0);
    if (times === namedAt) return names;
    namedAt = times;
    names = Array.from({ length: module._sqlite3_column_count(statement) }, (_, column) =>
      memory.textAt(module._sqlite3_column_name(statement, column)),
    );
    return names;
  }

  function row(columns: readonly string[]): object {
    const found: Record<string, SqlValue> = {};
    for (let column = 0; column < columns.length; column += 1)
      found[columns[column] ?? ""] = valueAt(module, statement, column);
    return found;
  }

  /** Steps to the end whether or not rows are wanted, and leaves nothing bound. */
  function steps(values: readonly SqlValue[], onRow: () => void): void {
    if (values.length !== parameters)
      throw new Error(`${parameters} values expected, ${values.length} given in: ${text}`);
    try {
      arena.bind(statement, values);
      let code = module._sqlite3_step(statement);
      while (code === codes.row) {
        onRow();
        code = module._sqlite3_step(statement);
      }
      if (code !== codes.done) throw errorOf(failure(), text, "running");
    } finally {
      module._sqlite3_reset(statement);
      module._sqlite3_clear_bindings(statement);
    }
  }

  return {
    run(values) {
      steps(values, () => {});
      return module._sqlite3_changes(db);
    },
    all(values) {
      const rows: object[] = [];
      steps(values, () => rows.push(row(columnNames())));
      return rows;
    },
    drop: () => module._sqlite3_finalize(statement),
  };
}

const decoder = new TextDecoder();

function valueAt(module: WaSqlite, statement: Pointer, column: number): SqlValue {
  switch (module._sqlite3_column_type(statement, column)) {
    case columnTypes.integer:
    case columnTypes.real:
      return module._sqlite3_column_double(statement, column);
    case columnTypes.text: {
      const at = module._sqlite3_column_text(statement, column);
      return decoder.decode(module.HEAPU8.subarray(at, at + module._sqlite3_column_bytes(statement, column)));
    }
    case columnTypes.blob: {
      const at = module._sqlite3_column_blob(statement, column);
      return module.HEAPU8.slice(at, at + module._sqlite3_column_bytes(statement, column));
    }
    default:
      return null;
  }
}

/** What SQLite says while compiling speaks of the text alone; while running it may quote a value, and only its code goes on. */
function errorOf({ code, message }: SqliteFailure, text: string, stage: "compiling" | "running"): Error {
  const fault = faultOfCode(code);
  if (fault) return faultError(fault, text);
  return new Error(`${stage === "compiling" ? message : `SQLite code ${code}`} in: ${text}`);
}

export function faultOfCode(code: number): StorageFault | undefined {
  switch (code & 255) {
    case codes.full:
      return { kind: "disk-full" };
    case codes.corrupt:
    case codes.notADatabase:
      return { kind: "damaged-file", what: "tables" };
    case codes.busy:
      return { kind: "another-writer" };
    default:
      return undefined;
  }
}

export const isNotADatabase = ({ code }: SqliteFailure): boolean => (code & 255) === codes.notADatabase;

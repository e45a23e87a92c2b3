/** Values on their way into a statement of the WebAssembly module, without an allocation for each. */

import type { SqlValue } from "../sql.ts";
import type { Pointer, WaSqlite } from "./wa-sqlite.ts";

export interface BindingArena {
  bind(statement: Pointer, values: readonly SqlValue[]): void;
  free(): void;
}

/**
 * One stretch of the module's memory into which a statement's texts and bytes are written while it runs. One is
 * enough: a statement runs to its end before the next begins, so SQLite is told to read in place (destructor 0).
 */
export function bindingArena(module: WaSqlite): BindingArena {
  const encoder = new TextEncoder();
  const inPlace = 0;
  let size = 64 * 1024;
  let start = module._malloc(size);
  let used = 0;

  function reserve(values: readonly SqlValue[]): void {
    let needed = 0;
    for (const value of values) {
      if (typeof value === "string") needed += value.length * 3;
      else if (value instanceof Uint8Array) needed += value.length;
    }
    used = 0;
    if (needed <= size) return;
    module._free(start);
    size = needed * 2;
    start = module._malloc(size);
    if (start === 0) throw new Error("SQLite has no memory left");
  }

  function bindValue(statement: Pointer, index: number, value: SqlValue): number {
    if (value === null) return module._sqlite3_bind_null(statement, index);
    if (typeof value === "number") return bindNumber(statement, index, value);
    const at = start + used;
    if (typeof value === "string") {
      const { written } = encoder.encodeInto(value, module.HEAPU8.subarray(at, start + size));
      used += written;
      return module._sqlite3_bind_text(statement, index, at, written, inPlace);
    }
    if (value.length === 0) return module._sqlite3_bind_zeroblob(statement, index, 0);
    module.HEAPU8.set(value, at);
    used += value.length;
    return module._sqlite3_bind_blob(statement, index, at, value.length, inPlace);
  }

  function bindNumber(statement: Pointer, index: number, value: number): number {
    if (!Number.isSafeInteger(value)) return module._sqlite3_bind_double(statement, index, value);
    if (value === (value | 0)) return module._sqlite3_bind_int(statement, index, value);
    return module._sqlite3_bind_int64(statement, index, (value % 2 ** 32) | 0, Math.floor(value / 2 ** 32));
  }

  return {
    bind(statement, values) {
      reserve(values);
      for (let index = 0; index < values.length; index += 1) {
        const code = bindValue(statement, index + 1, values[index] ?? null);
        if (code !== 0) throw new Error(`SQLite refused value ${index + 1} with code ${code}`);
      }
    },
    free: () => module._free(start),
  };
}

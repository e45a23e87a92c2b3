/**
 * SQLite's files in OPFS: a small pool of handles that stay open, so that SQLite can call synchronously.
 *
 * A write that throws inside SQLite would leave it in the middle of itself; here it becomes a code that it understands,
 * and a full quota is called what it is. A page in clear is never written: with the name of the wrong file system
 * SQLite would work, and silently encrypt nothing.
 */

import { storageFault } from "../disk-fault.ts";
import { isPlainSqlite } from "./plain.ts";
import { HandlePool, type WaSqlite } from "./wa-sqlite.ts";

const sqliteFull = 13;
const sqliteIoError = 10;

export interface Pool {
  /** Done when it returns: another worker may open the same folder. */
  close(): void;
}

/** Throws what the browser throws: NoModificationAllowedError where another tab has the handles. */
export async function openPool(module: WaSqlite, name: string, folder: string): Promise<Pool> {
  const pool = new ToldPool(folder, module);
  pool.name = name;
  try {
    await pool.isReady();
  } catch (error) {
    pool.closeNow();
    throw error;
  }
  const code = module.vfs_register(pool, false);
  if (code !== 0) throw new Error(`SQLite did not take the files: code ${code}`);
  return { close: () => pool.closeNow() };
}

class ToldPool extends HandlePool {
  /** The promise is a formality: handles close synchronously. */
  closeNow(): void {
    void this.close();
  }
  override jWrite(file: number, bytes: Uint8Array, at: number): number {
    if (bytes.byteLength >= 512 && isPlainSqlite(bytes.subarray(0, 16))) return sqliteIoError;
    return codeOf(() => super.jWrite(file, bytes, at));
  }
  override jTruncate(file: number, size: number): number {
    return codeOf(() => super.jTruncate(file, size));
  }
  override jSync(file: number, flags: number): number {
    return codeOf(() => super.jSync(file, flags));
  }
  override jDelete(name: string, syncDirectory: number): number {
    return codeOf(() => super.jDelete(name, syncDirectory));
  }
}

function codeOf(work: () => number): number {
  try {
    return work();
  } catch (error) {
    return storageFault(error)?.kind === "disk-full" ? sqliteFull : sqliteIoError;
  }
}

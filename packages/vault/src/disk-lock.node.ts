/**
 * One owner of a vault's folder at a time, held by the operating system and so let go when the process dies, however
 * it dies: there is no stale lock to detect, and no process number that could be reused.
 *
 * The lock is an empty SQLite file under an exclusive transaction, because Node itself cannot lock a file.
 */

import { closeSync, openSync } from "node:fs";
import Database from "@signalapp/sqlcipher";

export interface FolderLock {
  release(): void;
}

/** Undefined: another process, or this one, holds it. */
export function takeLock(file: string): FolderLock | undefined {
  closeSync(openSync(file, "a", 0o600));
  const database = new Database(file);
  try {
    database.exec("pragma journal_mode = memory");
    database.exec("begin exclusive");
  } catch (error) {
    database.close();
    if (error instanceof Error && "code" in error && error.code === "SQLITE_BUSY") return undefined;
    throw error;
  }
  return { release: () => database.close() };
}

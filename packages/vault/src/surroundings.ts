/** What a vault stands on and cannot make itself: files, tables, network, clock, chance. Brought by a composition root. */

import type { Result } from "@saksi/wire/result";
import type { Argon2Cost, Crypto } from "./crypto.ts";
import type { Disk, OpenDiskProblem } from "./disk.ts";
import type { Storage } from "./port.ts";
import type { OpenSqliteProblem, Sqlite } from "./sqlite.ts";

export interface Surroundings {
  readonly crypto: Crypto;
  /** Opened when the vault is first asked for, closed with it */
  openDisk(): Promise<Result<Disk, OpenDiskProblem>>;
  /** @param key  32 bytes; the tables' alone */
  openTablesFile(key: Uint8Array): Promise<Result<Sqlite, OpenSqliteProblem>>;
  /** Throws the tables away; they are made again from the log. */
  dropTablesFile(): Promise<void>;
  readonly storage: Storage;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Milliseconds since 1970 */
  readonly now: () => number;
  /** Resolves after so long, or at once when the signal says so */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Calls back once, soon: after what is under way */
  readonly soon: (work: () => void) => void;
  /** Whether spaces are followed in the background, or only when someone asks (a command) */
  readonly follow: boolean;
  readonly argon2Cost: Argon2Cost;
}

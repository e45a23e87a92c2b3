/** A vault in a folder, for the command line: the composition root of everything that only Node has. */

import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openNodeCrypto } from "./crypto.node.ts";
import type { Argon2Cost } from "./crypto.ts";
import { openNodeDisk } from "./disk.node.ts";
import { usualCost } from "./keys/key-slots.ts";
import type { Vault } from "./port.ts";
import { openNodeSqlite } from "./sqlite.node.ts";
import { openVault } from "./vault.ts";

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** @param folder  made where there is none when a vault is created; owned until `close` */
export async function openNodeVault(
  folder: string,
  given: {
    readonly fetch?: (request: Request) => Promise<Response>;
    readonly now?: () => number;
    readonly argon2Cost?: Argon2Cost;
    /** Follow the relays in the background; a command asks instead */
    readonly follow?: boolean;
  } = {},
): Promise<Vault> {
  const tables = join(folder, "tables");
  return openVault({
    crypto: await openNodeCrypto(random),
    openDisk: async () => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return openNodeDisk({ folder, random });
    },
    openTablesFile: async (key) => openNodeSqlite({ file: tables, key }),
    async dropTablesFile() {
      for (const end of ["", "-wal", "-shm"]) rmSync(tables + end, { force: true });
    },
    storage: "kept",
    fetch: given.fetch ?? ((request) => fetch(request)),
    now: given.now ?? Date.now,
    async sleep(ms, signal) {
      await wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined); // an abort is an early end, not a fault
    },
    soon: (work) => void setImmediate(work),
    follow: given.follow ?? false,
    argon2Cost: given.argon2Cost ?? usualCost,
  });
}

/** A vault in a worker: the composition root of everything that only a browser has. */

import { browserRandom, openBrowserCrypto } from "../crypto.browser.ts";
import { openBrowserDisk } from "../disk.browser.ts";
import { memoryDisk } from "../disk.memory.ts";
import { opfsFolder, opfsProblem, removeFolder } from "../disk-opfs.browser.ts";
import { usualCost } from "../keys/key-slots.ts";
import type { Storage, Vault } from "../port.ts";
import { openBrowserSqlite, openMemorySqlite } from "../sqlite.browser.ts";
import { openVault, type Surroundings } from "../vault.ts";

const folder = "vault";
const tables = `${folder}/tables`;

/**
 * @param keep  false for a vault that must leave nothing behind: the sample
 *
 * Where the browser keeps nothing, the vault lives in memory and its state says so.
 */
export async function openBrowserVault({ keep }: { readonly keep: boolean }): Promise<Vault> {
  const crypto = await openBrowserCrypto();
  const kept = keep && (await hasStorage());
  return openVault({
    crypto,
    ...(kept ? onDisk : inMemory()),
    fetch: (request) => fetch(request),
    now: Date.now,
    sleep,
    soon: (work) => void setTimeout(work, 0),
    follow: true,
    argon2Cost: usualCost,
  });
}

type Place = Pick<Surroundings, "openDisk" | "openTablesFile" | "dropTablesFile"> & { readonly storage: Storage };

const onDisk: Place = {
  openDisk: () => openBrowserDisk({ folder: `${folder}/log`, random: browserRandom }),
  openTablesFile: (key) => openBrowserSqlite({ folder: tables, key }),
  dropTablesFile: () => removeFolder(tables),
  storage: "kept",
};

function inMemory(): Place {
  const disk = memoryDisk(browserRandom);
  return {
    openDisk: async () => ({ ok: true, value: disk }),
    openTablesFile: async () => ({ ok: true, value: await openMemorySqlite() }),
    dropTablesFile: async () => {},
    storage: "memory",
  };
}

/** A private window of some browsers has no OPFS, or has it and refuses to write. */
async function hasStorage(): Promise<boolean> {
  try {
    await opfsFolder(folder);
    return true;
  } catch (error) {
    if (opfsProblem(error) || error instanceof TypeError) return false;
    throw error;
  }
}

const sleep = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

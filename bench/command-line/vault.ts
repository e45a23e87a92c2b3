/** A vault in a folder, brought to where a measure begins. */

import { openAsBlob } from "node:fs";
import type { Vault } from "@saksi/vault/port";
import { openNodeVault } from "@saksi/vault/vault.node";
import { passphrase, type StoredAlliance } from "../alliance.ts";
import { good } from "../answers.ts";

export async function unlockedVault(folder: string, given: Parameters<typeof openNodeVault>[1] = {}): Promise<Vault> {
  const vault = await openNodeVault(folder, given);
  good(await vault.unlock(passphrase));
  return vault;
}

/** An empty device that was let into the alliance: its keys are here, not one entry is. */
export async function waitingGuest(
  folder: string,
  stored: StoredAlliance,
  given: Parameters<typeof openNodeVault>[1] = {},
): Promise<Vault> {
  const vault = await openNodeVault(folder, given);
  good(await vault.restore({ passphrase, file: await openAsBlob(stored.guest) }));
  good(await vault.unlock(passphrase));
  return vault;
}

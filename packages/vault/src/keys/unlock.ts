/** From a passphrase to a session: key slots, log, tables. Also how a vault begins. */

import { err, ok, type Result } from "@saksi/wire/result";
import type { Disk } from "../disk.ts";
import { openLog } from "../log/log.ts";
import type { Place } from "../log/log-place.ts";
import type { Profile } from "../port.ts";
import type { Problem } from "../problem.ts";
import { openSession, type Session } from "../space/session.ts";
import type { Sqlite } from "../sqlite.ts";
import type { Surroundings } from "../surroundings.ts";
import { openVaultKey, sealVaultKey, vaultSubkey } from "./key-slots.ts";

export const keyFile = "keys";

export interface Unlocked {
  readonly session: Session;
  /** For what is sealed on this device beside the log: chunks of attachments */
  readonly chunksKey: Uint8Array;
}

/** A new vault on a disk that has none. The key file is written last: before it there is no vault. */
export async function beginVault(
  around: Surroundings,
  disk: Disk,
  given: { readonly passphrase: string; readonly profile: Profile },
): Promise<Result<Unlocked, Problem>> {
  if ((await disk.readWhole(keyFile)) !== undefined) return err({ kind: "vault-exists" });
  const vaultKey = around.crypto.random(32);
  const file = sealVaultKey(around.crypto, { passphrase: given.passphrase, vaultKey, cost: around.argon2Cost });
  if (!file.ok) return file;
  for (const name of disk.list()) disk.remove(name); // of a beginning that broke off
  await around.dropTablesFile();
  const opened = await openWith(around, disk, vaultKey);
  if (!opened.ok) return opened;
  opened.value.session.keep([{ kind: "note", note: { note: "profile", profile: given.profile } }]);
  await disk.writeWhole(keyFile, file.value);
  return opened;
}

export async function unlockVault(
  around: Surroundings,
  disk: Disk,
  passphrase: string,
): Promise<Result<Unlocked, Problem>> {
  const file = await disk.readWhole(keyFile);
  if (file === undefined) return err({ kind: "no-vault" });
  const vaultKey = openVaultKey(around.crypto, file, passphrase);
  return vaultKey.ok ? openWith(around, disk, vaultKey.value) : vaultKey;
}

async function openWith(around: Surroundings, disk: Disk, vaultKey: Uint8Array): Promise<Result<Unlocked, Problem>> {
  const { crypto, soon } = around;
  const db = await openTablesAnew(around, vaultSubkey(crypto, vaultKey, "tables"));
  if (!db.ok) return db;
  const log = openLog({
    disk,
    key: vaultSubkey(crypto, vaultKey, "log"),
    aead: crypto.aead,
    random: crypto.random,
  });
  const session = openSession({ crypto, log, db: db.value, soon });
  // without its beginning a log has no keys to read the rest with; an empty vault would look as if there never was work
  const { profile, spaces } = session.ledger;
  if (!isWhole(session) || (log.damaged().length > 0 && (profile === null || spaces.size === 0))) {
    session.close();
    return err({ kind: "damaged-file", what: "log" });
  }
  return ok({ session, chunksKey: vaultSubkey(crypto, vaultKey, "chunks") });
}

/** What the tables were shown was flushed to the log before: a log that ends earlier was cut, or is an older copy. */
function isWhole({ log, tables }: Session): boolean {
  const shown = tables.place();
  return shown === null || log.read(shown as Place) !== undefined || log.damaged().length > 0; // damage is told by space
}

/** Tables that are damaged, or that another key made, are thrown away once: the log has everything. */
async function openTablesAnew(around: Surroundings, key: Uint8Array): Promise<Result<Sqlite, Problem>> {
  const first = await around.openTablesFile(key);
  if (first.ok) return first;
  if (first.error.kind === "wrong-key" || first.error.kind === "damaged-file") {
    await around.dropTablesFile();
    const second = await around.openTablesFile(key);
    if (second.ok) return second;
    return err(second.error.kind === "wrong-key" ? { kind: "damaged-file", what: "tables" } : second.error);
  }
  return err(first.error);
}

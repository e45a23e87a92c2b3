/**
 * A space with many entries at a relay, written by several devices through their own vaults; and a backup of a device
 * that was let in at the end and has read nothing yet. Kept between runs, made again when what it is made of changes.
 */

import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNodeCrypto } from "@saksi/vault/crypto.node";
import { memoryDisk } from "@saksi/vault/disk.memory";
import type { Vault } from "@saksi/vault/port";
import { openMemorySqlite } from "@saksi/vault/sqlite.node";
import { openVault } from "@saksi/vault/vault";
import { openNodeVault } from "@saksi/vault/vault.node";
import { good } from "./answers.ts";
import { draftOf } from "./corpus.ts";
import { startRelay } from "./relay-process.ts";

export interface StoredAlliance {
  readonly entries: number;
  /** Everything the relay keeps */
  readonly relay: string;
  /** Backup of a device that waits to come in */
  readonly guest: string;
  readonly port: number;
}

export const passphrase = "a made-up passphrase";
const profile = (name: string) => ({ name, organisation: "Made-up organisation" });
const cheap = { memoryKib: 64 * 1024, passes: 1 };
const devices = 8;
/** A space remembers its relay's address, so stored data has a port of its own, the same in every run. */
const portOf = (entries: number): number => 28_000 + (entries % 991);
/** An invitation lives for seven days. */
const freshMs = 5 * 24 * 3600 * 1000;

/** @param root  the repository: what it says of formats decides whether stored data still fits */
export async function storedAlliance(given: {
  readonly root: string;
  readonly program: string;
  readonly entries: number;
  readonly say: (line: string) => void;
}): Promise<StoredAlliance> {
  const folder = join(tmpdir(), `saksi-bench-${given.entries}-${fingerprint(given.root)}`);
  const stored = {
    entries: given.entries,
    relay: join(folder, "relay"),
    guest: join(folder, "guest.age"),
    port: portOf(given.entries),
  };
  const mark = join(folder, "made");
  if (existsSync(mark) && Date.now() - Number(readFileSync(mark, "utf8")) < freshMs) return stored;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await make(stored, folder, given);
  writeFileSync(mark, String(Date.now()));
  return stored;
}

/** Of all that decides what the bytes are. */
function fingerprint(root: string): string {
  const decisive = ["packages/wire/src/header.ts", "packages/wire/src/part.ts", "packages/vault/src/entry/seal.ts"];
  const hash = createHash("sha256");
  const waiting = ["packages/vault/src/join/door.ts", "packages/vault/src/space/log-record.ts"];
  for (const file of [...decisive, ...waiting, "bench/corpus.ts", "bench/alliance.ts"])
    hash.update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 12);
}

async function make(
  stored: StoredAlliance,
  folder: string,
  {
    program,
    entries,
    say,
  }: { readonly program: string; readonly entries: number; readonly say: (line: string) => void },
): Promise<void> {
  const relay = await startRelay({ program, data: stored.relay, port: stored.port });
  try {
    const keeper = await writer("Keeper");
    const space = good(await keeper.vault.createSpace({ name: "Made-up alliance", relay: relay.url }));
    const writers = [keeper];
    for (let number = 1; number < devices; number += 1) {
      const { link } = good(await keeper.vault.invite({ space, role: "writer", circles: [0, 1] }));
      const member = await writer(`Member ${number}`);
      const { code } = good(await member.vault.join(link));
      good(await keeper.vault.admit({ space, code }));
      good(await member.vault.sync());
      writers.push(member);
    }
    say(`writing ${entries} entries on ${devices} devices (kept for the next run)`);
    for (let index = 0; index < entries; index += 1)
      good(await writers[index % devices]?.vault.write([draftOf(index)]));
    say("pushing them");
    for (const { quiet } of writers) quiet(true);
    await Promise.all(writers.map(pushed));
    keeper.quiet(false);
    await keeper.vault.sync(); // one that was under way while it was quiet ends here, without an answer
    const { link } = good(await keeper.vault.invite({ space, role: "writer", circles: [0, 1] }));
    const [there] = await keeper.vault.ask("spaces", {});
    if ((there?.sync.size ?? 0) < entries) throw new Error(`the relay has ${there?.sync.size} entries`);
    const guest = await openNodeVault(join(folder, "guest"));
    good(await guest.create({ passphrase, profile: profile("Guest") }));
    const { code } = good(await guest.join(link));
    good(await keeper.vault.admit({ space, code }));
    writeFileSync(stored.guest, await backupOf(guest));
    await guest.close();
    await Promise.all(writers.map(({ vault }) => vault.close()));
  } finally {
    await relay.stop();
  }
}

/** Until a quiet device has pushed all and would pull: whatever the relay or the network said before is tried again. */
async function pushed({ vault, wouldPull }: Writer): Promise<void> {
  while (!wouldPull()) {
    const { ok } = await vault.sync();
    if (ok) throw new Error("a quiet device pulled");
  }
}

interface Writer {
  readonly vault: Vault;
  quiet(on: boolean): void;
  /** Whether it was kept from pulling since it became quiet */
  wouldPull(): boolean;
}

/** A vault in memory that can be told to push without pulling: each device would otherwise read what all the others wrote. */
async function writer(name: string): Promise<Writer> {
  const random = (length: number) => Uint8Array.from(randomBytes(length));
  let isQuiet = false;
  let kept = false;
  const disk = memoryDisk(random);
  const vault = openVault({
    crypto: await openNodeCrypto(random),
    openDisk: async () => ({ ok: true, value: disk }),
    openTablesFile: async () => ({ ok: true, value: openMemorySqlite() }),
    dropTablesFile: async () => {},
    storage: "memory",
    async fetch(request) {
      const pulls = isQuiet && request.method === "GET";
      kept ||= pulls;
      if (pulls) throw new TypeError("quiet");
      return fetch(request);
    },
    now: Date.now,
    sleep: async () => {},
    soon: () => {}, // nobody searches here
    follow: false,
    argon2Cost: cheap,
  });
  good(await vault.create({ passphrase, profile: profile(name) }));
  return {
    vault,
    quiet(on) {
      isQuiet = on;
    },
    wouldPull: () => kept,
  };
}

export async function backupOf(vault: Vault): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  good(await vault.backup({ passphrase, onBytes: (bytes) => void pieces.push(bytes.slice()) }));
  return Buffer.concat(pieces);
}

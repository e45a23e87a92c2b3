/** What a device that has everything does all day: unlock, list, search letter by letter, save. */

import { closeSync, existsSync, fsyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { openNodeCrypto } from "@saksi/vault/crypto.node";
import { usualCost } from "@saksi/vault/keys/key-slots";
import { queryTokens } from "@saksi/vault/search/tokens";
import { passphrase, type StoredAlliance } from "../alliance.ts";
import { good } from "../answers.ts";
import { draftOf, keystrokes, marker } from "../corpus.ts";
import { median, percentile, type Row, tenths, timed, timesOf } from "../figures.ts";
import type { Measuring } from "../measures.ts";
import { bareSqlite } from "./floors.ts";
import { unlockedVault, waitingGuest } from "./vault.ts";

const runs = 5;
const saves = 200;

export async function openOnCommandLine({ scratch, stored }: Measuring): Promise<readonly Row[]> {
  const folder = join(scratch, "guest");
  if (!existsSync(folder)) await filled(folder, stored);
  const crypto = await openNodeCrypto((length) => new Uint8Array(length));
  const unlocks: number[] = [];
  const argon: number[] = [];
  const lists: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const bytes = new TextEncoder().encode(passphrase);
    argon.push((await timed(() => crypto.argon2id(bytes, new Uint8Array(16), usualCost))).ms);
    const { ms, value: vault } = await timed(() => unlockedVault(folder));
    unlocks.push(ms);
    lists.push((await timed(() => vault.ask("records", { type: "testimony", limit: 50 }))).ms);
    await vault.close();
  }

  const vault = await unlockedVault(folder);
  const typed = keystrokes();
  await vault.ask("search", { words: "warm" });
  const searches = await timesOf(typed.length, (at) => vault.ask("search", { words: typed[at]?.typed ?? "" }));
  const space = good(await vault.createSpace({ name: "Here alone" }));
  const saved = await timesOf(saves, async (at) => good(await vault.write([draftOf(at)], space)));
  await vault.close();

  const { database } = bareSqlite(scratch, stored.entries);
  const match = database.prepare("select rowid from found where found match ? order by rowid desc limit 50");
  const bare = await timesOf(typed.length, (at) => match.all([queryTokens(typed[at]?.typed ?? "") ?? '"x"']));
  database.close();
  const file = openSync(join(scratch, "flush"), "w");
  const sealed = new Uint8Array(2048);
  const flushes = await timesOf(saves, () => {
    writeSync(file, sealed);
    fsyncSync(file);
  });
  closeSync(file);

  const p95 = (times: readonly number[]) => tenths(percentile(times, 0.95));
  return [
    {
      key: "unlock",
      value: Math.round(median(unlocks)),
      unit: "ms",
      floor: Math.round(median(argon)),
      note: "command line; floor: Argon2id alone",
    },
    {
      key: "warm-open",
      value: tenths(median(lists)),
      unit: "ms",
      floor: null,
      note: "command line: the first list of fifty after unlocking",
    },
    {
      key: "search",
      value: p95(searches),
      unit: "ms",
      floor: p95(bare),
      note: `command line; ${typed.length} keystrokes, median ${tenths(median(searches))} ms; floor: bare FTS5, row numbers only`,
    },
    {
      key: "save-cli",
      value: p95(saved),
      unit: "ms",
      floor: p95(flushes),
      note: `median ${tenths(median(saved))} ms; floor: 2 KB written and flushed`,
    },
  ];
}

/** Where nobody has read the alliance in this run yet. */
async function filled(folder: string, stored: StoredAlliance): Promise<void> {
  const vault = await waitingGuest(folder, stored);
  good(await vault.sync());
  await vault.ask("search", { words: marker });
  await vault.close();
}

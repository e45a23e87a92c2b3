/** An empty device on the command line reads the whole alliance. */

import { join } from "node:path";
import type { Vault } from "@saksi/vault/port";
import { good } from "../answers.ts";
import { marker } from "../corpus.ts";
import { type Row, seconds } from "../figures.ts";
import type { Measuring } from "../measures.ts";
import { bareFetch, bareSignatures, bareSqlite } from "./floors.ts";
import { waitingGuest } from "./vault.ts";

export async function bootstrapOnCommandLine({ scratch, stored }: Measuring): Promise<readonly Row[]> {
  let pull: Request | null = null;
  const vault = await waitingGuest(join(scratch, "guest"), stored, {
    fetch(request) {
      if (request.url.includes("/entries?after=0")) pull = request.clone();
      return fetch(request);
    },
  });
  const idle = process.memoryUsage().rss;
  const since = milestones();
  let first: Milestone | null = null;
  const stop = vault.watch("records", { type: "testimony", limit: 50 }, (rows) => {
    if (rows.length > 0) first ??= since();
  });
  good(await vault.sync());
  const rows = since();
  stop();
  const hits = await vault.ask("search", { words: marker });
  const searchable = since();
  await allChecked(vault);
  const full = since();
  const memory = process.resourceUsage().maxRSS * 1024 - idle;
  const found = await vault.ask("count", {});
  const count = found.reduce((sum, row) => sum + row.count, 0);
  if (count !== stored.entries || hits.length === 0) throw new Error(`${count} records, ${hits.length} hits`);
  await vault.close();

  if (pull === null) throw new Error("nothing was pulled");
  const fetched = await bareFetch(pull);
  const { rowsMs, wordsMs, database } = bareSqlite(scratch, stored.entries);
  database.close();
  const signatures = await bareSignatures(stored.entries);
  const rowsFloor = seconds(fetched + rowsMs);
  const row = (key: string, { ms, processorMs }: Milestone, floor: number | null, note: string): Row => ({
    key,
    value: seconds(ms),
    unit: "s",
    floor,
    note: `${seconds(processorMs)} s of processor; ${note}`,
  });
  return [
    row("bootstrap-cli-first", first ?? rows, null, "first fifty rows of a list"),
    row("bootstrap-cli", rows, rowsFloor, "floor: a fetch of the same bytes, and bare SQLCipher inserts of the texts"),
    row(
      "bootstrap-cli-searchable",
      searchable,
      seconds(fetched + rowsMs + wordsMs),
      "floor: and bare FTS5 inserts of their tokens",
    ),
    row("bootstrap-cli-full", full, seconds(fetched + rowsMs + wordsMs + signatures), "floor: and bare Ed25519"),
    {
      key: "bootstrap-cli-memory",
      value: Math.round(memory / 1e6),
      unit: "MB",
      floor: null,
      note: `peak above the unlocked vault before (${Math.round(idle / 1e6)} MB)`,
    },
  ];
}

/** On a machine shared with others the clock says when, and the processor how much. */
interface Milestone {
  readonly ms: number;
  readonly processorMs: number;
}

function milestones(): () => Milestone {
  const began = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - began, processorMs: (user + system) / 1000 };
  };
}

/** Resolves when every signature was checked one by one. */
async function allChecked(vault: Vault): Promise<void> {
  for (;;) {
    const [space] = await vault.ask("spaces", {});
    if (space && space.sync.checked >= space.sync.size) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

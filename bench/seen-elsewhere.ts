/** From a save on one device to the row on another, both following the relay, which is a process of its own. */

import { join } from "node:path";
import type { Vault } from "@saksi/vault/port";
import { openNodeVault } from "@saksi/vault/vault.node";
import { passphrase } from "./alliance.ts";
import { good } from "./answers.ts";
import { draftOf } from "./corpus.ts";
import { median, percentile, type Row, timesOf } from "./figures.ts";
import type { Measuring } from "./measures.ts";
import { startRelay } from "./relay-process.ts";

export async function seenElsewhere({ scratch, program, tiny }: Measuring): Promise<readonly Row[]> {
  const relay = await startRelay({ program, data: join(scratch, "elsewhere-relay"), port: 0 });
  const [here, there] = await Promise.all(["here", "there"].map((name) => follower(join(scratch, name), name)));
  if (here === undefined || there === undefined) throw new Error("two were asked for");
  try {
    const space = good(await here.createSpace({ name: "Two devices", relay: relay.url }));
    const { link } = good(await here.invite({ space, role: "writer", circles: [0, 1] }));
    const { code } = good(await there.join(link));
    good(await here.admit({ space, code }));
    good(await there.sync());
    const times = await timesOf(tiny ? 3 : 60, async (at) => {
      const seen = rowsSeen(there, at + 1);
      good(await here.write([{ ...draftOf(at * 4) }], space));
      await seen;
    });
    const bare = await timesOf(60, async () => (await fetch(`${relay.url}/healthz`)).text());
    return [
      {
        key: "seen-elsewhere",
        value: Math.round(percentile(times, 0.95)),
        unit: "ms",
        floor: Math.round(percentile(bare, 0.95)),
        note: `median ${Math.round(median(times))} ms; floor: one bare question to the same relay`,
      },
    ];
  } finally {
    await Promise.all([here.close(), there.close()]);
    await relay.stop();
  }
}

async function follower(folder: string, name: string): Promise<Vault> {
  const vault = await openNodeVault(folder, { follow: true, argon2Cost: { memoryKib: 64 * 1024, passes: 1 } });
  good(await vault.create({ passphrase, profile: { name, organisation: "Made-up organisation" } }));
  return vault;
}

function rowsSeen(vault: Vault, count: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = vault.watch("records", { type: "testimony" }, (rows) => {
      if (rows.length < count) return;
      setImmediate(() => stop());
      resolve();
    });
  });
}

/** A file of a gigabyte, hashed, sealed, kept and sent to the relay, piece by piece. */

import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Vault } from "@saksi/vault/port";
import { openNodeVault } from "@saksi/vault/vault.node";
import { passphrase } from "./alliance.ts";
import { good } from "./answers.ts";
import { type Row, seconds, timed } from "./figures.ts";
import type { Measuring } from "./measures.ts";
import { startRelay } from "./relay-process.ts";

export async function attachLarge({ scratch, program, tiny }: Measuring): Promise<readonly Row[]> {
  const size = tiny ? 3_000_000 : 1_000_000_000;
  const vault = await openNodeVault(join(scratch, "attach"));
  good(await vault.create({ passphrase, profile: { name: "Attacher", organisation: "Made-up organisation" } }));
  const relay = await startRelay({ program, data: join(scratch, "attach-relay"), port: 0 });
  const space = good(await vault.createSpace({ name: "Files", relay: relay.url }));
  const { ids } = good(await vault.write([{ type: "exhibit", fields: { title: "A made-up recording" } }], space));
  const [exhibit] = ids;
  if (exhibit === undefined) throw new Error("an exhibit was saved");
  const piece = new Uint8Array(1 << 20).map((_, at) => at * 31);
  const read = async (at: number, length: number) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
    for (let from = 0; from < bytes.length; from += piece.length)
      bytes.set(piece.subarray(0, Math.min(piece.length, bytes.length - from)), from);
    return bytes;
  };
  await vault.attach({
    exhibit,
    file: { size: 2 ** 20, read },
    name: "first.bin",
    mediaType: "application/octet-stream",
  });
  const idle = process.memoryUsage().rss;
  let peak = idle;
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const { ms, value } = await timed(() =>
    vault.attach({ exhibit, file: { size, read }, name: "made-up.bin", mediaType: "application/octet-stream" }),
  );
  good(value);
  const { ms: sending } = await timed(() => sentAll(vault));
  clearInterval(watching);
  await vault.close();
  await relay.stop();
  const hash = createHash("sha256");
  const { ms: hashing } = await timed(async () => {
    for (let at = 0; at < size; at += piece.length) hash.update(await read(at, piece.length));
  });
  const note = `peak above idle, command line; kept after ${seconds(ms)} s (SHA-256 alone: ${seconds(hashing)} s), sent after ${seconds(sending)} s more`;
  return [{ key: "attach-1gb", value: Math.round((peak - idle) / 1e6), unit: "MB", floor: null, note }];
}

/** A connection that broke is what uploads are made for: what was sent stays sent. */
async function sentAll(vault: Vault): Promise<void> {
  for (;;) {
    const sent = await vault.sync();
    if (sent.ok) return;
    if (sent.error.kind !== "offline") throw new Error(`refused: ${JSON.stringify(sent.error)}`);
  }
}

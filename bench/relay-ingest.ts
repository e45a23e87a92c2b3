import { benchIngest, usualIngest } from "../apps/relay/src/bench-ingest.ts";
import type { Row } from "./figures.ts";
import type { Measuring } from "./measures.ts";

export async function ingestAtRelay({ tiny }: Measuring): Promise<readonly Row[]> {
  const given = tiny ? { ...usualIngest, entries: 500, batch: 50 } : usualIngest;
  const { entriesPerSecond, floorPerSecond, verifiedPerSecond, pushMs, cpuMicros } = await benchIngest(given);
  const note = `${given.batch} a push, ${given.writers} writers; a push took ${pushMs} ms (p95), an entry ${cpuMicros} µs of processor; bare signatures ${verifiedPerSecond}/s; floor: bare SQLite`;
  return [{ key: "relay-sqlite", value: entriesPerSecond, unit: "/s", floor: floorPerSecond, note }];
}

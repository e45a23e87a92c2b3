/**
 * How many entries a second the embedded relay takes: batched pushes over HTTP on this machine, each acknowledged only
 * when it is on disk; beside the raw floor, the same rows inserted into a bare SQLite in the same batches.
 *
 * Writers and relay share the process and its cores, so what the writers need is part of the figure.
 */

import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SignedEntry } from "@saksi/wire/admit";
import { writePush } from "@saksi/wire/exchange";
import { decodeHeader, signedBytes } from "@saksi/wire/header";
import Database from "@signalapp/sqlcipher";
import { createRelay } from "./app.ts";
import { record } from "./example-entries.ts";
import { openedSpace } from "./example-relay.ts";
import { checkpointKeyFrom, nodePrimitives } from "./node-primitives.ts";
import { serveRelay } from "./serve.ts";
import { openSqliteStore } from "./store.sqlite.ts";
import type { Store } from "./store.ts";

export interface IngestBench {
  readonly entries: number;
  /** How many entries travel in one push */
  readonly batch: number;
  /** Writers at once, each in a space of its own */
  readonly writers: number;
  /** Sealed bytes of one record */
  readonly bytes: number;
}

export interface IngestFigures {
  readonly entriesPerSecond: number;
  /** Bare SQLite, the same rows, the same durability */
  readonly floorPerSecond: number;
  /** Nothing but the signatures, on as many threads as the relay has: no relay that checks them can be faster */
  readonly verifiedPerSecond: number;
  /** Acknowledgement of one push, 95th percentile */
  readonly pushMs: number;
  /** Processor time of one entry in µs, writers included: steadier than the clock on a shared machine */
  readonly cpuMicros: number;
}

export const usualIngest: IngestBench = { entries: 40_000, batch: 250, writers: 4, bytes: 1500 };

export async function benchIngest(given: IngestBench = usualIngest): Promise<IngestFigures> {
  const folder = mkdtempSync(join(tmpdir(), "saksi-bench-"));
  const store = openSqliteStore(join(folder, "relay"));
  const port = await freeRelay(store);
  try {
    const pushes = await prepared(port.ask, given);
    const took: number[] = [];
    const cpuBefore = process.cpuUsage();
    const began = performance.now();
    await Promise.all(
      pushes.map(async ({ path, token, bodies }) => {
        for (const body of bodies) {
          const start = performance.now();
          await send(port.number, { path, token, body });
          took.push(performance.now() - start);
        }
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const cpu = process.cpuUsage(cpuBefore);
    took.sort((one, other) => one - other);
    const entries = pushes.flatMap((push) => push.entries);
    return {
      entriesPerSecond: Math.round(entries.length / seconds),
      floorPerSecond: Math.round(rawFloor(join(folder, "floor.sqlite"), entries, given.batch)),
      verifiedPerSecond: Math.round(await verifiedFloor(entries)),
      pushMs: Math.round(took[Math.floor(took.length * 0.95)] ?? 0),
      cpuMicros: Math.round((cpu.user + cpu.system) / entries.length),
    };
  } finally {
    await port.stop();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function freeRelay(store: Store) {
  const unlimited = { burst: 1e9, perSecond: 1e9 };
  const served = await serveRelay({
    host: "127.0.0.1",
    port: 0,
    relay: (port) =>
      createRelay({
        store,
        primitives: nodePrimitives(),
        checkpointKey: checkpointKeyFrom(new Uint8Array(32).fill(7)),
        origins: [`http://127.0.0.1:${port}`],
        now: Date.now,
        random: (length) => Uint8Array.from(randomBytes(length)),
        limits: { requestsOfAddress: unlimited, requestsOfDevice: unlimited },
      }),
  });
  const origin = `http://127.0.0.1:${served.port}`;
  return {
    number: served.port,
    ask: { origin, fetch: (path: string, init?: RequestInit) => fetch(`${origin}${path}`, init) },
    stop: served.stop,
  };
}

interface Pushes {
  readonly path: string;
  readonly token: string;
  readonly entries: readonly SignedEntry[];
  readonly bodies: readonly Uint8Array[];
}

/** Signs everything beforehand. */
function prepared(
  ask: { origin: string; fetch: (path: string, init?: RequestInit) => Promise<Response> },
  { entries, batch, writers, bytes }: IngestBench,
): Promise<Pushes[]> {
  const each = Math.ceil(entries / writers);
  return Promise.all(
    Array.from({ length: writers }, async () => {
      const { space, keeper, member } = await openedSpace(ask.fetch, ask.origin);
      const signed = Array.from({ length: each }, () => record(keeper, bytes));
      const bodies = Array.from({ length: Math.ceil(each / batch) }, (_, index) =>
        writePush(signed.slice(index * batch, (index + 1) * batch)),
      );
      const path = `/v1/spaces/${Buffer.from(space.id).toString("hex")}/entries`;
      return { path, token: member.token, entries: signed, bodies };
    }),
  );
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function send(port: number, { path, token, body }: { path: string; token: string; body: Uint8Array }): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, "content-length": body.length };
    const asking = request({ host: "127.0.0.1", port, path, method: "POST", headers, agent }, (answer) => {
      answer.resume();
      answer.once("end", () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`refused: ${answer.headers["saksi-refusal"]}`)),
      );
    });
    asking.once("error", reject);
    asking.end(body);
  });
}

/** Signatures a second */
async function verifiedFloor(entries: readonly SignedEntry[]): Promise<number> {
  const { verify } = nodePrimitives();
  const device = (header: Uint8Array): Uint8Array => {
    const decoded = decodeHeader(header);
    if (!decoded.ok) throw new Error("we wrote it");
    return decoded.value.header.device;
  };
  const signed = entries.map(({ header, signature }) => ({
    key: device(header),
    signature,
    over: signedBytes(header),
  }));
  const began = performance.now();
  for (const { key, over, signature } of signed) await verify(key, over, signature);
  return signed.length / ((performance.now() - began) / 1000);
}

/** Rows a second, with a flush a batch. */
function rawFloor(file: string, entries: readonly SignedEntry[], batch: number): number {
  const database = new Database(file);
  database.exec("pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full");
  database.exec("create table entry (position integer primary key, header blob, signature blob, body blob) strict");
  const insert = database.prepare("insert into entry (header, signature, body) values (?, ?, ?)", { persistent: true });
  const began = performance.now();
  for (let from = 0; from < entries.length; from += batch) {
    database.exec("begin immediate");
    for (const { header, signature, body } of entries.slice(from, from + batch))
      insert.run([header, signature, body] as Uint8Array<ArrayBuffer>[]); // plain memory, all of it
    database.exec("commit");
  }
  const seconds = (performance.now() - began) / 1000;
  database.close();
  return entries.length / seconds;
}

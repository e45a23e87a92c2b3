/**
 * `saksi-relay`: the composition root. Clock, randomness, disk and socket come together here and nowhere else.
 *
 * Exits 0 when it was asked to stop, 2 when misused, 3 when it could not start.
 */

import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createRelay, type Relay } from "./app.ts";
import { checkpointSeed } from "./checkpoint-key-file.ts";
import { readCommandLine, type Start, usage } from "./command-line.ts";
import { checkpointKeyFrom, nodePrimitives } from "./node-primitives.ts";
import { serveRelay } from "./serve.ts";
import { openSqliteStore } from "./store.sqlite.ts";
import type { Store } from "./store.ts";
import { webAppFiles } from "./web-app-files.ts";

const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const hourMs = 3600 * 1000;

await main();

async function main(): Promise<void> {
  const asked = readCommandLine(process.argv.slice(2), process.env);
  if (!asked.ok) {
    process.stderr.write(`saksi-relay: ${asked.error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else if (asked.value.ask === "help") process.stdout.write(usage);
  else await start(asked.value.start);
}

async function start(given: Start): Promise<void> {
  try {
    await run(given);
  } catch (problem) {
    process.stderr.write(`saksi-relay: ${reasonOf(problem, given)}\n`);
    process.exitCode = 3;
  }
}

async function run(given: Start): Promise<void> {
  const folder = resolve(given.data);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const store = openSqliteStore(folder);
  const key = checkpointKeyFrom(checkpointSeed(folder, random));
  const files = webAppFiles(resolve(given.app ?? builtApp()));
  let relay: Relay | null = null;
  const served = await serveRelay({
    host: given.host,
    port: given.port,
    relay: (port) => {
      relay = createRelay({
        store,
        primitives: nodePrimitives(),
        checkpointKey: key,
        origins: originsOf(given, port),
        now: Date.now,
        random,
        admission: given.admission,
        app: { files, connect: given.connect },
        site: { folder: join(folder, "site"), keys: given.siteKeys },
        behindProxy: given.behindProxy,
        log: say,
      });
      return relay;
    },
  }).catch((problem: unknown) => {
    store.close();
    throw problem;
  });
  say(`saksi-relay on ${originsOf(given, served.port)[0]}`);
  say(`keeps everything in ${basename(folder)}`);
  say(`checkpoint key ${Buffer.from(key.publicKey).toString("hex")}`);
  say(given.admission === null ? "anyone may begin a space" : "a space needs the admission code");
  say(files.has("index.html") ? "the web app is at /app/" : "the web app is not built: only the relay is served");
  untilStopped({ store, stop: served.stop, sweep: async () => relay?.sweep() });
}

function untilStopped(given: { store: Store; stop: () => Promise<void>; sweep: () => Promise<unknown> }): void {
  const sweeping = setInterval(() => {
    given.sweep().catch(() => say("sweeping failed; it is tried again in an hour"));
  }, hourMs);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    clearInterval(sweeping);
    say("stopping");
    void given.stop().then(() => given.store.close());
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** Beside this file when bundled into `apps/relay/dist`, and from the sources as well: both lie two folders deep. */
function builtApp(): string {
  return join(dirname(fileURLToPath(import.meta.url)), "..", "..", "web", "dist");
}

/** On this machine alone it goes by two names. */
function originsOf({ origin, host }: Start, port: number): readonly string[] {
  if (origin !== null) return [origin];
  const local = ["127.0.0.1", "localhost", "::1"].includes(host);
  return local ? [`http://localhost:${port}`, `http://127.0.0.1:${port}`] : [`http://${host}:${port}`];
}

function reasonOf(problem: unknown, { port, data }: Start): string {
  const code = problem instanceof Error && "code" in problem ? String(problem.code) : "";
  if (code === "EADDRINUSE") return `port ${port} is taken; choose another with --port`;
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"))
    return `another relay is using ${basename(resolve(data))}`;
  if (code === "EACCES") return `not allowed to write to ${basename(resolve(data))}, or to listen on port ${port}`;
  return `could not start: ${problem instanceof Error ? problem.message : "unknown"}`;
}

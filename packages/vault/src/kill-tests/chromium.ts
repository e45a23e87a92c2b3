/**
 * A real Chromium with a profile on disk, and one worker of ours in a page of it: bundled, served on localhost, asked
 * by messages. Tests kill its renderer and read the raw files that it leaves.
 */

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { build } from "esbuild";

export interface Chromium {
  /** A fresh page with a fresh worker, on the same stored files. */
  open(): Promise<WorkerPage>;
  /** Where the browser keeps everything of ours, OPFS included. */
  readonly profile: string;
  close(): Promise<void>;
}

export interface WorkerPage {
  /** Posts a message to the worker and gives back what it answers. */
  ask(message: unknown): Promise<unknown>;
  /** What the worker has told so far without being asked. */
  told(): Promise<readonly unknown[]>;
  /** Gives the page's origin this much room on disk; undefined: as much as it had. */
  limitStorage(bytes: number | undefined): Promise<void>;
  /** SIGKILL, by number, to every page process of this browser: this page may have been given one that was kept ready. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @param worker  path of the worker's source */
export async function openChromium(worker: string): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), "saksi-chromium-"));
  const server = await serve(await bundled(worker));
  const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  const context = await chromium.launchPersistentContext(profile, {
    args: flags,
    ...(installed !== undefined && { executablePath: installed }),
  });
  return {
    profile,
    open: () => openWorkerPage(context, server.address),
    async close() {
      await context.close();
      server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function bundled(worker: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [worker],
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

const page = `<!doctype html><meta charset="utf-8"><title>vault</title><script type="module">
  const worker = new Worker("/worker.js", { type: "module" });
  const waiting = new Map();
  globalThis.told = [];
  worker.onerror = (event) => globalThis.told.push({ error: event.message });
  worker.onmessage = ({ data }) => {
    if (data.answers === undefined) globalThis.told.push(data);
    else { waiting.get(data.answers)(data.value); waiting.delete(data.answers); }
  };
  let asked = 0;
  globalThis.ask = (value) => new Promise((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    worker.postMessage({ asked, value });
  });
</script>`;

/** Never cached: the script holds the canaries that are looked for on disk. */
async function serve(script: string): Promise<{ readonly address: string; close(): void }> {
  const wasm = createRequire(import.meta.url).resolve("@journeyapps/wa-sqlite/dist/mc-wa-sqlite.wasm");
  const files = new Map<string, readonly [type: string, body: string | Buffer]>([
    ["/", ["text/html", page]],
    ["/worker.js", ["text/javascript", script]],
    ["/mc-wa-sqlite.wasm", ["application/wasm", readFileSync(wasm)]],
  ]);
  const server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? "") ?? ["text/plain", undefined];
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type, "cache-control": "no-store" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { address: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

async function openWorkerPage(context: BrowserContext, address: string): Promise<WorkerPage> {
  const opened = await context.newPage();
  await opened.goto(address);
  // A limit holds for as long as the session that set it.
  const session = await context.newCDPSession(opened);
  return {
    ask: (message) => opened.evaluate((value) => Reflect.get(globalThis, "ask")(value), message),
    told: () => opened.evaluate(() => Reflect.get(globalThis, "told")),
    async limitStorage(bytes) {
      const origin = new URL(address).origin;
      await session.send("Storage.overrideQuotaForOrigin", {
        origin,
        ...(bytes !== undefined && { quotaSize: bytes }),
      });
    },
    async kill() {
      const crashed = new Promise((resolve) => opened.once("crash", resolve));
      for (const pid of await renderers(context)) killProcess(pid);
      await crashed;
      await closeQuietly(opened);
    },
    close: () => opened.close(),
  };
}

/** The process numbers of every page of this browser. */
async function renderers(context: BrowserContext): Promise<readonly number[]> {
  const browser = context.browser();
  if (!browser) throw new Error("a browser of its own was expected");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    return; // it was gone already
  }
}

async function closeQuietly(crashed: Page): Promise<void> {
  await crashed.close().catch(() => undefined);
}

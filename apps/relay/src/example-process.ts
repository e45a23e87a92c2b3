/** The relay as an operator runs it: bundled, in a process of its own. For tests that stop it hard. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));

/** @returns  the bundle's file; inside the project, where its packages are found */
export async function bundledRelay(): Promise<string> {
  const folder = join(here, "..", "..", "..", ".saksi", `relay-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, "main.js");
  await build({
    entryPoints: [join(here, "main.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["@signalapp/sqlcipher"],
    outfile,
    logLevel: "error",
  });
  return outfile;
}

export interface RelayProcess {
  readonly origin: string;
  /** What it printed so far */
  readonly said: () => string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** @returns  its exit code, or the signal that ended it */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<number | string>;
}

export async function startedRelay(file: string, words: readonly string[]): Promise<RelayProcess> {
  const child = spawn(process.execPath, [file, "--port", "0", ...words], { stdio: ["ignore", "pipe", "pipe"] });
  const said = heard(child);
  const origin = await untilSaid(child, said, /saksi-relay on (http:\/\/localhost:\d+)/);
  return {
    origin,
    said,
    // one address, whichever the name would lead to
    ask: (path, init) => fetch(origin.replace("localhost", "127.0.0.1") + path, init),
    async end(signal) {
      const ended = once(child, "exit");
      child.kill(signal);
      const [code, by] = (await ended) as [number | null, string | null];
      return code ?? by ?? "";
    },
  };
}

/** Runs it to its end. */
export async function relayAnswer(file: string, words: readonly string[]): Promise<{ code: number; text: string }> {
  const child = spawn(process.execPath, [file, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  const said = heard(child);
  const [code] = (await once(child, "close")) as [number];
  return { code, text: said() };
}

function heard(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (piece: Buffer) => {
      text += piece.toString("utf8");
    });
  return () => text;
}

async function untilSaid(child: ChildProcess, said: () => string, wanted: RegExp): Promise<string> {
  for (;;) {
    const found = wanted.exec(said())?.[1];
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error(`the relay did not start: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

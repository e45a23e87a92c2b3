/** The composition root of the command line: the only file that knows the process it runs in. */

import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { nodeTools } from "@saksi/publish/tools.node";
import { openNodeVault } from "@saksi/vault/vault.node";
import type { World } from "./command.ts";
import { commands } from "./commands.ts";
import { run } from "./run.ts";

/** Fonts and templates lie beside the code, from here as from the bundle in `dist`. */
const publishFolder = new URL("../../../packages/publish/", import.meta.url);

// Whoever reads our lines may stop reading, as `head` does: that is no fault of ours and nobody is left to tell.
process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
  if (fault.code !== "EPIPE") throw fault;
  process.exit();
});

const stopped = new AbortController();
process.once("SIGINT", () => stopped.abort());

const world: World = {
  env: process.env,
  now: Date.now,
  stopwatch: () => performance.now(),
  random: (bytes) => randomBytes(bytes),
  readFile: (path) => readFile(path),
  readInput,
  print: (line) => process.stdout.write(`${line}\n`),
  tell: (text) => process.stderr.write(`${text}\n`),
  progress: (text) => process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`),
  askHidden,
  publishing: () => nodeTools(fileURLToPath(publishFolder)),
  signal: stopped.signal,
};

process.exitCode = await run(commands, process.argv.slice(2), world, openNodeVault);

async function readInput(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of process.stdin) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Echo is turned off by giving the line editor nowhere to write. */
async function askHidden(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, next) => next() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const line = await new Promise<string>((resolve) => lines.once("line", resolve));
  lines.close();
  process.stderr.write("\n");
  return line;
}

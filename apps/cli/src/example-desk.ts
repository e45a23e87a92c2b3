/** Made-up people at terminals, and a relay in a process of its own: for tests of whole command lines. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeTools } from "@saksi/publish/tools.node";
import { openNodeVault } from "@saksi/vault/vault.node";
import { build } from "esbuild";
import { expect } from "vitest";
import { commands } from "./commands.ts";
import { run } from "./run.ts";

export const passphrase = "seven quiet lanterns by the river";
const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What one command line did. */
export interface Said {
  readonly exit: number;
  /** Lines on standard output */
  readonly lines: readonly string[];
  /** Standard error */
  readonly told: string;
}

export interface Around {
  /** Standard input */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly now?: () => number;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

export interface Desk {
  /** Where this person's vault and files lie */
  readonly folder: string;
  path(name: string): string;
  saksi(words: readonly string[], around?: Around): Promise<Said>;
  /** With `--json`; what a script that expects exit 0 gets */
  ask<Answer>(words: readonly string[], around?: Around): Promise<Answer>;
  /** With `--json`; what a script that expects another exit gets, on either stream */
  refused(exit: 1 | 2 | 3, words: readonly string[], around?: Around): Promise<unknown>;
  end(): void;
}

/** The least that the key file allows; what it protects is made up. */
const argon2Cost = { memoryKib: 64 * 1024, passes: 1 };

export function exampleDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "saksi-desk-"));
  const path = (name: string): string => join(folder, name);
  const desk: Desk = {
    folder,
    path,
    async saksi(words, { input = "", env = {}, now = Date.now, signal = new AbortController().signal, onLine } = {}) {
      const lines: string[] = [];
      let told = "";
      const exit = await run(
        commands,
        words,
        {
          env: { SAKSI_VAULT: path("vault"), SAKSI_PASSPHRASE: passphrase, ...env },
          now,
          stopwatch: () => performance.now(),
          random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
          readFile: (name) => readFile(name),
          readInput: async () => (typeof input === "string" ? new TextEncoder().encode(input) : input),
          print(line) {
            lines.push(line);
            onLine?.(line);
          },
          tell: (text) => {
            told += `${text}\n`;
          },
          progress: () => undefined,
          askHidden: async () => null,
          publishing: () => nodeTools(join(root, "packages/publish/")),
          signal,
        },
        (where) => openNodeVault(where, { argon2Cost, now }),
      );
      return { exit, lines, told };
    },
    async ask<Answer>(words: readonly string[], around?: Around) {
      const { exit, lines, told } = await desk.saksi([...words, "--json"], around);
      expect({ exit, told }).toEqual({ exit: 0, told: "" });
      expect(lines).toHaveLength(1);
      return JSON.parse(lines[0] ?? "") as Answer; // each test says what it expects, and looks
    },
    async refused(exit, words, around) {
      const said = await desk.saksi([...words, "--json"], around);
      expect(said).toMatchObject({ exit });
      const printed = [...said.lines, ...said.told.split("\n").filter(Boolean)];
      expect(printed).toHaveLength(1);
      expect(said.lines).toHaveLength(exit === 1 ? 1 : 0);
      return JSON.parse(printed[0] ?? "");
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
  return desk;
}

/** A person with a vault. */
export async function deskOf(name: string): Promise<Desk> {
  const desk = exampleDesk();
  await desk.ask(["init", "--name", name, "--organisation", "Example House"]);
  return desk;
}

export interface ExampleRelay {
  readonly url: string;
  readonly folder: string;
  end(): Promise<void>;
}

/** The relay as it is shipped, bundled; nothing of it is imported here. @param words  further words of its command line */
export async function exampleRelay(words: readonly string[] = []): Promise<ExampleRelay> {
  const place = join(root, ".saksi", `cli-${process.pid}-${Math.floor(performance.now())}`);
  mkdirSync(place, { recursive: true });
  const file = join(place, "relay.js");
  await build({
    entryPoints: [join(root, "apps/relay/src/main.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["@signalapp/sqlcipher"],
    outfile: file,
    logLevel: "error",
  });
  const folder = join(place, "data");
  const child = spawn(process.execPath, [file, "--port", "0", "--data", folder, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(child);
  return {
    url,
    folder,
    async end() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      rmSync(place, { recursive: true, force: true });
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    // Heard to the end, or the relay would stop at a full pipe.
    child.stdout?.on("data", (piece: Buffer) => {
      said += piece.toString("utf8");
      const port = /saksi-relay on http:\/\/localhost:(\d+)/.exec(said)?.[1];
      if (port !== undefined) found(`http://127.0.0.1:${port}`);
    });
    child.once("exit", () => failed(new Error(`the relay did not start: ${said}`)));
  });
}

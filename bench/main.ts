/**
 * `npm run bench`: measures, prints a table, and writes `bench/results/latest.json` and `bench/README.md`.
 *
 * `--only KEY,KEY` measures what those rows need, and with `--write` puts them in the table that is there; `--entries N`
 * takes another size, and only prints.
 */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { storedAlliance } from "./alliance.ts";
import { bundledPage } from "./browser/app.ts";
import type { Row } from "./figures.ts";
import { type Measuring, measures } from "./measures.ts";
import { startRelay } from "./relay-process.ts";
import { machineOf, printed, rowsBefore, writeResults } from "./results.ts";

const { values } = parseArgs({
  options: {
    root: { type: "string" },
    only: { type: "string" },
    entries: { type: "string", default: "100000" },
    write: { type: "boolean", default: false },
    tiny: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    /** Given by the run itself to the process that measures one thing */
    measure: { type: "string" },
    given: { type: "string" },
  },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Four times what the slowest needs on a crowded machine: one that waits for ever must not keep the others. */
const mostMs = 20 * 60 * 1000;

if (values.measure === undefined) await runAll();
else await runOne(values.measure, JSON.parse(values.given ?? "{}") as Measuring);

async function runOne(name: string, measuring: Measuring): Promise<void> {
  const measure = measures.find((each) => each.name === name);
  if (measure === undefined) throw new Error(`no such measure: ${name}`);
  const rows = await measure.run(measuring);
  process.stdout.write(`${JSON.stringify(rows)}\n`);
  process.exit(0);
}

async function runAll(): Promise<void> {
  const root = values.root ?? process.cwd();
  const only = values.only?.split(",");
  const wanted = measures.filter(({ keys }) => keys.some((key) => only?.includes(key) ?? true));
  const unknown = only?.filter((key) => !measures.some(({ keys }) => keys.includes(key))) ?? [];
  if (unknown.length > 0) throw new Error(`no such key: ${unknown.join(", ")}`);
  const program = join(root, "apps/relay/dist/main.js");
  const scratch = mkdtempSync(join(tmpdir(), "saksi-bench-run-"));
  const stored = await storedAlliance({ root, program, entries: Number(values.entries), say });
  const app = await bundledPage(root, join(scratch, "app"));
  cpSync(stored.guest, join(app, "guest.age")); // before the relay reads which files there are
  const relay = await startRelay({ program, data: stored.relay, port: stored.port, app });
  const rows: Row[] = [];
  try {
    const measuring = { root, scratch, stored, relay: relay.url, program, tiny: values.tiny };
    if (wanted.some(({ keys }) => keys.some((key) => key.startsWith("bootstrap"))))
      measuredApart("warm-relay", measuring);
    for (const { name } of wanted) {
      say(`measuring: ${name}`);
      rows.push(...measuredApart(name, measuring));
    }
  } finally {
    await relay.stop();
    if (!values.keep) rmSync(scratch, { recursive: true, force: true });
    if (values.tiny) rmSync(dirname(stored.relay), { recursive: true, force: true });
  }
  const shown = rows.filter(({ key }) => only === undefined || only.includes(key));
  process.stdout.write(`${printed(shown)}\n`);
  if (values.entries !== "100000" || values.tiny || (only !== undefined && !values.write)) return;
  const folder = join(root, "bench");
  const others = only === undefined ? [] : rowsBefore(folder).filter(({ key }) => rows.every((row) => row.key !== key));
  writeResults(folder, {
    machine: machineOf(),
    date: new Date().toISOString().slice(0, 10),
    rows: [...others, ...rows],
  });
}

/** What does not work is told and left out of the table; the rest is measured all the same. */
function measuredApart(name: string, measuring: Measuring): readonly Row[] {
  const words = [fileURLToPath(import.meta.url), "--measure", name, "--given", JSON.stringify(measuring)];
  const { status, stdout } = spawnSync(process.execPath, words, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 26,
    timeout: mostMs,
  });
  if (status !== 0) {
    say(`not measured: ${name}`);
    process.exitCode = 1;
    return [];
  }
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "[]") as readonly Row[];
}

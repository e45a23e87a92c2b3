import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleAlliance } from "@saksi/domain/sample/alliance";
import { loadSample } from "@saksi/vault/load-sample";
import { openNodeVault } from "@saksi/vault/vault.node";
import { type Command, done, misused, need, type World } from "../command.ts";
import { failed } from "../words/problems.ts";

/** Milliseconds; `p95`: nineteen of twenty times it took less. */
interface BenchRow {
  readonly what: string;
  readonly times: number;
  readonly median: number;
  readonly p95: number;
}

const usualRecords = 2000;
const mostRecords = 100_000;
/** What a person types, letter by letter, in five scripts. */
const typed = ["village", "desa tua", "ทรมาน", "đêm", "यातना", "酷刑"].flatMap((words) =>
  Array.from(words, (_, index) => words.slice(0, index + 1)),
);

/**
 * How fast Saksi is on this machine, for its owner to see and to tell: a vault of made-up records in a folder of its own
 * under the system's temporary folder, which is removed. No vault that is here is opened.
 */
export const bench: Command = {
  name: "bench",
  usage: "saksi bench [--records N]",
  help: "Measures saving, unlocking, lists, opening a record and search on this machine, with made-up records in a temporary folder that it removes.",
  options: { records: { type: "string" } },
  words: [0, 0],
  async run({ options, world }) {
    const records = Number(options.records ?? usualRecords);
    if (!Number.isInteger(records) || records < 1 || records > mostRecords)
      return misused("usage", `--records is a number from 1 to ${mostRecords}.`);
    const folder = mkdtempSync(join(tmpdir(), "saksi-bench-self-"));
    try {
      const rows = await measured(join(folder, "vault"), records, world);
      return done({ records, node: process.versions.node, rows }, ...table(records, rows));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measured(folder: string, records: number, world: World): Promise<readonly BenchRow[]> {
  const passphrase = "made up, for measuring alone";
  const timesOf = timing(world.stopwatch);
  const vault = await openNodeVault(folder);
  need(await vault.create({ passphrase, profile: { name: "Made-up Bench", organisation: "Example House" } }), failed);
  try {
    need(await loadSample(vault, sampleAlliance(), () => {}), failed);
    const space = need(await vault.createSpace({ name: "Made-up space" }), failed);
    const saved = await timesOf(records, async (at) => {
      if (at % 100 === 0) world.progress(`${at} of ${records} records`);
      need(await vault.write([{ type: "case", fields: aCase(at) }], space), failed);
    });
    const unlocked = await timesOf(3, async () => {
      await vault.lock();
      need(await vault.unlock(passphrase), failed);
    });
    const cases = await vault.ask("records", { type: "case", limit: 50 });
    const listed = await timesOf(20, () => vault.ask("records", { type: "case", limit: 50 }));
    const opened = await timesOf(cases.length, async (at) => {
      const id = cases[at]?.id;
      if (id !== undefined) await vault.ask("record", { id });
    });
    const found = await timesOf(typed.length, (at) => vault.ask("search", { words: typed[at] ?? "" }));
    world.progress("");
    return [
      rowOf("unlock", unlocked),
      rowOf("save one record", saved),
      rowOf("list of fifty", listed),
      rowOf("open a record", opened),
      rowOf("search, a letter more", found),
    ];
  } finally {
    await vault.close();
  }
}

const aCase = (at: number) => ({
  title: `Made-up case ${at}`,
  code: `BENCH-${at}`,
  wishes: Array.from({ length: 12 }, (_, word) => typed[(at * 7 + word * 5) % typed.length]).join(" "),
});

type Timing = (count: number, work: (index: number) => Promise<unknown>) => Promise<readonly number[]>;

const timing =
  (stopwatch: World["stopwatch"]): Timing =>
  async (count, work) => {
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const began = stopwatch();
      await work(index);
      times.push(stopwatch() - began);
    }
    return times;
  };

function rowOf(what: string, times: readonly number[]): BenchRow {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (part: number) => Math.round(100 * (sorted[Math.ceil(sorted.length * part) - 1] ?? 0)) / 100;
  return { what, times: times.length, median: at(0.5), p95: at(0.95) };
}

function table(records: number, rows: readonly BenchRow[]): readonly string[] {
  const line = (what: string, ...columns: readonly string[]) =>
    `${what.padEnd(24)}${columns.map((column) => column.padStart(12)).join("")}`;
  return [
    `${records} made-up records and the sample alliance, in a temporary folder that is removed. Milliseconds.`,
    line("", "median", "19 of 20", "times"),
    ...rows.map(({ what, median, p95, times }) => line(what, median.toFixed(2), p95.toFixed(2), String(times))),
    "Unlocking is slow on purpose: who steals this device must wait as long for each guess of a passphrase.",
  ];
}

/** The table, for a terminal, for machines and for readers. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { browserPath } from "./browser/browser-path.ts";
import type { Row } from "./figures.ts";
import { isMet, targets } from "./targets.ts";

export interface Results {
  readonly machine: string;
  readonly date: string;
  readonly rows: readonly Row[];
}

/** Without a name: what of it decides how fast it is. */
export function machineOf(): string {
  const said = spawnSync(browserPath() ?? "chromium", ["--version"], { encoding: "utf8" }).stdout ?? "";
  const version = /\d+(\.\d+)*/.exec(said)?.[0];
  const memory = Math.round(totalmem() / 2 ** 30);
  const browser = version === undefined ? "" : `, Chromium ${version}`;
  const load = Math.round(loadavg()[1] ?? 0);
  return `${cpus().length} cores (load ${load}), ${memory} GB, Node ${process.versions.node}${browser}`;
}

export function printed(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ key }) => key.length), 3);
  return rows
    .map(({ key, value, unit, floor, note }) =>
      [
        key.padEnd(width),
        `${value} ${unit}`.padStart(12),
        `target ${targetOf(key, unit)}`.padEnd(20),
        metOf(key, value).padEnd(6),
        floor === null ? "" : `floor ${floor} ${unit}`,
        note,
      ].join("  "),
    )
    .join("\n");
}

const stored = (folder: string): string => join(folder, "results", "latest.json");

export const rowsBefore = (folder: string): readonly Row[] =>
  existsSync(stored(folder)) ? (JSON.parse(readFileSync(stored(folder), "utf8")) as Results).rows : [];

/** In the order of the targets. */
export function writeResults(folder: string, { rows, ...of }: Results): void {
  const keys = Object.keys(targets);
  const results = { ...of, rows: [...rows].sort((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key)) };
  mkdirSync(join(folder, "results"), { recursive: true });
  writeFileSync(stored(folder), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, "README.md"), page(results));
}

const targetOf = (key: string, unit: string): string => {
  const { most, least } = targets[key] ?? {};
  if (most !== undefined) return `≤ ${most} ${unit}`;
  return least === undefined ? "–" : `≥ ${least} ${unit}`;
};

const metOf = (key: string, value: number): string => {
  const met = isMet(key, value);
  return met === null ? "" : met ? "met" : "MISSED";
};

function page({ machine, date, rows }: Results): string {
  const lines = rows.map(({ key, value, unit, floor, note }) =>
    [
      `\`${key}\``,
      targets[key]?.what ?? "",
      targetOf(key, unit),
      `**${value} ${unit}**`,
      floor === null ? "–" : `${floor} ${unit}`,
      metOf(key, value),
      targets[key]?.prototype ?? "–",
      note,
    ].join(" | "),
  );
  return `# How fast it is

\`npm run bench\` measures this table and writes it here and to \`results/latest.json\`.
\`npm run bench -- --only unlock,search\` measures some rows, \`--entries 5000\` a smaller alliance; both only
print, unless \`--write\` puts some rows of the whole alliance into this table.

Measured on ${date}: ${machine}. Medians, or the 95th percentile where it says p95. The raw floor is
the same work done by bare parts in the same run: compare with it where a machine is shared, which a load far above its cores tells.
Seconds of processor, in the notes, do not depend on that. The prototype's numbers are from the same kind of machine, before any of this was written.

The alliance: entries of one record of about 1.5 KB each in twelve languages, made up, written by eight devices through their
own vaults and pushed to the real relay. The empty device is a guest who was let in at the end, and has the keys and not one entry.

| key | what | target | measured | raw floor | | prototype | note |
|---|---|---|---|---|---|---|---|
${lines.map((line) => `| ${line} |`).join("\n")}
`;
}

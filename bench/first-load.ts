import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Row, tenths } from "./figures.ts";
import type { Measuring } from "./measures.ts";

/** What `scripts/size.mjs` counts: the page, its style, and every script it asks for before the first word. */
export async function firstLoad({ root }: Measuring): Promise<readonly Row[]> {
  const { stdout } = spawnSync(process.execPath, [join(root, "scripts/size.mjs")], { encoding: "utf8" });
  const [, bytes] = /(\d+) {2}before the first screen/.exec(stdout) ?? [];
  if (bytes === undefined) throw new Error("the web app is not built");
  const note = "gzip, everything before the first screen";
  return [{ key: "first-load", value: tenths(Number(bytes) / 1000), unit: "KB", floor: null, note }];
}

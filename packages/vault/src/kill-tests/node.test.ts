import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openNodeDisk } from "../disk.node.ts";
import { aSealing, seededRandom, textOf } from "../log/log.example.ts";
import { openLog } from "../log/log.ts";
import type { Place } from "../log/log-place.ts";
import { sql } from "../sql.ts";
import { openNodeSqlite } from "../sqlite.node.ts";
import { filesHolding } from "./plaintext.ts";
import { canaries, numberOf, tablesKey } from "./saves.ts";

const kills = 12;
let folder = "";
let writer = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saksi-kill-"));
  // Beside the package's own modules, so that what stays unbundled is found.
  writer = fileURLToPath(new URL(`../../node_modules/.saksi-kill-${process.pid}.mjs`, import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL("./node-writer.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    alias: { "@saksi/wire/result": fileURLToPath(new URL("../../../wire/src/result.ts", import.meta.url)) },
    outfile: writer,
    logLevel: "error",
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(writer, { force: true });
});

test("a process killed while it saves loses nothing that it acknowledged, and leaves nothing half", async () => {
  let acknowledged = -1;
  for (let kill = 0; kill < kills; kill += 1) {
    acknowledged = Math.max(acknowledged, await killedAfter(60 + kill * 17));
    await checkWhatIsThere(acknowledged);
  }
  expect(acknowledged).toBeGreaterThan(kills);
  expect(filesHolding(folder, canaries)).toEqual([]);
}, 60_000);

/** Kills the writer this long after its first save, and says which save it acknowledged last. */
function killedAfter(milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [writer, folder], { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  child.stdout.on("data", (bytes) => {
    if (told === "") setTimeout(() => child.kill("SIGKILL"), milliseconds);
    told += String(bytes);
  });
  return new Promise((resolve) => {
    child.on("close", () => resolve(Number(told.split("\n").at(-2) ?? -1)));
  });
}

async function checkWhatIsThere(acknowledged: number): Promise<void> {
  const disk = openNodeDisk({ folder: join(folder, "disk"), random: seededRandom(1) });
  const db = openNodeSqlite({ file: join(folder, "tables"), key: tablesKey });
  if (!disk.ok || !db.ok) throw new Error("the folder did not open");
  const log = openLog({ disk: disk.value, ...(await aSealing()) });
  const logged = [...log.scan()].map(({ record }) => numberOf(textOf(record)));
  expect(log.damaged()).toEqual([]);
  expect(logged).toEqual(logged.map((_, index) => index));
  expect(logged.length).toBeGreaterThan(acknowledged);

  expect(db.value.all(sql`pragma integrity_check`)).toEqual([{ integrity_check: "ok" }]);
  const rows = db.value.all<{ save: number; place: Place; statement: string }>(sql`select * from saves order by save`);
  expect(rows.length).toBeGreaterThan(acknowledged);
  for (const { save, place, statement } of rows.slice(-50))
    expect([save, textOf(log.read(place))]).toEqual([save, statement]);
  db.value.close();
  log.close();
  await disk.value.close();
}

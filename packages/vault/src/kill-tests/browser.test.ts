import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, openChromium } from "./chromium.ts";
import { filesHolding } from "./plaintext.ts";
import { canaries } from "./saves.ts";

const kills = 8;
let browser: Chromium;
beforeAll(async () => {
  browser = await openChromium(fileURLToPath(new URL("./browser-writer.worker.ts", import.meta.url)));
}, 60_000);
afterAll(() => browser.close());

const whole = {
  integrity: [{ integrity_check: "ok" }],
  damaged: [],
  inOrder: true,
  logged: expect.any(Number),
  rows: expect.any(Number),
  wrongPlaces: 0,
};
interface Found {
  readonly logged: number;
  readonly rows: number;
}

test("a tab killed while it saves loses nothing that it acknowledged, and leaves nothing half or readable", async () => {
  let acknowledged = -1;
  for (let kill = 0; kill < kills; kill += 1) {
    const writing = await browser.open();
    void writing.ask("write").catch(() => undefined);
    acknowledged = Math.max(acknowledged, await lastToldBefore(writing, 250 + kill * 31));
    await writing.kill();
    expect(filesHolding(browser.profile, canaries)).toEqual([]);
    // The pool writes this name in clear: so the files that were looked at are the right ones.
    expect(filesHolding(browser.profile, ["/tables-wal"])).not.toEqual([]);

    const checking = await browser.open();
    const found = (await checking.ask("check")) as Found;
    expect(found).toEqual(whole);
    expect(found.logged).toBeGreaterThan(acknowledged);
    // The last save may be in the log alone: the next writer projects it.
    expect(found.rows).toBeGreaterThan(acknowledged);
    await checking.close();
  }
  expect(acknowledged).toBeGreaterThan(kills);
}, 60_000);

test("a full disk is named, loses nothing that was saved, and saves again when there is room", async () => {
  const page = await browser.open();
  await page.limitStorage(24 * 2 ** 20);
  expect(await page.ask("fill")).toEqual({ kind: "disk-full" });
  await page.limitStorage(undefined);
  const full = (await page.ask("check")) as Found;
  expect(full).toEqual(whole);
  expect(full.logged - full.rows).toBeLessThanOrEqual(1);
  expect(await page.ask("more")).toEqual(whole);
  await page.close();
}, 60_000);

/** The last save the tab told of, this long after its first. */
async function lastToldBefore(page: Awaited<ReturnType<Chromium["open"]>>, milliseconds: number): Promise<number> {
  let told: readonly unknown[] = [];
  while (told.length === 0) told = await page.told();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  told = await page.told();
  return Number(told.at(-1));
}

import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, openChromium } from "./chromium.ts";
import { filesHolding } from "./plaintext.ts";

let browser: Chromium;
beforeAll(async () => {
  browser = await openChromium(fileURLToPath(new URL("./browser-vault.worker.ts", import.meta.url)));
}, 60_000);
afterAll(() => browser.close());

test("a vault in a browser is locked and unlocked, outlives its tab, and leaves no word of it in the profile", async () => {
  const whole = {
    before: { state: "locked" },
    wrong: { ok: false, error: { kind: "wrong-passphrase" } },
    unlocked: { ok: true },
    cases: 25,
    found: true,
    after: { state: "open", storage: "kept" },
  };
  const first = await browser.open();
  expect(await first.ask("begin")).toMatchObject(whole);
  await first.kill();
  const second = await browser.open();
  expect(await second.ask("again")).toMatchObject(whole);
  await second.close();
  expect(filesHolding(browser.profile, ["Canary 7"])).toEqual([]);
}, 60_000);

import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, openChromium } from "./kill-tests/chromium.ts";

let browser: Chromium;
beforeAll(async () => {
  browser = await openChromium(fileURLToPath(new URL("./sqlite/conformance.worker.ts", import.meta.url)));
}, 60_000);
afterAll(() => browser.close());

test("tables and disk keep their contracts in a real browser", async () => {
  const page = await browser.open();
  const found = await page.ask("run");
  expect(found).toEqual({ passed: expect.any(Number), failed: [] });
  await page.close();
});

/** What only a browser can tell: nobody is shut out, on a phone and at a desk, by day and by night, from left and from right. */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium } from "@playwright/test";
import { shippedAlone } from "@saksi/treaties/alliance-atlas";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite, dataDay } from "./build-site.ts";
import { english } from "./tongue.ts";

const folder = mkdtempSync(join(tmpdir(), "saksi-site-"));
let files: readonly string[];
const view = { tongue: english, today: dataDay(), address: null, ...shippedAlone };
let browser: Browser;

beforeAll(async () => {
  const built = buildSite({ view, publications: [], pictures: [] });
  files = built.map(({ path }) => path).filter((path) => path.endsWith(".html"));
  for (const { path, bytes } of built) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  browser = await chromium.launch({
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    ...(installed !== undefined && { executablePath: installed }),
  });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const looks = [
  { name: "a phone by day", width: 390, height: 844, colorScheme: "light", dir: "ltr" },
  { name: "a desk by night", width: 1280, height: 900, colorScheme: "dark", dir: "ltr" },
  { name: "a phone from right to left", width: 390, height: 844, colorScheme: "light", dir: "rtl" },
] as const;
const paths = ["index.html", "states/mys.html", "compare/prevention.html", "library/aksoy-v-turkey.html"];

test.each(looks)("no barrier that a machine can find, and nothing wider than the screen: $name", async (look) => {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.colorScheme,
    reducedMotion: "reduce",
  });
  for (const path of paths) {
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, path)).href);
    await page.locator("html").evaluate((html, dir) => html.setAttribute("dir", dir), look.dir);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, path).toBeLessThanOrEqual(0);
    await page.close();
  }
  await context.close();
});

test("every figure of the data has beside it the way to its source, its date and how sure it is", async () => {
  const page = await browser.newPage();
  const shown = files.filter((path) =>
    /^(index|maps\/|compare\/|abroad\/|calendar\/index|states\/|library\/[^/]*-v-)/.test(path),
  );
  expect(shown.length).toBeGreaterThan(70);
  const bare: string[] = [];
  for (const path of shown) {
    await page.goto(pathToFileURL(join(folder, path)).href, { waitUntil: "domcontentloaded" });
    bare.push(...(await page.evaluate(withoutSource)).map((words) => `${path}: ${words}`));
  }
  expect(bare).toEqual([]);
  await page.close();
});

/** Runs in the page: cells, lines and answers with a figure or a standing, and neither a source nor a link to a page that has it. */
function withoutSource(): string[] {
  const bare = [...document.querySelectorAll("main :is(td, dd, li)")].filter((cell) => {
    if (cell.closest(".sources, .choices, .columns, .steps, svg") !== null || cell.querySelector("td, dd, li") !== null)
      return false;
    const isFigure = cell.querySelector(".mark") !== null || /\d/.test(cell.textContent ?? "");
    const way = cell.closest("tr, li, dl")?.querySelector('a.source, a[href*="#"], a[href*="library/"]');
    return isFigure && way === null;
  });
  return bare.map((cell) => (cell.textContent ?? "").trim().slice(0, 80));
}

test("from a folder, without script, a reader goes from the map to a state, to a source, and to what to do tonight", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  await page.getByRole("link", { name: "Malaysia: Not signed, not bound" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/states\/mys\.html$/);
  await page.getByRole("link", { name: "Source 1", exact: true }).first().click();
  expect(page.url()).toMatch(/#known-1$/);
  await page.getByRole("link", { name: /What you can do tonight/ }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("When you are arrested");
  await context.close();
});

test("without script, a reader ticks two states and sees those beside each other, as rows and as columns", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const shown = { index: ["Malaysia", "Thailand"], law: ["Item", "Malaysia", "Thailand"] } as const;
  for (const [name, heads] of Object.entries(shown)) {
    await page.goto(pathToFileURL(join(folder, `compare/${name}.html`)).href);
    for (const state of ["Malaysia", "Thailand"])
      await page.getByRole("checkbox", { name: `Compare ${state}` }).check();
    await page.getByRole("checkbox", { name: "Show only the states I tick" }).check();
    const scope = name === "law" ? "thead th" : "tbody th";
    expect((await page.locator(`${scope}:visible`).allInnerTexts()).map((text) => text.trim())).toEqual(heads);
  }
  await context.close();
});

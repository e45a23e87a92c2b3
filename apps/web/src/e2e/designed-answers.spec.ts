/**
 * What can go wrong on a device has an answer on the screen. What a page cannot change from outside, a clock or a store
 * inside the worker, is changed in the first line of the worker's own file on its way to the browser.
 */

import type { BrowserContext, Page } from "@playwright/test";
import { createSpace, createVault, expect, test, unlock } from "./person.ts";
import { invite } from "./support/alliance.ts";
import { record } from "./support/fill.ts";

// The service worker would hand out the file as it was built.
test.use({ serviceWorkers: "block", actionTimeout: 20_000 });

const dara = { name: "Dara Made-up", organisation: "Example House" };
const omar = { name: "Omar Invented", organisation: "Example Clinic" };
const dayMs = 24 * 3600 * 1000;

test("a browser that keeps nothing says so on every page, and works while the tab is open", async ({
  page,
  context,
}) => {
  await firstInWorker(context, "delete StorageManager.prototype.getDirectory;");
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Held in memory", "alone");
  await expect(
    page.getByText("This browser keeps nothing. Everything here is lost when the tab closes."),
  ).toBeVisible();
  await record(page, "case", { title: "Written in memory" });
  await page.reload();
  await expect(page.getByRole("link", { name: /Create a vault/ })).toBeVisible();
});

test("a device whose clock stands in 2040 is told by how much it is off", async ({ page, context }) => {
  await firstInWorker(context, laterBy(Date.UTC(2040, 0, 1) - Date.now()));
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Joint work", "relay");
  await expect(page.getByText(/The clock of this device is about [\d,]+ minutes off\./)).toBeVisible();
});

test("a link of eight days ago is no longer valid, and the app says what to do", async ({
  page,
  browser,
  watchOver,
}) => {
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Joint work", "relay");
  const link = await invite(page);
  const other = await browser.newContext({ serviceWorkers: "block" });
  watchOver(other);
  await firstInWorker(other, laterBy(8 * dayMs));
  const theirs = await other.newPage();
  await theirs.goto(link);
  await createVault(theirs, omar);
  await theirs.getByRole("button", { name: "Ask to join" }).click();
  await expect(theirs.getByText("This invitation is no longer valid. Ask for a new one.")).toBeVisible();
  await other.close();
});

test("on a full device nothing is half saved, what was typed stays, and it is saved once there is room", async ({
  page,
  context,
}) => {
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Little room", "alone");
  const limit = await quotaOf(page, context);
  await limit(1);
  await page.goto("#/new/case");
  const title = page.locator('[data-field="title"]').getByRole("textbox");
  await title.fill("Written when the device was full");
  await page.locator('[data-field="wishes"]').getByRole("textbox").fill("words that take room ".repeat(9_000));
  await save(page);
  await expect(page.getByText(/This device has no room left/)).toBeVisible();
  await expect(title).toHaveValue("Written when the device was full");
  await limit(1_000_000_000);
  await save(page);
  await expect(page.getByRole("heading", { name: "Written when the device was full" })).toBeVisible();
  await page.reload();
  await unlock(page);
  await page.goto("#/cases");
  await expect(page.getByRole("link", { name: /Written when the device was full/ })).toHaveCount(1);
});

test("a brief is refused while the last look at the server is more than a day old", async ({ page }) => {
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Joint work", "relay");
  const kase = await record(page, "case", { title: "Beaten at the weir" });
  await page.goto(`#/publish/${kase}`);
  await page.getByRole("button", { name: "Begin this brief" }).click();
  await expect(page.getByText("This cannot be published as it is.")).toBeVisible();
  await page.clock.setFixedTime(Date.now() + 25 * 3600 * 1000);
  await page.reload();
  await unlock(page);
  await expect(page.getByText(/This device has not checked with the server for a day/)).toBeVisible();
});

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Save it as it is" }).click();
}

const laterBy = (ms: number): string => `{ const now = Date.now; Date.now = () => now() + ${ms}; }`;

function firstInWorker(context: BrowserContext, line: string): Promise<unknown> {
  return context.route(/vault\.worker-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line}\n${await response.text()}` });
  });
}

/** Sets how many bytes the browser gives this origin in all. */
async function quotaOf(page: Page, context: BrowserContext): Promise<(quotaSize: number) => Promise<unknown>> {
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  return (quotaSize) => devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
}

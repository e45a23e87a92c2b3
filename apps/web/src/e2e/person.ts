/**
 * A made-up person at a browser. Whatever they do, nothing may be refused by the page's own policy and nothing may be
 * thrown: `wrongs` collects both, and every test ends by looking at it.
 */

import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

export { expect };
export const passphrase = "copper lantern under seven rivers";

interface Shared {
  readonly openSample: Page;
}

interface Watching {
  /** The sample alliance, opened once for all tests that only read in it. They begin at home; what they typed may remain. */
  readonly sample: Page;

  /** Policy violations and thrown errors of every page of the test */
  readonly wrongs: string[];
  /** Watches the pages of a second browser as well */
  readonly watchOver: (context: BrowserContext) => void;
}

export const test = base.extend<Watching, Shared>({
  openSample: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport } = project.use;
      const context = await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(viewport === undefined ? {} : { viewport }),
      });
      const page = await context.newPage();
      await enterSample(page);
      await use(page);
      await context.close();
    },
    { scope: "worker" },
  ],
  sample: async ({ openSample, watchOver }, use) => {
    watchOver(openSample.context());
    await openSample.goto("#/");
    await use(openSample);
  },
  wrongs: async ({ browserName: _anyBrowser }, use) => {
    const wrongs: string[] = [];
    await use(wrongs);
    expect(wrongs).toEqual([]);
  },
  watchOver: [
    async ({ context, wrongs }, use) => {
      const watch = (page: Page) => {
        page.on("pageerror", ({ message }) => wrongs.push(message));
        page.on("console", (message) => {
          if (/content security policy|trusted ?(types|script)/i.test(message.text())) wrongs.push(message.text());
        });
      };
      const watchOver = (each: BrowserContext) => {
        each.pages().forEach(watch);
        each.on("page", watch);
      };
      watchOver(context);
      await use(watchOver);
    },
    { auto: true },
  ],
});

/** From nowhere into a sample alliance of this page's own, whatever language it speaks. */
export async function enterSample(page: Page) {
  await page.goto("./");
  await page.locator("button.way").first().click();
  await expect(page.locator(".frame nav")).toBeVisible();
}

/** From the first screen, or from an invitation, to an open vault. */
export async function createVault(page: Page, who: { readonly name: string; readonly organisation: string }) {
  const create = page.getByRole("link", { name: /Create a vault/ });
  const title = page.getByRole("heading", { name: /Make your vault/ });
  await expect(create.or(title)).toBeVisible();
  if (await create.isVisible()) await create.click();
  await page.getByLabel("Your name").fill(who.name);
  await page.getByLabel("Your organisation").fill(who.organisation);
  await page.getByLabel("New passphrase").fill(passphrase);
  await page.getByLabel("The same passphrase again").fill(passphrase);
  await page.getByRole("button", { name: "Make my vault" }).click();
  // The passphrase is stretched on purpose, and a busy machine stretches it further.
  await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible({ timeout: 30_000 });
}

export async function unlock(page: Page, words = passphrase) {
  await page.getByLabel("Passphrase", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Unlock" }).click();
}

/** From anywhere inside to the page of a new space. */
export async function createSpace(page: Page, name: string, where: "alone" | "relay") {
  await page.goto("#/alliance");
  await page.getByRole("button", { name: "New space" }).click();
  await page.getByLabel("Name of the space").fill(name);
  await page.getByLabel(where === "alone" ? /On this device alone/ : /On this device and, sealed/).check();
  await page.getByRole("button", { name: "Make this space" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** Nothing that a machine can find wrong, contrast of 7 to 1 included. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode() // in this page, not in a second one that it opens each time
    .options({
      resultTypes: ["violations"],
      rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
    })
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
}

/** Nothing is cut off or has to be dragged into sight sideways. */
export async function expectFits(page: Page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(1);
}

/** Waits until the app could open without a network. */
export async function keptForOffline(page: Page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken, { once: true }));
    }
  });
}

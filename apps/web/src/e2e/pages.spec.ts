/**
 * Every page of the sample alliance, as three people see it: light, dark, right to left. Nothing that a machine can find
 * wrong, nothing refused by the page's own policy (`person.ts` ends each test with that), nothing cut off sideways.
 */

import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, test } from "./person.ts";

test.use({ actionTimeout: 20_000 });

const looks = [
  { look: "light", choose: "Light", width: 1280 },
  { look: "dark, on a phone", choose: "Dark", width: 390 },
  { look: "right to left", choose: "Right to left", width: 1280 },
] as const;

for (const { look, choose, width } of looks) {
  test(`axe finds nothing on any page of the sample: ${look}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 800 });
    await openSample(page);
    await page.goto("#/settings");
    await page.getByLabel(choose, { exact: true }).check();
    await sound(page, "settings");

    for (const place of [
      "/",
      "/cases",
      "/conflicts",
      "/search",
      "/publish",
      "/library",
      "/alliance",
      "/more",
      "/minimum",
      "/join",
      "/new/case",
      "/nowhere",
    ]) {
      await at(page, `#${place}`);
      await sound(page, place);
    }
    await at(page, "#/cases");
    const kase = await firstLink(page, /#\/cases\/[a-z2-7]{26}$/);
    await at(page, kase);
    const seen = new Map<string, string>();
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await expect(tab).toHaveAttribute("aria-selected", "true");
      await sound(page, `a case, ${await tab.getAttribute("data-tab")}`);
      for (const link of await linksOf(page, "[role=tabpanel] a", /#\/(records|consent|publish)\//))
        seen.set(`${await tab.getAttribute("data-tab")} ${kindOf(link)}`, link);
    }
    for (const place of [
      `${kase}/new`,
      ...["person", "incident", "testimony", "exhibit", "remedy-step"].map(
        (type) => `${kase.replace("#/cases", `#/new/${type}`)}`,
      ),
    ]) {
      await at(page, place);
      await sound(page, place.replace(/[a-z2-7]{26}/, "…"));
    }
    for (const [kind, link] of seen) {
      await at(page, link);
      await sound(page, kind);
    }
    for (const [from, pattern] of [
      ["#/alliance", /#\/alliance\/.+/],
      ["#/library", /#\/library\/.+/],
      ["#/conflicts", /#\/records\/.+/],
    ] as const) {
      await at(page, from);
      await at(page, await firstLink(page, pattern));
      await sound(page, `the first of ${from}`);
    }
  });
}

test("by keyboard alone: into a case, to its parts, to a search, to a new record, and out", async ({ page }) => {
  await openSample(page);
  await tabTo(page, page.getByRole("button", { name: "Go to the page" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Cases", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Cases", level: 1 })).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "New case" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "New: Case" })).toBeVisible();
  await page.goto("#/cases");
  await at(page, await firstLink(page, /#\/cases\/[a-z2-7]{26}$/));
  await page.getByRole("tab").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Timeline" })).toBeFocused();
  await expect(page.getByRole("tabpanel", { name: "Timeline" })).toBeVisible();
  await page.goto("#/search");
  await expect(page.getByRole("searchbox").first()).toBeFocused();
  await page.keyboard.type("police");
  await expect(page.locator("a.hit").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/(cases|records)\//);
  await page.keyboard.press("Control+Shift+X");
  await expect(page).toHaveURL("about:blank");
});

async function openSample(page: Page): Promise<void> {
  await page.goto("./");
  await page.getByRole("button", { name: /sample alliance/ }).click();
  await expect(page.getByText("Sample: every person, place and event here is made up.")).toBeVisible({
    timeout: 30_000,
  });
}

/** Stands on a page whose rows have come. */
async function at(page: Page, place: string): Promise<void> {
  await page.goto(place);
  await expect(page.locator("main h1")).toBeVisible();
  await expect(page.locator("main .skeleton")).toHaveCount(0);
}

async function sound(page: Page, what: string): Promise<void> {
  await test.step(what, async () => {
    await expect(page.locator("main .skeleton")).toHaveCount(0);
    await expectAccessible(page);
    await expectFits(page);
  });
}

const linksOf = (page: Page, selector: string, pattern: RegExp): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))
    .then((all) => all.filter((href) => pattern.test(href)));

async function firstLink(page: Page, pattern: RegExp): Promise<string> {
  await expect.poll(async () => (await linksOf(page, "main a", pattern)).length).toBeGreaterThan(0);
  return (await linksOf(page, "main a", pattern))[0] ?? "";
}

/** One page of each kind is enough: its path with ids left out, and for a record nothing else. */
const kindOf = (link: string): string => link.replace(/[a-z2-7]{26}/g, "…");

/** From where the focus is, round the page at most once or twice. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard does not reach it");
}

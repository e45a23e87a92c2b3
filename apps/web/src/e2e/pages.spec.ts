/**
 * Every page of the sample alliance, as three people see it: light; dark, on a phone; in the right-to-left test language.
 * Nothing that a machine can find wrong, nothing refused by the page's own policy (`person.ts` ends each test with that),
 * nothing cut off sideways, on a wide screen or a narrow one.
 */

import type { Locator, Page } from "@playwright/test";
import { enterSample, expect, expectAccessible, expectFits, test } from "./person.ts";

test.use({ actionTimeout: 20_000 });

const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };
const looks = [
  { look: "light", preferences: { theme: "light" }, size: wide, other: narrow },
  { look: "dark, on a phone", preferences: { theme: "dark" }, size: narrow, other: wide },
  { look: "right to left", preferences: { theme: "light", language: "en-x-rtl" }, size: wide, other: narrow },
] as const;

const places = [
  "/",
  "/cases",
  "/conflicts",
  "/search",
  "/publish",
  "/library",
  "/library/L01",
  "/alliance",
  "/more",
  "/settings",
  "/minimum",
  "/join",
  "/new/case",
  "/nowhere",
];

for (const { look, preferences, size, other } of looks) {
  test(`axe finds nothing on any page of the sample: ${look}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.addInitScript((kept) => localStorage.setItem("saksi.preferences", kept), JSON.stringify(preferences));
    await page.setViewportSize(size);
    await enterSample(page);
    const sound = async (what: string) =>
      test.step(what, async () => {
        await expect(page.locator("main .skeleton")).toHaveCount(0);
        await openAll(page);
        await expectAccessible(page);
        for (const each of [size, other, size]) {
          await page.setViewportSize(each);
          await expectFits(page);
        }
      });

    for (const place of places) {
      await at(page, `#${place}`);
      await sound(place);
    }
    await at(page, "#/cases");
    const kase = await firstLink(page, /#\/cases\/[a-z2-7]{26}$/);
    await at(page, kase);
    const seen = new Map<string, string>();
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await expect(tab).toHaveAttribute("aria-selected", "true");
      const name = await tab.getAttribute("data-tab");
      await sound(`a case, ${name}`);
      for (const link of await linksOf(page, "[role=tabpanel] a", /#\/(records|consent|publish)\//))
        seen.set(`${name} ${kindOf(link)}`, link);
    }
    for (const type of ["person", "incident", "testimony", "clinical-detail", "exhibit", "remedy-step"]) {
      await at(page, kase.replace("#/cases", `#/new/${type}`));
      await sound(`new ${type}`);
    }
    await at(page, `${kase}/new`);
    await sound("what to add to a case");
    for (const [kind, link] of seen) {
      await at(page, link);
      await sound(kind);
    }
    for (const [from, pattern] of [
      ["#/alliance", /#\/alliance\/.+/],
      ["#/library", /#\/library\/.+/],
      ["#/conflicts", /#\/records\/.+/],
    ] as const) {
      await at(page, from);
      await at(page, await firstLink(page, pattern));
      await sound(`the first of ${from}`);
    }
  });
}

test("by keyboard alone: into a case, to its parts, to a search, to a new record, and out", async ({ page }) => {
  await enterSample(page);
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

/** Stands on a page whose rows have come. */
async function at(page: Page, place: string): Promise<void> {
  await page.goto(place);
  await expect(page.locator("main h1")).toBeVisible();
  await expect(page.locator("main .skeleton")).toHaveCount(0);
}

/** What is folded away is part of the page. */
const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const more of document.querySelectorAll<HTMLDetailsElement>("main details")) more.open = true;
  });

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

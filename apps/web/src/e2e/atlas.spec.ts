import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { createVault, enterSample, expect, expectAccessible, expectFits, keptForOffline, test } from "./person.ts";

const dara = { name: "Dara Made-up", organisation: "Example House" };

async function openAtlas(page: Page, place = "#/atlas") {
  await page.goto(place);
  await expect(page.locator("main h1")).toBeVisible();
}

test("without a network: the figures, the map by keyboard, and the page of a state", async ({ page, context }) => {
  await page.goto("./");
  await createVault(page, dara);
  await keptForOffline(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Atlas" }).click();
  await expect(page.getByText("of 48 states are bound by the Convention", { exact: true })).toBeVisible();
  await expect(page.locator(".figures strong").first()).toHaveText("40");
  await page.getByRole("radio", { name: "South-East" }).check();
  const map = page.getByRole("group", { name: /Map of Asia: Convention/ });
  await expect(map.locator('a[tabindex="0"]')).toHaveCount(1);
  await map.locator('[data-state="THA"]').focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("a.state:focus")).not.toHaveAttribute("data-state", "THA");
  await map.locator('[data-state="SGP"]').focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Singapore", level: 1 })).toBeVisible();
});

test("the table under the map says what the map says, in every mode", async ({ sample: page }) => {
  await openAtlas(page);
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    const drawn = await page
      .locator("a.state")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")?.replace(": ", " ")));
    expect(drawn.length).toBeGreaterThanOrEqual(51);
    const rows = await page
      .locator(".table tbody tr")
      .evaluateAll((all) =>
        all.map((row) => `${row.querySelector("a")?.textContent} ${row.querySelector("td")?.textContent}`),
      );
    expect([...drawn].sort()).toEqual([...rows].sort());
  }
});

test("Malaysia stands beside Indonesia, Thailand and the Philippines, and another may be chosen", async ({
  sample: page,
}) => {
  await openAtlas(page, "#/atlas/MYS");
  for (const name of ["Malaysia", "Indonesia", "Thailand", "Philippines"]) {
    await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  }
  await page.getByLabel("Beside it (1 of 3)").selectOption({ label: "Nepal" });
  await expect(page.getByRole("region", { name: "Nepal", exact: true })).toBeVisible();
  await page.getByRole("tab", { name: "Law by article" }).click();
  await expect(page.getByText("PC ss. 319, 330-331").first()).toBeVisible();
  await page.getByRole("tab", { name: "What a bill would need" }).click();
  await expect(page.locator(".asks > li").first().getByText("Weight 3 of 3")).toBeVisible();
  await expect(page.locator(".asks .models a").first()).toBeVisible();
});

test("a number opens its source, with the day it is known up to, how sure and how checked", async ({
  sample: page,
}) => {
  await openAtlas(page, "#/atlas/IDN");
  await page.getByRole("button", { name: "Sources: Convention against Torture" }).first().click();
  const panel = page.getByRole("dialog", { name: "Sources: Convention against Torture" });
  await expect(panel.getByRole("link", { name: "UN Treaty Collection IV-9" })).toBeVisible();
  await expect(panel.getByText(/^Known up to/)).toBeVisible();
  await expect(panel.getByText("Read on the UN Treaty Collection page of 3 February 2026")).toBeVisible();
  await expect(panel.getByText("treaty-status.json · IDN CAT")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
});

test("who can hear a complaint depends on when it happened", async ({ sample: page }) => {
  await openAtlas(page, "#/atlas/LKA");
  await page.getByRole("tab", { name: "Who can hear a complaint" }).click();
  const door = page.getByRole("listitem").filter({ hasText: "Individual complaint to the Committee against Torture" });
  await expect(door.getByText(/^Accepted since/)).toBeVisible();
  await page.getByLabel("When did it happen? (not needed)").fill("2014");
  await expect(door.getByText(/^Perhaps before the state accepted/)).toBeVisible();
  await page.getByLabel(/^Does it go on/).selectOption({ label: "Yes" });
  await expect(door.getByText(/stands for the duty to investigate/)).toBeVisible();
});

for (const [what, code, said] of [
  ["without law data, not a party", "SGP", "The law of Singapore was not looked at yet."],
  ["without law data, a party", "TUR", "The law of Türkiye was not looked at yet."],
] as const) {
  test(`an honest page of a state ${what}`, async ({ sample: page }) => {
    await openAtlas(page, `#/atlas/${code}`);
    await expect(page.getByText("No law looked at yet")).toBeVisible();
    await page.getByRole("tab", { name: "Law by article" }).click();
    await expect(page.getByText(said)).toBeVisible();
    await page.getByRole("tab", { name: "What a bill would need" }).click();
    await expect(page.getByText("Not known, because the law was not looked at yet.")).toBeVisible();
  });
}

test("an honest page of a territory, a non-party and a withdrawn declaration", async ({ sample: page }) => {
  await openAtlas(page, "#/atlas/HKG");
  await expect(page.getByText("Not a state of its own on the UN register.")).toBeVisible();
  await expect(page.locator(".status-card")).toHaveCount(0);
  await page.goto("#/atlas/IRN");
  await expect(page.locator(".status-card")).toContainText("Neither signed nor bound");
  await page.getByRole("tab", { name: "Before the Committee" }).click();
  await expect(page.getByText("Not bound, so nothing is due.")).toBeVisible();
  await page.goto("#/atlas/AFG");
  await expect(page.getByText("It took back its opt-out from article 20 on")).toBeVisible();
});

test("states stand side by side, and what followed joining is counted in years", async ({ sample: page }) => {
  await openAtlas(page, "#/atlas/compare");
  await page.getByLabel("Add a state").selectOption({ label: "Nepal" });
  await expect(page.getByRole("columnheader", { name: "Nepal" })).toBeVisible();
  await page.getByRole("button", { name: "Take away Malaysia" }).click();
  await expect(page.getByRole("columnheader", { name: "Malaysia" })).toHaveCount(0);
  await page.getByRole("tab", { name: "What followed" }).click();
  await expect(page.getByText(/years after joining/).first()).toBeVisible();
});

test("the calendar is saved as a file, and a day that nobody knows is on no day", async ({ page }) => {
  await page.addInitScript(() => Object.assign(globalThis, { showSaveFilePicker: undefined }));
  await enterSample(page);
  await openAtlas(page, "#/atlas/calendar");
  const unknown = page.locator(".day-unknown");
  await expect(unknown).toContainText("Georgia");
  await expect(unknown.getByText("Not known").first()).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save for my calendar (.ics)" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("saksi-committee-calendar.ics");
  const text = readFileSync(await file.path(), "utf8");
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain("UID:report-due-tha-after-2@");
  expect(text).not.toContain("UID:report-due-geo");
  const [feed] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as a feed (Atom)" }).click(),
  ]);
  const atom = readFileSync(await feed.path(), "utf8");
  expect(atom).toContain("#report-due-tha-after-2</id>");
  expect(atom).not.toContain("localhost");
});

const places = ["", "/MYS", "/SGP", "/HKG", "/AFG", "/compare", "/calendar", "/facts"];

for (const [look, scheme, language, width] of [
  ["light", "light", "en", 1280],
  ["dark, on a phone", "dark", "en", 360],
  ["right to left, on a phone", "light", "en-x-rtl", 360],
] as const) {
  test(`axe finds nothing in the atlas: ${look}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 740 });
    await page.addInitScript((tag) => {
      localStorage.setItem("saksi.preferences", JSON.stringify({ language: tag }));
    }, language);
    await enterSample(page);
    for (const place of places) {
      await page.goto(`#/atlas${place}`);
      await expect(page.locator("main h1")).toBeVisible();
      for (const tab of [null, ...(place === "/MYS" ? await page.getByRole("tab").all() : [])]) {
        await tab?.click();
        await expectAccessible(page);
        await expectFits(page);
      }
    }
  });
}

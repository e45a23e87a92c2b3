/** Two members of an alliance: one proposes a correction beside its source, the other confirms it, and the atlas of both says so. */

import type { Page } from "@playwright/test";
import { createSpace, createVault, expect, expectAccessible, expectFits, test } from "./person.ts";
import { admit, invite } from "./support/alliance.ts";

const ana = { name: "Ana Made-up", organisation: "Example House" };
const ben = { name: "Ben Invented", organisation: "Example Clinic" };

test.use({ actionTimeout: 20_000 });

const field = (page: Page, name: string) => page.locator(`form.record-form [data-field="${name}"]`);

test("a correction counts once another member confirmed it, and says what was shipped", async ({
  page: a,
  browser,
  watchOver,
}) => {
  const other = await browser.newContext({ viewport: { width: 390, height: 800 } });
  watchOver(other);
  const b = await other.newPage();

  await test.step("a keeper names the space that keeps the facts; a writer joins", async () => {
    await a.goto("./");
    await createVault(a, ana);
    await createSpace(a, "Atlas of an example", "relay");
    const link = await invite(a);
    await b.goto(link);
    await createVault(b, ben);
    await admit(a, b, ben.name);
    await a.goto("#/atlas");
    await expect(a.getByText("No space of yours keeps the alliance's own yet.")).toBeVisible();
    await a.getByRole("link", { name: "Facts of the alliance" }).first().click();
    await a.getByRole("button", { name: "Keep the atlas's facts in Atlas of an example" }).click();
    await expect(a.getByText("Nothing waits.")).toBeVisible();
  });

  await test.step("the writer proposes a correction from the source of a fact, and cannot confirm it", async () => {
    await b.goto("#/atlas/MYS");
    await b.getByRole("button", { name: /^Sources: Convention against Torture/ }).click();
    await b.getByRole("link", { name: "Propose a correction" }).click();
    await field(b, "says").getByRole("textbox").fill("Made up for a test: Malaysia acceded");
    await field(b, "standing").locator("select").selectOption({ label: "Party" });
    await field(b, "on").getByRole("textbox").fill("2026-01-10");
    await field(b, "source").getByRole("textbox").fill("Depositary notification, made up for a test");
    await field(b, "confidence").getByLabel(/^High/).check();
    await expectAccessible(b);
    await b.getByRole("button", { name: "Save", exact: true }).click();
    await expect(b.getByText("You wrote some of this, so that another member confirms it.")).toBeVisible();
    await expect(b.getByRole("button", { name: /confirm$/ })).toHaveCount(0);
    await b.goto("#/atlas/MYS");
    await expect(b.getByText("Neither signed nor bound").first()).toBeVisible();
  });

  await test.step("the other confirms it; both atlases show it, with what was shipped in its place", async () => {
    await expect(a.getByText("Made up for a test: Malaysia acceded")).toBeVisible();
    await expectAccessible(a);
    await a.getByRole("button", { name: "The source shows it: confirm" }).click();
    await a.getByRole("button", { name: "Take back my confirmation" }).click();
    await expect(a.getByRole("heading", { name: "Confirmed (0)" })).toBeVisible();
    await a.getByRole("button", { name: "The source shows it: confirm" }).click();
    await expect(a.getByRole("heading", { name: "Confirmed (1)" })).toBeVisible();
    for (const page of [a, b]) {
      await page.goto("#/atlas/MYS");
      await expect(page.getByText("Confirmed by the alliance").first()).toBeVisible();
      await page.getByRole("button", { name: /^Sources: Convention against Torture/ }).click();
      await expect(page.getByRole("dialog").getByText("Shipped in its place:")).toBeVisible();
      await page.keyboard.press("Escape");
      await expectFits(page);
    }
  });

  await test.step("without a network it stands, and a bill is followed stage by stage", async () => {
    await a.context().setOffline(true);
    await a.goto("#/atlas");
    await expect(a.locator(".figures strong").first()).toHaveText("41");
    await a.goto("#/atlas/MYS/new/bill");
    await field(a, "title").getByRole("textbox").fill("Made-up bill against torture");
    const stages = field(a, "stages");
    await stages.getByRole("button", { name: /^Add/ }).click();
    await stages.locator("select").first().selectOption({ label: "Tabled" });
    await field(a, "source").last().getByRole("textbox").fill("Order paper, made up for a test");
    await field(a, "confidence")
      .getByLabel(/^Medium/)
      .check();
    await a.getByRole("button", { name: "Save", exact: true }).click();
    await expect(a.getByRole("heading", { name: "Waiting for another member (1)" })).toBeVisible();
    await a.goto("#/atlas/MYS");
    await a.getByRole("tab", { name: "Followed up" }).click();
    await expect(a.getByText("Stands at: Tabled")).toBeVisible();
    await expect(a.locator('.bill-steps li[data-is="reached"]')).toHaveCount(1);
    await expectAccessible(a);
  });
  await other.close();
});

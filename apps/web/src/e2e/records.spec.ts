import type { Page } from "@playwright/test";
import {
  createSpace,
  createVault,
  expect,
  expectAccessible,
  expectFits,
  keptForOffline,
  test,
  unlock,
} from "./person.ts";

const dara = { name: "Dara Made-up", organisation: "Example House" };

async function atWork(page: Page, where: "alone" | "relay" = "alone") {
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Casework", where);
}

/** By the everyday way: the form of a new case. */
async function newCase(page: Page, title: string) {
  await page.goto("#/new/case");
  await page.getByLabel(/^Title/).fill(title);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Save it as it is" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  return page.url().split("/").at(-1) ?? "";
}

async function newPerson(page: Page, caseId: string, pseudonym: string) {
  await page.goto(`#/new/person/${caseId}`);
  await page.getByLabel(/^Pseudonym/).fill(pseudonym);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: pseudonym })).toBeVisible();
  return page.url().split("/").at(-1) ?? "";
}

const target = (page: Page, name: string | RegExp) => page.locator(".target").filter({ hasText: name }).first();
const press = (page: Page, name: string | RegExp) => page.locator("main").getByRole("button", { name }).first().click();

test("a minimum record is taken on a phone without a network, read back, and stands in a case", async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await atWork(page);
  await keptForOffline(page);
  await context.setOffline(true);
  await page.goto("#/minimum");
  await expect(page.getByRole("heading", { name: "Safe to record now?" })).toBeVisible();
  await expectAccessible(page);
  await target(page, /^Yes/).click();
  await target(page, "Lawyer").click();
  await press(page, /Call them/);
  await press(page, "Next");
  await target(page, /^Yes$/).click();
  await page.getByRole("textbox").fill("ពួកគេបានយកកូនប្រុសខ្ញុំទៅ");
  await expectFits(page);
  await press(page, "Next");
  await page.getByRole("textbox").fill("march 2026");
  await expect(page.getByText("March 2026 (the whole month)")).toBeVisible();
  await press(page, "Next");
  await target(page, "Police station").click();
  await press(page, "Next");
  await press(page, "Not known");
  await press(page, "Skip");
  await target(page, "Missing").click();
  await press(page, "Not known");
  await target(page, "Danger to life").click();
  await press(page, "Next");
  await press(page, "Skip");
  await press(page, "Skip");
  await expect(page.getByRole("heading", { name: "Read it back" })).toBeVisible();
  await expect(page.getByText(/March 2026 · Police station/)).toBeVisible();
  await expectAccessible(page);
  await press(page, "It is right: save");
  await expect(page.getByRole("heading", { name: "Saved" })).toBeVisible();
  await expect(page.getByText("within 2 hours")).toBeVisible();
  await expect(page.getByText("Saved on this device")).toBeVisible();
});

test("where it is not safe nothing is stored", async ({ page }) => {
  await atWork(page);
  await page.goto("#/minimum");
  await target(page, /^No$/).click();
  await expect(page.getByText("Nothing was stored on this device.")).toBeVisible();
  await page.goto("#/alliance");
  await expect(page.getByText("0 records")).toBeVisible();
});

test("who says no to keeping a record is believed at one touch", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await atWork(page);
  await page.goto("#/minimum");
  await target(page, /^Yes/).click();
  await target(page, "Lawyer").click();
  await press(page, "Skip");
  await target(page, "No. Keep nothing.").click();
  await expect(page.getByText("They said no, so nothing they told you was stored on this device.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("#/alliance");
  await expect(page.getByText("0 records")).toBeVisible();
});

test("quick exit in the middle of a minimum record asks nothing and leaves no draft", async ({ page }) => {
  await atWork(page);
  await page.goto("#/minimum");
  await target(page, /^Yes/).click();
  await target(page, "Lawyer").click();
  await press(page, "Skip");
  await target(page, /^Yes$/).click();
  await page.getByRole("textbox").fill("Words that nobody may find");
  await page.getByRole("button", { name: "Exit" }).click();
  await page.waitForURL("about:blank");
  await page.goto("./");
  await unlock(page);
  await page.goto("#/alliance");
  await expect(page.getByText("0 records")).toBeVisible();
});

test("what was written in a form is saved when the vault locks", async ({ page }) => {
  await atWork(page);
  await page.goto("#/new/case");
  await page.getByLabel(/^Title/).fill("Half written before the lock");
  await page.getByRole("button", { name: "Lock" }).click();
  await expect(page.getByRole("heading", { name: "Unlock" })).toBeVisible();
  await unlock(page);
  await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();
  await page.goto("#/cases");
  await expect(page.getByText("Half written before the lock")).toBeVisible();
});

test("leaving a form asks first, by a link and by the browser's own back", async ({ page }) => {
  await atWork(page);
  await page.goto("#/new/case");
  await page.getByLabel(/^Title/).fill("Not to be lost");
  await page.getByRole("link", { name: "Alliance" }).click();
  await page.getByRole("button", { name: "Stay here" }).click();
  await expect(page.getByLabel(/^Title/)).toHaveValue("Not to be lost");
  await page.goBack();
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.waitForURL(/#\/alliance/);
  await page.goto("#/cases");
  await expect(page.getByText("Not to be lost")).toBeVisible();
});

test("a record is written, sent, changed, and its history tells three times", async ({ page }) => {
  await atWork(page, "relay");
  const caseId = await newCase(page, "Made-up case on the river");
  await page.goto(`#/new/incident/${caseId}`);
  await page.getByLabel(/^Title/).fill("Held at a made-up post");
  await page.getByLabel(/^When, or from/).fill("3/4/2019");
  await page.getByRole("button", { name: "April 3, 2019" }).click();
  await page.getByText("No answer?: Kind of place").click();
  await page.getByRole("button", { name: /Not asked.*Kind of place/ }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("definition").filter({ hasText: "April 3, 2019" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Not asked" })).toBeVisible();
  await expect(page.getByText("Sent", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel(/^When, or from/).fill("about april 2019");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Who wrote what, and when").click();
  await expect(page.getByText("The server received it").first()).toBeVisible();
  await expect(page.getByText("Replaced", { exact: true })).toHaveCount(1);
  await expectAccessible(page);
});

test("a late save stands beside the earlier one until a person decides, and nothing is lost", async ({
  page,
  context,
}) => {
  await atWork(page);
  const caseId = await newCase(page, "First title");
  await page.getByRole("button", { name: "Edit" }).click();
  const other = await context.newPage();
  await other.goto(`./#/records/${caseId}`);
  await other.getByRole("button", { name: "Edit" }).click();
  await other.getByLabel(/^Title/).fill("Title from the other tab");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await other.getByRole("button", { name: "Save it as it is" }).click();
  await expect(other.getByRole("heading", { name: "Title from the other tab" })).toBeVisible();

  await expect(page.getByText("Someone changed this record while you were writing.")).toBeVisible();
  await page.getByLabel(/^Title/).fill("Title from this tab");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Save it as it is" }).click();
  await expect(page.getByRole("heading", { name: "Two versions stand" })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("listitem")
    .filter({ hasText: "Title from the other tab" })
    .getByRole("button", { name: /Keep this one/ })
    .click();
  await expect(page.getByRole("heading", { name: "Title from the other tab" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Two versions stand" })).toHaveCount(0);
  await page.getByText("Who wrote what, and when").click();
  await expect(page.locator(".versions").getByText("Title from this tab")).toBeVisible();
});

test("a person allows one use, refuses the others in one tap, and takes it back", async ({ page }) => {
  await atWork(page);
  const caseId = await newCase(page, "Case of consent");
  const person = await newPerson(page, caseId, "Quiet Pine");
  await page.goto(`#/consent/${caseId}/${person}`);
  await page.getByRole("group", { name: "Is the person held now?" }).getByText("No", { exact: true }).click();
  await page.getByRole("radio", { name: "Yes", exact: true }).nth(1).check();
  await page.getByRole("button", { name: "They refuse all of these" }).click();
  const report = page.locator(".card").filter({ hasText: "public report of the alliance" });
  await report.getByText("Yes", { exact: true }).click();
  await expect(page.getByRole("button", { name: "Save what they decided" })).toBeDisabled();
  await report.getByRole("radio", { name: /Pseudonym with generalised/ }).check();
  await report.getByRole("checkbox", { name: "Facts" }).check();
  await report.getByLabel("Where?").selectOption("WORLD");
  await report.getByText("12 months").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save what they decided" }).click();
  await expect(page.getByText("Saved. Leave the person")).toBeVisible();
  await page.getByRole("button", { name: /Take it back.*Alliance joint report/ }).click();
  await expect(page.getByText("cannot be made unseen")).toBeVisible();
  await page.getByRole("button", { name: "Take it back now" }).click();
  await expect(page.getByText("Withdrawn", { exact: true })).toBeVisible();
});

import type { Page } from "@playwright/test";
import { createSpace, createVault, expect, expectAccessible, test } from "./person.ts";

const dara = { name: "Dara Made-up", organisation: "Example House" };
const omar = { name: "Omar Invented", organisation: "Example Clinic" };

test("someone joins from another browser by six words, and is removed again", async ({ page, browser, watchOver }) => {
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Joint work", "relay");
  const link = await invite(page);

  const other = await browser.newContext();
  watchOver(other);
  const theirs = await other.newPage();
  await theirs.goto(link);
  await createVault(theirs, omar);
  expect(theirs.url()).not.toContain(new URL(link).hash.slice(1));
  await theirs.getByRole("button", { name: "Ask to join" }).click();
  const words = theirs.getByRole("list", { name: "Six words" });
  await expect(words.getByRole("listitem")).toHaveCount(6);
  await expectAccessible(theirs);

  const request = page.getByRole("region", { name: "Request of Omar Invented" });
  await expect(request).toBeVisible();
  expect(await request.getByRole("list", { name: "Six words" }).textContent()).toBe(await words.textContent());
  await expectAccessible(page);
  await request.getByLabel("I heard these six words from Omar Invented").check();
  await request.getByRole("button", { name: "Admit Omar Invented to this space" }).click();
  await expect(page.getByText("Omar Invented is in.")).toBeVisible();

  await theirs.getByRole("link", { name: "Open the space" }).click();
  await expect(theirs.getByText(dara.name)).toBeVisible();

  await page.getByRole("button", { name: "Actions for Omar Invented" }).click();
  await page.getByRole("menuitem", { name: "Remove from this space" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove Omar Invented and change the keys" }).click();
  await expect(page.getByText("Removed", { exact: true })).toBeVisible();
  await expect(theirs.getByText("You were removed from this space.").first()).toBeVisible({ timeout: 40_000 });
  await other.close();
});

test("a link that was used says so", async ({ page, browser, watchOver }) => {
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Joint work", "relay");
  const link = await invite(page);
  for (const outcome of ["Your six words", "This invitation was already used."]) {
    const context = await browser.newContext();
    watchOver(context);
    const theirs = await context.newPage();
    await theirs.goto(link);
    await createVault(theirs, omar);
    await theirs.getByRole("button", { name: "Ask to join" }).click();
    await expect(theirs.getByText(outcome)).toBeVisible();
    await context.close();
  }
});

/** From the page of a space: makes a link for a writer and closes the dialog again. */
async function invite(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Invite someone" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make an invitation" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close" }).click();
  return link;
}

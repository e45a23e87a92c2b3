import { createSpace, createVault, expect, keptForOffline, test } from "./person.ts";

const dara = { name: "Dara Made-up", organisation: "Example House" };

test("a problem leads to decisions without a network, and the way back keeps what was asked", async ({
  page,
  context,
}) => {
  await page.goto("./");
  await createVault(page, dara);
  await keptForOffline(page);
  await context.setOffline(true);
  await page.goto("#/library");
  await expect(page.getByRole("tab", { name: "Decisions (121)" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "Lessons (30)" })).toBeVisible();
  await page.getByRole("searchbox").fill("custody burden of proof");
  await page.getByLabel("State", { exact: true }).selectOption("IN");
  await expect(page.getByRole("tab", { name: "Decisions (121)" })).toHaveCount(0);
  await page.locator(".entries a").first().click();
  for (const part of ["Facts", "Held", "Remedy ordered", "What followed", "For the next lawyer", "How this is known"]) {
    await expect(page.getByRole("heading", { name: part, exact: true })).toBeVisible();
  }
  await expect(page.getByText("Known up to")).toBeVisible();
  await page.getByRole("link", { name: "Back to the library" }).click();
  await expect(page.getByRole("searchbox")).toHaveValue("custody burden of proof");
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(page.getByRole("tab", { name: "Decisions (121)" })).toBeVisible();
});

test("confidence is never drawn higher than it is", async ({ sample: page }) => {
  await page.goto("#/library");
  await expect(page.locator(".entries").first()).toBeVisible();
  const drawn = await page
    .locator(".sure")
    .evaluateAll((all) => all.map((one) => `${one.getAttribute("data-bars")} ${one.textContent?.trim()}`));
  expect(drawn).toHaveLength(121);
  expect(new Set(drawn).size).toBeGreaterThan(1);
  for (const one of drawn) expect(["3 High", "2 Medium", "1 Low", "0 Unknown"]).toContain(one);
});

test("an entry is copied into a space once, and says where it is", async ({ page }) => {
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Made-up space", "alone");
  await page.goto("#/library/L01");
  await expect(page.getByRole("heading", { name: "Decisions that carry it" })).toBeVisible();
  await page.getByRole("button", { name: "Copy into Made-up space" }).click();
  await expect(page.getByText("A copy is in Made-up space.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Copy into/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Open the copy" }).click();
  await expect(page).toHaveURL(/#\/records\//);
  await page.goto("#/search");
  await page.getByRole("searchbox").fill("medical record within hours");
  await expect(page.getByRole("row")).toHaveCount(1);
});

test("the book of what was found is made on the device, a draft until another member approves", async ({ page }) => {
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Made-up space", "alone");
  await page.goto("#/library");
  await page.getByLabel("Topic").selectOption("inquest");
  await page.getByRole("button", { name: "Make the booklet" }).click();
  await expect(page.getByText("Each page will say Draft, not cleared")).toBeVisible();
  await page.getByText("Approve this book for another member").click();
  await page.getByRole("button", { name: "Approve exactly this book" }).click();
  await expect(page.getByText("You approved this book.")).toBeVisible();
  await expect(page.getByText("Each page will say Draft, not cleared")).toBeVisible();
  await page.getByLabel("PDF").uncheck();
  await page.getByLabel("HTML").check();
  await page.getByLabel("EPUB").check();
  await page.getByRole("button", { name: "Make the files" }).click();
  await expect(page.getByRole("button", { name: "Save EPUB" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Save HTML" })).toBeVisible();
});

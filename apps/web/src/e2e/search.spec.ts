import { createSpace, createVault, expect, expectAccessible, expectFits, test } from "./person.ts";

const dara = { name: "Dara Made-up", organisation: "Example House" };

test("home says what needs somebody today, the greatest harm first, and each row opens its case", async ({
  sample: page,
}) => {
  const groups = page.locator("main h2");
  await expect(groups.first()).toContainText("People in danger");
  await expect(page.locator("main progress")).toHaveCount(0);
  const titles = (await groups.allTextContents()).map((title) => title.replace(/\d+$/, "").trim());
  const order = ["People in danger", "Consents that end", "Overdue steps", "People and cases left waiting"];
  expect(titles.filter((title) => order.includes(title))).toEqual(order);
  await expectAccessible(page);
  await page.locator(".task-row").first().click();
  await expect(page).toHaveURL(/#\/cases\/[a-z2-7]{26}$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("home is truly empty when nothing waits, and before that it offers the first step", async ({ page }) => {
  await page.goto("./");
  await createVault(page, dara);
  await expect(page.getByRole("link", { name: "Go to spaces" })).toBeVisible();
  await createSpace(page, "Made-up space", "alone");
  await page.goto("#/");
  await expect(page.getByRole("heading", { name: "No case yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Take a five-minute record" })).toHaveAttribute("href", "#/minimum");
});

test("words are found from the keyboard alone, marked, and never in the address", async ({ sample: page }) => {
  await page.goto("#/search");
  const box = page.getByRole("searchbox");
  await expect(box).toBeFocused();
  await box.fill("");
  await expect(page.getByRole("heading", { name: "Find the person or case you already have" })).toBeVisible();
  await page.keyboard.type("beaten");
  const results = page.getByRole("grid", { name: "Results" });
  await expect(results.getByRole("row").first()).toBeVisible();
  await expect(results.locator("mark").first()).toHaveText(/beaten/i);
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await expect(results.getByRole("row").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(results.locator('[aria-rowindex="2"]')).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(results.locator('[aria-rowindex="1"]')).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(box).toBeFocused();
  expect(page.url()).not.toContain("beaten");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/(cases|records)\//);
  await page.goBack();
  await expect(box).toHaveValue("beaten");
  expect(page.url()).not.toContain("beaten");
});

test("a name is found with a slip, in its own script too, and is never shown in a result", async ({ sample: page }) => {
  await page.goto("#/search");
  for (const [asked, kept] of [
    ["Kalpank", "Kalpanik"],
    ["কল্পিত", "রহিম"],
  ] as const) {
    await page.getByRole("searchbox").fill(asked);
    await expect(page.getByText("Found by a name").first()).toBeVisible();
    await expect(page.getByRole("grid").getByText(kept)).toHaveCount(0);
  }
});

test("results are narrowed by kind and space, and nothing found says so", async ({ sample: page }) => {
  await page.goto("#/search");
  await page.getByRole("searchbox").fill("beaten");
  await expect(page.getByRole("row").first()).toBeVisible();
  await page.getByLabel("What kind").selectOption("case");
  await expect(page.locator(".hit .badge").first()).toHaveText("Case");
  await expect(page.locator(".hit .badge", { hasNotText: "Case" })).toHaveCount(0);
  await page.getByRole("searchbox").fill("zzqqxx");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await expectFits(page);
});

import {
  createSpace,
  createVault,
  expect,
  expectAccessible,
  keptForOffline,
  passphrase,
  test,
  unlock,
} from "./person.ts";

const dara = { name: "Dara Made-up", organisation: "Example House" };

test("a backup goes out as one file and comes back in another browser", async ({ page, browser, watchOver }, info) => {
  // Without the browser's own dialog, which no test can answer, the file is handed over as a download.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Kept in a file", "alone");
  await page.goto("#/settings");
  await page.getByLabel("New passphrase").fill("another set of quiet made up words");
  await page.getByLabel("The same passphrase again").fill("another set of quiet made up words");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a backup file" }).click();
  const file = info.outputPath("backup.age");
  await (await saved).saveAs(file);
  expect((await saved).suggestedFilename()).toMatch(/^saksi-backup-\d{4}-\d\d-\d\d\.age$/);
  await expect(page.getByText("The backup is complete.")).toBeVisible();
  await expectAccessible(page);

  const other = await browser.newContext();
  watchOver(other);
  const theirs = await other.newPage();
  await theirs.goto("./#/restore");
  await theirs.getByLabel("Backup file").setInputFiles(file);
  await theirs.getByLabel("Passphrase of the backup").fill("not these words at all");
  await theirs.getByRole("button", { name: "Restore" }).click();
  await expect(theirs.getByText("This is not the passphrase.")).toBeVisible();
  await theirs.getByLabel("Passphrase of the backup").fill("another set of quiet made up words");
  await theirs.getByRole("button", { name: "Restore" }).click();
  await unlock(theirs, passphrase);
  await expect(theirs.getByRole("navigation", { name: "Places" })).toBeVisible();
  await theirs.goto("#/alliance");
  await expect(theirs.getByText("Kept in a file")).toBeVisible();
  await other.close();
});

test("a file that is no backup is refused by name", async ({ page }, info) => {
  const { writeFile } = await import("node:fs/promises");
  const empty = info.outputPath("empty.age");
  await writeFile(empty, "");
  await page.goto("./#/restore");
  await page.getByLabel("Backup file").setInputFiles(empty);
  await page.getByLabel("Passphrase of the backup").fill(passphrase);
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("This is not a backup file of Saksi.")).toBeVisible();
});

test("what publishing needs is fetched before a journey, and a PDF is made without a network", async ({
  page,
  context,
}) => {
  await page.goto("./");
  await createVault(page, dara);
  await keptForOffline(page);
  await page.goto("#/settings");
  const ahead = page.getByRole("region", { name: "Publishing without a network" });
  await ahead.getByRole("button", { name: /^Fetch them now \(\d+/ }).click();
  await expect(ahead.getByText("All of it is on this device")).toBeVisible({ timeout: 60_000 });
  await context.setOffline(true);
  await page.goto("#/library");
  await page.getByLabel("Topic").selectOption("inquest");
  await page.getByRole("button", { name: "Make the booklet" }).click();
  await page.getByRole("button", { name: "Make the files" }).click();
  await expect(page.getByRole("button", { name: "Save PDF" })).toBeVisible({ timeout: 60_000 });
});

test("minutes without a touch lock the vault, and say so a minute before", async ({ page }) => {
  await page.clock.install();
  await page.goto("./");
  await createVault(page, dara);
  await page.clock.fastForward("04:10");
  await expect(page.getByText(/Saksi locks in \d+ seconds/)).toBeVisible();
  await page.getByRole("button", { name: "Stay open" }).click();
  await expect(page.getByText(/Saksi locks in/)).toHaveCount(0);
  await page.clock.fastForward("05:05");
  await expect(page.getByRole("heading", { name: "Unlock" })).toBeVisible();
});

test("language, direction and palette change at once and are kept", async ({ page }) => {
  await page.goto("./");
  await createVault(page, dara);
  await page.goto("#/settings");
  await page.getByLabel("Dark", { exact: true }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByLabel("Right to left", { exact: true }).check();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
});

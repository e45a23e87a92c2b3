import type { Page } from "@playwright/test";
import {
  createSpace,
  createVault,
  enterSample,
  expect,
  expectAccessible,
  expectFits,
  keptForOffline,
  passphrase,
  test,
  unlock,
} from "./person.ts";

const dara = { name: "Dara Made-up", organisation: "Example House" };

test("the first screen offers four ways in and says how far it may be trusted", async ({ page }) => {
  await page.goto("./");
  await expect(page).toHaveTitle("Saksi");
  for (const way of ["sample alliance", "Create a vault", "Join with a link", "Restore from a backup"]) {
    await expect(page.getByText(way)).toBeVisible();
  }
  await expect(page.getByText("Not yet for real cases")).toBeVisible();
});

test("a vault is made, locked and opened again; a wrong passphrase keeps what was typed", async ({ page }) => {
  await page.goto("./");
  await createVault(page, dara);
  await page.getByRole("button", { name: "Lock" }).click();
  await unlock(page, "not the right words");
  await expect(page.getByText("This is not the passphrase")).toBeVisible();
  await expect(page.getByLabel("Passphrase", { exact: true })).toHaveValue("not the right words");
  await unlock(page);
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
});

test("after the first visit the app opens, unlocks and saves without a network", async ({ page, context }) => {
  await page.goto("./");
  await createVault(page, dara);
  await keptForOffline(page);
  await context.setOffline(true);
  await page.reload();
  await unlock(page);
  await expect(page.getByText("Offline. Everything is kept on this device.")).toBeVisible();
  await createSpace(page, "Written on a train", "alone");
});

test("a second tab works in the first one's vault, and takes it over when that one closes", async ({
  page,
  context,
}) => {
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Seen in both", "alone");
  const second = await context.newPage();
  await second.goto("./#/alliance");
  await expect(second.getByText("Seen in both")).toBeVisible();
  await createSpace(second, "Written in the second", "alone");
  await page.goto("#/alliance");
  await expect(page.getByText("Written in the second")).toBeVisible();

  await page.close();
  await unlock(second);
  await second.goto("#/alliance");
  await expect(second.getByText("Written in the second")).toBeVisible();
});

test("locking one tab locks the other", async ({ page, context }) => {
  await page.goto("./");
  await createVault(page, dara);
  const second = await context.newPage();
  await second.goto("./");
  await expect(second.getByRole("heading", { name: "Home" })).toBeVisible();
  await second.getByRole("button", { name: "Lock" }).click();
  await expect(second.getByRole("heading", { name: "Unlock" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Unlock" })).toBeVisible();
});

test("whoever unlocks right after a lock stays in, however late another tab hears of it", async ({ page, context }) => {
  await context.addInitScript(slowAfterAsking, 900);
  await page.goto("./");
  await createVault(page, dara);
  const second = await context.newPage();
  await second.goto("./");
  const home = (tab: Page) => tab.getByRole("heading", { name: "Home" });
  await expect(home(second)).toBeVisible();
  for (const [locks, unlocks] of [
    [second, second],
    [page, page],
    [second, page],
    [page, second],
  ] as const) {
    const slow = unlocks === page ? second : page;
    await slow.evaluate(() => sessionStorage.setItem("slow", "yes"));
    await locks.getByRole("button", { name: "Lock" }).click();
    await unlock(unlocks);
    for (const tab of [unlocks, slow]) await expect(home(tab)).toBeVisible();
  }
  const both = [page, second];
  await pressAtOnce(both, "Lock");
  for (const tab of both) await tab.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await pressAtOnce(both, "Unlock");
  for (const tab of [page, second]) await expect(home(tab)).toBeVisible();
  await page.waitForTimeout(1000); // nothing that was on its way locks it again
  for (const tab of [page, second]) await expect(home(tab)).toBeVisible();
});

/** Found in every tab before it is pressed in any: what one does takes the button away from the others. */
async function pressAtOnce(tabs: readonly Page[], name: string): Promise<void> {
  const buttons = await Promise.all(tabs.map((tab) => tab.getByRole("button", { name }).elementHandle()));
  await Promise.all(buttons.map((button) => button?.evaluate((one) => (one as HTMLElement).click())));
}

/** A page that, told to, does nothing for a while after it asked how its vault stands: as on a slow phone, in the background. */
function slowAfterAsking(ms: number): void {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message: { readonly method?: string }) {
    post.call(this, message);
    if (message.method !== "state" || sessionStorage.getItem("slow") === null) return;
    sessionStorage.removeItem("slow");
    const until = performance.now() + ms;
    while (performance.now() < until);
  };
}

test("Esc three times leaves at once, and going back shows nothing", async ({ page }) => {
  await page.goto("./");
  await createVault(page, dara);
  for (let times = 0; times < 3; times += 1) await page.keyboard.press("Escape");
  await expect(page).toHaveURL("about:blank");
  await page.goBack().catch(() => {});
  await expect(page.getByText(dara.name)).toHaveCount(0);
});

test("an invitation leaves the address and the history at once", async ({ page }) => {
  await page.goto("./#invitation-with-a-secret");
  await expect(page.getByRole("heading", { name: "Make your vault, then join" })).toBeVisible();
  expect(page.url()).not.toContain("secret");
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test("a worker that ends says so, and starts again", async ({ page, wrongs }) => {
  await page.goto("./");
  await createVault(page, dara);
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    void Promise.reject(new Error("made up"));
  });
  await expect(page.getByRole("heading", { name: "Saksi stopped" })).toBeVisible();
  expect(new Set(wrongs.splice(0))).toEqual(new Set(["made up"]));
  await page.getByRole("button", { name: "Start again" }).click();
  await unlock(page);
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
});

test("the sample is one tap away, says that it is made up, and leaves nothing behind", async ({ page }) => {
  await enterSample(page);
  await expect(page.getByText("Sample: every person, place and event here is made up.")).toBeVisible();
  await page.goto("#/alliance");
  await expect(page.locator("main .way")).toHaveCount(3);
  await page.getByRole("button", { name: "Leave the sample" }).click();
  await expect(page.getByText("Create a vault on this device")).toBeVisible();
});

test("axe finds nothing on any screen before the vault is open, in four looks", async ({
  page,
  browser,
  watchOver,
}) => {
  await page.goto("./");
  await createVault(page, dara);
  await page.getByRole("button", { name: "Lock" }).click();
  await outsideIsSound(page, ["#/"]);
  // The other screens are those of a device without a vault.
  const fresh = await browser.newContext();
  watchOver(fresh);
  const other = await fresh.newPage();
  await other.goto("./");
  await outsideIsSound(other, ["#/", "#/restore", "#/create"]);
  await fresh.close();
});

async function outsideIsSound(page: Page, places: readonly string[]): Promise<void> {
  for (const [colorScheme, language, width] of [
    ["light", "en", 1280],
    ["dark", "en", 360],
    ["light", "en-x-rtl", 1280],
    ["dark", "en-x-rtl", 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 740 });
    await page.evaluate(
      (tag) => localStorage.setItem("saksi.preferences", JSON.stringify({ language: tag })),
      language,
    );
    await page.reload();
    for (const place of places) {
      await page.goto(place);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      await expectFits(page);
    }
  }
}

test("at 200 % on a phone every screen still fits and lock and exit can be reached", async ({ page }) => {
  await page.setViewportSize({ width: 180, height: 370 });
  await page.goto("./");
  await expectFits(page);
  await createVault(page, dara);
  for (const place of ["#/", "#/alliance", "#/settings"]) {
    await page.goto(place);
    await expectFits(page);
    await expect(page.getByRole("button", { name: "Exit" })).toBeInViewport();
  }
});

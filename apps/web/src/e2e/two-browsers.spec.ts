/**
 * The milestone itself: two people, two browsers, one relay; a case documented together, apart and offline, searched,
 * contested, decided and published, exposing nobody.
 */

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createSpace, createVault, expect, passphrase, test, unlock } from "./person.ts";
import { admit, invite } from "./support/alliance.ts";
import { canaries, names, wordsIn, wordsUnder } from "./support/canaries.ts";
import { record } from "./support/fill.ts";
import { pictureWith, takeDownloads, textOf } from "./support/made-files.ts";
import { overhear } from "./support/overheard.ts";

const dara = { name: "Dara Made-up", organisation: "Example House" };
const omar = { name: "Omar Invented", organisation: "Example Clinic" };
const khmer = "គាត់ត្រូវបានវាយនៅប៉ុស្តិ៍នគរបាល";
const thai = "เขาถูกซ้อมทรมานในห้องสอบสวน";
const summary = "A survivor was beaten at a weir. No officer was asked about it.";
/** Everything that a person wrote in this test and that only members may read. */
const planted = [...names, "Beaten at the", khmer, thai];

test.use({ actionTimeout: 20_000 });

test("two people document one case together, apart and offline, and lose no word", async ({
  page,
  playwright,
  watchOver,
}, info) => {
  test.setTimeout(240_000);
  const profile = mkdtempSync(join(tmpdir(), "saksi-profile-"));
  const launch = info.project.use.launchOptions ?? {};
  const first = await playwright.chromium.launchPersistentContext(profile, {
    ...launch,
    viewport: { width: 1280, height: 800 },
  });
  watchOver(first);
  for (const context of [first, page.context()]) await takeDownloads(context);
  const heard = [overhear(first), overhear(page.context())];
  const a = first.pages()[0] ?? (await first.newPage());
  const b = page;
  const home = `${info.project.use.baseURL}`;
  let caseId = "";

  await test.step("one opens a space, the other joins it by six words", async () => {
    await a.goto(home);
    await createVault(a, dara);
    await createSpace(a, "Joint work", "relay");
    const link = await invite(a);
    await b.goto(link);
    await createVault(b, omar);
    await admit(a, b, omar.name);
    await expect(b.getByText(dara.name)).toBeVisible();
  });

  await test.step("what one writes the other reads, at once", async () => {
    await b.goto("#/cases");
    await expect(b.getByText("No case yet")).toBeVisible();
    caseId = await record(a, "case", {
      title: "Beaten at the weir",
      wishes: "A doctor, then a complaint",
      risk: { is: "Medium" },
    });
    const saved = Date.now();
    await expect(b.getByText("Beaten at the weir")).toBeVisible();
    info.annotations.push({ type: "seen elsewhere, ms", description: String(Date.now() - saved) });
    await expect(a.getByText("Sent", { exact: true })).toBeVisible();
  });

  await test.step("both edit one field without a network; both writings stand until one person decides", async () => {
    for (const [who, title] of [
      [a, "Beaten at the northern weir"],
      [b, "Beaten at the river weir"],
    ] as const) {
      await who.goto(`#/records/${caseId}`);
      await expect(who.getByRole("heading", { name: "Beaten at the weir" })).toBeVisible();
      await who.context().setOffline(true);
      await expect(who.getByText("Offline. Everything is kept on this device.")).toBeVisible();
      await who.getByRole("button", { name: "Edit", exact: true }).click();
      await who.locator('[data-field="title"]').getByRole("textbox").fill(title);
      await who.getByRole("button", { name: "Save", exact: true }).click();
      await expect(who.getByRole("heading", { name: title })).toBeVisible();
      await expect(who.getByText("Saved on this device", { exact: true })).toBeVisible();
    }
    for (const who of [a, b]) await who.context().setOffline(false);
    for (const who of [a, b]) {
      const conflict = who.getByRole("region", { name: "Two versions stand" });
      await expect(conflict.getByText("Beaten at the northern weir")).toBeVisible();
      await expect(conflict.getByText("Beaten at the river weir")).toBeVisible();
    }
    await a
      .getByRole("listitem")
      .filter({ hasText: "river weir" })
      .getByRole("button", { name: /^Keep this one/ })
      .click();
    for (const who of [a, b]) {
      await expect(who.getByRole("region", { name: "Two versions stand" })).toHaveCount(0);
      await expect(who.getByRole("heading", { name: "Beaten at the river weir" })).toBeVisible();
    }
    await expect(b.getByText("Beaten at the northern weir")).toHaveCount(0);
  });

  await test.step("a word inside an unspaced sentence is found; a name with a slip only by who may know it", async () => {
    await record(a, `person/${caseId}`, { pseudonym: "Quiet Lantern", roles: { are: ["Direct victim or survivor"] } });
    await record(a, "identity", {
      person: { to: ["Quiet Lantern"] },
      realName: canaries.latin,
      otherNames: [canaries.khmer, canaries.urdu, canaries.chinese].join("\n"),
    });
    await record(a, `testimony/${caseId}`, { account: `${khmer}\n${thai}\n${canaries.latin}` });
    for (const [who, words, found] of [
      [b, "នគរបាល", 1],
      [b, "ทรมาน", 1],
      [a, "Zarqavila Montiveros", 1],
      [b, "Zarqavila Montivero", 0],
    ] as const) {
      await who.goto("#/search");
      await who.getByRole("searchbox", { name: "Words, or a name" }).fill(words);
      if (found > 0) await expect(who.locator("a.hit").first()).toBeVisible();
      else await expect(who.getByText("Nothing found")).toBeVisible();
    }
  });

  await test.step("a picture goes up sealed and is looked at and taken out on the other side, byte for byte", async () => {
    const picture = pictureWith(names.join(" "));
    const exhibit = await record(a, `exhibit/${caseId}`, { title: "A scan of a paper", harmful: { is: "No" } });
    const name = `${canaries.latin} ${canaries.khmer}.png`;
    await a.getByLabel("Choose the file").setInputFiles({ name, mimeType: "image/png", buffer: picture });
    await a.getByRole("button", { name: /^Attach this file/ }).click();
    await expect(a.getByText(sha256(picture))).toBeVisible();
    await expect(a.getByText("not uploaded yet")).toHaveCount(0);

    await b.goto(`#/records/${exhibit}`);
    await expect(b.getByText(sha256(picture))).toBeVisible();
    await b.getByRole("button", { name: "Look at it here" }).click();
    await expect(b.frameLocator("iframe.preview").locator("img")).toBeVisible();
    await b.getByRole("button", { name: "Take a copy out of Saksi" }).click();
    const [copy] = await Promise.all([
      b.waitForEvent("download"),
      b.getByRole("button", { name: "Save an unsealed copy" }).click(),
    ]);
    expect(names.some((word) => copy.suggestedFilename().includes(word))).toBe(false);
    expect(readFileSync(await copy.path()).equals(picture)).toBe(true);
  });

  await test.step("an anonymous brief says what the editor wrote, and none of the names that were planted", async () => {
    const person = { to: ["Quiet Lantern"] };
    await record(a, `consent/${caseId}`, {
      person,
      keep: { is: "Yes" },
      understood: { is: "Yes" },
      comprehension: { is: "Yes" },
      inCustody: { is: "No" },
    });
    await record(a, `grant/${caseId}`, {
      consent: { to: ["Yes"] },
      person,
      purpose: { is: "Published case brief" },
      audiences: { are: ["Public"] },
      identityLevel: { is: "Fully anonymous" },
      content: { are: ["Facts"] },
      territory: { are: ["Everywhere"] },
      until: "2090",
      state: { is: "Active" },
    });
    await beginBrief(a, caseId, "Not at all");
    await a.getByLabel("Summary").fill(`It was ${canaries.khmer} who told us.`);
    await a.getByRole("button", { name: "Save the brief" }).click();
    await expect(a.getByText("This cannot be published as it is.")).toBeVisible();
    await a.getByLabel("Summary").fill(summary);
    await a.getByRole("button", { name: "Save the brief" }).click();
    await expect(a.getByText("Every page will say Draft, not cleared. Still missing:")).toBeVisible();
    for (const format of ["EPUB", "HTML"]) await a.getByLabel(format).check();
    await a.getByRole("button", { name: "Make the files" }).click();
    await expect(a.getByText("The files are ready.")).toBeVisible({ timeout: 60_000 });
    for (const format of ["PDF", "EPUB", "HTML"] as const) {
      const [file] = await Promise.all([
        a.waitForEvent("download"),
        a.getByRole("button", { name: `Save ${format}` }).click(),
      ]);
      const text = textOf(format, await file.path());
      expect(text).toContain(summary);
      expect(text).toContain("Draft, not cleared");
      expect(wordsIn(Buffer.from(`${text} ${file.suggestedFilename()}`), [...names, "Quiet Lantern"])).toEqual([]);
      expect(wordsIn(readFileSync(await file.path()), names)).toEqual([]);
    }
  });

  await test.step("a named brief is refused, and says whose consent is missing", async () => {
    await beginBrief(a, caseId, "By their name");
    const refused = a.getByText("This cannot be published as it is.").locator("..");
    await expect(refused.getByRole("link", { name: "Quiet Lantern" })).toBeVisible();
  });

  await test.step("reloaded, locked and unlocked, everything is there", async () => {
    await a.reload();
    await unlock(a, "not the right words");
    await expect(a.getByText("This is not the passphrase")).toBeVisible();
    await unlock(a, passphrase);
    await a.goto(`#/records/${caseId}`);
    await expect(a.getByRole("heading", { name: "Beaten at the river weir" })).toBeVisible();
  });

  await test.step("who is removed is told so and can send no more", async () => {
    await a.goto("#/alliance");
    await a.getByText("Joint work").click();
    await a.getByRole("button", { name: `Actions for ${omar.name}` }).click();
    await a.getByRole("menuitem", { name: "Remove from this space" }).click();
    await a.getByRole("button", { name: `Remove ${omar.name} and change the keys` }).click();
    await expect(a.getByText("Removed", { exact: true })).toBeVisible();
    await expect(b.getByText("You were removed from this space.").first()).toBeVisible();
    await record(a, `testimony/${caseId}`, { account: "Written after the removal" });
    await b.goto(`#/records/${caseId}`);
    await b.getByRole("button", { name: "Edit", exact: true }).click();
    await b.locator('[data-field="title"]').getByRole("textbox").fill("Too late");
    await b.getByRole("button", { name: "Save", exact: true }).click();
    await expect(b.locator("form.record-form").getByText("You were removed from this space.")).toBeVisible();
    await expect(b.getByRole("heading", { name: "Beaten at the river weir" })).toBeVisible();
  });

  await test.step("no name is readable on the relay, in the browser's files, in addresses or in the console", async () => {
    await first.close();
    expect(wordsIn(Buffer.from(heard.flat().join("\n")), planted)).toEqual([]);
    expect(wordsUnder(process.env.SAKSI_E2E_DATA ?? "", planted)).toEqual([]);
    expect(wordsUnder(profile, planted)).toEqual([]);
    expect(wordsUnder(profile, ["Saksi"])).not.toEqual([]); // what is no secret is found there: the search works
    rmSync(profile, { recursive: true, force: true });
  });
});

async function beginBrief(page: Page, caseId: string, named: string): Promise<void> {
  await page.goto(`#/publish/${caseId}`);
  await page.getByLabel(named).check();
  await page.getByRole("button", { name: "Begin this brief" }).click();
  await expect(page.getByRole("button", { name: "Save the brief" })).toBeVisible();
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

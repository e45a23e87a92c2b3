/**
 * From a testimony to a publication that a second member cleared: two people, two browsers. Each page says that it is a
 * draft until the other approved exactly this text; a consent that is taken back ends it.
 */

import type { Page } from "@playwright/test";
import { createSpace, createVault, expect, expectAccessible, expectFits, test } from "./person.ts";
import { admit, invite } from "./support/alliance.ts";
import { canaries, names, wordsIn } from "./support/canaries.ts";
import { record } from "./support/fill.ts";
import { pagesOf, takeDownloads, textOf } from "./support/made-files.ts";

const ana = { name: "Ana Made-up", organisation: "Example House" };
const ben = { name: "Ben Invented", organisation: "Example Clinic" };
const spoken = "They asked me nothing and hit me until it was light.";
const cleared = "A person was beaten at a police station. No officer was asked about it.";
const summary = "One person was beaten in custody. The complaint was not answered.";
/** What must not be in any file: who it was, what they are called here, and their words as they were said. */
const protectedWords = [...names, "Quiet Lantern", spoken];
const today = () => new Date().toLocaleDateString("en-CA");

test.use({ actionTimeout: 20_000 });

test("what one writes another clears, by its very words; who takes a consent back ends it", async ({
  page,
  browser,
  watchOver,
}) => {
  test.setTimeout(180_000);
  const other = await browser.newContext({ viewport: { width: 390, height: 800 } });
  watchOver(other);
  await takeDownloads(page.context());
  const [a, b] = [page, await other.newPage()];
  let caseId = "";
  let brief = "";

  await test.step("two people, one space; both read identities", async () => {
    await a.goto("./");
    await createVault(a, ana);
    await createSpace(a, "Joint work", "relay");
    const link = await invite(a, "both");
    await b.goto(link);
    await createVault(b, ben);
    await admit(a, b, ben.name);
  });

  await test.step("a case with a person, their words, a passage, and what they allowed", async () => {
    caseId = await record(a, "case", {
      title: "Beaten at a police station",
      wishes: "That it stops",
      state: { is: "Active" },
      risk: { is: "Low" },
      riskAssessed: today(),
    });
    await record(a, `person/${caseId}`, {
      pseudonym: "Quiet Lantern",
      ageBand: { is: "18" },
      roles: { are: ["Direct victim or survivor"] },
    });
    const person = { to: ["Quiet Lantern"] };
    await record(a, "identity", {
      person,
      realName: canaries.latin,
      otherNames: [canaries.khmer, canaries.urdu, canaries.chinese].join("\n"),
    });
    await record(a, `testimony/${caseId}`, { witness: person, account: `${spoken} My name is ${canaries.latin}.` });
    await record(a, `passage/${caseId}`, {
      heading: "What happened that night",
      text: cleared,
      language: { is: "English" },
      people: person,
      content: { are: ["Facts"] },
      identityLevel: { is: "Fully anonymous" },
      purposes: { are: ["Published case brief"] },
      audiences: { are: ["Public"] },
      clearedBy: ana.name,
      clearedOn: today(),
    });
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
  });

  await test.step("a brief without an approval is a draft on every page", async () => {
    await a.goto(`#/publish/${caseId}`);
    await a.getByLabel("Not at all").check();
    await a.getByRole("button", { name: "Begin this brief" }).click();
    await a.getByLabel("Summary").fill(summary);
    await a.getByLabel("What happened that night").check();
    await a.getByRole("button", { name: "Save the brief" }).click();
    await expect(a.getByText("Every page will say Draft, not cleared. Still missing:")).toBeVisible();
    await expect(a.getByText("Another member has not approved exactly this text.")).toBeVisible();
    brief = new URL(a.url()).hash;
    const draft = await madePdf(a);
    const pages = pagesOf(draft);
    expect(pages.filter((words) => !words.includes("Draft, not cleared"))).toEqual([]);
    expect(wordsIn(Buffer.from(textOf("PDF", draft)), protectedWords)).toEqual([]);
  });

  await test.step("the author asks; it stands first among what the other has to do today", async () => {
    await expect(a.getByText(`Who may approve: ${ben.name}.`)).toBeVisible();
    await expectAccessible(a);
    await a.getByRole("button", { name: "Ask for approval of exactly this text" }).click();
    await expect(a.getByText("You asked for approval of exactly this text.")).toBeVisible();
    await b.goto("#/");
    const asked = b.getByRole("region", { name: /^Waiting for your approval/ });
    await asked.getByRole("link", { name: /You are asked to approve a text/ }).click();
    await expect(b.getByText("You are asked to approve exactly this text.")).toBeVisible();
    await expect(b).toHaveURL(new RegExp(`${brief}$`));
  });

  await test.step("the other sees the same text by the same code, and exactly what is withheld", async () => {
    const code = (await a.locator("#approval ~ p code").textContent()) ?? "";
    expect(code).toMatch(/^[0-9a-f]{64}$/);
    await expect(b.locator("#approval ~ p code")).toHaveText(code);
    await expect(b.locator("article.preview")).toContainText(cleared);
    await b.locator("summary").filter({ hasText: "withheld" }).click();
    const withheld = b.getByRole("table", { name: "What stays behind, and why" });
    await expect(withheld.getByRole("row", { name: /Testimony Somebody/ }).first()).toBeVisible();
    await expect(withheld.getByRole("row", { name: /Identity/ }).first()).toBeVisible();
    await b.getByRole("button", { name: "Count it in the cases of this space" }).click();
    await expect(b.getByText("1 recorded person shares all of it, 5 are needed")).toBeVisible();
    expect(wordsIn(Buffer.from((await b.locator("main").textContent()) ?? ""), [...names, spoken])).toEqual([]);
    await expectAccessible(b);
    await expectFits(b);
  });

  await test.step("the other says no, and may look again: the same text is not lost for it", async () => {
    await b.getByRole("button", { name: "Do not approve" }).click();
    await expect(a.getByText(`${ben.name} did not approve this text`)).toBeVisible();
    await b.getByText("Look again, and approve it now").click();
    await expect(b.getByRole("button", { name: "Do not approve" })).toHaveCount(0);
    await expectAccessible(b);
    await expectFits(b);
  });

  await test.step("the other approves, condition by condition, and the author's page says so", async () => {
    const vouch = b.getByRole("group", { name: "I vouch for each of these" });
    await expect(b.getByRole("button", { name: "Approve exactly this text" })).toBeDisabled();
    for (const condition of await vouch.getByRole("checkbox").all()) await condition.check();
    await b.getByRole("button", { name: "Approve exactly this text" }).click();
    await expect(b.getByText(`${ben.name} approved exactly this text on`)).toBeVisible();
    await expect(a.getByText(`${ben.name} approved exactly this text on`)).toBeVisible();
    await expect(a.getByText("Cleared: every condition is recorded")).toBeVisible();
    await expect(b.getByRole("button", { name: "Take my approval back" })).toBeVisible();
    await b.goto("#/");
    await expect(b.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();
    await expect(b.getByText("You are asked to approve a text")).toHaveCount(0);
  });

  await test.step("cleared, the file is no draft, and holds nothing that is protected", async () => {
    const made = await madePdf(a);
    const text = textOf("PDF", made);
    expect(text).not.toMatch(/draft/i);
    expect(text).toContain(cleared);
    expect(text).toContain(summary);
    expect(wordsIn(Buffer.from(text), protectedWords)).toEqual([]);
    await a.getByRole("button", { name: "Record that it was published today" }).click();
    await expect(a.getByText("Published on")).toBeVisible();
    await expectAccessible(a);
  });

  await test.step("a word more is another text, which nobody approved", async () => {
    await a.getByLabel("Summary").fill(`${summary} Nobody was heard.`);
    await a.getByRole("button", { name: "Save the brief" }).click();
    await expect(a.getByText("An approval exists, but for another wording.")).toBeVisible();
    await expect(a.getByText("You asked before, for another wording.")).toBeVisible();
    await a.getByLabel("Summary").fill(summary);
    await a.getByRole("button", { name: "Save the brief" }).click();
    await expect(a.getByText("Cleared: every condition is recorded")).toBeVisible();
  });

  await test.step("a name that the other learns afterwards stops it at once", async () => {
    await a.getByLabel("Summary").fill(`${summary} It was Pranalika who told us.`);
    await a.getByRole("button", { name: "Save the brief" }).click();
    await expect(a.getByRole("button", { name: "Make the files" })).toBeVisible();
    await record(b, "identity", { person: { to: ["Quiet Lantern"] }, realName: "Pranalika Made-up" });
    await expect(a.getByText("The text holds a protected name or number, kept here:")).toBeVisible();
    await expect(a.getByRole("button", { name: "Make the files" })).toHaveCount(0);
    await a.getByLabel("Summary").fill(summary);
    await a.getByRole("button", { name: "Save the brief" }).click();
    await expect(a.getByText("Cleared: every condition is recorded")).toBeVisible();
  });

  await test.step("a consent that is taken back refuses it, and asks for what is out to be taken down", async () => {
    await b.goto(`#/cases/${caseId}`);
    await b.getByRole("tab", { name: "Consent" }).click();
    await b
      .getByRole("tabpanel")
      .getByRole("link", { name: /Published case brief/ })
      .first()
      .click();
    await b.getByRole("button", { name: "Edit", exact: true }).click();
    await b.locator('[data-field="state"] select').selectOption("CT.WITHDRAWN");
    await b.getByRole("button", { name: "Save", exact: true }).click();
    await expect(a.getByText("This cannot be published as it is.")).toBeVisible();
    await expect(a.getByText("No grant of this person covers this use.")).toBeVisible();
    await expect(a.getByRole("button", { name: "Make the files" })).toHaveCount(0);
    await a.goto("#/");
    await a.getByRole("link", { name: /Take a publication down/ }).click();
    await a.getByRole("button", { name: "Record that it was taken down" }).click();
    await expect(a.getByText("This was published and then taken down.")).toBeVisible();
  });

  await test.step("who loses a circle is told what is set aside, until they hide the line; the space goes on saying so", async () => {
    await b.context().setOffline(true);
    await record(b, "identity", { person: { to: ["Quiet Lantern"] }, realName: "Written offline" });
    await a.goto("#/alliance");
    await a.getByText("Joint work").click();
    const actions = a.getByRole("button", { name: `Actions for ${ben.name}` });
    await actions.click();
    const size = a.viewportSize() ?? { width: 1280, height: 800 };
    await a.setViewportSize({ width: 400, height: 700 });
    await expect(async () => {
      const [button, menu] = [await actions.boundingBox(), await a.getByRole("menu").boundingBox()];
      const [from, to] = [button?.y ?? 0, menu?.y ?? Number.POSITIVE_INFINITY];
      expect(
        Math.min(Math.abs(to - from - (button?.height ?? 0)), Math.abs(from - to - (menu?.height ?? 0))),
      ).toBeLessThan(12);
      expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(400);
    }).toPass({ timeout: 5000 });
    await a.setViewportSize(size);
    await a.getByRole("menuitem", { name: "Change what they may do and read" }).click();
    await a.getByLabel("Also identities and clinical details").uncheck();
    await expect(a.getByText("This does not make anything unread")).toBeVisible();
    await expectAccessible(a);
    await a.getByRole("button", { name: `Change it for ${ben.name}` }).click();
    await expect(a.getByRole("dialog")).toHaveCount(0);
    await b.context().setOffline(false);
    const aside = b.getByText(/Your role or circles in this space changed/);
    await expect(aside).toBeVisible();
    await expectAccessible(b);
    await b.getByRole("button", { name: "Hide this line" }).click();
    await expect(aside).toHaveCount(0);
    await b.goto("#/alliance");
    await b.getByText("Joint work").click();
    await expect(aside).toBeVisible();
  });

  await test.step("an editor outside the smaller circle is told so, and by whom it can be done", async () => {
    await record(a, "identity", { person: { to: ["Quiet Lantern"] }, realName: "Somebody Made-up" });
    await b.goto(brief);
    await expect(b.getByText("Part of this space is kept for a smaller circle that you are not in.")).toBeVisible();
    await expect(b.getByText(`Who reads all of it can publish and approve this brief: ${ana.name}.`)).toBeVisible();
    await expectAccessible(b);
    await expectFits(b);
  });
  await other.close();
});

/** From the page of a brief: the path of the PDF that it makes now. */
async function madePdf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Make the files" }).click();
  await expect(page.getByText("The files are ready.")).toBeVisible({ timeout: 60_000 });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save PDF" }).click(),
  ]);
  return file.path();
}

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { aPdf, busy, closedWithPassword, page as pdfPage, scripted } from "../records/exhibits/pdf/pdf-file.example.ts";
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
import { admit, invite } from "./support/alliance.ts";
import { record } from "./support/fill.ts";
import { pictureWith, takeDownloads } from "./support/made-files.ts";

const dara = { name: "Dara Made-up", organisation: "Example House" };
const omar = { name: "Omar Invented", organisation: "Example Clinic" };

/** An exhibit without a file, in a space of its own; its id. */
async function anExhibit(
  page: Page,
  { where = "alone", harmful = "No" }: { where?: "alone" | "relay"; harmful?: "No" | "Yes" } = {},
): Promise<string> {
  await page.goto("./");
  await createVault(page, dara);
  await createSpace(page, "Casework", where);
  return record(page, "exhibit", { title: "A made-up paper", harmful: { is: harmful } });
}

async function attach(page: Page, file: { name: string; mimeType: string; buffer: Uint8Array }) {
  await page.getByLabel("Choose the file").setInputFiles({ ...file, buffer: Buffer.from(file.buffer) });
  await page.getByRole("button", { name: /^Attach this file/ }).click();
  await expect(page.getByText("Hashed")).toBeVisible();
}

const attachPdf = (page: Page, bytes: Uint8Array) =>
  attach(page, { name: "paper.pdf", mimeType: "application/pdf", buffer: bytes });

const look = (page: Page) => page.getByRole("button", { name: "Look at it here" }).click();

/** How many points of the page in sight are dark. */
const inked = (page: Page) =>
  page.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.filter((value, at) => at % 4 === 0 && value < 128).length;
  });

test("a picture is hashed, sealed, looked at in a frame that can do nothing, and comes out byte for byte", async ({
  page,
  context,
}) => {
  await takeDownloads(context);
  await anExhibit(page, { harmful: "Yes" });
  const picture = pictureWith("a made-up place");
  await attach(page, { name: "somebody's name.png", mimeType: "image/png", buffer: picture });
  await expect(page.getByText("Covered. It may be hard to look at.")).toBeVisible();
  await expectAccessible(page);
  await look(page);
  const frame = page.locator("iframe.preview");
  await expect(frame).toHaveAttribute("sandbox", "");
  await expect(frame.contentFrame().locator("img")).toHaveJSProperty("naturalWidth", 16);

  await page.getByRole("button", { name: "Take a copy out of Saksi" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save an unsealed copy" }).click();
  const copy = await coming;
  expect(copy.suggestedFilename()).toMatch(/^exhibit-[a-z2-7]{6}\.png$/);
  expect(readFileSync(await copy.path()).equals(picture)).toBe(true);
});

test("sound and film play in the same frame", async ({ page }) => {
  await anExhibit(page);
  await attach(page, { name: "voice.wav", mimeType: "audio/wav", buffer: silence(2) });
  await look(page);
  const audio = page.frameLocator("iframe.preview").locator("audio");
  await expect(audio).toHaveJSProperty("duration", 2);

  await record(page, "exhibit", { title: "A made-up film", harmful: { is: "No" } });
  await attach(page, { name: "film.webm", mimeType: "video/webm", buffer: await film(page) });
  await look(page);
  await expect(page.frameLocator("iframe.preview").locator("video")).toHaveJSProperty("videoWidth", 64);
});

test("a PDF is drawn page by page in the closed frame, by keyboard too, and without a network", async ({
  page,
  context,
}) => {
  await anExhibit(page);
  await attachPdf(page, aPdf(Array.from({ length: 12 }, (_, at) => pdfPage(`Sheet number ${at + 1}`))));
  await expectAccessible(page);
  await keptForOffline(page);
  await look(page);
  await expect(page.getByRole("img", { name: "Page 1 of 12" })).toBeVisible();
  expect(await inked(page)).toBeGreaterThan(100);
  await expect(page.locator("iframe.closed-frame")).toHaveAttribute("sandbox", "allow-scripts");

  await page.getByRole("button", { name: "Next page" }).click();
  await page.getByText("The words of this page").click();
  await expect(page.getByText("Sheet number 2", { exact: true })).toBeVisible();
  await page.getByRole("region", { name: "Page 2 of 12" }).focus();
  await page.keyboard.press("End");
  await expect(page.getByText("Sheet number 12", { exact: true })).toBeVisible();
  await page.getByLabel("Go to page").fill("7");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Sheet number 7", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Larger" }).click();
  await expect(page.getByText("150%")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);

  await page.getByRole("button", { name: "Cover it again" }).click();
  await expect(page.locator("iframe.closed-frame")).toHaveCount(0);
  await context.setOffline(true);
  await look(page);
  await expect(page.getByRole("img", { name: "Page 1 of 12" })).toBeVisible();
});

test("a PDF full of traps runs nothing and reaches nothing, and what draws it could not either", async ({
  page,
  context,
  baseURL,
}) => {
  const asked: string[] = [];
  await anExhibit(page);
  await attachPdf(page, scripted("https://elsewhere.example"));
  context.on("request", (request) => asked.push(request.url()));
  context.on("page", () => asked.push("a window"));
  page.on("dialog", () => asked.push("a dialog"));
  const started = page.waitForEvent("worker");
  await look(page);
  const drawing = await started;
  await expect(page.getByRole("img", { name: "Page 1 of 1" })).toBeVisible();
  expect(await inked(page)).toBeGreaterThan(100);
  await page.locator("canvas").click();
  const foreign = () => asked.filter((url) => !url.startsWith(baseURL ?? "?") && !url.startsWith("blob:"));
  expect(foreign()).toEqual([]);

  // As if the file had taken over everything that draws it.
  const reached = await drawing.evaluate(async (own) => {
    const tried: Record<string, () => unknown> = {
      fetch: () => fetch(`${own}../healthz`, { mode: "no-cors" }),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket("ws://127.0.0.1:9/");
          socket.onopen = resolve;
          socket.onerror = reject;
        }),
      script: () => (self as unknown as { importScripts(url: string): void }).importScripts(`${own}service-worker.js`),
      imported: () => import(/* @vite-ignore */ `${own}service-worker.js`),
      evaluated: () => self.eval("1"),
      disk: () => navigator.storage.getDirectory(),
      database: () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("x");
          opening.onsuccess = resolve;
          opening.onerror = reject;
        }),
      caches: () => caches.keys(),
    };
    const reached = self.origin === "null" ? [] : [self.origin];
    for (const [name, attempt] of Object.entries(tried)) {
      try {
        await attempt();
        reached.push(name);
      } catch {}
    }
    return reached;
  }, baseURL ?? "");
  expect(reached).toEqual([]);
  expect(foreign()).toEqual([]);
});

test("a PDF made to keep a machine busy holds up nobody, is ended, and says so", async ({ page }) => {
  await anExhibit(page);
  await attachPdf(page, busy());
  await look(page);
  await page.locator("iframe.closed-frame").waitFor({ state: "attached" });
  const waited = await page.evaluate(async () => {
    let longest = 0;
    for (let at = performance.now(), end = at + 3000; at < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const now = performance.now();
      longest = Math.max(longest, now - at);
      at = now;
    }
    return longest;
  });
  expect(waited).toBeLessThan(1000);
  await expect(page.getByText(/^Drawing (this PDF )?was ended/)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("iframe.closed-frame")).toHaveCount(0);
});

test("a PDF with a password, a damaged one and one that is none each have an answer", async ({ page }) => {
  await anExhibit(page);
  await attachPdf(page, closedWithPassword);
  await look(page);
  await page.getByLabel("Password of the PDF").fill("another");
  await page.getByRole("button", { name: "Open the PDF" }).click();
  await expect(page.getByText("That is not its password.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Password of the PDF").fill("open");
  await page.getByRole("button", { name: "Open the PDF" }).click();
  await expect(page.getByRole("img", { name: "Page 1 of 1" })).toBeVisible();

  const answers: readonly (readonly [string, string, RegExp])[] = [
    ["%PDF-1.7 and then nothing", "application/pdf", /not a PDF that can be read/],
    ["<script>alert(1)</script>", "application/pdf", /not a PDF that can be read/],
    ["", "application/pdf", /The file is empty/],
    [
      "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
      "image/svg+xml",
      /not shown here: it can carry code/,
    ],
    ["<!doctype html><script>alert(1)</script>", "text/html", /not shown here: it can carry code/],
    ["<!doctype html><script>alert(1)</script>", "image/png", /not what it says it is/],
    ["\0\0\0\x18ftypheic\0\0\0\0mif1heic", "image/jpeg", /HEIC format are not shown/],
  ];
  for (const [content, mimeType, answer] of answers) {
    await record(page, "exhibit", { title: "Another made-up paper", harmful: { is: "No" } });
    await attach(page, { name: "paper", mimeType, buffer: Buffer.from(content, "latin1") });
    const cover = page.getByRole("button", { name: "Look at it here" });
    const said = page.getByText(answer);
    await expect(cover.or(said)).toBeVisible();
    if (await cover.isVisible()) await cover.click();
    await expect(said).toBeVisible();
  }
});

test("a file paused on its way stays so over a reload on either side, and opens by itself once it has come", async ({
  page,
  browser,
  watchOver,
}) => {
  const exhibit = await anExhibit(page, { where: "relay" });
  const context = await browser.newContext();
  watchOver(context);
  const theirs = await context.newPage();
  await page.goto("#/alliance");
  await page.getByRole("link", { name: "Casework" }).click();
  await theirs.goto(await invite(page));
  await createVault(theirs, omar);
  await admit(page, theirs, omar.name);
  await page.goto(`#/records/${exhibit}`);

  await page.route("**/v1/spaces/*/chunks/*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await attachPdf(page, aPdf([pdfPage("Six pieces long")], undefined, [[100, noise(6 * 1024 * 1024)]]));
  await page.getByRole("button", { name: "Pause" }).click();
  const notSent = page.getByText(/^Paused by you: \d of 7 pieces are sent/);
  await expect(notSent).toBeVisible();
  await page.reload();
  await unlock(page);
  await expect(notSent).toBeVisible();

  await theirs.goto(`#/records/${exhibit}`);
  await look(theirs);
  await expect(theirs.getByText("The device it was attached on has not sent the others yet")).toBeVisible();
  await expect(theirs.getByText("It opens here by itself")).toBeVisible();
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "Pause" }).click();
  const notCome = theirs.getByText(/^Paused by you: \d of 7 pieces are on this device/);
  await expect(notCome).toBeVisible();
  await theirs.reload();
  await unlock(theirs);
  await expect(notCome).toBeVisible();
  await theirs.getByRole("button", { name: "Go on" }).click();
  await theirs.getByRole("button", { name: "Pause" }).click();
  await theirs.getByRole("button", { name: "Do not bring it" }).click();
  await expect(theirs.getByText(/pieces are on this device/)).toHaveCount(0);
  await look(theirs);
  await expect(theirs.getByText("It opens here by itself")).toBeVisible();

  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText(/pieces are sent/)).toHaveCount(0);
  await expect(theirs.getByRole("img", { name: "Page 1 of 1" })).toBeVisible({ timeout: 60_000 });
  await context.close();
});

/** WAV, 8 bits, 8,000 a second. */
function silence(seconds: number): Buffer {
  const samples = Buffer.alloc(seconds * 8000, 128);
  const head = Buffer.alloc(44);
  head.write("RIFF\0\0\0\0WAVEfmt ", "latin1");
  head.writeUInt32LE(36 + samples.length, 4);
  head.writeUInt32LE(16, 16);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.writeUInt16LE(value, at);
  for (const at of [24, 28]) head.writeUInt32LE(8000, at);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** A grey film of 64 points, made by the browser itself. */
async function film(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 64 });
    const drawing = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: "video/webm" });
    const parts: Blob[] = [];
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
    recorder.start();
    for (let frame = 0; frame < 8; frame += 1) {
      drawing?.fillRect(frame, 0, 8, 64);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    recorder.stop();
    await stopped;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** A stream of a PDF that nothing shows and nothing can make smaller. */
function noise(bytes: number): string {
  const text = randomBytes(bytes / 2).toString("hex");
  return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
}

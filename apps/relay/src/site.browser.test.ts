/** What only a browser shows of a published site: that nothing in it runs, and what another page may put in a frame. */

import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { toHex } from "@saksi/wire/bytes";
import { type Cbor, encode } from "@saksi/wire/cbor";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExampleRelay, exampleRelay } from "./example-relay.ts";
import { type Served, serveRelay } from "./serve.ts";
import { signedSite } from "./site-bundle.ts";

const files = {
  "index.html": `<!doctype html><title>still</title><style>p{color:green}</style><p>A page
<script>document.title = "ran"</script><script src="/ran.js"></script><img src="/nowhere.png" onerror="document.title = 'ran'">
<svg><script>document.title = "ran"</script></svg><a href="javascript:document.title='ran'">press</a>`,
  "ran.js": "document.title = 'ran'",
  "cards/idn.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="315"><text y="40">A card</text></svg>`,
};

const folder = mkdtempSync(join(tmpdir(), "saksi-shown-"));
let relay: ExampleRelay;
let served: Served;
let elsewhere: Server;
let browser: Browser;

beforeAll(async () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const key = Uint8Array.from(publicKey.export({ format: "der", type: "spki" }).subarray(12));
  relay = exampleRelay({ site: { folder, keys: [key] } });
  served = await serveRelay({ host: "127.0.0.1", port: 0, relay: () => relay });
  const list = encode(Object.entries(files).map(([path, text]): Cbor => [path, new TextEncoder().encode(text)]));
  const hash = Uint8Array.from(createHash("sha256").update(list).digest());
  const signature = Uint8Array.from(sign(null, signedSite("publish", 1, hash), privateKey));
  const headers = { "saksi-site": toHex(encode([key, 1, hash, signature])) };
  await relay.request("/v1/site", { method: "PUT", headers, body: list as Uint8Array<ArrayBuffer> }); // made just above
  const frame = (path: string): string => `<iframe src="http://127.0.0.1:${served.port}${path}"></iframe>`;
  elsewhere = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html");
    answer.end(frame("/cards/idn.svg") + frame("/index.html"));
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  browser = await chromium.launch({
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    ...(installed !== undefined && { executablePath: installed }),
  });
});
afterAll(async () => {
  await browser.close();
  elsewhere.close();
  await served.stop();
  relay.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("no script of a published page runs, whatever its form, and the page has an origin that nothing else has", async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${served.port}/`, { waitUntil: "networkidle" });
  await page.getByText("press").click();
  expect(await page.title()).toBe("still");
  expect(await page.evaluate(() => origin)).toBe("null");
  expect(await page.evaluate(() => getComputedStyle(document.querySelector("p") ?? document.body).color)).toBe(
    "rgb(0, 128, 0)",
  );
  await page.close();
});

test("a card shows in a frame of another site; a page does not", async () => {
  const page = await browser.newPage();
  const { port } = elsewhere.address() as AddressInfo; // it listens on a port, not on a pipe
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: "networkidle" });
  await page.frameLocator("iframe >> nth=0").getByText("A card").waitFor();
  expect(page.frames().map((frame) => frame.url())).not.toContain(`http://127.0.0.1:${served.port}/index.html`);
  await page.close();
});

import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "../../scripts/find-tools.mjs";

const relay = fileURLToPath(new URL("../relay/dist/main.js", import.meta.url));

// Chosen once: the workers read this file again, and inherit what stands in the environment.
process.env.SAKSI_E2E_PORT ??= String(await freePort());
process.env.SAKSI_E2E_DATA ??= mkdtempSync(join(tmpdir(), "saksi-e2e-"));
const { SAKSI_E2E_PORT: port, SAKSI_E2E_DATA: data } = process.env;
const browser = process.env.SAKSI_BROWSER ?? findBrowser();

/** Serves what was built, by the relay itself, so that its headers are those of the product. */
export default defineConfig({
  testDir: "src/e2e",
  outputDir: "test-results",
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A test that passes only at a second try found something: it is looked into, not tried again.
  retries: 0,
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}/app/`,
    viewport: { width: 1280, height: 800 },
    // Pictures of every step would cost a sixth of the time; what stood on the page is kept without them.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      ...(browser !== null && { executablePath: browser }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" "${relay}" --port ${port} --data "${data}"`,
    url: `http://localhost:${port}/healthz`,
    reuseExistingServer: false,
  },
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}

import { existsSync } from "node:fs";
import process from "node:process";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** An installed Chromium; undefined: Playwright finds its own. */
export const browserPath = (): string | undefined =>
  [process.env.SAKSI_BROWSER, ...usual].find((path) => path !== undefined && existsSync(path));

// What the tests need beside Node: a browser, and other people's validators of our files. Found, or installed where
// this is root on Debian.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const browsers = [
  process.env.SAKSI_BROWSER,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of an installed Chromium or Chrome, or null. */
export const findBrowser = () => browsers.find((path) => path && existsSync(path)) ?? null;

/** Installs a browser: the system's package where this is root on Debian, else Playwright's own. Null: Playwright finds its own. */
export function installBrowser() {
  if (debianRoot() && aptInstall(["chromium"])) return findBrowser();
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit" });
  return null;
}

const validators = { qpdf: "qpdf", pdfinfo: "poppler-utils", pdftotext: "poppler-utils", epubcheck: "epubcheck" };

/** The programs by which others check our files. Tests name the ones that are missing. */
export function installValidators() {
  const missing = [
    ...new Set(
      Object.entries(validators)
        .filter(([program]) => !has(program))
        .map(([, name]) => name),
    ),
  ];
  if (missing.length > 0 && debianRoot()) aptInstall(missing);
}

const has = (program) =>
  (process.env.PATH ?? "")
    .split(process.platform === "win32" ? ";" : ":")
    .some((folder) => existsSync(`${folder}/${program}`));

const debianRoot = () => existsSync("/etc/debian_version") && process.getuid?.() === 0;

function aptInstall(packages) {
  console.log(`Installing ${packages.join(", ")}`);
  const apt = (...args) =>
    spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=500", "-qq", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  return apt("update") && apt("install", "-y", "--no-install-recommends", ...packages);
}

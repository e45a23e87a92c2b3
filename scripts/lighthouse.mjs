// Measures the public site as a relay serves it: `node scripts/lighthouse.mjs [path…]`. Lighthouse itself comes by npx and is no dependency.
import { spawn, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const paths =
  process.argv.length > 2 ? process.argv.slice(2) : ["/", "/states/idn.html", "/publications/landmark-decisions/"];
const parts = ["performance", "accessibility", "best-practices", "seo"];
const flags =
  "--no-sandbox --headless=new --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const tries = 3; // a busy machine loses a trace now and then
const port = 8479;
const folder = mkdtempSync(join(tmpdir(), "saksi-lighthouse-"));
const run = (words, options = {}) => {
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8", ...options });
  if (status !== 0) throw new Error(stderr);
};

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const publicHex = publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");
writeFileSync(join(folder, "key.pem"), privateKey.export({ format: "pem", type: "pkcs8" }));
run(["scripts/build.mjs"]);
const relay = spawn(
  process.execPath,
  ["apps/relay/dist/main.js", "--port", String(port), "--data", join(folder, "relay"), "--site-key", publicHex],
  { cwd: root, stdio: "ignore" },
);
try {
  const url = `http://localhost:${port}`;
  while (!(await fetch(`${url}/healthz`).catch(() => null))) await new Promise((resolve) => setTimeout(resolve, 200));
  const key = join(folder, "key.pem");
  run(["apps/cli/dist/saksi.js", "site", "-o", join(folder, "site"), "--publish", url, "--key", key, "--address", url]);
  console.log(["page", ...parts].join("\t"));
  for (const path of paths) console.log([path, ...measured(url + path)].join("\t"));
} finally {
  relay.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** Of each part 0 to 100, on Lighthouse's own mobile profile. */
function measured(address) {
  const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  const report = join(folder, "report.json");
  for (let at = 1; at <= tries; at += 1) {
    const words = ["--yes", "lighthouse@12.8.2", address, "--quiet", "--output=json", `--output-path=${report}`];
    const asked = [`--only-categories=${parts.join(",")}`, `--chrome-flags=${flags}`];
    spawnSync("npx", [...words, ...asked], { env: { ...process.env, ...(installed && { CHROME_PATH: installed }) } });
    const { categories, runtimeError } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
    if (categories && !runtimeError) return parts.map((part) => Math.round(categories[part].score * 100));
  }
  return parts.map(() => "?");
}

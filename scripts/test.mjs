// Every check, in order, each named after what it holds. `--quick` leaves out the build and the browser.
import { spawnSync } from "node:child_process";
import { findBrowser, installBrowser, installValidators } from "./find-tools.mjs";

const quick = process.argv.includes("--quick");

const steps = [
  ["the code is formatted and follows the house's rules", "npx", ["biome", "ci", "--diagnostic-level=error", "."]],
  ["no promise floats and no import goes round", "npx", ["oxlint", "--type-aware", "--deny-warnings", "--quiet"]],
  ["every package holds its types on its own platform", "node", ["scripts/types.mjs"]],
  ["laws, vectors, rules and formats hold", "npx", ["vitest", "run"]],
];
if (!quick) {
  steps.push(
    ["everything builds", "node", ["scripts/build.mjs", "--fresh"]],
    ["the first screen stays small", "node", ["scripts/size.mjs"]],
    [
      "two people and two browsers do the whole job",
      "npx",
      ["playwright", "test", "--config", "apps/web/playwright.config.ts"],
    ],
  );
}

const browser = findBrowser() ?? installBrowser();
installValidators();
const env = { ...process.env, ...(browser === null ? {} : { SAKSI_BROWSER: browser }) };

const failed = [];
for (const [title, command, args] of steps) {
  const from = Date.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { stdio: "inherit", env });
  console.log(`── ${status === 0 ? "held" : "BROKEN"} (${((Date.now() - from) / 1000).toFixed(0)} s): ${title}`);
  if (status !== 0) failed.push(title);
}
for (const title of failed) console.log(`BROKEN: ${title}`);
console.log(`\n${steps.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);

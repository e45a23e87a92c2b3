// Checks the types of every package against its own platform: `node scripts/types.mjs [folder…]`.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const every = [
  ".",
  "tests",
  "bench",
  ...["packages", "apps"].flatMap((top) => readdirSync(top).map((name) => `${top}/${name}`)),
];
const wanted = process.argv.length > 2 ? process.argv.slice(2) : every;
let failed = 0;
for (const folder of wanted) {
  const { status } = spawnSync("npx", ["tsc", "-p", folder], { stdio: "inherit" });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);

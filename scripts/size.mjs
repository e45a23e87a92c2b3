// The first screen loads at most 100 KB, gzip: the page, its style and every script it asks for before the first word.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const most = 100_000;
const dist = fileURLToPath(new URL("../apps/web/dist", import.meta.url));
const page = readFileSync(join(dist, "index.html"), "utf8");

/** What the page names, and what those scripts import before they run; not what they fetch later. */
const first = new Set([
  "index.html",
  ...[...page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css|svg))"/g)].map(([, name]) => name),
]);
for (const name of first) {
  if (!name.endsWith(".js")) continue;
  const code = readFileSync(join(dist, name), "utf8");
  for (const [, other] of code.matchAll(/(?:^|[;}\s])(?:import|from)\s*"\.\/([^"]+\.js)"/g))
    first.add(`assets/${other}`);
}

const sizes = [...first].map((name) => ({
  name,
  bytes: gzipSync(readFileSync(join(dist, name)), { level: 9 }).length,
}));
for (const { name, bytes } of sizes) console.log(`${String(bytes).padStart(7)}  ${name}`);
const whole = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`${String(whole).padStart(7)}  before the first screen (at most ${most})`);
process.exit(whole <= most ? 0 : 1);

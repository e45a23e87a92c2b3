// Builds what is not built, bundles the measures, and runs them: `npm run bench -- --only KEY,KEY --entries N`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const built = spawnSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "inherit" });
if (built.status !== 0) process.exit(built.status ?? 1);

/** Our own code is bundled; whatever npm brought is found where it put it. */
const ownCodeOnly = {
  name: "own-code-only",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@saksi/") ? undefined : { path, external: true },
    );
  },
};
const program = join(root, ".saksi/bench/bench.mjs");
await build({
  absWorkingDir: root,
  entryPoints: ["bench/main.ts"],
  outfile: program,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: true,
  loader: { ".csv": "text" },
  plugins: [ownCodeOnly],
  logLevel: "warning",
});
const words = ["--enable-source-maps", program, "--root", root, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, words, { stdio: "inherit" });
process.exit(status ?? 1);

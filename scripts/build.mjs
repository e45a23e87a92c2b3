// Builds what is not built: the web app with Vite, relay and command line with esbuild. `--fresh` builds everything.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const fresh = process.argv.includes("--fresh");
const stampsFile = join(root, ".saksi", "built.json");

/** Whatever is not ours stays outside: native parts and WebAssembly are found where npm put them. */
const ownCodeOnly = {
  name: "own-code-only",
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@saksi/") || path.startsWith(root)
        ? undefined
        : { path, external: true },
    );
  },
};

const forNode = (entry, outfile, banner = "") =>
  bundle({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    sourcemap: true,
    sourcesContent: false,
    legalComments: "none",
    banner: { js: banner },
    loader: { ".csv": "text" },
    plugins: [ownCodeOnly],
    logLevel: "warning",
  });

const parts = [
  {
    name: "web",
    result: "apps/web/dist/service-worker.js",
    sources: ["apps/web", "packages"],
    async build() {
      const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin/vite.js");
      const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
        cwd: join(root, "apps/web"),
        stdio: "inherit",
      });
      if (status !== 0) throw new Error("the web app did not build");
    },
  },
  {
    name: "relay",
    result: "apps/relay/dist/main.js",
    sources: ["apps/relay", "packages/wire"],
    build: () => forNode("apps/relay/src/main.ts", "apps/relay/dist/main.js"),
  },
  {
    name: "cli",
    result: "apps/cli/dist/saksi.js",
    sources: ["apps/cli", "packages"],
    build: () => forNode("apps/cli/src/main.ts", "apps/cli/dist/saksi.js", "#!/usr/bin/env node"),
  },
];

/** Changes with any file under these folders; reads names, sizes and times only, so an unchanged tree takes moments. */
function stampOf(folders) {
  const hash = createHash("sha256");
  const look = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (["node_modules", "dist", "test-results"].includes(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else look(path);
    }
  };
  for (const folder of folders) walk(join(root, folder));
  look(join(root, "package-lock.json"));
  look(join(root, "scripts/build.mjs"));
  return hash.digest("hex");
}

const read = () => (existsSync(stampsFile) ? JSON.parse(readFileSync(stampsFile, "utf8")) : {});

mkdirSync(dirname(stampsFile), { recursive: true });
for (const { name, result, sources, build } of parts) {
  const stamp = stampOf(sources);
  if (!fresh && existsSync(join(root, result)) && read()[name] === stamp) continue;
  const from = Date.now();
  await build();
  writeFileSync(stampsFile, JSON.stringify({ ...read(), [name]: stamp }));
  console.log(`built ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
}

/** The page that is measured: the app's own worker behind the app's own line, and nothing around it. */

import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

/** @returns  the folder, for the relay to serve under the app's policy */
export async function bundledPage(root: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: {
      page: "bench/browser/page.ts",
      "vault.worker": "apps/web/src/vault.worker.ts",
      "floor.worker": "bench/browser/floor.worker.ts",
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2023",
    minify: true,
    loader: { ".csv": "text" },
    logLevel: "error",
  });
  const wasm = createRequire(join(root, "packages/vault/package.json")).resolve(
    "@journeyapps/wa-sqlite/dist/mc-wa-sqlite.wasm",
  );
  cpSync(wasm, join(folder, "mc-wa-sqlite.wasm"));
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="page.js"></script>\n`,
  );
  return folder;
}

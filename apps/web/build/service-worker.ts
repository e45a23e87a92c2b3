/**
 * Vite: after everything is written, lists every file with its SHA-256 and size and writes the service worker with that
 * list inside. From `dist`, because the page itself changes after the bundle was generated.
 */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Plugin, ResolvedConfig } from "vite";

export function serviceWorker(main: URL): Plugin {
  let config: ResolvedConfig;
  return {
    name: "saksi-service-worker",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      // After every other plugin has written its files.
      order: "post",
      sequential: true,
      async handler() {
        const dist = resolve(config.root, config.build.outDir);
        await build({
          entryPoints: [fileURLToPath(main)],
          outfile: join(dist, "service-worker.js"),
          bundle: true,
          minify: true,
          format: "iife",
          target: "es2022",
          define: { FILES: JSON.stringify(filesOf(dist)) },
        });
      },
    },
  };
}

/** Path to `[sha256, bytes]`, in an order that does not depend on the disk. */
function filesOf(dist: string): Readonly<Record<string, readonly [string, number]>> {
  const paths = readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(dist, path)).isFile() && path !== "service-worker.js" && !path.endsWith(".map"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  return Object.fromEntries(
    paths.map((path) => {
      const bytes = readFileSync(join(dist, path));
      return [path, [createHash("sha256").update(bytes).digest("hex"), bytes.length]];
    }),
  );
}

/** Vite: fonts and typesetter lie in `publish/` of the built app, fetched when the first file is made. */

import { cpSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin, ResolvedConfig } from "vite";

const wasm = "@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm";

/** @param fonts  folder of the fonts that ship, with their licence */
export function publishFiles(fonts: URL): Plugin {
  let config: ResolvedConfig;
  return {
    name: "saksi-publish-files",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      const folder = resolve(config.root, config.build.outDir, "publish");
      mkdirSync(folder, { recursive: true });
      cpSync(fileURLToPath(fonts), join(folder, "fonts"), {
        recursive: true,
        filter: (path) => !path.endsWith(".mjs"),
      });
      cpSync(createRequire(fonts).resolve(wasm), join(folder, "typst.wasm"));
    },
  };
}

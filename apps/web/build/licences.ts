/** Vite: the terms of everything that ships inside the built app, as their owners wrote them, in `publish/licences.txt`. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin, ResolvedConfig } from "vite";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** @param packages  folders of ours whose dependencies ship, theirs included */
export function licences(modules: URL, packages: readonly URL[]): Plugin {
  let config: ResolvedConfig;
  return {
    name: "saksi-licences",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      const folder = resolve(config.root, config.build.outDir, "publish");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "licences.txt"), termsOf(modules, packages).join(`\n\n${"=".repeat(100)}\n\n`));
    },
  };
}

function termsOf(modules: URL, packages: readonly URL[]): readonly string[] {
  const waiting = packages.flatMap((folder) => Object.keys(manifestIn(folder).dependencies ?? {}));
  const terms = new Map<string, string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const folder = new URL(`${name}/`, modules);
    if (terms.has(name) || name.startsWith("@saksi/") || !existsSync(folder)) continue;
    const manifest = manifestIn(folder);
    waiting.push(...Object.keys(manifest.dependencies ?? {}));
    const texts = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      .sort()
      .map((file) => readFileSync(new URL(file, folder), "utf8").trim());
    terms.set(name, [`${name} ${manifest.version} (${manifest.license ?? "see below"})`, ...texts].join("\n\n"));
  }
  return [...terms].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
}

// Every package has one; npm would not have installed it otherwise.
const manifestIn = (folder: URL): Manifest =>
  JSON.parse(readFileSync(fileURLToPath(new URL("package.json", folder)), "utf8")) as Manifest;

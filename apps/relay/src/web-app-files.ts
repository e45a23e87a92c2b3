/** The built web app as a list of files, read once at start-up: a path that is not in the list is not served. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";

export interface WebAppFile {
  readonly type: string;
  /** Its name changes with its content */
  readonly immutable: boolean;
  /** `null` where the file is gone since start-up: the app was built anew beside a running relay. */
  content(): Promise<Uint8Array | null>;
  /** `null` where packing would not help, or the file is gone. */
  packed(): Promise<Uint8Array | null>;
}

/** By path below the app, with `/` on every platform. */
export type WebAppFiles = ReadonlyMap<string, WebAppFile>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/vnd.microsoft.icon",
  ".webp": "image/webp",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".otf": "font/otf",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
};
const alreadyPacked = new Set([".png", ".webp", ".woff2", ".ico"]);

/** @returns  nothing where the folder is missing: the relay also runs without the app */
export function webAppFiles(folder: string): WebAppFiles {
  const paths = pathsBelow(folder);
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join("/"), fileAt(folder, path)]));
}

function fileAt(folder: string, path: string): WebAppFile {
  const ending = extname(path).toLowerCase();
  let packing: Promise<Uint8Array | null> | null = null;
  const content = async (): Promise<Uint8Array | null> => (existsSync(path) ? readFileSync(path) : null);
  return {
    type: types[ending] ?? "application/octet-stream",
    immutable: /^assets[\\/].*-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(relative(folder, path)),
    content,
    packed() {
      packing ??= alreadyPacked.has(ending)
        ? Promise.resolve(null)
        : content().then((bytes) => bytes && packedOf(bytes));
      return packing;
    },
  };
}

async function packedOf(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (bytes.length < 1000) return null;
  const packed = await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });
  return packed.length < bytes.length * 0.95 ? packed : null;
}

function pathsBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile());
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return [];
    throw problem;
  }
}

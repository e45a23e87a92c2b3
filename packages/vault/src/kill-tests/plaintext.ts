/** Looks for texts in the raw bytes of every file under a folder, in UTF-8 and in UTF-16. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

export function filesHolding(root: string, texts: readonly string[]): readonly string[] {
  const wanted = texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, "utf16le")]);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = bytesOf(path);
      return wanted.some((text) => bytes.includes(text));
    })
    .map((path) => relative(root, path));
}

/** Every file under a folder with its size. */
export const filesUnder = (root: string): readonly { readonly path: string; readonly bytes: number }[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: statSync(path).size }));

/** A browser that runs removes files of its own while they are looked at. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The files beside the code, read from disk and kept. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assets } from "./assets.ts";

/** @param folder  where `fonts/` lies; in the repository that is `packages/publish` */
export function diskAssets(folder: string): Assets {
  const kept = new Map<string, Promise<Uint8Array>>();
  return {
    load(name) {
      const read = kept.get(name) ?? readFile(join(folder, name)).then((bytes) => new Uint8Array(bytes));
      kept.set(name, read);
      return read;
    },
  };
}

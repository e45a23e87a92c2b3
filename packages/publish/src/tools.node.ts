/** What publishing needs in Node: fonts from disk, hashes, a typesetter. */

import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { diskAssets } from "./assets.node.ts";
import type { PublishTools } from "./publish.ts";
import { nodeTypst } from "./typst/typst.node.ts";

/**
 * @param folder  where `fonts/` lies; this package when not given
 */
export function nodeTools(folder: string = fileURLToPath(new URL("..", import.meta.url))): PublishTools {
  return {
    assets: diskAssets(folder),
    sha256: (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest()),
    startTypst: nodeTypst,
  };
}

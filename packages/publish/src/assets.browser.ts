/** The files beside the app, fetched when first needed; the service worker keeps them for work without a network. */

import type { Assets } from "./assets.ts";

/** @param base  URL of the folder in which `fonts/` lies, with a slash at its end */
export function fetchedAssets(base: string): Assets {
  return {
    async load(name) {
      const response = await fetch(new URL(name, base));
      if (!response.ok) throw new Error(`asset ${name}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

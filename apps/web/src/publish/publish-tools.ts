/** What publishing needs in a browser: fonts and typesetter of our own origin, kept by the service worker. */

import { fetchedAssets } from "@saksi/publish/assets.browser";
import type { PublishTools } from "@saksi/publish/publish";
import { workerTypst } from "@saksi/publish/typst/typst.browser";

export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
}

/** @param signal  ends the typesetter in the middle of its work */
export function browserTools(signal: AbortSignal): PublishTools {
  const base = new URL("publish/", document.baseURI).href;
  return {
    assets: fetchedAssets(base),
    sha256,
    startTypst: async () =>
      workerTypst({
        start: () => new Worker(new URL("./typst.worker.ts", import.meta.url), { type: "module" }),
        wasmUrl: new URL("typst.wasm", base).href,
        signal,
      }),
    signal,
  };
}

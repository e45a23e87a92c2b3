/** Fonts and typesetter, fetched before they are needed. The service worker keeps whatever the page asks it for. */

import type { Ahead } from "../service-worker/files.ts";
import type { ToServiceWorker } from "../service-worker/register.ts";

/** Undefined where no service worker answers: nothing can then be kept for work without a network. */
export function whatIsAhead(container: ServiceWorkerContainer | undefined): Promise<readonly Ahead[] | undefined> {
  const worker = container?.controller;
  if (!worker) return Promise.resolve(undefined);
  const { port1, port2 } = new MessageChannel();
  const question: ToServiceWorker = "what-is-ahead";
  return new Promise((resolve) => {
    // An older service worker does not know the question and never answers.
    const timer = setTimeout(() => resolve(undefined), 5000);
    port1.addEventListener("message", ({ data }: MessageEvent<readonly Ahead[]>) => {
      clearTimeout(timer);
      resolve(data);
    });
    port1.start();
    worker.postMessage(question, [port2]);
  });
}

/**
 * Fetches what is not kept yet, one file at a time, the small ones first. Throws where the network ends, or `signal`.
 *
 * @param onKept  bytes of each file, when it is kept
 */
export async function fetchAhead(
  files: readonly Ahead[],
  { signal, onKept }: { readonly signal: AbortSignal; readonly onKept: (bytes: number) => void },
): Promise<void> {
  const missing = files.filter(({ kept }) => !kept).sort((one, other) => one.bytes - other.bytes);
  for (const { path, bytes } of missing) {
    const response = await fetch(new URL(path, document.baseURI), { signal });
    if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
    await response.body?.cancel();
    onKept(bytes);
  }
}

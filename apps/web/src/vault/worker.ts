/** Starts the worker that holds, or leads to, the vault. The sample lives in a worker of its own and in memory alone. */

import { type Line, lineOver, type ToPage, type ToVault } from "@saksi/vault/worker/port-messages";

export type Which = "vault" | "sample";

export interface StartedWorker {
  readonly line: Line<ToPage, ToVault>;
  /** At once, in the middle of whatever it does: the keys in its memory go with it */
  readonly end: () => void;
}

/** @param on.end  it ended itself: somebody locked */
export function startWorker(
  which: Which,
  on: { readonly crash: (what: string) => void; readonly end: () => void },
): StartedWorker {
  const worker =
    which === "sample"
      ? new Worker(new URL("../vault.worker.ts", import.meta.url), { type: "module", name: "sample" })
      : new Worker(new URL("../vault.worker.ts", import.meta.url), { type: "module", name: "vault" });
  worker.addEventListener("error", (event) => on.crash(event.message ?? "the worker could not be loaded"));
  const line = lineOver<ToPage, ToVault>(worker);
  line.listen((message) => {
    if (message.kind === "crashed") on.crash(message.what);
    if (message.kind === "ended") on.end();
  });
  return { line, end: () => worker.terminate() };
}

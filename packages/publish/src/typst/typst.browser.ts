/** Typst in a browser: one worker a job, ended after it. Only files of the app's own origin are fetched. */

import type { Typst } from "./typst.ts";

export interface TypstJob {
  readonly wasmUrl: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly fonts: readonly Uint8Array[];
}

export type TypstReply =
  | { readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly messages: readonly string[] }
  | { readonly fault: string };

export interface WorkerTypstOptions {
  /**
   * Makes a worker of `typst.worker.ts`. The app does it, since its bundler finds the file by this very expression and its
   * policy for Trusted Types makes the URL: `new Worker(new URL("…/typst.worker.ts", import.meta.url), { type: "module" })`
   */
  readonly start: () => Worker;
  /** Where the app serves `typst_ts_web_compiler_bg.wasm` (28 MB, 11 MB compressed; the service worker keeps it) */
  readonly wasmUrl: string;
  /** Ends the worker in the middle of its work */
  readonly signal?: AbortSignal;
}

export function workerTypst({ start, wasmUrl, signal }: WorkerTypstOptions): Typst {
  let worker: Worker | undefined;
  const close = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  return {
    async compile(files, fonts) {
      signal?.throwIfAborted();
      worker ??= start();
      const reply = await ask(worker, { wasmUrl, files, fonts }, signal);
      if ("fault" in reply) throw new Error(`the typesetter failed: ${reply.fault}`);
      return "pdf" in reply ? reply.pdf : reply.messages;
    },
    close,
  };
}

function ask(worker: Worker, job: TypstJob, signal: AbortSignal | undefined): Promise<TypstReply> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<TypstReply>) => resolve(data), { once: true });
    worker.addEventListener("error", () => reject(new Error("the typesetter did not start")), { once: true });
    signal?.addEventListener(
      "abort",
      () => {
        worker.terminate();
        reject(signal.reason);
      },
      { once: true },
    );
    worker.postMessage(job);
  });
}

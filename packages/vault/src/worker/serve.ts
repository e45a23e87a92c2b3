/** The vault's end of the line: does what a page asks, and stands in for the functions that cannot cross. */

import type { Vault } from "../port.ts";
import type { Callback, Line, Method, ToPage, ToVault } from "./port-messages.ts";

/** After these the state of the vault may be another; every page must look again. */
const changesState: ReadonlySet<Method> = new Set(["create", "unlock", "lock", "restore", "close"]);

type CallMessage = Extract<ToVault, { kind: "call" }>;

interface Running {
  readonly stopper: AbortController;
  taken: () => void;
}

/**
 * Serves one page until the returned function is called: then its watches end and its calls are stopped.
 *
 * @param holder        a random word that names this opening of the vault; see [Note: the line]
 * @param stateChanged  tells every page, this one included
 */
export function serve(
  line: Line<ToVault, ToPage>,
  vault: Vault,
  { holder, stateChanged }: { readonly holder: string; readonly stateChanged: () => void },
): () => void {
  const running = new Map<number, Running>();
  const watches = new Map<number, () => void>();

  line.listen((message) => {
    if (message.kind === "call") void answer(message);
    else if (message.kind === "stop") running.get(message.id)?.stopper.abort();
    else if (message.kind === "taken") running.get(message.id)?.taken();
    else if (message.kind === "unwatch") unwatch(message.id);
    else {
      const { id } = message;
      watches.set(
        id,
        vault.watch(message.name, message.asks, (rows) => line.post({ kind: "rows", id, rows })),
      );
    }
  });
  line.post({ kind: "ready", holder });

  async function answer({ id, method, args, gives }: CallMessage): Promise<void> {
    const call: Running = { stopper: new AbortController(), taken: () => {} };
    running.set(id, call);
    try {
      // The page's end packed these arguments from a call that the compiler checked against `Vault`.
      const perform = vault[method] as (...given: unknown[]) => Promise<unknown>;
      const value = await perform.apply(vault, withCallbacks(args, gives, id, call));
      line.post({ kind: "answer", id, value });
    } catch (error) {
      line.post({ kind: "threw", id, what: error instanceof Error ? error.message : "thrown" });
    } finally {
      running.delete(id);
      if (changesState.has(method)) stateChanged();
    }
  }

  function withCallbacks(args: readonly unknown[], gives: readonly Callback[], id: number, call: Running): unknown[] {
    if (gives.length === 0) return [...args];
    const bytes = (chunk: Uint8Array) =>
      new Promise<void>((resolve) => {
        call.taken = resolve;
        call.stopper.signal.addEventListener("abort", () => resolve(), { once: true });
        line.post({ kind: "bytes", id, bytes: chunk });
      });
    const standIns: Record<Callback, unknown> = {
      onProgress: (progress: Extract<ToPage, { kind: "progress" }>["progress"]) =>
        line.post({ kind: "progress", id, progress }),
      onBytes: bytes,
      onChunk: bytes,
      signal: call.stopper.signal,
    };
    const [given, ...rest] = args;
    return [{ ...(given as object), ...Object.fromEntries(gives.map((name) => [name, standIns[name]])) }, ...rest];
  }

  function unwatch(id: number): void {
    watches.get(id)?.();
    watches.delete(id);
  }

  return () => {
    for (const id of watches.keys()) unwatch(id);
    for (const { stopper } of running.values()) stopper.abort();
    line.close();
  };
}

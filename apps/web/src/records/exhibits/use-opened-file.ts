/**
 * A file opened for as long as a screen shows it. Chunks that are not on this device are brought; where some have not come
 * from the person who attached it, or there is no network, the vault goes on looking and the file opens by itself then.
 */

import type { RecordId } from "@saksi/domain/id";
import type { TransferRow } from "@saksi/vault/port";
import type { Problem } from "@saksi/vault/problem";
import { useEffect, useRef, useState } from "react";
import { useAction } from "../../vault/use-action.ts";
import { useVault } from "../../vault/use-vault.ts";
import { useComing } from "./use-coming.ts";

export interface OpenedFile {
  readonly running: boolean;
  readonly progress: { readonly done: number; readonly total: number | null } | undefined;
  readonly problem: Problem | null;
  /** Where it stands on its way to this device; undefined where it is here */
  readonly coming: TransferRow | undefined;
}

/** Hands the bytes to `onChunk` in order; says whether all of them came and were what was attached. */
export type Bytes = (onChunk: (bytes: Uint8Array) => void) => Promise<boolean>;

/** @param open  called when the screen begins, and again when a file that had not come has; `signal` ends with the screen */
export function useOpenedFile(
  exhibit: RecordId,
  open: (bytes: Bytes, signal: AbortSignal) => Promise<void>,
): OpenedFile {
  const vault = useVault();
  const fetched = useAction(vault.fetch);
  const [progress, setProgress] = useState<{ done: number; total: number | null }>();
  const [tries, setTries] = useState(0);
  const coming = useComing(exhibit);
  const opening = useRef(open);
  opening.current = open;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each try
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const bytes: Bytes = async (onChunk) => {
      const got = await fetched.run({ exhibit, onChunk, onProgress: setProgress, signal });
      return got !== null && !signal.aborted;
    };
    void opening.current(bytes, signal);
    return () => controller.abort();
  }, [tries]);

  const waits = fetched.problem?.kind === "file-not-here" || fetched.problem?.kind === "stopped-by-person";
  const last = useRef<TransferRow["state"]>(undefined);
  useEffect(() => {
    const came = last.current !== undefined && coming === undefined;
    // From a pause a file does not come: it was given up.
    if (came && last.current !== "paused" && waits) setTries((before) => before + 1);
    if (coming || waits) last.current = coming?.state;
  }, [waits, coming]);
  return { running: fetched.running, progress, problem: fetched.problem, coming };
}

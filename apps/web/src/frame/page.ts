/** What `main.tsx` hands to the screens besides the vault: the clock, randomness, the way out, whether a new version waits. */

import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { NewVersion } from "../service-worker/register.ts";

export interface PageFacts {
  readonly now: () => number;
  /** That many random bytes: for ids of records that name each other before they are saved, and for suggested names */
  readonly random: (bytes: number) => Uint8Array;
  /** Quick exit */
  readonly leave: () => void;
  readonly version: NewVersion;
}

export const PageContext = createContext<PageFacts | null>(null);

export function usePage(): PageFacts {
  const page = useContext(PageContext);
  if (!page) throw new Error("a screen stands outside the page");
  return page;
}

/** The time, told again every `everyMs`: for "how long ago". */
export function useNow(everyMs = 30_000): number {
  const { now } = usePage();
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return time;
}

/** Whether the browser believes that it has a network. It may be wrong; the sync state of a space is not. */
export function useOnline(): boolean {
  return useSyncExternalStore(listenOnline, () => navigator.onLine);
}

function listenOnline(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

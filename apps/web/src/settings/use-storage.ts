/** How much room the browser gives, and whether it promised not to clear it away. */

import { useCallback, useEffect, useState } from "react";

export interface StorageSpace {
  readonly usedBytes: number;
  readonly leftBytes: number;
  /** Under a tenth left, or under 100 MB: an exhibit may not fit */
  readonly nearlyFull: boolean;
}

const leastBytes = 100_000_000;
const lookEveryMs = 60_000;

/** undefined while it is asked, and where the browser does not say. */
export function useStorageSpace(): StorageSpace | undefined {
  const [space, setSpace] = useState<StorageSpace>();
  useEffect(() => {
    const look = async () => {
      const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
      if (usage === undefined || quota === undefined) return;
      const leftBytes = Math.max(0, quota - usage);
      setSpace({ usedBytes: usage, leftBytes, nearlyFull: leftBytes < Math.min(leastBytes, quota / 10) });
    };
    void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => clearInterval(timer);
  }, []);
  return space;
}

/** Whether the browser will keep what is here even when the device runs full. `ask` belongs on a person's tap. */
export function usePersisted(): { readonly persisted: boolean | undefined; readonly ask: () => Promise<boolean> } {
  const [persisted, setPersisted] = useState<boolean>();
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted);
  }, []);
  const ask = useCallback(async () => {
    const answer = (await navigator.storage?.persist?.()) ?? false;
    setPersisted(answer);
    return answer;
  }, []);
  return { persisted, ask };
}

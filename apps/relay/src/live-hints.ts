/** Who wants to know that a space's log grew. A hint may be lost: whoever missed one asks for the checkpoint. */

import { toHex } from "@saksi/wire/bytes";

export interface LiveHints {
  moved(space: Uint8Array, size: number): void;
  /** @returns  how to stop listening */
  listen(space: Uint8Array, moved: (size: number) => void): () => void;
  /** Ends every stream: the relay is going down. */
  close(): void;
  /** Calls back when the relay is going down. @returns  how to stop listening */
  onClose(closed: () => void): () => void;
}

export function liveHints(): LiveHints {
  const listeners = new Map<string, Set<(size: number) => void>>();
  const closing = new Set<() => void>();
  return {
    moved(space, size) {
      for (const moved of listeners.get(toHex(space)) ?? []) moved(size);
    },
    listen(space, moved) {
      const key = toHex(space);
      const all = listeners.get(key) ?? new Set();
      listeners.set(key, all.add(moved));
      return () => {
        all.delete(moved);
        if (all.size === 0 && listeners.get(key) === all) listeners.delete(key);
      };
    },
    close() {
      for (const closed of closing) closed();
    },
    onClose(closed) {
      closing.add(closed);
      return () => void closing.delete(closed);
    },
  };
}

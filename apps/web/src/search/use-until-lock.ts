/**
 * What a page remembers while its vault is open, for the way back to it: words that were searched for, a filter.
 *
 * In memory alone, never in the address or the history, and gone when the vault locks.
 */

import { useState } from "react";
import type { VaultHost } from "../vault/host.ts";
import { useVaultHost } from "../vault/use-vault.ts";

const remembered = new WeakMap<VaultHost, Map<string, unknown>>();

/** @param name  of the page, the same for every use of one thing; `first` must not change its shape */
export function useUntilLock<Value>(name: string, first: Value): readonly [Value, (value: Value) => void] {
  const host = useVaultHost();
  // What was put under a name has the shape of its `first`: each name is used in one place.
  const [value, setValue] = useState<Value>(() => (memoryOf(host).get(name) as Value | undefined) ?? first);
  return [
    value,
    (next) => {
      memoryOf(host).set(name, next);
      setValue(next);
    },
  ];
}

function memoryOf(host: VaultHost): Map<string, unknown> {
  const before = remembered.get(host);
  if (before !== undefined) return before;
  const memory = new Map<string, unknown>();
  remembered.set(host, memory);
  host.onOpening(() => host.opening().state !== "open" && memory.clear());
  return memory;
}

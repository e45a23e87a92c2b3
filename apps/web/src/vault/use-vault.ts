/** The only context of the app, and it holds the vault. Everything a screen shows of the vault comes through here. */

import type { QuestionName, Questions, Vault } from "@saksi/vault/port";
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Opening, VaultHost } from "./host.ts";

export const VaultContext = createContext<VaultHost | null>(null);

export function useVaultHost(): VaultHost {
  const host = useContext(VaultContext);
  if (!host) throw new Error("a screen stands outside the vault's context");
  return host;
}

/** All that a screen may ask: `await useVault().write(drafts)`. */
export const useVault = (): Vault => useVaultHost().vault;

export function useOpening(): Opening {
  const host = useVaultHost();
  return useSyncExternalStore(host.onOpening, host.opening);
}

/**
 * The rows that answer a question, again whenever what they are made of changed.
 *
 * @param asks   plain data; may be a new object at each call
 * @param while  `keep` shows the rows of the last question until those of a new one come: for lists that are narrowed
 *               while typing. Otherwise a new question begins with `undefined`.
 * @returns      undefined while the first answer is on its way
 */
export function useRows<Name extends QuestionName>(
  name: Name,
  asks: Questions[Name]["asks"],
  between: "clear" | "keep" = "clear",
): readonly Questions[Name]["row"][] | undefined {
  const vault = useVault();
  const question = `${name} ${JSON.stringify(asks)}`;
  const [answer, setAnswer] = useState<{ question: string; rows: readonly Questions[Name]["row"][] }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `question` is `name` and `asks`, compared by what they say
  useEffect(() => vault.watch(name, asks, (rows) => setAnswer({ question, rows })), [vault, question]);
  return answer && (between === "keep" || answer.question === question) ? answer.rows : undefined;
}

/** Saves a screen's unsaved words when the vault is about to lock. `save` may change at each call. */
export function useBeforeLock(save: () => Promise<unknown> | undefined): void {
  const host = useVaultHost();
  useEffect(() => host.beforeLock(save), [host, save]);
}

/** One thing a person asks the vault to do: running, done or refused by name. The form it came from is left as it is. */

import type { Problem } from "@saksi/vault/problem";
import { VaultStopped } from "@saksi/vault/worker/connect.browser";
import { useCallback, useState } from "react";

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem };

export interface Action<Given extends readonly unknown[], Value> {
  /** What was answered, or null when it was refused */
  readonly run: (...given: Given) => Promise<{ readonly value: Value } | null>;
  readonly running: boolean;
  readonly problem: Problem | null;
  readonly forget: () => void;
}

/**
 * Runs `perform` and keeps its refusal until the next run. A vault that ended in the middle is the refusal `vault-stopped`.
 */
export function useAction<Given extends readonly unknown[], Value>(
  perform: (...given: Given) => Promise<Answer<Value>>,
): Action<Given, Value> {
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (...given: Given): Promise<{ readonly value: Value } | null> => {
    setRunning(true);
    setProblem(null);
    try {
      const answer = await perform(...given);
      if (answer.ok) return { value: answer.value };
      setProblem(answer.error);
    } catch (error) {
      // What the vault threw is our own mistake: the console hears of it, and the form stays as it is.
      if (!(error instanceof VaultStopped)) reportError(error);
      setProblem({ kind: "vault-stopped" });
    } finally {
      setRunning(false);
    }
    return null;
  };
  return { run, running, problem, forget: useCallback(() => setProblem(null), []) };
}

/** What needs me today, read again when something of the vault changed; never more than one reading at a time. */

import { localDay } from "@saksi/domain/local-day";
import { VaultStopped } from "@saksi/vault/worker/connect.browser";
import { useEffect, useState } from "react";
import { usePage } from "../frame/page.ts";
import { useVault } from "../vault/use-vault.ts";
import { readToday, type Today } from "./read-today.ts";

const pauseMs = 1500;

/** Undefined until the cases are counted. The first reading shows how far it came; later ones replace it when done. */
export function useToday(): Today | undefined {
  const vault = useVault();
  const { now } = usePage();
  const [today, setToday] = useState<Today>();
  useEffect(() => {
    let stopped = false;
    let running = false;
    let changed = false;
    let whole = false;

    async function read(): Promise<void> {
      for await (const sofar of readToday(vault, localDay(now()))) {
        if (stopped) return;
        if (!whole || sofar.read === sofar.of) setToday(sofar);
      }
      whole = true;
    }
    async function readWhileChanging(): Promise<void> {
      running = true;
      try {
        while (changed && !stopped) {
          changed = false;
          await read();
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
        }
      } finally {
        running = false;
      }
    }
    const stop = vault.watch("count", {}, () => {
      changed = true;
      if (!running) void readWhileChanging().catch(reportUnlessStopped);
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [vault, now]);
  return today;
}

/** A vault that locks in the middle of a reading is no fault. */
function reportUnlessStopped(error: unknown): void {
  if (!(error instanceof VaultStopped)) reportError(error);
}

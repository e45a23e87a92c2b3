/** What moves just now, for the screen that shows it. What waits is in the database; what moves, and why not, is known only here. */

import type { RecordId } from "@saksi/domain/id";
import type { TransferRow } from "../port.ts";
import type { TransferRows } from "./transfer-rows.ts";

export interface Movements {
  /** Shows a movement, or how far it has come. */
  show(row: TransferRow): void;
  /** It moves no more: it is over, or waits in the database. */
  over(exhibit: RecordId, direction: TransferRow["direction"]): void;
  /** Uploads: what the relay said last, so that what waits says why. */
  relayWas(state: "moving" | "waiting-for-network" | "stopped"): void;
  /** Downloads: why the rest has not come. */
  lacks(exhibit: RecordId, what: "waiting-for-network" | "waiting-for-sender"): void;
  rows(): readonly TransferRow[];
}

export function movements(transfers: TransferRows, changed: () => void): Movements {
  const shown = new Map<string, TransferRow>();
  const lacking = new Map<RecordId, "waiting-for-network" | "waiting-for-sender">();
  let relay: "moving" | "waiting-for-network" | "stopped" = "waiting-for-network";
  const isShown = ({ exhibit, direction }: TransferRow) => shown.has(`${direction} ${exhibit}`);

  function waiting(): readonly TransferRow[] {
    const sending = transfers.sending().map(({ exhibit, chunks, done, paused }): TransferRow => {
      return { exhibit, direction: "up", chunks, done, state: paused ? "paused" : relay };
    });
    const wanted = transfers.wanted().map(({ exhibit, chunks, done, paused }): TransferRow => {
      const state = paused ? "paused" : (lacking.get(exhibit) ?? "waiting-for-network");
      return { exhibit, direction: "down", chunks, done, state };
    });
    const unfinished = transfers.unfinished().map(({ exhibit, done }): TransferRow => {
      return { exhibit, direction: "up", chunks: done, done, state: "unfinished" };
    });
    return [...sending, ...wanted, ...unfinished];
  }

  return {
    show(row) {
      shown.set(`${row.direction} ${row.exhibit}`, row);
      changed();
    },
    over(exhibit, direction) {
      shown.delete(`${direction} ${exhibit}`);
      changed();
    },
    relayWas(state) {
      if (state === relay) return;
      relay = state;
      changed();
    },
    lacks(exhibit, what) {
      lacking.set(exhibit, what);
      changed();
    },
    rows: () => [...shown.values(), ...waiting().filter((row) => !isShown(row))],
  };
}

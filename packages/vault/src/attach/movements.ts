/** What moves just now, for the screen that shows it. What waits is in the database; what moves is known only here. */

import type { RecordId } from "@saksi/domain/id";
import type { TransferRow } from "../port.ts";
import type { TransferRows } from "./transfer-rows.ts";

export interface Movements {
  /** Shows a movement, or how far it has come. */
  show(row: TransferRow): void;
  /** It is over. */
  over(exhibit: RecordId, direction: TransferRow["direction"]): void;
  /** Uploads: what the relay said last, so that what waits says why. */
  relayWas(state: "moving" | "waiting-for-network" | "stopped"): void;
  rows(): readonly TransferRow[];
}

export function movements(transfers: TransferRows, changed: () => void): Movements {
  const shown = new Map<string, TransferRow>();
  let relay: "moving" | "waiting-for-network" | "stopped" = "waiting-for-network";
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
    rows() {
      const up = transfers
        .sending()
        .filter(({ exhibit }) => !shown.has(`up ${exhibit}`))
        .map(({ exhibit, chunks, done, paused }): TransferRow => {
          return { exhibit, direction: "up", chunks, done, state: paused ? "paused" : relay };
        });
      return [...shown.values(), ...up];
    },
  };
}

import type { RecordId } from "@saksi/domain/id";
import type { TransferRow } from "@saksi/vault/port";
import { useRows } from "../../vault/use-vault.ts";

/** Where an exhibit's file stands on its way to this device; undefined where it is here, or nobody asked for it. */
export const useComing = (exhibit: RecordId): TransferRow | undefined =>
  (useRows("transfers", {}) ?? []).find((row) => row.exhibit === exhibit && row.direction === "down");

/** A genesis becomes a space. Sent again, it answers the same place again. */

import { beginLog, readEntry } from "@saksi/wire/admit";
import type { Opening, Placement } from "@saksi/wire/exchange";
import { signedBytes } from "@saksi/wire/header";
import type { Refusal } from "@saksi/wire/refusal";
import { err, ok, type Result } from "@saksi/wire/result";
import { isSignedBy } from "./judged-signature.ts";
import { rowOf } from "./keep-entries.ts";
import type { RelayParts } from "./relay-parts.ts";

export async function beginSpace(
  parts: Pick<RelayParts, "store" | "primitives" | "now">,
  opening: Opening,
): Promise<Result<Placement, Refusal>> {
  const { sha256, verify } = parts.primitives;
  const entry = readEntry({ sha256, verify: null }, opening);
  if (!entry.ok) return entry;
  const { header, id, signed } = entry.value;
  const signedRight = await isSignedBy(verify, header.device, signedBytes(signed.header), signed.signature);
  if (!signedRight) return err({ kind: "bad-signature" });
  const receivedAt = parts.now();
  const log = beginLog(sha256, entry.value, opening.wraps, receivedAt);
  if (!log.ok) return log;
  const wraps = { hash: sha256(opening.wraps), bytes: opening.wraps };
  const begun = await parts.store.begin(id, rowOf(entry.value, receivedAt), wraps);
  if (begun === "begun") return ok({ position: 0, receivedAt });
  const [genesis] = await parts.store.entries(id, 0, 1);
  return genesis ? ok({ position: 0, receivedAt: genesis.receivedAt }) : err({ kind: "space-exists" });
}

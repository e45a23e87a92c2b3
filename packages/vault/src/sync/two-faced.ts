/**
 * A device of somebody else that signed two entries in one place of its chain. The log keeps the first; the proof is kept
 * beside it, so that people learn of it and anybody can check it. Nobody is removed by a machine.
 */

import type { ReadEntry } from "@saksi/wire/admit";
import { sameBytes, toHex } from "@saksi/wire/bytes";
import { isEquivocation } from "@saksi/wire/equivocation";
import { ownEntryAt } from "../space/ledger.ts";
import { decodeLogRecord, type LogRecord } from "../space/log-record.ts";
import type { Session } from "../space/session.ts";
import type { Space } from "../space/space.ts";

/**
 * @param entry  refused as another entry of its device stands where it wants to
 * @returns      what to keep: the two headers with their signatures; nothing where they prove nothing, or it is known
 */
export function proofAgainst({ crypto, log }: Session, space: Space, entry: ReadEntry): readonly LogRecord[] {
  const device = toHex(entry.header.device);
  if (space.twoFaced.has(device)) return [];
  for (const { place, record } of log.scan()) {
    const read = decodeLogRecord(record);
    if (read?.kind !== "placed" && read?.kind !== "own") continue;
    if (read.kind === "placed" && !sameBytes(read.space, space.bytes)) continue;
    const { header, signature } = ownEntryAt(log, place);
    if (!isEquivocation(crypto, { header, signature }, entry.signed)) continue;
    const proof = [header, signature, entry.signed.header, entry.signed.signature].map(toHex);
    return [{ kind: "note", note: { note: "two-faced", space: space.id, device, proof } }];
  }
  return [];
}

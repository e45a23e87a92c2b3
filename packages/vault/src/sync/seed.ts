/**
 * A relay that lost part of a space gets it back: exact entries with exact times, up to the newest head that it signed
 * and this device verified. Its own signature vouches for them, so that it needs to trust nobody.
 */

import { sameBytes, toHex } from "@saksi/wire/bytes";
import type { Seed } from "@saksi/wire/exchange";
import { limits } from "@saksi/wire/header";
import { ok, type Result } from "@saksi/wire/result";
import type { Place } from "../log/log-place.ts";
import type { Problem } from "../problem.ts";
import type { RelayClient } from "../relay-client.ts";
import { ownEntryAt, reread, wrapsOf } from "../space/ledger.ts";
import { decodeLogRecord } from "../space/log-record.ts";
import type { Session } from "../space/session.ts";
import type { Space } from "../space/space.ts";

interface Seeding {
  readonly session: Session;
  readonly space: Space;
  readonly client: RelayClient;
  readonly signal: AbortSignal;
}

/** Left beside the entries for the checkpoint, its proof and the list around them */
const overhead = 16 * 1024;

/** @returns  how many entries the relay got back; 0 where it has them all, or this device has nothing to vouch with */
export async function seedRelay({ session, space, client, signal }: Seeding): Promise<Result<number, Problem>> {
  const { verified, log } = space;
  if (!verified?.checkpoint || log === null) return ok(0);
  const { checkpoint } = verified;
  const asked = await client.seed(space.bytes, { checkpoint, proof: [], from: 0, wraps: [], entries: [] });
  if (!asked.ok) return asked;
  if (asked.value >= verified.size) return ok(0);
  const places = placedIn(session, space, verified.size);
  let size = asked.value;
  while (size < verified.size && !signal.aborted) {
    const batch = batchFrom(session, places, { from: size, to: verified.size });
    const end = size + batch.entries.length;
    const proof = log.tree.consistency(end, verified.size);
    const seeded = await client.seed(space.bytes, { checkpoint, proof, from: size, ...batch });
    if (!seeded.ok) return seeded;
    if (seeded.value <= size) break;
    size = seeded.value;
  }
  return ok(size - asked.value);
}

interface Placed {
  readonly place: Place;
  readonly receivedAt: number;
}

/** Where each position of the relay's log lies in ours: entries of others as they came, our own by the relay's answer. */
function placedIn({ log, crypto }: Session, space: Space, size: number): readonly (Placed | undefined)[] {
  const found: (Placed | undefined)[] = Array.from({ length: size });
  const own = new Map<string, Place>();
  for (const { place, record } of log.scan()) {
    const read = decodeLogRecord(record);
    if (read?.kind === "own") own.set(toHex(reread(crypto, read.signed).id), place);
    if (read?.kind !== "placed" && read?.kind !== "answer") continue;
    if (!sameBytes(read.space, space.bytes) || read.position >= size) continue;
    const at = read.kind === "placed" ? place : own.get(toHex(read.id));
    if (at !== undefined) found[read.position] = { place: at, receivedAt: read.receivedAt };
  }
  return found;
}

/** As much as one request holds. Genesis goes alone: the relay begins the space with it. */
function batchFrom(
  session: Session,
  places: readonly (Placed | undefined)[],
  { from, to }: { readonly from: number; readonly to: number },
): Pick<Seed, "wraps" | "entries"> {
  const wraps: Uint8Array[] = [];
  const entries: Seed["entries"][number][] = [];
  let bytes = overhead;
  for (let position = from; position < to && entries.length < limits.pushEntries; position += 1) {
    const placed = places[position];
    if (placed === undefined) throw new Error("what was verified lies in the log");
    const signed = ownEntryAt(session.log, placed.place);
    const blob = wrapsOf(session, reread(session.crypto, signed));
    bytes += signed.header.length + signed.body.length + 96 + (blob?.length ?? 0);
    if (entries.length > 0 && bytes > limits.pushBytes) break;
    if (blob) wraps.push(blob);
    entries.push({ ...signed, receivedAt: placed.receivedAt });
    if (position === 0) break;
  }
  return { wraps, entries };
}

/**
 * What a relay lost, given back by a member: exact entries and exact times, so that the root is the one it signed before.
 *
 * Nobody is asked who they are, for a relay that lost the roster cannot tell. The relay's own checkpoint is the proof:
 * entries are taken only where, judged in order as ever, they make the log that it once signed. So whoever seeds can
 * bring back what was here and nothing else.
 */

import { admit, beginLog, isWhole, type LogState, place, readEntry, wrapsNamed } from "@saksi/wire/admit";
import { toHex } from "@saksi/wire/bytes";
import { type Checkpoint, readCheckpoint, writeCheckpoint } from "@saksi/wire/checkpoint";
import type { Seed } from "@saksi/wire/exchange";
import { signedBytes } from "@saksi/wire/header";
import { verifyConsistency } from "@saksi/wire/merkle";
import type { Refusal } from "@saksi/wire/refusal";
import { err, ok, type Result } from "@saksi/wire/result";
import { isSignedBy } from "./judged-signature.ts";
import { rowOf } from "./keep-entries.ts";
import type { RelayParts } from "./relay-parts.ts";
import type { KeptLog, Turn } from "./space-logs.ts";
import type { NewEntry } from "./store.ts";

type Parts = Pick<RelayParts, "store" | "primitives" | "checkpointKey" | "logs" | "limits" | "now">;

/**
 * @returns  how many entries of the checkpoint's the relay has then; as many as before where the seed begins elsewhere or
 *           is not needed. Never more than the checkpoint tells, since whoever was removed may hold an old one
 */
export async function seedSpace(parts: Parts, space: Uint8Array, seed: Seed): Promise<Result<number, Refusal>> {
  const head = ownCheckpoint(parts, space, seed.checkpoint);
  if (head === null) return err({ kind: "bad-signature" });
  return parts.logs.alone(space, async (turn) => {
    const before = await turn.current();
    const size = before?.size ?? 0;
    if (size >= head.size || seed.from !== size || seed.entries.length === 0) return ok(Math.min(size, head.size));
    const grown = await regrow(parts, { space, seed, before });
    const vouched = grown.ok && isVouchedFor(parts, { log: grown.value.log, head, seed });
    // the tree in memory has grown beyond what is kept: it is read again
    turn.replace(null);
    if (!grown.ok) return grown;
    if (!vouched) return err({ kind: "quote-wrong" });
    return keep(parts, { space, turn, before, grown: grown.value });
  });
}

/** Signing is deterministic: what the relay signed once it signs the same again. */
function ownCheckpoint({ primitives, checkpointKey }: Parts, space: Uint8Array, note: string): Checkpoint | null {
  const { sha256 } = primitives;
  const key = checkpointKey.publicKey;
  const read = readCheckpoint({ sha256, verify: () => true }, note, { space, key });
  if (!read.ok) return null;
  return writeCheckpoint({ sha256, sign: checkpointKey.sign, key }, space, read.value) === note ? read.value : null;
}

interface Grown {
  readonly log: LogState;
  readonly rows: readonly NewEntry[];
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly receivedAt: number;
}

async function regrow(
  { store, primitives, limits }: Parts,
  { space, seed, before }: { space: Uint8Array; seed: Seed; before: KeptLog | null },
): Promise<Result<Grown, Refusal>> {
  const { sha256, verify } = primitives;
  const given = new Map(seed.wraps.map((bytes) => [toHex(sha256(bytes)), bytes]));
  const blobs = new Map<string, Uint8Array>();
  const rows: NewEntry[] = [];
  let log = before?.log ?? null;
  let { receivedAt } = before ?? { receivedAt: 0 };
  let bytes = (await store.head(space))?.bytes ?? 0;
  for (const [index, placed] of seed.entries.entries()) {
    const refused = (refusal: Refusal): Result<Grown, Refusal> => err({ ...refusal, entry: index });
    const entry = readEntry({ sha256, verify: null }, placed);
    if (!entry.ok) return refused(entry.error);
    if (!isWhole(entry.value)) return refused({ kind: "body-mismatch" });
    const { header, content, signed } = entry.value;
    if (!(await isSignedBy(verify, header.device, signedBytes(signed.header), signed.signature)))
      return refused({ kind: "bad-signature" });
    if (placed.receivedAt < receivedAt) return refused({ kind: "quote-wrong" });
    receivedAt = placed.receivedAt;
    const named = content.kind === "roster" ? wrapsNamed(content.roster) : null;
    const blob = named && (given.get(toHex(named)) ?? (log && (await store.chunk(space, named))));
    if (named && blob) blobs.set(toHex(named), blob);
    bytes += signed.header.length + signed.body.length + 64 + (blob?.length ?? 0);
    if (bytes > limits.spaceBytes) return refused({ kind: "quota" });
    const next = log
      ? admit(sha256, log, entry.value, blob, "now")
      : beginLog(sha256, entry.value, blob ?? new Uint8Array(0), receivedAt);
    if (!next.ok) return refused(next.error);
    log = "tree" in next.value ? next.value : log && place(sha256, log, next.value, receivedAt);
    rows.push(rowOf(entry.value, receivedAt));
  }
  if (log === null) throw new Error("a seed that is judged holds entries");
  return ok({ log, rows, blobs, receivedAt });
}

function isVouchedFor(
  { primitives: { sha256 } }: Parts,
  { log, head, seed }: { log: LogState; head: Checkpoint; seed: Seed },
): boolean {
  const from = seed.from + seed.entries.length;
  const { size, root } = head;
  return verifyConsistency(sha256, { from, size, proof: seed.proof, oldRoot: log.tree.root(from), root });
}

async function keep(
  { store, limits, now }: Parts,
  { space, turn, before, grown }: { space: Uint8Array; turn: Turn; before: KeptLog | null; grown: Grown },
): Promise<Result<number, Refusal>> {
  const { rows, blobs, log, receivedAt } = grown;
  const [genesis, ...rest] = rows;
  const [first] = blobs;
  const size = before?.size ?? 0;
  if (before === null && genesis && first)
    await store.begin(space, genesis, { hash: hashOf(genesis, 0), bytes: first[1] });
  for (const row of before === null ? rest : rows)
    for (const hash of row.chunks) {
      const bytes = blobs.get(toHex(hash));
      if (bytes === undefined) continue;
      const kept = await store.keepChunk(space, {
        hash,
        content: onePiece(bytes),
        mostBytes: bytes.length,
        quota: { bytes: limits.spaceBytes, chunks: limits.spaceChunks },
        receivedAt: now(),
      });
      if (kept !== "kept") return err({ kind: kept });
    }
  const from = before?.size ?? 1;
  const answer = rows.length > (before ? 0 : 1) ? await store.append(space, from, before ? rows : rest) : "appended";
  if (answer === "moved") return ok((await store.head(space))?.size ?? 0);
  if (before) turn.replace({ log, size: size + rows.length, receivedAt });
  return ok(size + rows.length);
}

const hashOf = (row: NewEntry, index: number): Uint8Array => {
  const hash = row.chunks[index];
  if (hash === undefined) throw new Error("a genesis names its wraps");
  return hash;
};

async function* onePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

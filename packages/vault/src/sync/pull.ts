/**
 * What others wrote, from the relay into this device's log and tables: verified, admitted, kept, opened, shown.
 *
 * [Note: tail first] The newest signature of each device authenticates all that its chain of hashes leads to. In a long
 * run those are checked before a batch is shown, and every other signature and quote in the background
 * (`check-signatures.ts`). In a short run, which is how live entries come, everything is checked at once.
 */

import { type ReadEntry, readEntry, wrapsNamed } from "@saksi/wire/admit";
import { sameBytes, toHex } from "@saksi/wire/bytes";
import { readCheckpoint } from "@saksi/wire/checkpoint";
import type { PlacedEntry } from "@saksi/wire/exchange";
import { signedBytes } from "@saksi/wire/header";
import { err, ok, type Result } from "@saksi/wire/result";
import { verifySignature } from "@saksi/wire/signature";
import type { Place } from "../log/log-place.ts";
import type { Problem } from "../problem.ts";
import type { RelayClient } from "../relay-client.ts";
import { advance, openEntry } from "../space/advance.ts";
import { gather, noEffects, wrapsOf } from "../space/ledger.ts";
import type { LogRecord, Note } from "../space/log-record.ts";
import type { Session } from "../space/session.ts";
import { isMine, type Space, sizeOf } from "../space/space.ts";
import { proofAgainst } from "./two-faced.ts";

export interface Pulling {
  readonly session: Session;
  readonly space: Space;
  readonly client: RelayClient;
  readonly now: () => number;
  /** Stops between two batches */
  readonly signal: AbortSignal;
  readonly onBatch: (pulled: number) => void;
}

/** Few enough that all their signatures cost less than a screen's patience. */
const liveEntries = 64;
/** The first rows show early. Larger batches than a thousand cost no less, and memory. */
const firstBatch = 250;
const usualBatch = 1000;
const batchAfter = (pulled: number): number => (pulled === 0 ? firstBatch : usualBatch);

/** Entries with large bodies are taken in before so many of them have come. */
const mostBatchBytes = 16 * 1024 * 1024;

/** @returns  how many entries of others came */
export async function pullSpace(pulling: Pulling): Promise<Result<number, Problem>> {
  let bulk = false;
  const onBatch = (pulled: number) => {
    if (!bulk && pulled >= firstBatch) pulling.session.tables.bulk("on");
    bulk ||= pulled >= firstBatch;
    pulling.onBatch(pulled);
  };
  try {
    return await pullRun({ ...pulling, onBatch });
  } finally {
    if (bulk && !pulling.signal.aborted) pulling.session.tables.bulk("off");
  }
}

async function pullRun(pulling: Pulling): Promise<Result<number, Problem>> {
  const { space, session, client, signal } = pulling;
  const relay = space.relay;
  if (relay === null) return err({ kind: "no-relay" });
  const who = { space: space.bytes, signer: space.device.signer };
  const sent = space.unsent.map(({ id }) => toHex(id));
  let waiting: PlacedEntry[] = [];
  let waitingBytes = 0;
  let pulled = 0;
  let checkpoint: string | null = null;

  async function take(count: number): Promise<Result<null, Problem>> {
    const batch = waiting.slice(0, count);
    waiting = waiting.slice(count);
    for (const { body } of batch) waitingBytes -= body.length;
    const taken = await takeBatch(pulling, batch, {
      live: pulled === 0 && waiting.length === 0 && batch.length <= liveEntries,
    });
    pulled += taken.ok ? batch.length : 0;
    if (batch.length > 0) pulling.onBatch(pulled);
    return taken;
  }

  for await (const values of client.pull(who, sizeOf(space))) {
    if (signal.aborted) return err({ kind: "locked" });
    if (!values.ok) return values;
    for (const value of values.value) {
      if (value.kind === "end") checkpoint = value.checkpoint;
      else {
        waiting.push(value.entry);
        waitingBytes += value.entry.body.length;
      }
    }
    while (waiting.length >= batchAfter(pulled) || waitingBytes >= mostBatchBytes) {
      const taken = await take(batchAfter(pulled));
      if (!taken.ok) return taken;
    }
  }
  const last = await take(waiting.length);
  if (!last.ok) return last;
  if (checkpoint === null) return err({ kind: "offline" });
  const verified = verifyHead(pulling, { note: checkpoint, key: relay.key });
  if (!verified.ok) return verified;
  session.changed();
  const left = new Set(space.unsent.map(({ id }) => toHex(id)));
  return ok(pulled - sent.filter((id) => !left.has(id)).length);
}

/** Judges and keeps a run of entries. What is good before the first bad one stays. */
async function takeBatch(
  { session, space, client, signal }: Pulling,
  batch: readonly PlacedEntry[],
  { live }: { readonly live: boolean },
): Promise<Result<null, Problem>> {
  if (batch.length === 0) return ok(null);
  const { crypto } = session;
  const reads: ReadEntry[] = [];
  let bad: Problem | null = null;
  for (const [index, entry] of batch.entries()) {
    if (entry.position !== sizeOf(space) + index) {
      bad = { kind: "bad-entry", position: entry.position, reason: "out-of-order" };
      break;
    }
    const read = readEntry({ sha256: crypto.sha256, verify: live ? crypto.verify : null }, entry);
    if (!read.ok) {
      bad = { kind: "bad-entry", position: entry.position, reason: read.error.kind };
      break;
    }
    reads.push(read.value);
  }
  const unsigned = live ? null : badTail(session, reads);
  if (unsigned !== null)
    return err({ kind: "bad-entry", position: batch[unsigned]?.position ?? 0, reason: "bad-signature" });
  const blobs = await fetchWraps({ session, space, client }, reads);
  if (!blobs.ok) return blobs;
  await session.log.ready();
  if (signal.aborted) return err({ kind: "locked" });
  const taken = takeIn({ session, space }, { reads, batch, live, blobs: blobs.value });
  return (taken ?? bad) ? err(taken ?? bad ?? { kind: "offline" }) : ok(null);
}

/** Index of an entry whose device's newest signature does not hold; null when all do. */
function badTail({ crypto }: Session, reads: readonly ReadEntry[]): number | null {
  const newest = new Map<string, number>();
  for (const [index, { header }] of reads.entries()) newest.set(toHex(header.device), index);
  for (const index of newest.values()) {
    const entry = reads[index];
    if (entry === undefined) continue;
    const { header, signed } = entry;
    if (!verifySignature(crypto.verify, header.device, signedBytes(signed.header), signed.signature)) return index;
  }
  return null;
}

/** The blobs that roster entries name and this device does not have yet. */
async function fetchWraps(
  { session, space, client }: Pick<Pulling, "session" | "space" | "client">,
  reads: readonly ReadEntry[],
): Promise<Result<readonly LogRecord[], Problem>> {
  const { crypto, ledger } = session;
  const records: LogRecord[] = [];
  for (const { content } of reads) {
    if (content.kind !== "roster") continue;
    const hash = wrapsNamed(content.roster);
    if (ledger.blobs.has(toHex(hash))) continue;
    const bytes = await client.chunk({ space: space.bytes, signer: space.device.signer }, hash);
    if (!bytes.ok) return bytes;
    if (!sameBytes(crypto.sha256(bytes.value), hash))
      return err({ kind: "bad-entry", position: sizeOf(space), reason: "wraps-mismatch" });
    records.push({ kind: "blob", bytes: bytes.value });
  }
  return ok(records);
}

/** No waiting from here on: state, log and tables move together. */
function takeIn(
  { session, space }: Pick<Pulling, "session" | "space">,
  given: {
    readonly reads: readonly ReadEntry[];
    readonly batch: readonly PlacedEntry[];
    readonly live: boolean;
    readonly blobs: readonly LogRecord[];
  },
): Problem | null {
  const { crypto } = session;
  if (given.blobs.length > 0) session.keep(given.blobs);
  const effects = noEffects();
  const records: LogRecord[] = [];
  const kept: { entry: ReadEntry; placed: PlacedEntry; ownPlace: Place | null }[] = [];
  let problem: Problem | null = null;
  let proof: readonly LogRecord[] = [];
  const allChecked = given.live && space.checked === sizeOf(space);
  for (const [index, entry] of given.reads.entries()) {
    const placed = given.batch[index];
    if (placed === undefined) break;
    const own = space.unsent[0] !== undefined && sameBytes(space.unsent[0].id, entry.id);
    const place = space.unsent[0]?.place;
    const cloned = !own && isMine(space, entry.header.device);
    const next = advance(crypto, space, {
      entry,
      wraps: wrapsOf(session, entry),
      receivedAt: placed.receivedAt,
      quotes: given.live ? "now" : "later",
    });
    if (!next.ok) {
      problem = { kind: "bad-entry", position: placed.position, reason: next.error.kind };
      if (next.error.kind === "chain-fork") proof = proofAgainst(session, space, entry);
      break;
    }
    const broken = brokenPromise(space);
    if (broken) {
      problem = broken;
      records.push({ kind: "note", note: { note: "stopped", space: space.id, problem } });
      space.stopped = problem;
      break;
    }
    if (next.value.news) effects.news.add(space.id);
    const { position, receivedAt } = placed;
    const { header, signature, body } = placed;
    if (own && place !== undefined) effects.placed.push({ entry: toHex(entry.id), position, receivedAt });
    if (cloned && space.stopped === null) {
      problem = { kind: "cloned-device" };
      records.push({ kind: "note", note: { note: "stopped", space: space.id, problem } });
      space.stopped = problem;
    }
    records.push(
      own
        ? { kind: "answer", space: space.bytes, id: entry.id, position, receivedAt }
        : { kind: "placed", space: space.bytes, position, receivedAt, signed: { header, signature, body } },
    );
    kept.push({ entry, placed, ownPlace: own ? (place ?? null) : null });
  }
  if (allChecked) space.checked = sizeOf(space);
  const places = session.append(records, { flush: true });
  const entryPlaces = places.filter((_, index) => records[index]?.kind !== "note");
  for (const [index, { entry, placed, ownPlace }] of kept.entries()) {
    const place = ownPlace ?? entryPlaces[index];
    // our own changes are in the tables since they were saved
    if (place === undefined || (ownPlace !== null && entry.content.kind === "parts")) continue;
    gather(effects, openEntry(crypto, space, entry, { standing: placed, place }));
  }
  session.show(effects);
  if (proof.length > 0) session.keep(proof);
  return problem?.kind === "cloned-device" ? null : problem;
}

/** What the link promised, against the log we were given: before any of it is opened. */
function brokenPromise(space: Space): Problem | null {
  const size = sizeOf(space);
  const due = space.promised.filter((head) => head.size === size);
  if (due.length === 0 || space.log === null) return null;
  const root = toHex(space.log.tree.root());
  return due.every((head) => head.root === root) ? null : { kind: "forked-history", size };
}

/** The relay's signed head against the tree we grew ourselves from what it gave. */
function verifyHead(
  { session, space, now }: Pulling,
  { note, key }: { readonly note: string; readonly key: Uint8Array },
): Result<null, Problem> {
  const read = readCheckpoint(session.crypto, note, { space: space.bytes, key });
  if (!read.ok) return err({ kind: "bad-entry", position: sizeOf(space), reason: `checkpoint-${read.error.reason}` });
  const { size, root } = read.value;
  const promised = space.promised.map((head) => head.size); // by the link and the answer at the door
  const had = Math.max(space.verified?.size ?? 0, sizeOf(space), ...promised);
  if (size < had) return err({ kind: "shrunken-history", had, has: size });
  const tree = space.log?.tree;
  if (tree === undefined || size > tree.size()) return err({ kind: "offline" }); // cut off before its end
  if (!sameBytes(tree.root(size), root)) return forked(session, space, size);
  const at = now();
  const before = space.verified;
  if (before?.size === size && at - before.at < keptVerdictMs) {
    space.verified = { ...before, at };
    return ok(null);
  }
  session.keep([noteOf({ note: "verified", space: space.id, size, root: toHex(root), at, checkpoint: note })]);
  return ok(null);
}

/** How often an unchanged head is written down again. */
const keptVerdictMs = 10 * 60 * 1000;

/** Two histories were shown. Nothing of this space is sent or taken in any more, also after a restart. */
function forked(session: Session, space: Space, size: number): Result<null, Problem> {
  const problem: Problem = { kind: "forked-history", size };
  session.keep([noteOf({ note: "stopped", space: space.id, problem })]);
  return err(problem);
}

const noteOf = (note: Note): LogRecord => ({ kind: "note", note });

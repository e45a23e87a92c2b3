/**
 * From pushed bytes to kept entries: read, verify, judge at the log's end, append.
 *
 * A push stops at the first entry that is refused. Those before it are kept and durable, and the refusal names that
 * entry's place in the push: its sender counts the earlier ones as accepted (their positions come with the next pull)
 * and acts on the refused one. An entry that already stands where it belongs answers its position again.
 */

import {
  admit,
  chunksNamed,
  isWhole,
  place,
  type ReadEntry,
  readEntry,
  type SignedEntry,
  wrapsNamed,
} from "@saksi/wire/admit";
import { sameBytes, toHex } from "@saksi/wire/bytes";
import type { Placement } from "@saksi/wire/exchange";
import { signedBytes } from "@saksi/wire/header";
import type { Refusal } from "@saksi/wire/refusal";
import { err, ok, type Result } from "@saksi/wire/result";
import { isSignedBy } from "./judged-signature.ts";
import type { RelayParts } from "./relay-parts.ts";
import type { KeptLog, Turn } from "./space-logs.ts";
import type { NewEntry, SpaceHead } from "./store.ts";

type Parts = Pick<RelayParts, "store" | "primitives" | "logs" | "limits" | "now">;

/** The entries of a push before the first whose own bytes are wrong, and what is wrong with that one. */
interface ReadPush {
  readonly entries: readonly ReadEntry[];
  readonly refusal: Refusal | null;
}

export async function keepEntries(
  parts: Parts,
  space: Uint8Array,
  pushed: readonly SignedEntry[],
): Promise<Result<readonly Placement[], Refusal>> {
  const push = await readPushed(parts, pushed);
  const kept = await parts.logs.alone(space, (turn) => appendJudged(parts, { space, turn, entries: push.entries }));
  if (!kept.ok) return kept;
  return push.refusal === null ? kept : err(push.refusal);
}

async function readPushed({ primitives }: Parts, pushed: readonly SignedEntry[]): Promise<ReadPush> {
  const entries: ReadEntry[] = [];
  let refusal: Refusal | null = null;
  for (const [index, bytes] of pushed.entries()) {
    const entry = readOwn(primitives.sha256, bytes);
    if (!entry.ok) {
      refusal = { ...entry.error, entry: index };
      break;
    }
    entries.push(entry.value);
  }
  const verdicts = await Promise.all(
    entries.map(({ header, signed }) =>
      isSignedBy(primitives.verify, header.device, signedBytes(signed.header), signed.signature),
    ),
  );
  const bad = verdicts.indexOf(false);
  return bad === -1
    ? { entries, refusal }
    : { entries: entries.slice(0, bad), refusal: { kind: "bad-signature", entry: bad } };
}

/** A roster entry stays in memory as the roster, so it is read from a copy: a view would hold the whole push. */
function readOwn(sha256: Parts["primitives"]["sha256"], bytes: SignedEntry): Result<ReadEntry, Refusal> {
  const entry = readEntry({ sha256, verify: null }, bytes);
  if (entry.ok && !isWhole(entry.value)) return err({ kind: "body-mismatch" }); // parts are dropped by an erasure alone
  return entry.ok && entry.value.content.kind === "roster"
    ? readEntry({ sha256, verify: null }, { ...bytes, header: bytes.header.slice(), body: bytes.body.slice() })
    : entry;
}

async function appendJudged(
  parts: Parts,
  { space, turn, entries }: { space: Uint8Array; turn: Turn; entries: readonly ReadEntry[] },
): Promise<Result<readonly Placement[], Refusal>> {
  const before = await turn.current();
  const head = await parts.store.head(space);
  if (before === null || head === null) return err({ kind: "no-such-space" });
  const judged = await judgeAll(parts, { space, entries, before, head });
  if (judged.rows.length > 0) {
    const answer = await parts.store.append(space, before.size, judged.rows);
    // another process was first: the tree in memory has grown wrongly
    if (answer === "moved") return await again(parts, { space, turn, entries });
    turn.replace(judged.after);
  }
  return judged.refusal === null ? ok(judged.placements) : err(judged.refusal);
}

function again(
  parts: Parts,
  given: { space: Uint8Array; turn: Turn; entries: readonly ReadEntry[] },
): Promise<Result<readonly Placement[], Refusal>> {
  given.turn.replace(null);
  return appendJudged(parts, given);
}

interface Judged {
  readonly rows: readonly NewEntry[];
  readonly placements: readonly Placement[];
  readonly after: KeptLog;
  readonly refusal: Refusal | null;
}

async function judgeAll(
  { store, primitives: { sha256 }, limits, now }: Parts,
  given: { space: Uint8Array; entries: readonly ReadEntry[]; before: KeptLog; head: SpaceHead },
): Promise<Judged> {
  const { space, entries, before, head } = given;
  const rows: NewEntry[] = [];
  const placements: Placement[] = [];
  const placed = new Map<string, Placement>();
  const receivedAt = Math.max(now(), before.receivedAt); // never earlier than the entry before
  let { log } = before;
  let bytes = head.bytes;
  let refusal: Refusal | null = null;

  for (const [index, entry] of entries.entries()) {
    const repeated = placed.get(toHex(entry.id)) ?? (await standing(store, { space, log, entry }));
    if (repeated !== null) {
      placements.push(repeated);
      continue;
    }
    const { content } = entry;
    const wraps = content.kind === "roster" ? await store.chunk(space, wrapsNamed(content.roster)) : null;
    const step = admit(sha256, log, entry, wraps, "now");
    bytes += entry.signed.header.length + entry.signed.body.length + 64;
    if (!step.ok || bytes > limits.spaceBytes) {
      refusal = { ...(step.ok ? { kind: "quota" as const } : step.error), entry: index };
      break;
    }
    const placement = { position: before.size + rows.length, receivedAt };
    log = place(sha256, log, step.value, receivedAt);
    rows.push(rowOf(entry, receivedAt));
    placements.push(placement);
    placed.set(toHex(entry.id), placement);
  }
  return { rows, placements, after: { log, size: before.size + rows.length, receivedAt }, refusal };
}

/** Where this very entry stands already, if it does; asked of the store only where its device's chain has passed it. */
async function standing(
  store: Parts["store"],
  { space, log, entry }: { space: Uint8Array; log: KeptLog["log"]; entry: ReadEntry },
): Promise<Placement | null> {
  const { device, dseq } = entry.header;
  const chain = log.chains.get(toHex(device));
  if (chain === undefined || dseq > chain.dseq) return null;
  const found = await store.find(space, device, dseq);
  return found && sameBytes(found.id, entry.id) ? { position: found.position, receivedAt: found.receivedAt } : null;
}

export const rowOf = (entry: ReadEntry, receivedAt: number): NewEntry => ({
  id: entry.id,
  device: entry.header.device,
  dseq: entry.header.dseq,
  header: entry.signed.header,
  signature: entry.signed.signature,
  body: entry.signed.body,
  receivedAt,
  chunks: chunksNamed(entry),
});

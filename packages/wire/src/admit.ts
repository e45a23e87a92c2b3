/**
 * May this entry stand at the end of this log? The one judge of order and authority, run by the relay before it keeps an
 * entry and by every member before it opens one. Authority is judged where the entry stands, never by claimed time.
 */

import { sameBytes, toHex } from "./bytes.ts";
import { encode } from "./cbor.ts";
import { type DecodedHeader, decodeHeader, entryId, type Header, kinds, signedBytes } from "./header.ts";
import { growingTree, leafHash, type Tree } from "./merkle.ts";
import { type BodyPart, isDropped, readBody } from "./part.ts";
import type { Primitives, Sha256 } from "./primitives.ts";
import type { Refusal } from "./refusal.ts";
import { err, ok, type Result } from "./result.ts";
import { activeDevice, advanceRoster, beginRoster, mayWrite, type Roster } from "./roster.ts";
import { type RosterBody, readRosterBody } from "./roster-body.ts";
import { verifySignature } from "./signature.ts";
import { decodeWraps, type Wraps } from "./wraps.ts";

/** An entry as it travels. */
export interface SignedEntry {
  readonly header: Uint8Array;
  /** 64 bytes */
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
}

/** An entry whose bytes are what they should be: header, body root and, where asked, signature. Only `readEntry` makes one. */
export interface ReadEntry extends DecodedHeader {
  /** The exact bytes that were signed and travel unchanged */
  readonly signed: SignedEntry;
  readonly id: Uint8Array;
  readonly content:
    | { readonly kind: "roster"; readonly roster: RosterBody }
    | { readonly kind: "parts"; readonly parts: readonly BodyPart[] };
}

/** Where a device's chain stands. */
interface Chain {
  readonly dseq: number;
  readonly id: Uint8Array;
  readonly seenSize: number;
  /** Place in the roster's chain of the newest roster head it named */
  readonly rosterOrder: number;
}

/** The state of one space's log after so many entries. */
export interface LogState {
  /** Entry id of genesis, 32 bytes */
  readonly space: Uint8Array;
  readonly roster: Roster;
  /** By device, hexadecimal */
  readonly chains: ReadonlyMap<string, Chain>;
  readonly tree: Tree;
  /** When the relay received the newest entry, by its clock */
  readonly received: number;
}

/**
 * Whether an entry's quote of (size, root) is compared now. A member that catches up compares later, in the background,
 * with every signature; the relay and live entries compare at once.
 */
export type Quotes = "now" | "later";

/** Bytes to entry. `verify: null` leaves the signature to the chain behind it (tail first). */
export function readEntry(
  primitives: { readonly sha256: Sha256; readonly verify: Primitives["verify"] | null },
  entry: SignedEntry,
): Result<ReadEntry, Refusal> {
  const { sha256, verify } = primitives;
  if (entry.signature.length !== 64) return err({ kind: "bad-signature" });
  const decoded = decodeHeader(entry.header);
  if (!decoded.ok) return err({ kind: decoded.error.kind });
  const { header } = decoded.value;
  if (verify !== null && !verifySignature(verify, header.device, signedBytes(entry.header), entry.signature)) {
    return err({ kind: "bad-signature" });
  }
  const read = { ...decoded.value, signed: entry, id: entryId(sha256, entry.header) };
  if (header.kind === kinds.roster) {
    const roster = readRosterBody(sha256, entry.body, header);
    return roster.ok
      ? ok({ ...read, content: { kind: "roster", roster: roster.value } })
      : err({ kind: roster.error.kind });
  }
  const parts = readBody(sha256, entry.body, header);
  return parts.ok ? ok({ ...read, content: { kind: "parts", parts: parts.value } }) : err({ kind: parts.error.kind });
}

/** Leaf of a space's log: what stands there and when the relay received it (milliseconds since 1970). */
export const logLeaf = (sha256: Sha256, id: Uint8Array, receivedAt: number): Uint8Array =>
  leafHash(sha256, encode([id, receivedAt]));

/** The state that a genesis entry begins; the entry stands at position 0. */
export function beginLog(
  sha256: Sha256,
  entry: ReadEntry,
  wrapsBytes: Uint8Array,
  receivedAt: number,
): Result<LogState, Refusal> {
  const { header, id, content } = entry;
  const first = header.space.length === 0 && header.dseq === 0 && isZero(header.dprev) && isZero(header.rosterHead);
  const unseen = header.seenSize === 0 && sameBytes(header.seenRoot, sha256(new Uint8Array(0))) && header.epoch === 0;
  if (content.kind !== "roster" || !first || !unseen) return err({ kind: "genesis-expected" });
  const wraps = wrapsOf(sha256, content.roster, wrapsBytes);
  if (!wraps.ok) return wraps;
  const roster = beginRoster({
    entry: id,
    author: header.device,
    operation: content.roster.operation,
    wraps: wraps.value,
  });
  if (!roster.ok) return roster;
  const tree = growingTree(sha256);
  tree.append(logLeaf(sha256, id, receivedAt));
  const chains = new Map([[toHex(header.device), { dseq: 0, id, seenSize: 0, rosterOrder: 0 }]]);
  return ok({ space: id, roster: roster.value, chains, tree, received: receivedAt });
}

/** What an admitted entry changes; nothing is changed until `place`. */
export interface Step {
  readonly entry: ReadEntry;
  readonly roster: Roster;
  readonly chain: Chain;
}

/**
 * Judges the next entry of a log.
 *
 * @param wrapsBytes  for a roster entry the blob that it names; else null
 */
export function admit(
  sha256: Sha256,
  log: LogState,
  entry: ReadEntry,
  wrapsBytes: Uint8Array | null,
  quotes: Quotes,
): Result<Step, Refusal> {
  const { header, id, content } = entry;
  if (!sameBytes(header.space, log.space))
    return err({ kind: header.space.length === 0 ? "second-genesis" : "wrong-space" });
  const author = activeDevice(log.roster, header.device);
  if (!author.ok) return author;
  if (!mayWrite(author.value.role, header.kind)) return err({ kind: "not-allowed" });
  if (header.kind !== kinds.roster && header.kind !== kinds.record) return err({ kind: "not-readable-yet" });

  const chain = log.chains.get(toHex(header.device)) ?? {
    dseq: -1,
    id: new Uint8Array(32),
    seenSize: 0,
    rosterOrder: 0,
  };
  if (header.dseq > chain.dseq + 1) return err({ kind: "chain-gap" });
  if (header.dseq !== chain.dseq + 1 || !sameBytes(header.dprev, chain.id)) return err({ kind: "chain-fork" });

  const quote = judgeQuote(log, header, chain.seenSize, quotes);
  if (!quote.ok) return quote;

  const rosterOrder = log.roster.order.get(toHex(header.rosterHead));
  if (rosterOrder === undefined) return err({ kind: "roster-moved" });
  if (rosterOrder < chain.rosterOrder) return err({ kind: "roster-backwards" });
  const next: Chain = { dseq: header.dseq, id, seenSize: header.seenSize, rosterOrder };
  if (content.kind === "parts") {
    if (header.epoch !== log.roster.epoch) return err({ kind: "stale-epoch" });
    const outside = content.parts.some((part) => (author.value.circles & (1 << part.circle)) === 0);
    return outside ? err({ kind: "not-in-circle" }) : ok({ entry, roster: log.roster, chain: next });
  }

  if (!sameBytes(header.rosterHead, log.roster.head)) return err({ kind: "roster-moved" });
  const wraps = wrapsOf(sha256, content.roster, wrapsBytes);
  if (!wraps.ok) return wraps;
  const chainEnd = (device: Uint8Array) => log.chains.get(toHex(device)) ?? null;
  const roster = advanceRoster(
    log.roster,
    { entry: id, author: header.device, operation: content.roster.operation, wraps: wraps.value },
    chainEnd,
  );
  if (!roster.ok) return roster;
  // a roster entry's body is sealed under the epoch in force after it
  if (header.epoch !== roster.value.epoch) return err({ kind: "stale-epoch" });
  return ok({ entry, roster: roster.value, chain: { ...next, rosterOrder: rosterOrder + 1 } });
}

/** Puts an admitted entry at the end. The tree grows in place; the returned state replaces the one it came from. */
export function place(sha256: Sha256, log: LogState, { entry, roster, chain }: Step, receivedAt: number): LogState {
  log.tree.append(logLeaf(sha256, entry.id, receivedAt));
  (log.chains as Map<string, Chain>).set(toHex(entry.header.device), chain); // ours: made in beginLog
  return { ...log, roster, received: receivedAt };
}

/** A relay's clock may stand, its times never fall: a member takes in no entry that came before the one ahead of it. */
export const receiptHolds = ({ received }: LogState, receivedAt: number): boolean => receivedAt >= received;

/** A quote that was left for later: true when the log was as its author says. */
export const quoteHolds = (log: LogState, { seenSize, seenRoot }: Pick<Header, "seenSize" | "seenRoot">): boolean =>
  seenSize <= log.tree.size() && sameBytes(log.tree.root(seenSize), seenRoot);

function judgeQuote(log: LogState, header: Header, before: number, quotes: Quotes): Result<null, Refusal> {
  if (header.seenSize < before) return err({ kind: "quote-backwards" });
  if (header.seenSize > log.tree.size()) return err({ kind: "quote-outside" });
  return quotes === "later" || quoteHolds(log, header) ? ok(null) : err({ kind: "quote-wrong" });
}

function wrapsOf(sha256: Sha256, roster: RosterBody, bytes: Uint8Array | null): Result<Wraps, Refusal> {
  if (bytes === null) return err({ kind: "wraps-missing" });
  if (!sameBytes(sha256(bytes), wrapsNamed(roster))) return err({ kind: "wraps-mismatch" });
  const wraps = decodeWraps(bytes);
  return wraps.ok ? wraps : err({ kind: "wraps-mismatch" });
}

/** Hash of the wrap blob that a roster entry names. */
export const wrapsNamed = ({ operation }: RosterBody): Uint8Array =>
  operation.op === "genesis" || operation.op === "rotate" ? operation.opening.wraps : operation.wraps;

/** Every chunk that must be kept while this entry is: the wraps', and the attachments' of parts that were not dropped. */
export function chunksNamed({ content }: ReadEntry): readonly Uint8Array[] {
  return content.kind === "roster"
    ? [wrapsNamed(content.roster)]
    : content.parts.flatMap((part) => (isDropped(part) ? [] : [...part.chunks]));
}

/** No part of it was dropped. A relay takes in whole entries only; a part is dropped later, by an erasure. */
export const isWhole = ({ content }: ReadEntry): boolean => content.kind === "roster" || !content.parts.some(isDropped);

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

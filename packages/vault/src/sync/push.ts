/** What waits here, to the relay: genesis first, then the chain in order, byte for byte as it was sealed. */

import type { SignedEntry } from "@saksi/wire/admit";
import { wrapsNamed } from "@saksi/wire/admit";
import { sameBytes, toHex } from "@saksi/wire/bytes";
import type { Placement } from "@saksi/wire/exchange";
import { kinds, limits } from "@saksi/wire/header";
import { ok, type Result } from "@saksi/wire/result";
import type { Problem } from "../problem.ts";
import type { RelayAnswer, RelayClient } from "../relay-client.ts";
import { advance, openEntry } from "../space/advance.ts";
import { gather, noEffects, ownEntryAt, wrapsOf } from "../space/ledger.ts";
import type { LogRecord } from "../space/log-record.ts";
import type { Session } from "../space/session.ts";
import { type Space, sizeOf, type Unsent } from "../space/space.ts";

interface Pushing {
  readonly session: Session;
  readonly space: Space;
  readonly client: RelayClient;
}

/**
 * What the relay made of it. `moved`: it has more than we do, so that pulling and trying again may help. The entries it
 * took come back with the next pull, in their places.
 */
export type Pushed =
  | { readonly kind: "all"; readonly count: number }
  | { readonly kind: "moved"; readonly count: number; readonly refusal: string; readonly refused: Unsent | null };

export async function pushSpace(pushing: Pushing): Promise<Result<Pushed, Problem>> {
  const { session, space, client } = pushing;
  if (space.unsent.length === 0) return ok({ kind: "all", count: 0 });
  const opened = await openAtRelay(pushing);
  if (!opened.ok) return opened;
  const who = { space: space.bytes, signer: space.device.signer };
  let count = opened.value;
  let waiting: readonly Unsent[] = space.unsent.filter(({ dseq }) => dseq > 0 || space.anchored);
  while (waiting.length > 0) {
    const { entries, rest } = batchOf(session, waiting);
    const blobs = await putWraps(pushing, waiting.slice(0, entries.length));
    if (!blobs.ok) return blobs;
    const pushed = await client.push(who, entries);
    if (!pushed.ok) {
      const taken = pushed.error.kind === "relay-refused" ? (pushed.error.entry ?? 0) : 0;
      return judged(pushed, { count: count + taken, refused: waiting[taken] ?? null });
    }
    count += entries.length;
    takePlacements(pushing, waiting.slice(0, entries.length), pushed.value);
    waiting = rest;
  }
  return ok({ kind: "all", count });
}

/**
 * Entries of ours that the relay put right behind what we have need not be pulled back. Where others wrote in between,
 * the pull brings all of them in order.
 */
function takePlacements({ session, space }: Pushing, sent: readonly Unsent[], places: readonly Placement[]): void {
  const { crypto } = session;
  const effects = noEffects();
  const records: LogRecord[] = [];
  const size = sizeOf(space);
  const allChecked = space.checked === size;
  for (const [index, { id, place }] of sent.entries()) {
    const placement = places[index];
    const first = space.unsent[0];
    if (!space.anchored || placement?.position !== size + index || first === undefined || !sameBytes(first.id, id))
      break;
    const entry = session.entryAt(place);
    const { position, receivedAt } = placement;
    const next = advance(crypto, space, { entry, wraps: wrapsOf(session, entry), receivedAt, quotes: "later" });
    if (!next.ok) break;
    if (next.value.news) effects.news.add(space.id);
    records.push({ kind: "answer", space: space.bytes, id, position, receivedAt });
    effects.placed.push({ entry: toHex(id), position, receivedAt });
    if (entry.content.kind === "roster")
      gather(effects, openEntry(crypto, space, entry, { standing: placement, place }));
  }
  if (records.length === 0) return;
  if (allChecked) space.checked = sizeOf(space);
  session.append(records, { flush: true });
  session.show(effects);
}

/** Refusals after which a pull tells us more. Anything else is for a person. */
const pullAndSee = new Set([
  "stale-epoch",
  "roster-moved",
  "stale-pin",
  "chain-fork",
  "chain-gap",
  "quote-outside",
  "quote-backwards",
  "not-in-circle",
  "not-allowed",
  "roster-backwards",
  "already-in-roster",
]);

/** A change of the roster that the relay refused, for whatever reason, is dropped after the pull. */
function judged(
  answer: Extract<RelayAnswer<unknown>, { ok: false }>,
  { count, refused }: { readonly count: number; readonly refused: Unsent | null },
): Result<Pushed, Problem> {
  const { error } = answer;
  if (error.kind !== "relay-refused" || error.entry === undefined) return answer;
  const moved = pullAndSee.has(error.refusal) || refused?.kind === kinds.roster;
  return moved ? ok({ kind: "moved", count, refusal: error.refusal, refused }) : answer;
}

/** Genesis makes the space at the relay. That it is there already is fine: an answer was lost, or another of us did it. */
async function openAtRelay({ session, space, client }: Pushing): Promise<Result<number, Problem>> {
  const [genesis] = space.unsent;
  if (space.anchored || genesis?.dseq !== 0) return ok(0);
  const signed = ownEntryAt(session.log, genesis.place);
  const wraps = wrapsOf(session, session.entryAt(genesis.place)) ?? new Uint8Array(0);
  const opened = await client.open({ ...signed, wraps, admission: space.relay?.admission ?? "" });
  const there = !opened.ok && opened.error.kind === "relay-refused" && opened.error.refusal === "space-exists";
  return opened.ok || there ? ok(1) : opened;
}

/** As many as one request holds. */
function batchOf(
  { log }: Session,
  waiting: readonly Unsent[],
): { readonly entries: readonly SignedEntry[]; readonly rest: readonly Unsent[] } {
  const entries: SignedEntry[] = [];
  let bytes = 16;
  for (const { place } of waiting) {
    const entry = ownEntryAt(log, place);
    bytes += entry.header.length + entry.body.length + 64 + 16;
    if (entries.length > 0 && (entries.length === limits.pushEntries || bytes > limits.pushBytes)) break;
    entries.push(entry);
  }
  return { entries, rest: waiting.slice(entries.length) };
}

async function putWraps({ session, space, client }: Pushing, waiting: readonly Unsent[]): Promise<RelayAnswer<null>> {
  for (const { kind, place } of waiting) {
    if (kind !== kinds.roster) continue;
    const entry = session.entryAt(place);
    const blob = wrapsOf(session, entry);
    if (blob === null || entry.content.kind !== "roster") throw new Error(`no wraps lie here for ${toHex(entry.id)}`);
    const who = { space: space.bytes, signer: space.device.signer };
    const put = await client.putChunk(who, wrapsNamed(entry.content.roster), blob);
    if (!put.ok) return put;
  }
  return ok(null);
}

/**
 * Entries of ours that became stale while they waited, said anew: the same parts under the keys and the roster of now,
 * at the end of our chain as the relay has it. Called only when what made them stale was pulled and admitted, so that
 * the old headers can be valid nowhere.
 */

import { sameBytes, toHex } from "@saksi/wire/bytes";
import { kinds } from "@saksi/wire/header";
import { isDropped } from "@saksi/wire/part";
import { composeRecordEntry, type Following, type OwnEntry, type PlainPart } from "../entry/compose.ts";
import { keyOf } from "../entry/write.ts";
import { openBytes } from "../space/advance.ts";
import type { Session } from "../space/session.ts";
import { following, isRights, myRights, type Space, type Unsent } from "../space/space.ts";

/**
 * @param refused  a change of the roster that the relay refused by name, if it did
 * @returns        how many were sealed anew
 */
export function resealStale(session: Session, space: Space, refused: Uint8Array | null): number {
  const first = firstStale(space, refused);
  if (first === null || space.log === null) return 0;
  dropRosterEntries(session, space, first);
  const rights = myRights(space);
  if (!isRights(rights) || rights.role === "reader") return 0;
  const stale = space.unsent.slice(first);
  let next: Following = nextAfter(session, space, first);
  const fresh: { readonly old: Unsent; readonly entry: OwnEntry }[] = [];
  for (const old of stale) {
    const parts = partsOf(session, space, old); // all in our circles: what is not was set aside
    const entry = composeRecordEntry(
      { crypto: session.crypto, signer: space.device.signer },
      next,
      parts,
      keyOf(space, next.epoch),
    );
    fresh.push({ old, entry });
    next = { ...next, dseq: entry.dseq + 1, dprev: entry.id };
  }
  session.keep(
    fresh.map(({ old, entry }, index) => ({
      kind: "own",
      follow: fresh.length - 1 - index,
      replaces: old.id,
      at: old.since,
      signed: entry.signed,
    })),
  );
  return fresh.length;
}

/** The first of what waits that the relay can never take: an older epoch, or a chain that is not ours any more. */
function firstStale({ unsent, log, device, anchored }: Space, refused: Uint8Array | null): number | null {
  if (log === null || !anchored) return null;
  const end = log.chains.get(toHex(device.signer.publicKey));
  let dseq = end === undefined ? 0 : end.dseq + 1;
  for (const [index, waiting] of unsent.entries()) {
    if (waiting.kind === kinds.record && waiting.epoch !== log.roster.epoch) return index;
    if (waiting.dseq !== dseq || (refused !== null && sameBytes(waiting.id, refused))) return index;
    dseq += 1;
  }
  return null;
}

/** Authority is not said anew by a machine: a person decides again over the roster as it is now. */
function dropRosterEntries(session: Session, space: Space, from: number): void {
  const gone = space.unsent.slice(from).filter(({ kind }) => kind === kinds.roster);
  if (gone.length === 0) return;
  session.keep(gone.map(({ id }) => ({ kind: "note", note: { note: "dropped", space: space.id, entry: toHex(id) } })));
}

function nextAfter(session: Session, space: Space, first: number): Following {
  if (space.log === null) throw new Error("what waits has a log to wait for");
  const before = first > 0 ? space.unsent[first - 1] : undefined;
  return following(session.crypto, space, space.log, before ?? null);
}

function partsOf(session: Session, space: Space, { place }: Unsent): PlainPart[] {
  const entry = session.entryAt(place);
  if (entry.content.kind !== "parts") throw new Error("only records are said anew");
  const { parts } = entry.content;
  return parts.map((part, index) => {
    const bytes = openBytes(session.crypto, space, entry, { part, index, count: parts.length });
    if (bytes === null || isDropped(part)) throw new Error("our own part opens with our own key");
    return { circle: part.circle, bytes, chunks: part.chunks };
  });
}

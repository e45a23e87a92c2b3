/**
 * An unlocked vault: its log, its tables and the ledger between them. Everything that is kept goes through `keep`:
 * flushed to the log first, then folded, then shown. So a crash in between costs nothing but a fold.
 */

import type { Change } from "@saksi/domain/change";
import type { SpaceId } from "@saksi/domain/id";
import type { ReadEntry } from "@saksi/wire/admit";
import { toHex } from "@saksi/wire/bytes";
import type { Crypto } from "../crypto.ts";
import type { Log } from "../log/log.ts";
import type { Place } from "../log/log-place.ts";
import type { Tables } from "../projection/opened-change.ts";
import { openTables } from "../projection/tables.ts";
import type { Sqlite } from "../sqlite.ts";
import { openChange, openEntry } from "./advance.ts";
import {
  type Effects,
  fold,
  gather,
  type Ledger,
  newLedger,
  noEffects,
  ownEntryAt,
  reread,
  spaceIdOf,
} from "./ledger.ts";
import { decodeLogRecord, encodeLogRecord, type LogRecord } from "./log-record.ts";
import { loadSnapshot, saveSnapshot } from "./snapshot.ts";
import type { Space } from "./space.ts";

export interface Session {
  readonly crypto: Crypto;
  readonly log: Log;
  readonly tables: Tables;
  readonly db: Sqlite;
  readonly ledger: Ledger;
  /** Keeps records that have no judge but us: saved when this returns. */
  keep(records: readonly LogRecord[]): readonly Place[];
  /** Keeps entries that were already judged and taken into the ledger: the caller opens them. */
  append(records: readonly LogRecord[], given: { readonly flush: boolean }): readonly Place[];
  /** Brings the tables up to what a fold asked of them, and tells whoever watches. */
  show(effects: Effects): void;
  entryAt(place: Place): ReadEntry;
  onChanged(listener: () => void): () => void;
  /** State changed that no record tells of: who watches should ask again. */
  changed(): void;
  close(): void;
}

/** Folding again after a kill stays under a tenth of a second. */
const snapshotEvery = 500;
const replayBatch = 1000;
const manyEntries = 2000;

export function openSession(given: {
  readonly crypto: Crypto;
  readonly log: Log;
  readonly db: Sqlite;
  readonly soon: (work: () => void) => void;
}): Session {
  const { crypto, log, db } = given;
  const listeners = new Set<() => void>();
  let closed = false;
  const soon = (work: () => void) => given.soon(() => (closed ? undefined : work()));
  const tables = openTables(db, {
    sha256: crypto.sha256,
    reopen: (place, index) => reopen(place as Place, index), // a place that was given to the tables
    memberName: (space, member) => ledger.spaces.get(space)?.names.get(member)?.name ?? "",
    soon,
  });
  const kept = tables.stale ? null : loadSnapshot(db, crypto);
  const ledger = kept?.ledger ?? newLedger();
  const folding = { crypto, log, ledger };
  let last = kept?.place ?? null;
  let sinceSnapshot = 0;
  replay();

  function replay(): void {
    if (tables.stale) tables.bulk("on");
    const shown = tables.stale ? -1 : (tables.place() ?? -1);
    let effects = noEffects();
    for (const { place, record } of log.scan(last ?? undefined)) {
      const read = decodeLogRecord(record);
      if (read !== null) fold(folding, read, place, effects);
      last = place;
      sinceSnapshot += 1;
      if (effects.changes.length < replayBatch) continue;
      show(since(effects, shown));
      effects = noEffects();
    }
    show(since(effects, shown));
    if (ledger.held.length > 0) keep([{ kind: "note", note: { note: "void" } }]);
    if (tables.stale) {
      tables.bulk("off");
      tables.whole();
    }
    if (sinceSnapshot >= snapshotEvery) snapshot();
  }

  function append(records: readonly LogRecord[], { flush }: { readonly flush: boolean }): readonly Place[] {
    if (closed) throw new Error("the vault was locked");
    const places = log.append(records.map(encodeLogRecord), { flush });
    last = places.at(-1) ?? last;
    sinceSnapshot += records.length;
    return places;
  }

  function keep(records: readonly LogRecord[]): readonly Place[] {
    const places = append(records, { flush: true });
    const effects = noEffects();
    for (const [index, record] of records.entries()) {
      const place = places[index];
      if (place === undefined) throw new Error("the log gives a place to each record");
      fold(folding, record, place, effects);
    }
    show(effects);
    return places;
  }

  function show(effects: Effects): void {
    if (effects.resealed.length > 0) tables.resealed(effects.resealed);
    if (effects.withheld.length > 0) tables.withhold(effects.withheld);
    if (effects.changes.length > 0) tables.project(effects.changes);
    if (effects.placed.length > 0) tables.placed(effects.placed);
    for (const id of effects.news) openOlder(id);
    if (sinceSnapshot >= snapshotEvery) snapshot();
    changed();
  }

  /** Keys came late: everything of that space that lies in the log is opened again. Again is nothing. */
  function openOlder(id: string): void {
    const space = ledger.spaces.get(id);
    if (space?.log == null) return;
    for (const place of space.rosterPlaces) openEntry(crypto, space, entryAt(place), { standing: null, place });
    const many = space.log.tree.size() > manyEntries;
    if (many) tables.bulk("on");
    let effects = noEffects();
    for (const { place, record } of log.scan()) {
      const read = decodeLogRecord(record);
      if (read?.kind !== "placed" || toHex(read.space) !== id) continue;
      gather(effects, openEntry(crypto, space, reread(crypto, read.signed), { standing: read, place }));
      if (effects.changes.length + effects.withheld.length < replayBatch) continue;
      showParts(effects);
      effects = noEffects();
    }
    showParts(effects);
    if (many) tables.bulk("off");
  }

  function showParts({ changes, withheld }: Effects): void {
    if (withheld.length > 0) tables.withhold(withheld);
    if (changes.length > 0) tables.project(changes);
  }

  function entryAt(place: Place): ReadEntry {
    return reread(crypto, ownEntryAt(log, place));
  }

  function reopen(place: Place, index: number): Change | null {
    const signed = ownEntryAt(log, place);
    const space = ledger.spaces.get(toHex(spaceIdOf(crypto, signed)) as SpaceId);
    return space === undefined ? null : openChange(crypto, space, reread(crypto, signed), index);
  }

  function snapshot(): void {
    if (last === null || ledger.held.length > 0) return;
    saveSnapshot(db, ledger, last);
    sinceSnapshot = 0;
  }

  function changed(): void {
    for (const listener of listeners) listener();
  }

  return {
    crypto,
    log,
    tables,
    db,
    ledger,
    keep,
    append,
    show,
    entryAt,
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    changed,
    close() {
      closed = true;
      snapshot();
      tables.close();
      log.close();
      db.close();
    },
  };
}

/** What the tables have not been shown before a crash; what they have is only folded. */
function since(effects: Effects, shown: number): Effects {
  const fresh = <Each extends { readonly place: number }>(all: readonly Each[]) =>
    all.filter(({ place }) => place > shown);
  return { ...effects, changes: fresh(effects.changes), withheld: fresh(effects.withheld) };
}

export const spacesOf = (ledger: Ledger): readonly Space[] => [...ledger.spaces.values()];

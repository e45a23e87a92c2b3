/**
 * An unlocked vault: its log, its tables and the ledger between them. Everything that is kept goes through `keep`:
 * flushed to the log first, then folded, then shown. So a crash in between costs nothing but a fold.
 */

import type { Change } from "@saksi/domain/change";
import type { SpaceId } from "@saksi/domain/id";
import type { ReadEntry } from "@saksi/wire/admit";
import { toHex } from "@saksi/wire/bytes";
import type { Crypto } from "../crypto.ts";
import { storageFault } from "../disk-fault.ts";
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
import { dropSnapshot, loadSnapshot, saveSnapshot } from "./snapshot.ts";
import type { Space } from "./space.ts";

export interface Session {
  readonly crypto: Crypto;
  readonly log: Log;
  readonly tables: Tables;
  readonly db: Sqlite;
  readonly ledger: Ledger;
  /**
   * Catches up after a full disk: log, ledger and tables are brought together again. Called before anything is changed,
   * never in the middle; throws while there is still no space.
   */
  mend(): void;
  /** Keeps records that have no judge but us: saved when this returns, even where the tables had no space for them. */
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
  const soon = (work: () => void) => given.soon(() => (closed ? undefined : unlessFull(work)));
  const tables = openTables(db, {
    sha256: crypto.sha256,
    reopen: (place, index) => reopen(place as Place, index), // a place that was given to the tables
    memberName: (space, member) => ledger.spaces.get(space)?.names.get(member)?.name ?? "",
    soon,
  });
  // a damaged log is read from its beginning, so that nothing is held for certain that cannot be read again
  const kept = tables.stale || log.damaged().length > 0 ? null : loadSnapshot(db, crypto);
  if (kept === null) dropSnapshot(db);
  const ledger = kept?.ledger ?? newLedger();
  const folding = { crypto, log, ledger };
  let last = kept?.place ?? null;
  let sinceSnapshot = 0;
  let broken: unknown = null;
  replay(tables.stale);

  function replay(anew: boolean): void {
    if (anew) tables.bulk("on");
    const shown = anew ? -1 : (tables.place() ?? -1);
    let effects = noEffects();
    for (const { place, record } of log.scan(last ?? undefined)) {
      const read = decodeLogRecord(record);
      if (read !== null) foldAgain(read, place, effects);
      last = place;
      sinceSnapshot += 1;
      if (effects.changes.length < replayBatch) continue;
      show(since(effects, shown));
      effects = noEffects();
    }
    show(since(effects, shown));
    if (ledger.held.length > 0) keep([{ kind: "note", note: { note: "void" } }]);
    if (anew) {
      tables.bulk("off");
      tables.whole();
    }
    if (sinceSnapshot >= snapshotEvery) snapshot();
  }

  /** What the ledger says beyond the log is forgotten, and what the tables lack is told again. */
  function mend(): void {
    if (closed || broken === null) return;
    if (storageFault(broken)?.kind !== "disk-full") throw broken;
    broken = null;
    const spaces = new Map(ledger.spaces);
    trusted(() => {
      const kept = loadSnapshot(db, crypto);
      last = kept?.place ?? null;
      replaceLedger(ledger, kept?.ledger ?? newLedger());
      replay(false);
      tables.bulk("off");
    });
    // whoever works with a space holds on to it: it stays the same one
    for (const [id, fresh] of ledger.spaces) ledger.spaces.set(id, Object.assign(spaces.get(id) ?? fresh, fresh));
    changed();
  }

  /** Where a frame of the log was damaged, what followed in its space no longer stands. The other spaces do. */
  function foldAgain(record: LogRecord, place: Place, effects: Effects): void {
    const space = spaceIn(folding, record);
    if (space && isDamaged(space)) return;
    try {
      fold(folding, record, place, effects);
    } catch (error) {
      if (log.damaged().length === 0) throw error;
      if (space) space.stopped = { kind: "damaged-file", what: "log" };
    }
  }

  function append(records: readonly LogRecord[], { flush }: { readonly flush: boolean }): readonly Place[] {
    if (closed) throw new Error("the vault was locked");
    if (broken !== null) throw broken;
    const places = trusted(() => log.append(records.map(encodeLogRecord), { flush }));
    last = places.at(-1) ?? last;
    sinceSnapshot += records.length;
    return places;
  }

  /**
   * What breaks off between log, ledger and tables leaves them apart. Nothing more is written then, and nothing of the
   * ledger is kept: opening the vault again folds the log anew.
   */
  function trusted<Value>(work: () => Value): Value {
    try {
      return work();
    } catch (error) {
      broken = error;
      throw error;
    }
  }

  function keep(records: readonly LogRecord[]): readonly Place[] {
    if (closed) throw new Error("the vault was locked");
    if (broken !== null) throw broken;
    // the log takes back what it could not write: the ledger has not moved yet, and a person may try again
    const places = log.append(records.map(encodeLogRecord), { flush: true });
    last = places.at(-1) ?? last;
    sinceSnapshot += records.length;
    const effects = noEffects();
    for (const [index, record] of records.entries()) {
      const place = places[index];
      if (place === undefined) throw new Error("the log gives a place to each record");
      trusted(() => fold(folding, record, place, effects));
    }
    unlessFull(() => show(effects)); // it is saved: the tables follow when there is space
    return places;
  }

  function show(effects: Effects): void {
    trusted(() => {
      showParts(effects);
      // an entry may be said anew, and that one placed, in one replay: in this order
      if (effects.resealed.length > 0) tables.resealed(effects.resealed);
      if (effects.placed.length > 0) tables.placed(effects.placed);
      for (const id of effects.news) openOlder(id);
      if (sinceSnapshot >= snapshotEvery) snapshot();
    });
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
    if (log.read(place) === undefined) return null; // damaged since: what stands stays in the tables
    const signed = ownEntryAt(log, place);
    const space = ledger.spaces.get(toHex(spaceIdOf(crypto, signed)) as SpaceId);
    return space === undefined ? null : openChange(crypto, space, reread(crypto, signed), index);
  }

  function snapshot(): void {
    if (last === null || ledger.held.length > 0 || broken !== null) return;
    if ([...ledger.spaces.values()].some(isDamaged)) return;
    const at = last;
    unlessFull(() => {
      saveSnapshot(db, ledger, at);
      sinceSnapshot = 0;
    });
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
    mend,
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

/** For what is done again later by itself: a full disk may put it off. */
function unlessFull(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (storageFault(error)?.kind !== "disk-full") throw error;
  }
}

function replaceLedger(ledger: Ledger, { profile, held, ...maps }: Ledger): void {
  ledger.profile = profile;
  ledger.held = held;
  refill(ledger.spaces, maps.spaces);
  refill(ledger.invitations, maps.invitations);
  refill(ledger.joinings, maps.joinings);
  refill(ledger.blobs, maps.blobs);
}

function refill<Key, Value>(map: Map<Key, Value>, from: ReadonlyMap<Key, Value>): void {
  map.clear();
  for (const [key, value] of from) map.set(key, value);
}

const isDamaged = ({ stopped }: Space): boolean => stopped?.kind === "damaged-file";

/** The space that a record of an entry belongs to. */
function spaceIn({ crypto, ledger }: { crypto: Crypto; ledger: Ledger }, record: LogRecord): Space | undefined {
  if (record.kind === "note" || record.kind === "blob") return undefined;
  return ledger.spaces.get(toHex(record.kind === "own" ? spaceIdOf(crypto, record.signed) : record.space));
}

/** What the tables have not been shown before a crash; what they have is only folded. */
function since(effects: Effects, shown: number): Effects {
  const fresh = <Each extends { readonly place: number }>(all: readonly Each[]) =>
    all.filter(({ place }) => place > shown);
  return { ...effects, changes: fresh(effects.changes), withheld: fresh(effects.withheld) };
}

export const spacesOf = (ledger: Ledger): readonly Space[] => [...ledger.spaces.values()];

/**
 * Entry → rows. Rows are a function of the set of changes and their places in the log: a change that comes after all
 * others of its record is folded in; one that belongs before some of them makes the record fold again from the log.
 */

import type { Change } from "@saksi/domain/change";
import type { RecordId, SpaceId, Version } from "@saksi/domain/id";
import { toHex } from "@saksi/wire/bytes";
import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";
import type { Bulk } from "./bulk.ts";
import { entryBytes } from "./entry-bytes.ts";
import type { OpenedChange, PlacedEntry, RefusedChange, ResealedEntry, TablesContext } from "./opened-change.ts";
import { comparePlaces, type Place } from "./order.ts";
import type { RecordNumbers } from "./record-numbers.ts";
import { type FoldedRecord, type KnownRecord, recordRows } from "./record-rows.ts";
import { afterChange, nothing, readStanding } from "./standing.ts";
import { versionOf } from "./version.ts";

/** To be called inside a transaction; `wrote` is told every record whose rows changed. */
export interface Projection {
  project(change: OpenedChange): void;
  placed(entries: readonly PlacedEntry[]): void;
  resealed(entries: readonly ResealedEntry[]): void;
}

/** What the rest of the tables must follow. `text`: whether its words may have changed. */
export interface WrittenRecord {
  readonly rid: number;
  readonly id: RecordId;
  readonly type: string;
  readonly sid: number;
  readonly text: "new" | "other" | "same";
}

interface ChangeRow {
  readonly cid: number;
  readonly rid: number;
  readonly part: number;
  readonly position: number | null;
  readonly received: number | null;
  readonly place: number;
  readonly circle: number;
  readonly version: Uint8Array;
  readonly refused: RefusedChange["reason"] | null;
}

interface EntryPart {
  readonly cid: number;
  readonly rid: number;
  readonly entry: Uint8Array;
}

export function projection(
  db: Sqlite,
  given: {
    readonly context: TablesContext;
    readonly bulk: Bulk;
    readonly numbers: RecordNumbers;
    readonly sidOf: (space: SpaceId) => number;
    readonly wrote: (record: WrittenRecord) => void;
  },
): Projection {
  const { context, bulk, sidOf, wrote } = given;
  const rows = recordRows(db, given.numbers);
  const insertChange = db.prepare(sql`
    insert or ignore into change (rid, entry, part, position, received, place, circle, member, version, refused)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const known = db.prepare(sql`select position from change where rid = ? and +entry = ? and part = ?`);
  const sameVersion = db.prepare(sql`
    select 1 from change where rid = ? and version = ? and refused is null limit 1`);
  const changesOf = db.prepare(sql`
    select cid, rid, part, position, received, place, circle, version, refused from change where rid = ?`);
  const partsOfEntry = db.prepare(sql`select cid, rid, entry from change where entry = ?`);
  const setPosition = db.prepare(sql`update change set position = ?, received = ? where cid = ?`);
  const setEntry = db.prepare(sql`update change set entry = ?, place = ? where cid = ?`);
  const setLast = db.prepare(sql`
    update record set position = ?, changed = coalesce(?, changed), last_position = ?, last_place = ?, last_part = ?
      where rid = ?`);
  const nameOf = db.prepare(sql`select id, type, sid from record where rid = ?`);
  const setRefused = db.prepare(sql`update change set refused = ? where cid = ?`);

  function project(opened: OpenedChange): void {
    const sid = sidOf(opened.space);
    const entry = entryBytes(opened.entry);
    const record = rows.find(opened.change.record, sid);
    const [before] = record ? known.all<{ position: number | null }>([record.rid, entry, opened.index]) : [];
    if (before) {
      if (before.position === null && opened.position !== null) {
        placed([{ entry: opened.entry, position: opened.position, receivedAt: opened.receivedAt }]);
      }
      return;
    }
    const version = versionOf(context.sha256, { ...opened, nonce: opened.change.nonce });
    if (!record) begin(opened, version, sid);
    else if (comparePlaces(placeOf(opened), lastOf(record)) > 0) append(opened, version, { sid, record });
    else {
      addChange(record.rid, opened, { version, refused: null });
      foldAgain(record.rid, sid, opened);
    }
  }

  function addChange(
    rid: number,
    opened: OpenedChange,
    { version, refused }: { readonly version: Version; readonly refused: RefusedChange["reason"] | null },
  ): void {
    const { entry, index, position, receivedAt, place, circle, member } = opened;
    const name = entryBytes(version);
    insertChange.run([rid, entryBytes(entry), index, position, receivedAt, place, circle, member, name, refused]);
  }

  function begin(opened: OpenedChange, version: Version, sid: number): void {
    const { change, circle, position, receivedAt } = opened;
    const head = { id: change.record, type: change.type, circle, at: change.at, position, receivedAt };
    const rid = rows.insert(sid, { ...head, change, version }, placeOf(opened));
    addChange(rid, opened, { version, refused: null });
    wrote({ rid, id: change.record, type: change.type, sid, text: "new" });
  }

  function append(
    opened: OpenedChange,
    version: Version,
    { sid, record }: { readonly sid: number; readonly record: KnownRecord },
  ): void {
    const { change, circle, position, receivedAt } = opened;
    const { rid, type } = record;
    const used = sameVersion.all([rid, entryBytes(version)]).length > 0;
    const refused = refusal(record, { change, circle, used });
    addChange(rid, opened, { version, refused });
    const last = placeOf(opened);
    const stored = rows.stored(rid);
    if (refused || !stored) {
      rows.countPart(rid, last);
      return;
    }
    const standing = afterChange(readStanding(stored), change, version);
    const first = stored.version as Version;
    const folded = { id: change.record, type, circle, standing, version: first, at: change.at, position, receivedAt };
    rows.update(rid, folded, { parts: record.parts + 1, last });
    wrote({ rid, id: change.record, type, sid, text: "other" });
  }

  /** @param inHand  the change just being projected, which need not be read again */
  function foldAgain(rid: number, sid: number, inHand?: OpenedChange): void {
    const parts = inOrder(rid);
    let folded: FoldedRecord | undefined;
    const used = new Set<string>();
    for (const part of parts) {
      const held = inHand && part.place === inHand.place && part.part === inHand.index;
      const change = held ? inHand.change : context.reopen(part.place, part.part);
      if (!change) continue;
      const version = toHex(part.version) as Version;
      const refused = folded ? refusal(folded, { change, circle: part.circle, used: used.has(version) }) : null;
      if (refused !== part.refused) setRefused.run([refused, part.cid]);
      if (refused) continue;
      used.add(version);
      folded = {
        id: change.record,
        type: change.type,
        circle: part.circle,
        standing: afterChange(folded?.standing ?? nothing, change, version),
        version: folded?.version ?? version,
        at: change.at,
        position: part.position,
        receivedAt: part.received,
      };
    }
    const last = parts.at(-1);
    if (!folded || !last) return;
    const before = rows.stored(rid);
    rows.update(rid, folded, { parts: parts.length, last });
    wrote({ rid, id: folded.id, type: folded.type, sid, text: "other" });
    if (before && before.type !== folded.type) wrote({ rid, id: folded.id, type: before.type, sid, text: "other" });
  }

  const inOrder = (rid: number): readonly ChangeRow[] => changesOf.all<ChangeRow>([rid]).sort(comparePlaces);

  /** Entries got another place: records whose order changed by it fold again, of others only the columns follow. */
  function moved<Entry extends { readonly entry: string }>(
    entries: readonly Entry[],
    move: (cid: number, entry: Entry) => void,
  ): void {
    const byId = new Map(entries.map((entry) => [entry.entry, entry]));
    const parts = partsOf(byId);
    const before = new Map(parts.map(({ rid }) => [rid, orderOf(inOrder(rid))]));
    for (const { cid, entry } of parts) {
      const given = byId.get(toHex(entry));
      if (given) move(cid, given);
    }
    for (const [rid, order] of before) follow(rid, order);
  }

  /** While bulk work has no index of entries, one pass over all changes finds them. */
  function partsOf(byId: ReadonlyMap<string, unknown>): readonly EntryPart[] {
    if (bulk.from() === undefined)
      return [...byId.keys()].flatMap((id) => partsOfEntry.all<EntryPart>([entryBytes(id)]));
    return db.all<EntryPart>(sql`select cid, rid, entry from change`).filter(({ entry }) => byId.has(toHex(entry)));
  }

  function follow(rid: number, orderBefore: string): void {
    const parts = inOrder(rid);
    const [record] = nameOf.all<{ id: RecordId; type: string; sid: number }>([rid]);
    const last = parts.at(-1);
    if (!record || !last) return;
    if (orderOf(parts) !== orderBefore) {
      foldAgain(rid, record.sid);
      return;
    }
    const effect = parts.findLast((part) => part.refused === null) ?? last;
    setLast.run([effect.position, effect.received, last.position, last.place, last.part, rid]);
    wrote({ rid, ...record, text: "same" });
  }

  function placed(entries: readonly PlacedEntry[]): void {
    moved(entries, (cid, { position, receivedAt }) => setPosition.run([position, receivedAt, cid]));
  }

  return {
    project,
    placed,
    resealed: (entries) => moved(entries, (cid, { by, place }) => setEntry.run([entryBytes(by), place, cid])),
  };
}

const orderOf = (parts: readonly ChangeRow[]): string => parts.map(({ cid }) => cid).join();
const lastOf = ({ last_position: position, last_place: place, last_part: part }: KnownRecord): Place => ({
  position,
  place,
  part,
});

const placeOf = ({ position, place, index }: OpenedChange): Place => ({ position, place, part: index });

/** What a record is and who may read it is settled by its first change; a device names each writing once. */
function refusal(
  record: { readonly type: string; readonly circle: number },
  later: { readonly change: Change; readonly circle: number; readonly used: boolean },
): RefusedChange["reason"] | null {
  if (later.circle !== record.circle) return "other-circle";
  if (later.change.type !== record.type) return "other-type";
  return later.used ? "version-used-twice" : null;
}

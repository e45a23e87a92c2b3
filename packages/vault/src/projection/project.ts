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
import { type Folding, foldingFrom, nothing, readStanding } from "./standing.ts";
import { versionOf } from "./version.ts";

/** To be called inside a transaction that ends with `flush`; `wrote` is told every record whose rows changed. */
export interface Projection {
  project(change: OpenedChange): void;
  /** Writes the rows of the records that are in hand. */
  flush(): void;
  /** The transaction was undone: forgets what is in hand. */
  again(): void;
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

/**
 * [Note: in hand] A record to which a run of changes is added is read once and written once, so that thousands of
 * writings on one record, which any member can send, cost each the same.
 */
interface InHand {
  readonly sid: number;
  readonly id: RecordId;
  readonly type: string;
  readonly circle: number;
  readonly first: Version;
  readonly folding: Folding;
  /** By entry and part: the position of every change of it */
  readonly known: Map<string, number | null>;
  readonly used: Set<string>;
  parts: number;
  last: Place;
  /** The last change that had an effect since it was taken in hand */
  effect: { readonly at: string; readonly position: number | null; readonly receivedAt: number | null } | null;
}

/** Over so many changes a record is taken in hand before it is asked whether a change is known. */
const fewParts = 32;

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
  const hands = new Map<number, InHand>();
  /** Records to fold again, with the changes that need not be read again */
  const late = new Map<number, { readonly sid: number; readonly changes: Map<string, Change> }>();
  const versionsOf = db.prepare(sql`select entry, part, position, version, refused from change where rid = ?`);
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
    const before = record && positionOf(record, { sid, entry, opened });
    if (before !== undefined) {
      if (before === null && opened.position !== null) {
        placed([{ entry: opened.entry, position: opened.position, receivedAt: opened.receivedAt }]);
      }
      return;
    }
    const version = versionOf(context.sha256, { ...opened, nonce: opened.change.nonce });
    if (!record) begin(opened, version, sid);
    else if (isLate(record, opened)) addLate(record.rid, opened, { sid, version });
    else append(opened, version, { sid, record });
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

  /** Undefined: this change is new. Null: it is known, and waits for its place. */
  function positionOf(
    record: KnownRecord,
    { sid, entry, opened }: { readonly sid: number; readonly entry: Uint8Array; readonly opened: OpenedChange },
  ): number | null | undefined {
    const { rid, parts } = record;
    const hand = hands.get(rid) ?? (parts > fewParts || late.has(rid) ? takeInHand(record, sid) : undefined);
    if (hand) return hand.known.get(nameOfPart(opened.entry, opened.index));
    return known.all<{ position: number | null }>([rid, entry, opened.index])[0]?.position;
  }

  function takeInHand(record: KnownRecord, sid: number): InHand | undefined {
    const stored = rows.stored(record.rid);
    if (!stored) return undefined;
    const changes = versionsOf.all<
      Pick<ChangeRow, "part" | "position" | "version" | "refused"> & { entry: Uint8Array }
    >([record.rid]);
    const hand: InHand = {
      sid,
      id: stored.id,
      type: record.type,
      circle: record.circle,
      first: stored.version as Version,
      folding: foldingFrom(readStanding(stored)),
      known: new Map(changes.map(({ entry, part, position }) => [nameOfPart(toHex(entry), part), position])),
      used: new Set(changes.flatMap(({ version, refused }) => (refused === null ? [toHex(version)] : []))),
      parts: record.parts,
      last: lastOf(record),
      effect: null,
    };
    hands.set(record.rid, hand);
    return hand;
  }

  function append(
    opened: OpenedChange,
    version: Version,
    { sid, record }: { readonly sid: number; readonly record: KnownRecord },
  ): void {
    const { change, circle, position, receivedAt } = opened;
    const { rid } = record;
    const hand = hands.get(rid) ?? takeInHand(record, sid);
    const refused = refusal(record, { change, circle, used: hand?.used.has(version) ?? false });
    addChange(rid, opened, { version, refused });
    const last = placeOf(opened);
    if (!hand) {
      rows.countPart(rid, last);
      return;
    }
    hand.known.set(nameOfPart(opened.entry, opened.index), position);
    hand.parts += 1;
    hand.last = last;
    if (refused) return;
    hand.used.add(version);
    hand.folding.add(change, version);
    hand.effect = { at: change.at, position, receivedAt };
  }

  const isLate = (record: KnownRecord, opened: OpenedChange): boolean =>
    late.has(record.rid) || comparePlaces(placeOf(opened), hands.get(record.rid)?.last ?? lastOf(record)) <= 0;

  /** Belongs before what is here, as everything does while something of ours waits: folded again once, at the end. */
  function addLate(
    rid: number,
    opened: OpenedChange,
    { sid, version }: { readonly sid: number; readonly version: Version },
  ): void {
    addChange(rid, opened, { version, refused: null });
    hands.get(rid)?.known.set(nameOfPart(opened.entry, opened.index), opened.position);
    const known = late.get(rid) ?? { sid, changes: new Map<string, Change>() };
    known.changes.set(nameOfPlace(opened.place, opened.index), opened.change);
    late.set(rid, known);
  }

  function flush(): void {
    for (const [rid, { sid, changes }] of late) {
      hands.delete(rid);
      foldAgain(rid, sid, changes);
    }
    late.clear();
    for (const [rid, hand] of hands) {
      const { id, type, circle, sid, first, folding, parts, last, effect } = hand;
      if (effect === null) rows.setPart(rid, parts, last);
      else {
        rows.update(
          rid,
          { id, type, circle, standing: folding.standing(), version: first, ...effect },
          { parts, last },
        );
        wrote({ rid, id, type, sid, text: "other" });
      }
    }
    hands.clear();
  }

  /** @param changes  just projected, which need not be read again */
  function foldAgain(rid: number, sid: number, changes?: ReadonlyMap<string, Change>): void {
    const parts = inOrder(rid);
    const folding = foldingFrom(nothing);
    let folded: Omit<FoldedRecord, "standing"> | undefined;
    const used = new Set<string>();
    for (const part of parts) {
      const change = changes?.get(nameOfPlace(part.place, part.part)) ?? context.reopen(part.place, part.part);
      if (!change) continue;
      const version = toHex(part.version) as Version;
      const refused = folded ? refusal(folded, { change, circle: part.circle, used: used.has(version) }) : null;
      if (refused !== part.refused) setRefused.run([refused, part.cid]);
      if (refused) continue;
      used.add(version);
      folding.add(change, version);
      folded = {
        id: change.record,
        type: change.type,
        circle: part.circle,
        version: folded?.version ?? version,
        at: change.at,
        position: part.position,
        receivedAt: part.received,
      };
    }
    const last = parts.at(-1);
    if (!folded || !last) return;
    const before = rows.stored(rid);
    rows.update(rid, { ...folded, standing: folding.standing() }, { parts: parts.length, last });
    wrote({ rid, id: folded.id, type: folded.type, sid, text: "other" });
    if (before && before.type !== folded.type) wrote({ rid, id: folded.id, type: before.type, sid, text: "other" });
  }

  const inOrder = (rid: number): readonly ChangeRow[] => changesOf.all<ChangeRow>([rid]).sort(comparePlaces);

  /** Entries got another place: records whose order changed by it fold again, of others only the columns follow. */
  function moved<Entry extends { readonly entry: string }>(
    entries: readonly Entry[],
    move: (cid: number, entry: Entry) => void,
  ): void {
    flush();
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
    flush,
    again() {
      hands.clear();
      late.clear();
    },
    placed,
    resealed: (entries) => moved(entries, (cid, { by, place }) => setEntry.run([entryBytes(by), place, cid])),
  };
}

const nameOfPart = (entry: string, part: number): string => `${entry} ${part}`;
const nameOfPlace = (place: number, part: number): string => `${place} ${part}`;
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

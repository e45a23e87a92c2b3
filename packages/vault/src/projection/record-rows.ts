/** A record's rows in `record`, `body` and `link`: read and written. Hot: a bootstrap comes here 100,000 times. */

import type { Change } from "@saksi/domain/change";
import type { RecordId, Version } from "@saksi/domain/id";
import type { Fields, Value } from "@saksi/domain/value";
import { type SqlValue, sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";
import { linksIn, listColumns } from "./list-columns.ts";
import type { Place } from "./order.ts";
import type { RecordNumbers } from "./record-numbers.ts";
import { conflictsOf, fieldsOf, firstStored, type Standing, type StoredStanding, storedStanding } from "./standing.ts";

/** What a record is, and the last change that had an effect on it. */
export interface RecordHead {
  readonly id: RecordId;
  readonly type: string;
  readonly circle: number;
  readonly at: string;
  readonly position: number | null;
  readonly receivedAt: number | null;
}

/** A record as folded from its changes. */
export interface FoldedRecord extends RecordHead {
  readonly standing: Standing;
  /** Of the first change */
  readonly version: Version;
}

/** What must be known of a record before another change of it can be folded in. */
export interface KnownRecord {
  readonly rid: number;
  readonly type: string;
  readonly circle: number;
  readonly parts: number;
  readonly last_position: number | null;
  readonly last_place: number;
  readonly last_part: number;
}

export type StoredRecord = StoredStanding & { readonly id: RecordId; readonly type: string };

export interface RecordRows {
  find(id: string, sid: number): KnownRecord | undefined;
  /** A record that begins with this change. */
  insert(sid: number, begun: RecordHead & { readonly change: Change; readonly version: Version }, last: Place): number;
  /** @param last  the last of all its changes in the log's order, those without effect too */
  update(rid: number, record: FoldedRecord, given: { readonly parts: number; readonly last: Place }): void;
  /** One more change, that had no effect. */
  countPart(rid: number, last: Place): void;
  /** So many changes by now, of which the last had no effect. */
  setPart(rid: number, parts: number, last: Place): void;
  stored(rid: number): StoredRecord | undefined;
}

export function recordRows(db: Sqlite, numbers: RecordNumbers): RecordRows {
  const known = db.prepare(sql`
    select rid, type, circle, parts, last_position, last_place, last_part from record where rid = ?`);
  const insert = db.prepare(sql`
    insert into record (rid, id, sid, parts, type, circle, title, title_key, when_key, state, case_id, changed, at,
      position, conflicts, last_position, last_place, last_part)
    values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?, ?, ?)`);
  const update = db.prepare(sql`
    update record set type = ?, circle = ?, title = ?, title_key = ?, when_key = ?, state = ?, case_id = ?, changed = ?,
      at = ?, position = ?, conflicts = ?, last_position = ?, last_place = ?, last_part = ?, parts = ? where rid = ?`);
  const countPart = db.prepare(sql`
    update record set parts = parts + 1, last_position = ?, last_place = ?, last_part = ? where rid = ?`);
  const setPart = db.prepare(sql`
    update record set parts = ?, last_position = ?, last_place = ?, last_part = ? where rid = ?`);
  const putBody = db.prepare(sql`insert or replace into body (rid, version, fields, others) values (?, ?, ?, ?)`);
  const stored = db.prepare(sql`
    select record.id, record.type, body.version, body.fields, body.others
      from body join record using (rid) where body.rid = ?`);
  const putLink = db.prepare(sql`insert or ignore into link (rid, target) values (?, ?)`);
  const dropLinks = db.prepare(sql`delete from link where rid = ?`);

  function putLinks(rid: number, type: string, said: Iterable<readonly [field: string, value: Value]>): void {
    for (const [field, value] of said) for (const target of linksIn(type, field, value)) putLink.run([rid, target]);
  }

  return {
    find(id, sid) {
      const rid = numbers.find(id, sid);
      return rid === undefined ? undefined : known.all<KnownRecord>([rid])[0];
    },
    insert(sid, begun, { position, place, part }) {
      const { id, type, change } = begun;
      const rid = numbers.next(id, sid);
      const { fields, version, others } = firstStored(change, begun.version);
      insert.run([rid, id, sid, ...columns(begun, withoutCleared(change.fields)), position, place, part]);
      putBody.run([rid, version, fields, others]);
      putLinks(rid, type, Object.entries(change.fields));
      return rid;
    },
    update(rid, record, { parts, last }) {
      const { standing } = record;
      const conflicts = conflictsOf(standing);
      const listed = [
        ...columns(record, fieldsOf(standing, record)),
        conflicts.length === 0 ? null : JSON.stringify(conflicts),
      ];
      update.run([...listed, last.position, last.place, last.part, parts, rid]);
      const { version, fields, others } = storedStanding(standing, record.version);
      putBody.run([rid, version, fields, others]);
      dropLinks.run([rid]);
      putLinks(rid, record.type, everySaid(standing));
    },
    countPart: (rid, { position, place, part }) => void countPart.run([position, place, part, rid]),
    setPart: (rid, parts, { position, place, part }) => void setPart.run([parts, position, place, part, rid]),
    stored: (rid) => stored.all<StoredRecord>([rid])[0],
  };
}

/** The columns from `type` to `position`. */
function columns({ type, circle, at, position, receivedAt }: RecordHead, fields: Fields): readonly SqlValue[] {
  const { title, titleKey, whenKey, state, caseId } = listColumns(type, fields);
  const changed = receivedAt ?? (Date.parse(at) || 0);
  return [type, circle, title, titleKey, whenKey, state, caseId, changed, at, position];
}

const withoutCleared = (fields: Fields): Fields =>
  Object.values(fields).includes(null)
    ? Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
    : fields;

/** Every value that stands, also the second of two in conflict. */
function* everySaid(standing: Standing): Iterable<readonly [string, Value]> {
  for (const [field, stands] of standing) for (const { value } of stands) yield [field, value];
}

/** A record's rows in `record`, `body` and `link`: read, written, taken away. Hot: a bootstrap comes here 100,000 times. */

import type { RecordId, Version } from "@saksi/domain/id";
import { type SqlValue, sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";
import { linksIn, listColumns } from "./list-columns.ts";
import type { Place } from "./order.ts";
import { conflictsOf, fieldsOf, readStanding, type Standing, type StoredStanding, storedStanding } from "./standing.ts";

/** A record as folded from its changes. */
export interface FoldedRecord {
  readonly id: RecordId;
  readonly type: string;
  readonly circle: number;
  readonly standing: Standing;
  /** Of the first change */
  readonly version: Version;
  /** Of the last change that had an effect */
  readonly at: string;
  readonly position: number | null;
  readonly receivedAt: number | null;
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

export interface RecordRows {
  find(id: string, sid: number): KnownRecord | undefined;
  /** @param last  the last of all its changes in the log's order, those without effect too */
  insert(sid: number, record: FoldedRecord, last: Place): number;
  update(rid: number, record: FoldedRecord, given: { readonly parts: number; readonly last: Place }): void;
  /** One more change that had no effect. */
  countPart(rid: number, last: Place): void;
  standing(rid: number): (StoredStanding & { readonly id: RecordId; readonly type: string }) | undefined;
  remove(rid: number): void;
}

export function recordRows(db: Sqlite): RecordRows {
  const find = db.prepare(sql`
    select rid, type, circle, parts, last_position, last_place, last_part from record where id = ? and sid = ?`);
  const insert = db.prepare(sql`
    insert into record (rid, id, sid, type, circle, title, title_key, when_key, state, case_id, changed, at, position,
      conflicts, parts, last_position, last_place, last_part)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = db.prepare(sql`
    update record set type = ?, circle = ?, title = ?, title_key = ?, when_key = ?, state = ?, case_id = ?, changed = ?,
      at = ?, position = ?, conflicts = ?, parts = ?, last_position = ?, last_place = ?, last_part = ? where rid = ?`);
  const countPart = db.prepare(sql`
    update record set parts = parts + 1, last_position = ?, last_place = ?, last_part = ? where rid = ?`);
  const putBody = db.prepare(sql`insert or replace into body (rid, version, fields, others) values (?, ?, ?, ?)`);
  const body = db.prepare(sql`
    select record.id, record.type, body.version, body.fields, body.others
      from body join record using (rid) where body.rid = ?`);
  const putLink = db.prepare(sql`insert or ignore into link (target, rid) values (?, ?)`);
  const dropBody = db.prepare(sql`delete from body where rid = ?`);
  const dropRecord = db.prepare(sql`delete from record where rid = ?`);
  const dropLink = db.prepare(sql`delete from link where target = ? and rid = ?`);

  let highest = db.all<{ rid: number | null }>(sql`select max(rid) as rid from record`)[0]?.rid ?? 0;

  function write(rid: number, record: FoldedRecord): void {
    const stored = storedStanding(record.standing, record.version);
    putBody.run([rid, stored.version, stored.fields, stored.others]);
    for (const target of targets(record)) putLink.run([target, rid]);
  }

  function standing(rid: number) {
    return body.all<StoredStanding & { id: RecordId; type: string }>([rid])[0];
  }

  function dropLinks(rid: number): void {
    const before = standing(rid);
    if (!before) return;
    for (const target of targets({ ...before, standing: readStanding(before) })) dropLink.run([target, rid]);
  }

  return {
    find: (id, sid) => find.all<KnownRecord>([id, sid])[0],
    insert(sid, record, last) {
      highest += 1;
      insert.run([highest, record.id, sid, ...columns(record), 1, last.position, last.place, last.part]);
      write(highest, record);
      return highest;
    },
    update(rid, record, { parts, last }) {
      dropLinks(rid);
      update.run([...columns(record), parts, last.position, last.place, last.part, rid]);
      write(rid, record);
    },
    countPart: (rid, { position, place, part }) => void countPart.run([position, place, part, rid]),
    standing,
    remove(rid) {
      dropLinks(rid);
      dropBody.run([rid]);
      dropRecord.run([rid]);
    },
  };
}

/** The columns from `type` to `conflicts`. */
function columns(record: FoldedRecord): readonly SqlValue[] {
  const { title, titleKey, whenKey, state, caseId } = listColumns(record.type, fieldsOf(record.standing, record));
  const conflicts = conflictsOf(record.standing);
  const changed = record.receivedAt ?? (Date.parse(record.at) || 0);
  const listed = [record.type, record.circle, title, titleKey, whenKey, state, caseId, changed, record.at];
  return [...listed, record.position, conflicts.length === 0 ? null : JSON.stringify(conflicts)];
}

/** Every link that stands, also the second of two in conflict. */
function targets({ type, standing }: { readonly type: string; readonly standing: Standing }): ReadonlySet<string> {
  const all = new Set<string>();
  for (const [field, stands] of standing) {
    for (const { value } of stands) for (const target of linksIn(type, field, value)) all.add(target);
  }
  return all;
}

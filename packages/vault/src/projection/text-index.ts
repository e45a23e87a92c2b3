/**
 * Keeps the search index in step with the records. In bulk work it waits: rows first, words after, newest first.
 *
 * Records between `first` and `last` of a row of `text_waiting` have no words in the index yet; those of `text_again`
 * have old ones. A row of `found` has the record's number.
 */

import type { RecordId } from "@saksi/domain/id";
import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";
import type { Bulk } from "./bulk.ts";
import type { WrittenRecord } from "./project.ts";
import { searchColumns } from "./search-columns.ts";
import { fieldsOf, readStanding, type StoredStanding } from "./standing.ts";

export interface TextIndex {
  wrote(record: WrittenRecord): void;
  /** At the end of a transaction: indexes what was written, or leaves word that it waits. */
  settle(): void;
  /** These have no words yet, and wait for `index`. */
  wait(stretch: Waiting): void;
  /** Returns how many still wait. */
  index(limit: number): number;
  /** After a transaction was undone. */
  again(): void;
}

interface Waiting {
  readonly first: number;
  readonly last: number;
}

type Stored = StoredStanding & { readonly id: RecordId; readonly type: string; readonly sid: number };

export function textIndex(db: Sqlite, bulk: Bulk): TextIndex {
  const written = new Map<number, "new" | "other">();
  const stored = db.prepare(sql`
    select record.id, record.type, record.sid, body.version, body.fields, body.others
      from body join record using (rid) where body.rid = ?`);
  const put = db.prepare(sql`
    insert or replace into found (rowid, words, hidden, names, facets) values (?, ?, ?, ?, ?)`);

  function write(rid: number): void {
    const [record] = stored.all<Stored>([rid]);
    if (!record) return;
    const standing = readStanding(record);
    const fields = fieldsOf(standing, record);
    const { words, hidden, names, facets } = searchColumns({ ...record, standing, fields });
    put.run([rid, words, hidden, names, facets]);
  }

  const waiting = (): readonly Waiting[] =>
    db.all<Waiting>(sql`select first, last from text_waiting order by first desc`);
  const again = (rid: number) => void db.run(sql`insert or ignore into text_again values (${rid})`);

  function settle(): void {
    if (written.size === 0) return;
    const stretches = waiting();
    const bulkFrom = bulk.from();
    for (const [rid, text] of written) {
      if (stretches.some(({ first, last }) => first <= rid && rid <= last)) continue;
      if (bulkFrom === undefined) write(rid);
      else if (text === "other" && rid <= bulkFrom) again(rid);
    }
    written.clear();
  }

  function index(limit: number): number {
    let left = limit - indexAgain(limit);
    for (const { first, last } of waiting()) {
      if (left <= 0) break;
      const from = Math.max(first, last - left + 1);
      for (let rid = from; rid <= last; rid += 1) write(rid);
      db.run(sql`delete from text_waiting where first = ${first}`);
      if (from > first) db.run(sql`insert into text_waiting values (${first}, ${from - 1})`);
      left -= last - from + 1;
    }
    const still = stillWaiting();
    if (still === 0 && bulk.from() === undefined) tune(db, usualSettings);
    return still;
  }

  function indexAgain(limit: number): number {
    const rids = db.all<{ rid: number }>(sql`select rid from text_again order by rid limit ${limit}`);
    for (const { rid } of rids) {
      write(rid);
      db.run(sql`delete from text_again where rid = ${rid}`);
    }
    return rids.length;
  }

  const stillWaiting = (): number =>
    db.all<{ waits: number }>(sql`
      select (select count(*) from text_again) + coalesce(sum(last - first + 1), 0) as waits from text_waiting`)[0]
      ?.waits ?? 0;

  return {
    wrote({ rid, text }) {
      if (text !== "same" && written.get(rid) !== "new") written.set(rid, text);
    },
    settle,
    wait({ first, last }) {
      db.run(sql`insert into text_waiting values (${first}, ${last})`);
      tune(db, bulkSettings);
    },
    index,
    again: () => written.clear(),
  };
}

type Setting = readonly [name: "automerge" | "crisismerge" | "hashsize", value: number];
const bulkSettings: readonly Setting[] = [
  ["automerge", 16],
  ["crisismerge", 64],
  ["hashsize", 16 * 2 ** 20],
];
const usualSettings: readonly Setting[] = [
  ["automerge", 4],
  ["crisismerge", 16],
  ["hashsize", 2 ** 20],
];

function tune(db: Sqlite, settings: readonly Setting[]): void {
  for (const [name, value] of settings) db.run(sql`insert into found (found, rank) values (${name}, ${value})`);
}

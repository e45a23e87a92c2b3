/**
 * Keeps the search index in step with the records. In bulk work it waits: rows first, words after, newest first.
 *
 * Records between `first` and `last` of a row of `text_waiting` have no words in the index yet; those of `text_again`
 * have old ones. A row of `found` has the record's number.
 */

import type { RecordId } from "@saksi/domain/id";
import { sql } from "../sql.ts";
import type { PreparedStatement, Sqlite } from "../sqlite.ts";
import type { Bulk } from "./bulk.ts";
import type { Kept } from "./kept.ts";
import type { WrittenRecord } from "./project.ts";
import { searchColumns } from "./search-columns.ts";
import { fieldsOf, readStanding, type StoredStanding } from "./standing.ts";

export interface TextIndex {
  wrote(record: WrittenRecord): void;
  /** At the end of a transaction: leaves word of what was written. */
  settle(): void;
  /** Whether a save is not in the index yet. */
  lags(): boolean;
  /** Brings the index up to all that was saved, but not to what bulk work left. */
  catchUp(): void;
  /** Whether bulk work left something to index. */
  waits(): boolean;
  /** Whether the index is in many small pieces, as bulk work leaves it. Everything is found all the same. */
  isUntidy(): boolean;
  /** Joins some of them; after the last of them saves go on as usual. */
  tidy(): void;
  /** Whether every record has its words and facets in the index. */
  isWhole(): boolean;
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

export function textIndex(db: Sqlite, kept: Kept, bulk: Bulk): TextIndex {
  const written = new Map<number, "new" | "other">();
  const stored = db.prepare(sql`
    select record.id, record.type, record.sid, body.version, body.fields, body.others
      from body join record using (rid) where body.rid = ?`);
  const putNew = db.prepare(sql`insert into found (rowid, words, hidden, names, facets) values (?, ?, ?, ?, ?)`);
  const put = db.prepare(sql`
    insert or replace into found (rowid, words, hidden, names, facets) values (?, ?, ?, ?, ?)`);

  /** @param into  `putNew` where the index surely has nothing of that record yet: it then looks for nothing to replace */
  function write(rid: number, into: PreparedStatement): void {
    const [record] = stored.all<Stored>([rid]);
    if (!record) return;
    const standing = readStanding(record);
    const fields = fieldsOf(standing, record);
    const { words, hidden, names, facets } = searchColumns({ ...record, standing, fields });
    into.run([rid, words, hidden, names, facets]);
  }

  const waiting = (): readonly Waiting[] =>
    db.all<Waiting>(sql`select first, last from text_waiting order by first desc`);
  const again = (rid: number) => void db.run(sql`insert or ignore into text_again values (${rid})`);

  /** A save does not wait for the index: what was written is noted, and indexed a frame later or before the next search. */
  function settle(): void {
    if (written.size === 0) return;
    const stretches = waiting();
    const bulkFrom = bulk.from();
    for (const [rid, text] of written) {
      if (stretches.some(({ first, last }) => first <= rid && rid <= last)) continue;
      if (bulkFrom === undefined || (text === "other" && rid <= bulkFrom)) again(rid);
    }
    written.clear();
  }

  function index(limit: number): number {
    let left = limit - indexAgain(limit);
    for (const { first, last } of waiting()) {
      if (left <= 0) break;
      const from = Math.max(first, last - left + 1);
      for (let rid = from; rid <= last; rid += 1) write(rid, putNew);
      db.run(sql`delete from text_waiting where first = ${first}`);
      if (from > first) db.run(sql`insert into text_waiting values (${first}, ${from - 1})`);
      left -= last - from + 1;
    }
    return stillWaiting();
  }

  function tidy(): void {
    const before = totalChanges(db);
    db.run(sql`insert into found (found, rank) values ('merge', ${pagesJoined})`);
    if (totalChanges(db) - before >= 2) return;
    tune(db, usualSettings);
    kept.drop("untidy");
  }

  function indexAgain(limit: number): number {
    const rids = db.all<{ rid: number }>(sql`select rid from text_again order by rid limit ${limit}`);
    for (const { rid } of rids) {
      write(rid, put);
      db.run(sql`delete from text_again where rid = ${rid}`);
    }
    return rids.length;
  }

  const stillWaiting = (): number =>
    db.all<{ waits: number }>(sql`
      select (select count(*) from text_again) + coalesce(sum(last - first + 1), 0) as waits from text_waiting`)[0]
      ?.waits ?? 0;

  const lags = () => db.all(sql`select 1 from text_again limit 1`).length > 0;

  return {
    wrote({ rid, text }) {
      if (text !== "same" && written.get(rid) !== "new") written.set(rid, text);
    },
    settle,
    lags,
    catchUp: () => void indexAgain(mostAtOnce),
    waits: () => waiting().length > 0,
    isUntidy: () => kept.get("untidy") !== undefined,
    tidy,
    isWhole: () => bulk.from() === undefined && !lags() && waiting().length === 0,
    wait({ first, last }) {
      db.run(sql`insert into text_waiting values (${first}, ${last})`);
      tune(db, bulkSettings);
      kept.set("untidy", "yes");
    },
    index,
    again: () => written.clear(),
  };
}

const mostAtOnce = 2000;
const pagesJoined = 500;

/** FTS5 says by this whether a merge had anything to do. */
const totalChanges = (db: Sqlite): number =>
  db.all<{ changes: number }>(sql`select total_changes() as changes`)[0]?.changes ?? 0;

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

/**
 * The tables of one device: all its spaces, projected. Opens them, keeps them in step with the log, answers questions.
 *
 * `kept` in the database remembers by which declarations the tables were made; when those change, or a replay broke off,
 * the tables are made new and `stale` asks for another replay.
 */

import { recordTypes } from "@saksi/domain/record-types";
import { textBytes, toHex } from "@saksi/wire/bytes";
import { storageFault } from "../disk-fault.ts";
import { changesOf, changeToSettle } from "../drafts.ts";
import { answer, readsText } from "../query/answer.ts";
import { spacesOfRecord } from "../query/record-row.ts";
import { watching } from "../query/watching.ts";
import { tokenizerVersion } from "../search/tokens.ts";
import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";
import { bulkWork } from "./bulk.ts";
import { entryBytes } from "./entry-bytes.ts";
import { forgetSpace } from "./forget.ts";
import { type Kept, keptValues } from "./kept.ts";
import type { Tables, TablesContext, Touched } from "./opened-change.ts";
import { projection } from "./project.ts";
import { recordNumbers } from "./record-numbers.ts";
import { refusedIn } from "./refused.ts";
import { dropSchema, lateIndexes, layoutVersion, schema } from "./schema.ts";
import { spaceCounts } from "./space-counts.ts";
import { spaceNumbers } from "./space-numbers.ts";
import { textIndex } from "./text-index.ts";
import { touching } from "./touched.ts";

export function openTables(db: Sqlite, context: TablesContext): Tables {
  const kept = keptValues(db);
  const fingerprint = fingerprintOf(context);
  const stale = kept.get("tables") !== fingerprint;
  if (stale) makeNew(db, kept);

  const spaces = spaceNumbers(db);
  const bulk = bulkWork(db, kept);
  const numbers = recordNumbers(db, bulk);
  const text = textIndex(db, kept, bulk);
  const counts = spaceCounts(db);
  const touched = touching(spaces.spaceOf);
  const { project, flush, placed, resealed, ...inHand } = projection(db, {
    context,
    bulk,
    numbers,
    sidOf: spaces.sidOf,
    wrote(record) {
      touched.record(record);
      text.wrote(record);
      if (record.text === "new") counts.began(record.sid);
    },
  });
  const withhold = db.prepare(sql`insert or ignore into withheld (entry, part, sid, circle) values (?, ?, ?, ?)`);
  const opened = db.prepare(sql`delete from withheld where entry = ? and part = ?`);
  // Bulk work that broke off: what it left without an index gets one, and its words wait.
  if (bulk.from() !== undefined) db.transaction(endBulk);
  let closed = false;
  const listeners = new Set<(touched: Touched) => void>();
  const reader = { db, context, spaces, text };

  function endBulk(): void {
    const stretch = bulk.end();
    numbers.again();
    if (stretch) text.wait(stretch);
  }

  /** One transaction, and then word of it. */
  function change(work: () => void): void {
    try {
      db.transaction(work);
    } catch (error) {
      for (const memory of [spaces, bulk, numbers, text, touched, counts, inHand]) memory.again();
      throw error;
    }
    const told = touched.take();
    if (told) for (const listener of listeners) listener(told);
    indexSoon();
  }

  let indexing = false;

  /** Words follow a frame after the rows, so that no save waits for them; a search that comes earlier does it itself. */
  function indexSoon(): void {
    if (indexing || closed || bulk.from() !== undefined) return;
    if (!text.lags() && !text.waits() && !text.isUntidy()) return;
    indexing = true;
    context.soon(() => {
      indexing = false;
      if (closed) return;
      if (text.lags()) catchUp();
      else if (text.waits()) indexText(indexedAtOnce);
      else if (text.isUntidy()) change(text.tidy);
    });
  }

  function indexText(limit: number): number {
    if (!text.lags() && !text.waits()) return 0;
    let left = 0;
    change(() => {
      left = text.index(limit);
      touched.text();
    });
    return left;
  }

  function catchUp(): void {
    if (closed || bulk.from() !== undefined || !text.lags()) return;
    change(() => {
      text.catchUp();
      touched.text();
    });
  }

  /** On a full disk a question is answered from the words that are here. */
  function catchUpIfRoom(): void {
    try {
      catchUp();
    } catch (error) {
      if (storageFault(error)?.kind !== "disk-full") throw error;
    }
  }

  /** By changes alone: what else is told twice after a crash changes nothing, but no change may be passed over. */
  function reach(places: readonly { readonly place: number }[]): void {
    const furthest = places.reduce((most, { place }) => Math.max(most, place), Number(kept.get("place") ?? -1));
    if (furthest >= 0) kept.set("place", String(furthest));
  }

  const onTouched = (listener: (touched: Touched) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    stale,
    whole: () => kept.set("tables", fingerprint),
    place: () => (kept.get("place") === undefined ? null : Number(kept.get("place"))),
    project: (changes) =>
      change(() => {
        const anyWithheld = db.all(sql`select 1 from withheld limit 1`).length > 0;
        for (const each of changes) {
          project(each);
          if (anyWithheld && opened.run([entryBytes(each.entry), each.index]) > 0) touched.space(each.space);
        }
        flush();
        text.settle();
        reach(changes);
      }),
    withhold: (parts) =>
      change(() => {
        for (const { entry, index, space, circle } of parts) {
          withhold.run([entryBytes(entry), index, spaces.sidOf(space), circle]);
          touched.space(space);
        }
      }),
    placed: (entries) =>
      change(() => {
        placed(entries);
        text.settle();
      }),
    resealed: (entries) =>
      change(() => {
        resealed(entries);
        text.settle();
      }),
    forget: (space) =>
      change(() => {
        forgetSpace(db, spaces, space);
        numbers.again();
        counts.again();
        touched.space(space);
      }),
    bulk: (on) => change(on === "on" ? bulk.begin : endBulk),
    indexText,
    changesOf: (drafts, given) => changesOf(reader, drafts, given),
    changeToSettle: (asked, given) => changeToSettle(reader, asked, given),
    spaceOf: (id) => spacesOfRecord(reader, id)[0],
    spacesOf: (id) => spacesOfRecord(reader, id),
    recordsIn: (space) => counts.of(spaces.knownSid(space) ?? -1),
    refused: (space) => refusedIn(reader, space),
    ask(name, asks) {
      if (readsText(name, asks)) catchUpIfRoom();
      return answer(reader, name, asks);
    },
    close() {
      closed = true;
    },
    watch: watching(reader, { onTouched, soon: context.soon }),
    onTouched,
  };
}

/** About fifty milliseconds of work. */
const indexedAtOnce = 500;

/** Other declarations, another layout or other tokens need other tables. */
const fingerprintOf = ({ sha256 }: TablesContext): string =>
  `${layoutVersion}.${tokenizerVersion}.${toHex(sha256(textBytes(JSON.stringify(recordTypes)))).slice(0, 16)}`;

function makeNew(db: Sqlite, kept: Kept): void {
  db.transaction(() => {
    kept.drop("tables");
    kept.drop("place");
    kept.drop("bulk");
    db.script(dropSchema);
    db.script(schema);
    db.script(lateIndexes);
  });
}

/**
 * The embedded store: one SQLite file without a key (what it holds is sealed already) and a folder of chunks.
 *
 * WAL with `synchronous = full`: SQLite then flushes the WAL at every commit, so that acknowledged means on disk even
 * when power fails; `normal` would only promise it when the process dies. The flush is shared: everything that waits
 * when a transaction begins goes into it (`[Note: shared commits]`). One process a folder, held by an exclusive lock.
 */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { sameBytes } from "@saksi/wire/bytes";
import Database, { type StatementParameters } from "@signalapp/sqlcipher";
import { type ChunkFiles, chunkFiles } from "./chunk-files.ts";
import { schema } from "./store.sqlite.schema.ts";
import type { NewEntry, SpaceHead, Store, StoredEntry } from "./store.ts";

type Row = Record<string, unknown>;
type Value = string | number | Uint8Array;

/** One statement, compiled once. */
interface Question {
  run(...values: Value[]): number;
  one<Found>(...values: Value[]): Found | undefined;
  all<Found>(...values: Value[]): Found[];
}

interface SpaceRow extends SpaceHead {
  readonly number: number;
}

/** A door's row outlives its contents for so long, so that a late guest is told `expired` and not `empty`. */
const rememberDoorMs = 30 * 24 * 3600 * 1000;

export function openSqliteStore(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new Database(join(folder, "relay.sqlite"), { cacheStatements: false });
  database.exec("pragma page_size = 8192; pragma locking_mode = exclusive; pragma journal_mode = wal");
  database.exec("pragma synchronous = full; pragma wal_autocheckpoint = 4000; pragma cache_size = -64000");
  database.exec(schema);
  return storeOver(database, chunkFiles(join(folder, "chunks")));
}

function storeOver(database: Database, files: ChunkFiles): Store {
  const ask = questions(database);
  const commit = sharedCommits(database);

  const spaceRow = (space: Uint8Array): SpaceRow | undefined => ask.space.one<SpaceRow>(space);

  function insert(space: number, position: number, entry: NewEntry): number {
    const { id, device, dseq, header, signature, body, receivedAt } = entry;
    ask.keepEntry.run(space, position, receivedAt, device, dseq, id, header, signature, body);
    for (const hash of entry.chunks) ask.nameChunk.run(space, hash, position);
    return header.length + signature.length + body.length;
  }

  return {
    async head(space) {
      const row = spaceRow(space);
      return row ? { size: row.size, bytes: row.bytes, chunks: row.chunks } : null;
    },

    async begin(space, genesis, wraps) {
      if (spaceRow(space)) return "exists";
      await files.keepWhole(space, wraps.hash, wraps.bytes);
      return commit(() => {
        if (spaceRow(space)) return "exists";
        ask.beginSpace.run(space);
        const number = spaceRow(space)?.number;
        if (number === undefined) throw new Error("a space that was begun is there");
        ask.keepChunk.run(number, wraps.hash, wraps.bytes.length, genesis.receivedAt);
        ask.grow.run(1, insert(number, 0, genesis) + wraps.bytes.length, 1, number);
        return "begun";
      });
    },

    append: (space, from, entries) =>
      commit(() => {
        const row = spaceRow(space);
        if (row?.size !== from) return "moved";
        let bytes = 0;
        for (const [index, entry] of entries.entries()) bytes += insert(row.number, from + index, entry);
        ask.grow.run(entries.length, bytes, 0, row.number);
        return "appended";
      }),

    async find(space, device, dseq) {
      return ask.find.one<{ id: Uint8Array; position: number; receivedAt: number }>(space, device, dseq) ?? null;
    },

    async entries(space, after, count) {
      return ask.entries.all<StoredEntry>(space, after, count);
    },

    async keepChunk(space, chunk) {
      const full = (bytes: number): boolean => {
        const row = spaceRow(space);
        return !row || row.bytes + bytes > chunk.quota.bytes || row.chunks + 1 > chunk.quota.chunks;
      };
      if (ask.chunk.one(space, chunk.hash)) return "kept";
      if (full(0)) return "quota";
      const received = await files.receive(space, chunk);
      if (typeof received === "string") return received;
      const answer = await commit(() => {
        if (ask.chunk.one(space, chunk.hash)) return "kept"; // two devices, one chunk
        const row = spaceRow(space);
        if (!row || full(received.bytes)) return "quota";
        ask.keepChunk.run(row.number, chunk.hash, received.bytes, chunk.receivedAt);
        ask.grow.run(0, received.bytes, 1, row.number);
        return "kept";
      });
      if (answer === "quota") await files.drop(space, chunk.hash);
      return answer;
    },

    chunk: async (space, hash) => (ask.chunk.one(space, hash) ? files.read(space, hash) : null),

    fillSlot: ({ id, slot }, content, { now, expires, mostDoors }) =>
      commit(() => {
        const door = ask.door.one<{ expires: number }>(id);
        if (door && door.expires <= now) return "expired";
        const before = ask.slot.one<{ content: Uint8Array }>(id, slot);
        if (before) return sameBytes(before.content, content) ? "kept" : "taken";
        if (!door && (ask.countDoors.one<{ count: number }>()?.count ?? 0) >= mostDoors) return "full";
        ask.fillSlot.run(id, slot, content, door?.expires ?? expires);
        return "kept";
      }),

    async readSlot({ id, slot }, now) {
      const door = ask.door.one<{ expires: number }>(id);
      if (!door) return "empty";
      if (door.expires <= now) return "expired";
      return ask.slot.one<{ content: Uint8Array }>(id, slot)?.content ?? "empty";
    },

    async sweep({ now, chunksBefore }) {
      const dropped = await commit(() => {
        ask.forgetDoors.run(now - rememberDoorMs);
        const doors = ask.emptyDoors.run(now);
        const chunks = ask.unnamed.all<{ number: number; space: Uint8Array; hash: Uint8Array; bytes: number }>(
          chunksBefore,
        );
        for (const { number, hash, bytes } of chunks) {
          ask.dropChunk.run(number, hash);
          ask.grow.run(0, -bytes, -1, number);
        }
        return { doors, chunks };
      });
      for (const { space, hash } of dropped.chunks) await files.drop(space, hash);
      return { doors: dropped.doors, chunks: dropped.chunks.length };
    },

    async counts() {
      return ask.counts.one<{ spaces: number; entries: number }>() ?? { spaces: 0, entries: 0 };
    },

    close: () => database.close(),
  };
}

/**
 * [Note: shared commits] A flush takes as long for one push as for twenty. Work that is asked for while the loop is
 * busy waits until its next turn, then all of it runs in one transaction and is acknowledged after that one flush.
 * Each piece is judged before it writes, so none can fail and leave a half; if the disk fails, all of them are told.
 */
function sharedCommits(database: Database): <Value>(work: () => Value) => Promise<Value> {
  let waiting: { run: () => void; fail: (problem: unknown) => void; done: () => void }[] = [];

  function flush(): void {
    const now = waiting;
    waiting = [];
    try {
      database.exec("begin immediate");
      for (const { run } of now) run();
      database.exec("commit");
    } catch (problem) {
      try {
        database.exec("rollback");
      } catch {
        // the transaction was already gone: what failed is in `problem`
      }
      for (const { fail } of now) fail(problem);
      return;
    }
    for (const { done } of now) done();
  }

  return <Value>(work: () => Value) =>
    new Promise<Value>((resolve, reject) => {
      let value: Value;
      const run = (): void => {
        value = work();
      };
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ run, done: () => resolve(value), fail: reject });
    });
}

function questions(database: Database) {
  const question = (text: string): Question => {
    const statement = database.prepare(text, { persistent: true });
    const bound = (values: Value[]) => values as StatementParameters<object>; // our arrays are never shared memory
    return {
      run: (...values) => statement.run(bound(values)).changes,
      one: <Found>(...values: Value[]) => statement.get(bound(values)) as Row as Found | undefined,
      all: <Found>(...values: Value[]) => statement.all(bound(values)) as Row[] as Found[],
    };
  };
  return {
    space: question("select number, size, bytes, chunks from space where id = ?"),
    beginSpace: question("insert into space (id, size, bytes, chunks) values (?, 0, 0, 0)"),
    grow: question("update space set size = size + ?, bytes = bytes + ?, chunks = chunks + ? where number = ?"),
    keepEntry: question("insert into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    find: question(`select id, position, received as receivedAt from entry
      where space = (select number from space where id = ?) and device = ? and dseq = ?`),
    entries: question(`select position, received as receivedAt, id, header, signature, body from entry
      where space = (select number from space where id = ?) and position >= ? order by position limit ?`),
    nameChunk: question("insert or ignore into chunk_named values (?, ?, ?)"),
    chunk: question("select bytes from chunk where space = (select number from space where id = ?) and hash = ?"),
    keepChunk: question("insert into chunk values (?, ?, ?, ?)"),
    dropChunk: question("delete from chunk where space = ? and hash = ?"),
    unnamed: question(`select space.number, space.id as space, hash, chunk.bytes from chunk
      join space on space.number = chunk.space where received < ?
      and not exists (select 1 from chunk_named n where n.space = chunk.space and n.hash = chunk.hash)`),
    door: question("select min(expires) as expires from door where id = ? having count(*) > 0"),
    slot: question("select content from door where id = ? and slot = ?"),
    fillSlot: question("insert into door values (?, ?, ?, ?)"),
    countDoors: question("select count(distinct id) as count from door"),
    emptyDoors: question("update door set content = x'00' where expires <= ? and content <> x'00'"),
    forgetDoors: question("delete from door where expires <= ?"),
    counts: question("select count(*) as spaces, coalesce(sum(size), 0) as entries from space"),
  };
}

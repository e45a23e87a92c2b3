/**
 * What is under way, in the device's encrypted database beside the tables: no cache, so that an attachment broken off by
 * a kill goes on with its key, and no chunk is forgotten on its way to the relay.
 *
 * Should the database be lost, attaching again begins anew, and what was not uploaded is found from the files here.
 */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";

export interface TransferRows {
  /** The key with which this very file was begun for this exhibit, and what is sealed of it; made where there is none. */
  begin(exhibit: RecordId, sha256: string, freshKey: () => Uint8Array): Sealing;
  sealed(sealing: Sealing, index: number, hash: string): void;
  /** The exhibit names its file now. */
  end(sealing: Sealing): void;

  /** These chunks must come to the relay. */
  send(exhibit: RecordId, space: SpaceId, hashes: readonly string[]): void;
  sent(space: SpaceId, hash: string): void;
  unsent(space: SpaceId): readonly { readonly hash: string; readonly exhibit: RecordId }[];
  isPaused(exhibit: RecordId): boolean;
  /** Exhibits to which a file was begun to be attached, and broken off: how many chunks of it are sealed. */
  unfinished(): readonly { readonly exhibit: RecordId; readonly done: number }[];

  /** The file of this exhibit shall come here: noted until all of it has, so that a kill costs a chunk and no wish. */
  want(wanted: Omit<Wanted, "paused">): void;
  /** All of it is here. */
  came(exhibit: RecordId): void;
  wanted(): readonly Wanted[];
  /** Neither attached any more nor wanted; answers the chunks that were sealed for it. */
  leave(exhibit: RecordId): readonly string[];
  /** By exhibit: how many chunks of how many have come to the relay. Only exhibits that wait. */
  sending(): readonly Sending[];
  pause(exhibit: RecordId, paused: boolean): void;
}

export interface Sealing {
  readonly id: number;
  readonly key: Uint8Array;
  readonly done: ReadonlyMap<number, string>;
}

export interface Sending {
  readonly exhibit: RecordId;
  readonly space: SpaceId;
  readonly chunks: number;
  readonly done: number;
  readonly paused: boolean;
}

/** A file on its way to this device: how many of its chunks are here. */
export interface Wanted {
  readonly exhibit: RecordId;
  readonly space: SpaceId;
  readonly chunks: number;
  readonly done: number;
  readonly paused: boolean;
}

const schema = sql`
  create table if not exists attaching (
    id integer primary key,
    exhibit text not null,
    sha256 text not null,
    key blob not null,
    unique (exhibit, sha256)
  ) strict;
  create table if not exists attached (
    id integer not null,
    part integer not null,
    hash text not null,
    primary key (id, part)
  ) strict, without rowid;
  create table if not exists sending (
    space text not null,
    hash text not null,
    exhibit text not null,
    sent integer not null default 0,
    primary key (space, hash)
  ) strict, without rowid;
  create index if not exists sending_exhibit on sending (exhibit, sent);
  create table if not exists wanted (
    exhibit text primary key,
    space text not null,
    chunks integer not null,
    done integer not null
  ) strict, without rowid;
  create table if not exists paused (
    exhibit text primary key
  ) strict, without rowid;`;

export function transferRows(db: Sqlite): TransferRows {
  db.script(schema);

  function found(exhibit: RecordId, sha256: string): Sealing | undefined {
    const [row] = db.all<{ id: number; key: Uint8Array }>(sql`
      select id, key from attaching where exhibit = ${exhibit} and sha256 = ${sha256}`);
    if (!row) return undefined;
    const done = db.all<{ part: number; hash: string }>(sql`select part, hash from attached where id = ${row.id}`);
    return { ...row, done: new Map(done.map(({ part, hash }) => [part, hash])) };
  }

  return {
    begin(exhibit, sha256, freshKey) {
      const known = found(exhibit, sha256);
      if (known) return known;
      db.run(sql`insert into attaching (exhibit, sha256, key) values (${exhibit}, ${sha256}, ${freshKey()})`);
      const begun = found(exhibit, sha256);
      if (!begun) throw new Error("an attachment that was begun is there");
      return begun;
    },
    sealed: ({ id }, index, hash) =>
      void db.run(sql`insert or replace into attached (id, part, hash) values (${id}, ${index}, ${hash})`),
    end: ({ id }) =>
      db.transaction(() => {
        db.run(sql`delete from attached where id = ${id}`);
        db.run(sql`delete from attaching where id = ${id}`);
      }),
    send: (exhibit, space, hashes) =>
      db.transaction(() => {
        for (const hash of hashes) {
          db.run(sql`insert or ignore into sending (space, hash, exhibit) values (${space}, ${hash}, ${exhibit})`);
        }
      }),
    sent(space, hash) {
      db.run(sql`update sending set sent = 1 where space = ${space} and hash = ${hash}`);
      db.run(sql`
        delete from sending where exhibit in (select exhibit from sending where space = ${space} and hash = ${hash})
          and not exists (select 1 from sending as other where other.exhibit = sending.exhibit and other.sent = 0)`);
    },
    unsent: (space) =>
      db.all(sql`
        select hash, exhibit from sending
          where space = ${space} and sent = 0 and exhibit not in (select exhibit from paused)`),
    isPaused: (exhibit) => db.all(sql`select 1 from paused where exhibit = ${exhibit}`).length > 0,
    sending: () =>
      db
        .all<Omit<Sending, "paused"> & { paused: number }>(sql`
          select exhibit, space, count(*) as chunks, sum(sent) as done,
            exists (select 1 from paused where paused.exhibit = sending.exhibit) as paused
          from sending group by exhibit, space`)
        .map((row) => ({ ...row, paused: row.paused === 1 })),
    unfinished: () =>
      db.all(sql`
        select exhibit, count(*) as done from attaching join attached using (id) group by attaching.id, exhibit`),
    want: ({ exhibit, space, chunks, done }) =>
      void db.run(sql`insert or replace into wanted values (${exhibit}, ${space}, ${chunks}, ${done})`),
    came: (exhibit) =>
      db.transaction(() => {
        db.run(sql`delete from paused where exhibit = ${exhibit} and exhibit in (select exhibit from wanted)`);
        db.run(sql`delete from wanted where exhibit = ${exhibit}`);
      }),
    wanted: () =>
      db
        .all<Omit<Wanted, "paused"> & { paused: number }>(sql`
          select exhibit, space, chunks, done,
            exists (select 1 from paused where paused.exhibit = wanted.exhibit) as paused
          from wanted`)
        .map((row) => ({ ...row, paused: row.paused === 1 })),
    leave: (exhibit) =>
      db.transaction(() => {
        const sealed = db.all<{ hash: string }>(sql`
          select hash from attached where id in (select id from attaching where exhibit = ${exhibit})`);
        db.run(sql`delete from attached where id in (select id from attaching where exhibit = ${exhibit})`);
        db.run(sql`delete from attaching where exhibit = ${exhibit}`);
        db.run(sql`delete from paused where exhibit = ${exhibit} and exhibit in (select exhibit from wanted)`);
        db.run(sql`delete from wanted where exhibit = ${exhibit}`);
        return sealed.map(({ hash }) => hash);
      }),
    pause: (exhibit, paused) =>
      void db.run(
        paused
          ? sql`insert or ignore into paused values (${exhibit})`
          : sql`delete from paused where exhibit = ${exhibit}`,
      ),
  };
}

/** The same work in a worker, done by nothing but the parts it stands on: fetch, SQLite, WebCrypto, OPFS, Argon2. */

import "../../apps/web/src/trusted-types.ts";
import { browserRandom, openBrowserCrypto } from "@saksi/vault/crypto.browser";
import { openBrowserDisk } from "@saksi/vault/disk.browser";
import { usualCost } from "@saksi/vault/keys/key-slots";
import { queryTokens, tokens } from "@saksi/vault/search/tokens";
import { sql } from "@saksi/vault/sql";
import type { Sqlite } from "@saksi/vault/sqlite";
import { openBrowserSqlite } from "@saksi/vault/sqlite.browser";
import { good } from "../answers.ts";
import { keystrokes, textOf } from "../corpus.ts";
import { timed, timesOf } from "../figures.ts";

export interface FloorAsked {
  readonly entries: number;
  readonly pull: { readonly url: string; readonly authorization: string };
  readonly saves: number;
}

/** Milliseconds */
export interface FloorTimes {
  readonly fetched: number;
  readonly rows: number;
  readonly words: number;
  readonly signatures: number;
  readonly argon2: number;
  readonly searches: readonly number[];
  readonly flushes: readonly number[];
}

self.addEventListener("message", ({ data }: MessageEvent<FloorAsked>) => {
  void measure(data).then((times) => self.postMessage(times)); // what it throws reaches the page as an error
});
self.postMessage("ready");

async function measure({ entries, pull, saves }: FloorAsked): Promise<FloorTimes> {
  const crypto = await openBrowserCrypto();
  const { ms: fetched } = await timed(async () => {
    const { body } = await fetch(pull.url, { headers: { authorization: pull.authorization } });
    for await (const _ of body ?? []);
  });
  const db = good(await openBrowserSqlite({ folder: "floor/tables", key: new Uint8Array(32).fill(7) }));
  const { rows, words } = inserts(db, entries);
  const typed = keystrokes();
  const searches = await timesOf(typed.length, (at) =>
    db.all(sql`select rowid from found where found match ${queryTokens(typed[at]?.typed ?? "") ?? '"x"'}
      order by rowid desc limit 50`),
  );
  db.close();
  return {
    fetched,
    rows,
    words,
    searches,
    signatures: await signatures(crypto, entries),
    argon2: (await timed(() => crypto.argon2id(new Uint8Array(20), new Uint8Array(16), usualCost))).ms,
    flushes: await flushed(saves),
  };
}

function inserts(db: Sqlite, entries: number): { readonly rows: number; readonly words: number } {
  db.script(sql`create table row (rid integer primary key, fields text) strict;
    create virtual table found using fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
    insert into found (found, rank) values ('automerge', 16), ('crisismerge', 64), ('hashsize', 16777216);`);
  const insert = db.prepare(sql`insert into row (fields) values (?)`);
  const index = db.prepare(sql`insert into found (rowid, words) values (?, ?)`);
  const batch = 2000;
  const took = { rows: 0, words: 0 };
  const inTransaction = (what: "rows" | "words", work: () => void) => {
    const began = performance.now();
    db.transaction(work);
    took[what] += performance.now() - began;
  };
  for (let from = 0; from < entries; from += batch) {
    const texts = Array.from({ length: Math.min(batch, entries - from) }, (_, at) => textOf(from + at));
    const cut = texts.map((text) => tokens(text));
    inTransaction("rows", () => {
      for (const text of texts) insert.run([text]);
    });
    inTransaction("words", () => {
      for (const [at, text] of cut.entries()) index.run([from + at + 1, text]);
    });
  }
  return took;
}

/** Measured on some and counted for all. */
async function signatures(crypto: Awaited<ReturnType<typeof openBrowserCrypto>>, entries: number): Promise<number> {
  const { publicKey, sign } = crypto.signer(new Uint8Array(32).fill(9));
  const message = new Uint8Array(300);
  const check = { publicKey, message, signature: sign(message) };
  const some = Math.min(entries, 2000);
  const { ms } = await timed(() => crypto.verifyAll(Array.from({ length: some }, () => check)));
  return (ms * entries) / some;
}

async function flushed(count: number): Promise<readonly number[]> {
  const disk = good(await openBrowserDisk({ folder: "floor/disk", random: browserRandom }));
  const file = disk.create();
  if (file === undefined) throw new Error("the disk has no file");
  const sealed = new Uint8Array(2048);
  const times = await timesOf(count, (at) => {
    file.write(at * sealed.length, sealed);
    file.flush();
  });
  await disk.close();
  return times;
}

/** The same work done by nothing but the parts it stands on: a fetch, bare SQLCipher, bare signatures. */

import { createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { tokens } from "@saksi/vault/search/tokens";
import Database from "@signalapp/sqlcipher";
import { textOf } from "../corpus.ts";
import { timed } from "../figures.ts";

/** Reads every byte of an answer and looks at none. */
export async function bareFetch(request: Request): Promise<number> {
  return (
    await timed(async () => {
      const { body } = await fetch(request);
      for await (const _ of body ?? []);
    })
  ).ms;
}

export interface SqlFloor {
  readonly rowsMs: number;
  readonly wordsMs: number;
  readonly database: Database;
}

/** Texts of the same records as rows, then their words, in an encrypted file. Making the texts is not counted. */
export function bareSqlite(folder: string, entries: number): SqlFloor {
  const file = join(folder, "floor.sqlite");
  for (const end of ["", "-wal"]) rmSync(file + end, { force: true });
  const database = new Database(file);
  database.exec(`pragma key = "x'${"ab".repeat(32)}'"`);
  database.exec("pragma cipher_page_size = 8192; pragma locking_mode = exclusive; pragma temp_store = memory");
  database.exec("pragma cache_size = -32000; pragma journal_mode = wal; pragma synchronous = normal");
  database.exec("create table row (rid integer primary key, fields text) strict");
  database.exec(
    "create virtual table found using fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii')",
  );
  database.exec(
    "insert into found (found, rank) values ('automerge', 16), ('crisismerge', 64), ('hashsize', 16777216)",
  );
  const insert = database.prepare("insert into row (fields) values (?)", { persistent: true });
  const index = database.prepare("insert into found (rowid, words) values (?, ?)", { persistent: true });
  const batch = 2000;
  let rowsMs = 0;
  let wordsMs = 0;
  for (let from = 0; from < entries; from += batch) {
    const texts = Array.from({ length: Math.min(batch, entries - from) }, (_, at) => textOf(from + at));
    const words = texts.map((fields) => tokens(fields));
    const fields = texts.map((text) => [JSON.stringify(text)]);
    rowsMs += inTransaction(database, () => {
      for (const values of fields) insert.run(values);
    });
    wordsMs += inTransaction(database, () => {
      for (const [at, text] of words.entries()) index.run([BigInt(from + at + 1), text] as never);
    });
  }
  return { rowsMs, wordsMs, database };
}

function inTransaction(database: Database, work: () => void): number {
  const began = performance.now();
  database.exec("begin");
  work();
  database.exec("commit");
  return performance.now() - began;
}

/** On as many threads as Node has for it; measured on some and counted for all. */
export async function bareSignatures(entries: number): Promise<number> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const message = new Uint8Array(300);
  const signature = sign(null, message, privateKey);
  const key = createPublicKey(publicKey.export({ format: "pem", type: "spki" }));
  const some = Math.min(entries, 5000);
  const check = promisify<string | null, Uint8Array, typeof key, Uint8Array, boolean>(verify);
  const { ms } = await timed(() =>
    Promise.all(Array.from({ length: some }, () => check(null, message, key, signature))),
  );
  return (ms * entries) / some;
}

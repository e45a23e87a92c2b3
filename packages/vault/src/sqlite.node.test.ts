import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { storageFault } from "./disk-fault.ts";
import { sql } from "./sql.ts";
import { sqliteConformance } from "./sqlite.conformance.ts";
import { openMemorySqlite, openNodeSqlite } from "./sqlite.node.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saksi-sqlite-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = new Uint8Array(32).fill(7);
const file = () => join(folder, "tables");
function open(given: { key: Uint8Array } = { key }) {
  const db = openNodeSqlite({ file: file(), key: given.key });
  if (!db.ok) throw new Error(db.error.kind);
  return db.value;
}
const equal = (found: unknown, wanted: unknown) => expect(found).toEqual(wanted);

describe("SQLCipher in memory", () => sqliteConformance(openMemorySqlite, { test, equal }));
describe("SQLCipher in a file", () => sqliteConformance(open, { test, equal }));

test("what was written is there again with the key", () => {
  const first = open();
  first.run(sql`create table t (a text)`);
  first.run(sql`insert into t values (${"kept"})`);
  first.close();
  const second = open();
  expect(second.all(sql`select a from t`)).toEqual([{ a: "kept" }]);
  second.close();
});

test("another key, or a file that is something else, is named", () => {
  const db = open();
  db.run(sql`create table t (a text)`);
  db.close();
  expect(openNodeSqlite({ file: file(), key: new Uint8Array(32).fill(8) })).toEqual({
    ok: false,
    error: { kind: "wrong-key" },
  });
  writeFileSync(file(), "not a database at all".repeat(1000));
  expect(openNodeSqlite({ file: file(), key })).toEqual({ ok: false, error: { kind: "wrong-key" } });
});

test("a second opener is told that another writer has it", () => {
  const db = open();
  expect(openNodeSqlite({ file: file(), key })).toEqual({ ok: false, error: { kind: "another-writer" } });
  db.close();
  open().close();
});

test("a flipped bit in a page is damage, not an answer", () => {
  const db = open();
  db.run(sql`create table t (a text)`);
  for (let row = 0; row < 200; row += 1) db.run(sql`insert into t values (${"words ".repeat(100)})`);
  db.close();
  const bytes = readFileSync(file());
  bytes[8192 * 5 + 100] = (bytes[8192 * 5 + 100] ?? 0) ^ 1;
  writeFileSync(file(), bytes);
  const again = open();
  let fault: unknown;
  try {
    again.all(sql`select sum(length(a)) from t`);
  } catch (error) {
    fault = storageFault(error);
  }
  expect(fault).toEqual({ kind: "damaged-file", what: "tables" });
  again.close();
});

test("on disk there are sealed bytes only, in the file and beside it, for this account alone", () => {
  const canary = "kesaksian-พยาน-សាក្សី";
  const db = open();
  db.run(sql`create table t (a text)`);
  db.run(sql`create virtual table f using fts5 (a, tokenize='ascii')`);
  for (let row = 0; row < 500; row += 1) {
    db.run(sql`insert into t values (${canary})`);
    db.run(sql`insert into f values (${canary})`);
  }
  const names = readdirSync(folder);
  expect(names).toContain("tables-wal");
  for (const name of names) {
    const path = join(folder, name);
    expect(readFileSync(path).includes(Buffer.from(canary))).toBe(false);
    expect(readFileSync(path).includes(Buffer.from("kesaksian"))).toBe(false);
    expect(statSync(path).mode & 0o077).toBe(0);
  }
  db.close();
  expect(readFileSync(file()).subarray(0, 15).toString()).not.toBe("SQLite format 3");
});

/**
 * What both drivers must do alike. A plain function, so that it runs under vitest in Node and inside a worker in a
 * browser: it takes how to open an empty database, and how to name and judge a case.
 */

import { storageFault } from "./disk-fault.ts";
import { sql } from "./sql.ts";
import { setDurability } from "./sqlite/durability.ts";
import type { Sqlite } from "./sqlite.ts";

export interface Judge {
  test(name: string, body: () => void | Promise<void>): void;
  /** Compares by structure: JSON with bytes spelled out. */
  equal(found: unknown, wanted: unknown): void;
}

export function sqliteConformance(open: () => Sqlite | Promise<Sqlite>, { test, equal }: Judge): void {
  const onEmpty = (name: string, body: (db: Sqlite) => void) =>
    test(name, async () => {
      const db = await open();
      try {
        body(db);
      } finally {
        db.close();
      }
    });

  onEmpty("every kind of value comes back as it went in", (db) => {
    db.run(sql`create table kept (name text primary key, value any) strict`);
    const values = [null, 0, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 1.5, "", "ไทย ខ្មែរ 🙏", "a'b\"c;--"];
    const bytes = [new Uint8Array(0), new Uint8Array([0, 255, 7]), new Uint8Array(70_000).fill(9)];
    for (const [index, value] of [...values, ...bytes].entries())
      db.run(sql`insert into kept values (${`${index}`}, ${value})`);
    const found = db.all<{ value: unknown }>(sql`select value from kept order by name + 0`).map(({ value }) => value);
    equal(found.slice(0, values.length), values);
    for (const [index, wanted] of bytes.entries()) {
      const value = found[values.length + index];
      equal(value instanceof Uint8Array && value.constructor === Uint8Array, true);
      equal(value, wanted);
    }
  });

  onEmpty("whole numbers are integers to SQLite, others reals, nothing is null", (db) => {
    const types = sql`select typeof(${1}) a, typeof(${2 ** 40}) b, typeof(${1.5}) c, typeof(${null}) d`;
    equal(db.all(types), [{ a: "integer", b: "integer", c: "real", d: "null" }]);
    equal(db.all(sql`select typeof(${new Uint8Array(0)}) a, typeof(${""}) b, json_array(${3}) c`), [
      { a: "blob", b: "text", c: "[3]" },
    ]);
  });

  onEmpty("a part of a larger array is stored as that part", (db) => {
    const whole = new Uint8Array([1, 2, 3, 4, 5]);
    equal(db.all(sql`select hex(${whole.subarray(1, 3)}) found`), [{ found: "0203" }]);
  });

  onEmpty("a statement says how many rows it changed", (db) => {
    db.run(sql`create table t (a integer)`);
    equal(db.run(sql`insert into t values (${1}), (${2}), (${3})`).changes, 3);
    equal(db.run(sql`update t set a = a + 1 where a > ${1}`).changes, 2);
    equal(db.all(sql`delete from t where a = ${4} returning a`), [{ a: 4 }]);
  });

  onEmpty("a statement inside another brings its values along, in order", (db) => {
    const inner = sql`select ${"b"} as letter union select ${"c"}`;
    equal(db.all(sql`select ${"a"} as letter union ${inner} order by 1 limit ${2}`), [
      { letter: "a" },
      { letter: "b" },
    ]);
  });

  onEmpty("a transaction that throws leaves nothing, one that returns leaves all", (db) => {
    db.run(sql`create table t (a integer)`);
    const count = () => db.all<{ n: number }>(sql`select count(*) n from t`)[0]?.n;
    const failing = () =>
      db.transaction(() => {
        db.run(sql`insert into t values (1)`);
        throw new Error("stop");
      });
    equal(messageOf(failing), "stop");
    equal(count(), 0);
    equal(
      db.transaction(() => db.run(sql`insert into t values (1)`).changes),
      1,
    );
    equal(count(), 1);
  });

  onEmpty("an inner transaction that throws takes back only its own part", (db) => {
    db.run(sql`create table t (a integer)`);
    db.transaction(() => {
      db.run(sql`insert into t values (1)`);
      messageOf(() =>
        db.transaction(() => {
          db.run(sql`insert into t values (2)`);
          throw new Error("inner");
        }),
      );
      db.transaction(() => db.run(sql`insert into t values (3)`));
    });
    equal(db.all(sql`select a from t`), [{ a: 1 }, { a: 3 }]);
  });

  onEmpty("a prepared statement takes the same array filled again", (db) => {
    db.run(sql`create table t (a integer, b text)`);
    const insert = db.prepare(sql`insert into t values (?, ?)`);
    const values: (number | string)[] = [0, ""];
    db.transaction(() => {
      for (let row = 0; row < 1000; row += 1) {
        values[0] = row;
        values[1] = `row ${row}`;
        equal(insert.run(values), 1);
      }
    });
    equal(db.all(sql`select count(*) n, sum(a) s, max(length(b)) l from t`), [{ n: 1000, s: 499_500, l: 7 }]);
  });

  onEmpty("a script makes a whole schema; a changed table shows its new column", (db) => {
    db.script(sql`create table t (a); create index by_a on t (a); insert into t values (1);`);
    const everything = sql`select * from t`;
    equal(db.all(everything), [{ a: 1 }]);
    db.run(sql`alter table t add column b default 'new'`);
    equal(db.all(everything), [{ a: 1, b: "new" }]);
  });

  onEmpty("full-text tables, JSON paths, generated columns and recursive questions are there", (db) => {
    db.run(sql`create virtual table words using fts5 (text, content='', contentless_delete=1, tokenize='ascii')`);
    db.run(sql`insert into words (rowid, text) values (${7}, ${"one two three"})`);
    equal(db.all(sql`select rowid from words where words match ${'"two thr"*'}`), [{ rowid: 7 }]);
    db.run(sql`create table r (body text, kind text generated always as (body ->> '$.kind') virtual) strict`);
    db.run(sql`create index by_kind on r (kind)`);
    db.run(sql`insert into r (body) values (${JSON.stringify({ kind: "case" })})`);
    equal(db.all(sql`select kind from r where kind = ${"case"}`), [{ kind: "case" }]);
    equal(db.all(sql`select value from json_each(${"[1,2]"})`), [{ value: 1 }, { value: 2 }]);
    equal(
      db.all(sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 3) select sum(i) s from n`),
      [{ s: 6 }],
    );
  });

  onEmpty("filled without a journal and then kept with one, it holds what was written", (db) => {
    setDurability(db, "rebuildable");
    db.run(sql`create table t (a integer)`);
    const insert = db.prepare(sql`insert into t values (?)`);
    db.transaction(() => {
      for (let row = 0; row < 5000; row += 1) insert.run([row]);
    });
    setDurability(db, "kept");
    db.transaction(() => insert.run([5000]));
    equal(db.all(sql`select count(*) n from t`), [{ n: 5001 }]);
    equal(db.all(sql`pragma integrity_check`), [{ integrity_check: "ok" }]);
  });

  onEmpty("more statements than are kept compiled do no harm", (db) => {
    for (let number = 0; number < 600; number += 1) {
      const text = { text: `select ${number} as found`, values: [] };
      equal(db.all(text), [{ found: number }]);
    }
  });

  onEmpty("an error tells the statement and never a value", (db) => {
    db.run(sql`create table t (a text primary key, b text not null) strict`);
    db.run(sql`insert into t values (${"secret-one"}, ${"x"})`);
    const mistakes = [
      () => db.run(sql`insert into t values (${"secret-one"}, ${"secret-two"})`),
      () => db.run(sql`insert into t values (${"secret-three"}, ${null})`),
      () => db.all(sql`select ${"secret-four"} ->> '$.a'`),
      () => db.all(sql`select * from nowhere where a = ${"secret-five"}`),
      () => db.prepare(sql`insert into t values (?, ?)`).run(["secret-six"]),
    ];
    for (const mistake of mistakes) {
      const message = messageOf(mistake);
      equal([message.includes("select") || message.includes("insert"), message.includes("secret")], [true, false]);
    }
    equal(messageOf(() => db.all(sql`select * from nowhere`)).includes("no such table: nowhere"), true);
  });

  onEmpty("a mistake of ours is no fault of the disk", (db) => {
    try {
      db.run(sql`select from`);
      equal("no error", "an error");
    } catch (error) {
      equal(storageFault(error), undefined);
    }
  });
}

function messageOf(work: () => unknown): string {
  try {
    work();
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "not an error";
  }
}

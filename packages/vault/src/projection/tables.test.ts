import { expect, test } from "vitest";
import { openMemorySqlite } from "../sqlite.node.ts";
import { anId, aSpace, opened, someTables, versionIn } from "./projection.example.ts";

const manyCases = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    opened({
      name: `n${at}`,
      record: `r${at}`,
      fields: { title: `Raid number${at}`, code: `MY-${at % 5}` },
      position: at,
      place: at,
    }),
  );

test("tables are stale until the log was replayed to its end", () => {
  const db = openMemorySqlite();
  const { tables, project } = someTables({ db });
  expect(tables.stale).toBe(true);
  project(...manyCases(3));
  expect(someTables({ db }).tables.stale).toBe(true);
  const again = someTables({ db });
  expect(again.tables.ask("records", { type: "case" })).toEqual([]);
  again.project(...manyCases(3));
  again.tables.whole();
  const kept = someTables({ db });
  expect(kept.tables.stale).toBe(false);
  expect(kept.tables.place()).toBe(2);
  expect(kept.tables.ask("records", { type: "case" })).toHaveLength(3);
});

test("bulk work shows rows first and finds words after, newest first", () => {
  const { tables, project } = someTables();
  tables.bulk("on");
  project(...manyCases(100));
  expect(tables.ask("records", { type: "case", limit: 5 }).map(({ title }) => title)[0]).toBe("Raid number99");
  tables.bulk("off");
  expect(tables.indexText(10)).toBe(90);
  expect(tables.ask("search", { words: "number99" })).toHaveLength(1);
  expect(tables.ask("search", { words: "number5" })).toHaveLength(0);
  while (tables.indexText(50) > 0);
  expect(tables.ask("search", { words: "number5" }).map(({ title }) => title)).toContain("Raid number5");
});

test("bulk work gives the same rows as one by one, changes of old records and repetitions too", () => {
  const before = manyCases(20);
  const [first, second] = before;
  if (!first || !second) throw new Error("twenty");
  const later = opened({
    name: "later",
    record: "r0",
    by: "budi",
    fields: { title: "Dawn" },
    answers: { title: [versionIn(first)] },
    position: 50,
    place: 50,
  });
  const own = opened({
    name: "own",
    record: "r1",
    fields: { code: "mine" },
    answers: { code: [versionIn(second)] },
    place: 60,
  });
  const one = someTables();
  for (const each of [...before, later, own]) one.project(each);
  one.tables.placed([{ entry: own.entry, position: 51, receivedAt: 1_770_000_051_000 }]);
  const bulk = someTables();
  bulk.project(...before.slice(0, 5));
  bulk.tables.bulk("on");
  bulk.project(...before);
  bulk.project(...before, later, own);
  bulk.tables.placed([{ entry: own.entry, position: 51, receivedAt: 1_770_000_051_000 }]);
  bulk.tables.bulk("off");
  while (bulk.tables.indexText(7) > 0);
  for (const { tables } of [one, bulk]) {
    expect(tables.ask("search", { words: "dawn" })).toMatchObject([{ id: anId("r0") }]);
    expect(tables.ask("search", { words: "number0" })).toEqual([]);
    expect(tables.ask("records", { type: "case", where: { code: "mine" } })).toMatchObject([
      { id: anId("r1"), position: 51 },
    ]);
  }
  const list = { type: "case", order: "title" } as const;
  expect(bulk.tables.ask("records", list)).toEqual(one.tables.ask("records", list));
});

test("bulk work that was killed is finished when the tables are opened again", () => {
  const db = openMemorySqlite();
  const { tables, project } = someTables({ db });
  tables.whole();
  tables.bulk("on");
  project(...manyCases(10));
  const again = someTables({ db });
  expect(again.tables.stale).toBe(false);
  again.project(opened({ name: "n3", record: "r3", fields: { title: "Raid number3" }, position: 3, place: 3 }));
  while (again.tables.indexText(100) > 0);
  expect(again.tables.ask("search", { words: "number7" })).toHaveLength(1);
});

test("a transaction that fails leaves nothing, in the tables or in memory", () => {
  const { tables, project } = someTables();
  const [good] = manyCases(1);
  if (!good) throw new Error("one");
  const bad = { ...good, entry: "not hexadecimal" };
  expect(() => project({ ...good, change: { ...good.change, record: anId("z") } }, bad)).toThrow("hexadecimal");
  expect(tables.ask("records", { type: "case" })).toEqual([]);
  project(good);
  expect(tables.ask("records", { type: "case", space: aSpace("office") })).toHaveLength(1);
});

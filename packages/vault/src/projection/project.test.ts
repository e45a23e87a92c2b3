import { expect, test } from "vitest";
import { anId, aSpace, opened, someTables, versionIn } from "./projection.example.ts";

test("what is projected stands, with its title, its time and its version", () => {
  const { tables, project } = someTables();
  const begun = opened({
    name: "one",
    record: "c",
    fields: { title: "Raid at the market", opened: "2019-03" },
    position: 4,
  });
  project(begun);
  expect(tables.ask("record", { id: anId("c") })).toMatchObject([
    {
      id: anId("c"),
      space: aSpace("office"),
      type: "case",
      title: "Raid at the market",
      when: "2019-03-01",
      position: 4,
      newer: false,
      conflicts: [],
      versions: { title: [versionIn(begun)], opened: [versionIn(begun)] },
    },
  ]);
});

test("a change takes the place of the writings it answers, and of no others", () => {
  const { tables, project } = someTables();
  const begun = opened({ name: "one", record: "c", fields: { title: "Raid", code: "MY-1" }, position: 1 });
  const later = opened({
    name: "two",
    record: "c",
    fields: { title: "Night raid" },
    answers: { title: [versionIn(begun)] },
    position: 2,
  });
  project(begun, later);
  expect(tables.ask("record", { id: anId("c") })).toMatchObject([
    {
      fields: { title: "Night raid", code: "MY-1" },
      versions: { title: [versionIn(later)], code: [versionIn(begun)] },
      conflicts: [],
    },
  ]);
});

test("two writings that do not know each other both stand, and both are shown", () => {
  const { tables, project } = someTables();
  const begun = opened({ name: "one", record: "c", fields: { title: "Raid" }, position: 1 });
  const mine = opened({
    name: "mine",
    record: "c",
    fields: { title: "Night raid" },
    answers: { title: [versionIn(begun)] },
    position: 2,
  });
  const theirs = opened({
    name: "theirs",
    record: "c",
    by: "budi",
    fields: { title: "Raid at dawn" },
    answers: { title: [versionIn(begun)] },
    position: 3,
  });
  project(begun, mine, theirs);
  const [row] = tables.ask("record", { id: anId("c") });
  expect(row?.conflicts).toEqual(["title"]);
  expect(row?.standing.title?.map(({ value }) => value)).toEqual(["Night raid", "Raid at dawn"]);
  expect(tables.ask("conflicts", {})).toMatchObject([
    { id: anId("c"), field: "title", versions: [versionIn(mine), versionIn(theirs)] },
  ]);
});

test("of two writings of a grant that stand, the narrower is read", () => {
  const { tables, project } = someTables();
  const grant = { record: "g", type: "grant" };
  project(
    opened({
      ...grant,
      name: "wide",
      fields: { state: "CT.ACTIVE", audiences: ["AUD.UN", "AUD.PUBLIC"] },
      position: 1,
    }),
    opened({
      ...grant,
      name: "narrow",
      by: "budi",
      fields: { state: "CT.WITHDRAWN", audiences: ["AUD.UN"] },
      position: 2,
    }),
  );
  const [row] = tables.ask("record", { id: anId("g") });
  expect(row).toMatchObject({
    state: "CT.WITHDRAWN",
    fields: { state: "CT.WITHDRAWN", audiences: ["AUD.UN"] },
    conflicts: ["state", "audiences"],
  });
});

test("a record stays in the circle of its first change, though a later one comes for a wider circle", () => {
  const { tables, project } = someTables();
  const first = opened({ name: "one", record: "c", fields: { title: "Safe house" }, circle: 1, position: 1 });
  const wider = opened({
    name: "two",
    record: "c",
    by: "budi",
    fields: { title: "Open house" },
    circle: 0,
    position: 2,
  });
  const other = opened({
    name: "three",
    record: "c",
    by: "budi",
    type: "lesson",
    fields: { title: "Lesson" },
    circle: 1,
    position: 3,
  });
  project(first, wider, other);
  expect(tables.ask("record", { id: anId("c") })).toMatchObject([
    { circle: 1, type: "case", fields: { title: "Safe house" }, conflicts: [] },
  ]);
  expect(tables.refused(aSpace("office")).map(({ entry, reason }) => ({ entry, reason }))).toEqual(
    expect.arrayContaining([
      { entry: wider.entry, reason: "other-circle" },
      { entry: other.entry, reason: "other-type" },
    ]),
  );
});

test("a record of one space is not changed from another", () => {
  const { tables, project } = someTables();
  project(
    opened({ name: "one", record: "c", fields: { title: "Raid" }, position: 1, place: 1 }),
    opened({
      name: "two",
      record: "c",
      space: "mission",
      by: "budi",
      fields: { title: "Nothing happened" },
      position: 1,
      place: 2,
    }),
  );
  expect(tables.ask("record", { id: anId("c") })).toMatchObject([
    { space: aSpace("office"), fields: { title: "Raid" }, conflicts: [] },
    { space: aSpace("mission"), fields: { title: "Nothing happened" }, conflicts: [] },
  ]);
  expect(tables.ask("records", { type: "case", space: aSpace("mission") })).toMatchObject([
    { title: "Nothing happened" },
  ]);
});

test("what a newer Saksi wrote is kept and shown as such", () => {
  const { tables, project } = someTables();
  project(
    opened({ name: "one", record: "c", fields: { title: "Raid", weather: { sky: "clear" } }, position: 1 }),
    opened({ name: "two", record: "d", type: "dream", fields: { teller: "x" }, position: 2 }),
  );
  expect(tables.ask("record", { id: anId("c") })).toMatchObject([
    { newer: true, fields: { title: "Raid", weather: { sky: "clear" } } },
  ]);
  expect(tables.ask("record", { id: anId("d") })).toMatchObject([
    { newer: true, type: "dream", fields: { teller: "x" } },
  ]);
});

test("withheld parts are counted, and not when their key came", () => {
  const { tables, project } = someTables();
  const hidden = opened({
    name: "one",
    record: "i",
    type: "identity",
    circle: 1,
    fields: { realName: "Made Up" },
    position: 1,
  });
  const { space, entry, index, circle, place } = hidden;
  tables.withhold([{ space, entry, index, circle, place }]);
  tables.withhold([{ space, entry, index, circle, place }]);
  expect(tables.ask("withheld", { space })).toEqual([{ count: 1 }]);
  project(hidden);
  expect(tables.ask("withheld", { space })).toEqual([{ count: 0 }]);
});

test("history says who, when and what in the log's order, and what of it still stands", () => {
  const { tables, project } = someTables();
  const begun = opened({ name: "one", record: "c", fields: { title: "Raid", code: "MY-1" }, position: 1 });
  const later = opened({
    name: "two",
    record: "c",
    by: "budi",
    fields: { title: "Night raid" },
    answers: { title: [versionIn(begun)] },
  });
  project(begun, later);
  expect(tables.ask("history", { id: anId("c") })).toMatchObject([
    {
      version: versionIn(begun),
      position: 1,
      receivedAt: "2026-02-02T02:40:01.000Z",
      stands: ["code"],
      fields: { title: "Raid", code: "MY-1" },
    },
    {
      version: versionIn(later),
      position: null,
      receivedAt: null,
      stands: ["title"],
      supersedes: { title: [versionIn(begun)] },
    },
  ]);
});

test("everything that points at a case is linked to it, oldest first, also from inside a list", () => {
  const { tables, project } = someTables();
  project(
    opened({ name: "c", record: "c", fields: { title: "Raid" }, position: 1 }),
    opened({ name: "t", record: "t", type: "testimony", fields: { case: anId("c"), heard: "2026-02" }, position: 2 }),
    opened({ name: "i", record: "i", type: "incident", fields: { case: anId("c") }, position: 3 }),
    opened({ name: "p", record: "p", type: "person", fields: { cases: [anId("other"), anId("c")] }, position: 4 }),
    opened({ name: "s", record: "s", type: "remedy-step", fields: { case: anId("c"), on: "2019" }, position: 5 }),
    opened({ name: "x", record: "x", type: "testimony", space: "mission", fields: { case: anId("c") }, position: 1 }),
  );
  const ids = tables.ask("linked", { id: anId("c") }).map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual([anId("s"), anId("t")]);
  expect(ids.toSorted()).toEqual([anId("s"), anId("t"), anId("i"), anId("p")].toSorted());
  expect(tables.ask("records", { type: "person", case: anId("c") })).toHaveLength(1);
});

test("a space that is forgotten leaves no row", () => {
  const { tables, project } = someTables();
  project(opened({ name: "one", record: "c", fields: { title: "Raid at the market" }, position: 1 }));
  project(opened({ name: "two", record: "d", space: "mission", fields: { title: "Raid" }, position: 1, place: 9 }));
  tables.forget(aSpace("office"));
  expect(tables.ask("record", { id: anId("c") })).toEqual([]);
  expect(tables.ask("search", { words: "market" })).toEqual([]);
  expect(tables.ask("count", {})).toEqual([{ type: "case", state: null, count: 1 }]);
  project(opened({ name: "one", record: "c", fields: { title: "Raid at the market" }, position: 1 }));
  expect(tables.ask("search", { words: "market" })).toHaveLength(1);
});

test("a change of a record that names no field it writes takes nothing away", () => {
  const { tables, project } = someTables();
  const begun = opened({ name: "one", record: "c", fields: { title: "Raid" }, position: 1 });
  project(
    begun,
    opened({
      name: "two",
      record: "c",
      by: "budi",
      fields: { code: "MY-1" },
      answers: { title: [versionIn(begun)] },
      position: 2,
    }),
  );
  expect(tables.ask("record", { id: anId("c") })).toMatchObject([{ fields: { title: "Raid", code: "MY-1" } }]);
});

test("an entry that was sealed anew keeps its rows under its new id", () => {
  const { tables, project } = someTables();
  const stale = opened({ name: "one", record: "c", fields: { title: "Raid" }, place: 5 });
  project(stale);
  tables.resealed([{ entry: stale.entry, by: "ab".repeat(32), place: 7 }]);
  tables.placed([{ entry: "ab".repeat(32), position: 12, receivedAt: 1_770_000_000_000 }]);
  expect(tables.ask("record", { id: anId("c") })).toMatchObject([
    { position: 12, versions: { title: [versionIn(stale)] } },
  ]);
  project({ ...stale, entry: "ab".repeat(32), position: 12, place: 7 });
  expect(tables.place()).toBe(7);
});

test.each([
  ["in order", 0],
  ["behind an own one that waits", 1],
])(
  "a flood of writings on one record costs in proportion to what it says: %s",
  (_, own) => {
    const taken = (count: number): number => {
      const { tables, project } = someTables();
      if (own === 1) project(opened({ name: "own", record: "c", fields: { title: "Own" }, place: 0 }));
      const flood = Array.from({ length: count }, (_, index) =>
        opened({ name: `${index}`, record: "c", fields: { title: `${index}` }, position: index + 1, place: index + 1 }),
      );
      const start = performance.now();
      project(...flood);
      const [record] = tables.ask("record", { id: anId("c") });
      expect(record?.versions.title).toHaveLength(count + own);
      expect(tables.ask("history", { id: anId("c") })).toHaveLength(count + own);
      return performance.now() - start;
    };
    taken(200);
    const [few, many] = [taken(250), taken(4000)];
    expect(many / few).toBeLessThan(90); // in proportion 16, quadratic 256
  },
  60_000,
);

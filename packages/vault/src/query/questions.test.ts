import { expect, test } from "vitest";
import { anId, aSpace, opened, someTables, versionIn } from "../projection/projection.example.ts";

const aCase = (name: string, fields: Record<string, string>, position: number) =>
  opened({ name, record: name, fields, position, place: position });

test("a list is filtered, sorted and read page by page", () => {
  const { tables, project } = someTables();
  project(
    aCase("a", { title: "Beta", opened: "2020", state: "CS.OPEN" }, 1),
    aCase("b", { title: "alpha", opened: "2019-05", state: "CS.CLOSED" }, 2),
    aCase("c", { title: "Gamma", state: "CS.OPEN" }, 3),
  );
  const titles = (asks: object) => tables.ask("records", { type: "case", ...asks }).map(({ title }) => title);
  expect(titles({})).toEqual(["Gamma", "alpha", "Beta"]);
  expect(titles({ order: "title" })).toEqual(["alpha", "Beta", "Gamma"]);
  expect(titles({ order: "title", descending: true })).toEqual(["Gamma", "Beta", "alpha"]);
  expect(titles({ order: "when" })).toEqual(["alpha", "Beta", "Gamma"]);
  expect(titles({ order: "when", descending: true })).toEqual(["Beta", "alpha", "Gamma"]);
  expect(titles({ state: "CS.OPEN" })).toEqual(["Gamma", "Beta"]);
  expect(titles({ order: "title", limit: 1, offset: 1 })).toEqual(["Beta"]);
  expect(titles({ words: "alp" })).toEqual(["alpha"]);
  expect(titles({ space: aSpace("mission") })).toEqual([]);
  expect(tables.ask("count", { state: "CS.OPEN" })).toEqual([{ type: "case", state: "CS.OPEN", count: 2 }]);
});

test("a filter finds values of short fields, one of several, and fields that no index knows", () => {
  const { tables, project } = someTables();
  project(
    aCase("a", { title: "Beta", code: "MY-1", strategy: "a long plan" }, 1),
    aCase("b", { title: "Alpha", code: "MY-2" }, 2),
    opened({
      name: "c",
      record: "c",
      fields: { title: "Gamma", urgent: ["U.A", "U.B"], sky: 3 },
      position: 3,
      place: 3,
    }),
  );
  const found = (where: Record<string, string | number>) =>
    tables.ask("records", { type: "case", where }).map(({ title }) => title);
  expect(found({ code: "MY-1" })).toEqual(["Beta"]);
  expect(found({ urgent: "U.B" })).toEqual(["Gamma"]);
  expect(found({ strategy: "a long plan" })).toEqual(["Beta"]);
  expect(found({ sky: 3 })).toEqual(["Gamma"]);
  expect(found({ code: "MY-1", title: "Alpha" })).toEqual([]);
});

test("search shows the words around a hit, newest first, of the space that was asked for", () => {
  const { tables, project } = someTables();
  project(
    opened({
      name: "one",
      record: "t",
      type: "testimony",
      fields: { account: "They came at night and took the radio." },
      position: 1,
    }),
    opened({
      name: "two",
      record: "u",
      type: "testimony",
      fields: { account: "เจ้าหน้าที่กระทำการทรมานในสถานีตำรวจ" },
      position: 2,
    }),
    opened({ name: "three", record: "v", space: "mission", fields: { title: "Night visit" }, position: 1 }),
  );
  expect(tables.ask("search", { words: "nigh" }).map(({ id }) => id)).toEqual([anId("v"), anId("t")]);
  expect(tables.ask("search", { words: "night", space: aSpace("office") })).toMatchObject([
    { id: anId("t"), snippet: "They came at night and took the radio.", byName: false },
  ]);
  expect(tables.ask("search", { words: "ทรมาน" })).toMatchObject([{ id: anId("u") }]);
  expect(tables.ask("search", { words: "night", type: "case" })).toMatchObject([{ id: anId("v") }]);
  expect(tables.ask("search", { words: "morning" })).toEqual([]);
  expect(tables.ask("search", { words: " ?! " })).toEqual([]);
});

test("a name is found with a slip, and what an identifying field says is nowhere in the answer", () => {
  const { tables, project } = someTables();
  const fields = { person: anId("p"), realName: "Rahmawati Contoh", idNumbers: ["990101145566"], address: "Lorong 9" };
  project(opened({ name: "one", record: "i", type: "identity", circle: 1, fields, position: 1 }));
  for (const words of ["Rahmawatti", "rahmawati contoh", "990101145566"]) {
    const hits = tables.ask("search", { words });
    expect(hits).toMatchObject([{ id: anId("i"), snippet: "", byName: true }]);
    expect(JSON.stringify(hits)).not.toMatch(/Rahma|9901|Lorong/);
  }
  expect(tables.ask("search", { words: "Suryani" })).toEqual([]);
});

test("both sides of a conflict are found until one is chosen", () => {
  const { tables, project } = someTables();
  const one = opened({ name: "one", record: "c", fields: { title: "Market" }, position: 1 });
  const two = opened({ name: "two", record: "c", by: "budi", fields: { title: "Harbour" }, position: 2 });
  project(one, two);
  expect(tables.ask("search", { words: "harbour" })).toHaveLength(1);
  project(
    opened({
      name: "three",
      record: "c",
      fields: { title: "Market" },
      answers: { title: [versionIn(one), versionIn(two)] },
      position: 3,
    }),
  );
  expect(tables.ask("search", { words: "harbour" })).toEqual([]);
});

test("a watched question answers once at first, once a frame after changes that it reads, and no more when it is stopped", () => {
  const { tables, project, frame } = someTables();
  const answers: number[] = [];
  const stop = tables.watch("records", { type: "case", space: aSpace("office") }, (rows) => answers.push(rows.length));
  frame();
  expect(answers).toEqual([0]);
  project(aCase("a", { title: "Alpha" }, 1));
  project(aCase("b", { title: "Beta" }, 2));
  frame();
  expect(answers).toEqual([0, 2]);
  project(opened({ name: "x", record: "x", space: "mission", fields: { title: "Elsewhere" }, position: 1 }));
  project(opened({ name: "y", record: "y", type: "lesson", fields: { title: "Other type" }, position: 3 }));
  frame();
  expect(answers).toEqual([0, 2]);
  stop();
  project(aCase("c", { title: "Gamma" }, 4));
  frame();
  expect(answers).toEqual([0, 2]);
});

test("a watched record is not asked again when another changed", () => {
  const { tables, project, frame } = someTables();
  project(aCase("a", { title: "Alpha" }, 1));
  let asked = 0;
  tables.watch("record", { id: anId("a") }, () => {
    asked += 1;
  });
  frame();
  project(aCase("b", { title: "Beta" }, 2));
  frame();
  expect(asked).toBe(1);
  project(opened({ name: "a2", record: "a", by: "budi", fields: { code: "MY-1" }, position: 3 }));
  frame();
  expect(asked).toBe(2);
});

test("a letter or two find the newest that many records hold, and the old that few do", () => {
  const { tables, project } = someTables();
  const place = (index: number) => aCase(`n${index}`, { title: index === 0 ? "Zaman" : "The same" }, index + 1);
  project(...Array.from({ length: 120 }, (_, index) => place(index)));
  expect(tables.ask("search", { words: "s", limit: 3 }).map(({ id }) => id)).toEqual([
    anId("n119"),
    anId("n118"),
    anId("n117"),
  ]);
  expect(tables.ask("search", { words: "za" }).map(({ id }) => id)).toEqual([anId("n0")]);
});

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

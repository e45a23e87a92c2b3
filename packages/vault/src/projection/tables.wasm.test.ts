/** The browser's SQLite under the same tables: whatever is asked, it answers as Node's does. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { openMemorySqlite as openWasmSqlite } from "../sqlite.browser.ts";
import { openMemorySqlite as openNodeSqlite } from "../sqlite.node.ts";
import { anId, aSpace, opened, someTables, versionIn } from "./projection.example.ts";

const bytes = readFileSync(createRequire(import.meta.url).resolve("@journeyapps/wa-sqlite/dist/mc-wa-sqlite.wasm"));

const begun = Array.from({ length: 60 }, (_, at) =>
  opened({
    name: `n${at}`,
    record: `r${at}`,
    type: at % 3 === 0 ? "testimony" : "case",
    fields:
      at % 3 === 0
        ? { account: "ကျွန်ုပ်တို့ at the market", case: anId("r1"), heard: "2026" }
        : { title: `Raid ${at}`, code: `MY-${at % 4}` },
    position: at,
    place: at,
  }),
);
const [, first] = begun;
const versions = first ? [versionIn(first)] : [];
const late = [
  opened({ name: "mine", record: "r1", fields: { title: "Dawn" }, answers: { title: versions }, place: 90 }),
  opened({
    name: "theirs",
    record: "r1",
    by: "budi",
    fields: { title: "Dusk" },
    answers: { title: versions },
    position: 70,
    place: 91,
  }),
  opened({
    name: "who",
    record: "i",
    type: "identity",
    circle: 1,
    fields: { realName: "Contoh Orang" },
    position: 71,
    place: 92,
  }),
];

function answers({ tables, project }: ReturnType<typeof someTables>) {
  tables.bulk("on");
  project(...begun);
  tables.bulk("off");
  while (tables.indexText(25) > 0);
  project(...late);
  tables.placed([{ entry: late[0]?.entry ?? "", position: 72, receivedAt: 1_770_000_072_000 }]);
  const space = aSpace("office");
  return [
    tables.ask("record", { id: anId("r1") }),
    tables.ask("history", { id: anId("r1") }),
    tables.ask("linked", { id: anId("r1") }),
    tables.ask("conflicts", { space }),
    tables.ask("count", { space, words: "market" }),
    tables.ask("records", {
      type: "case",
      where: { code: "MY-2" },
      order: "title",
      descending: true,
      limit: 5,
      offset: 2,
    }),
    tables.ask("records", { type: "testimony", order: "when", words: "ကျွန်" }),
    tables.ask("search", { words: "contoh oranq" }),
    tables.ask("search", { words: "raid", space, type: "case", limit: 7 }),
    tables.refused(space),
  ];
}

test("the tables of a browser answer every question as those of Node do", async () => {
  const browser = answers(someTables({ db: await openWasmSqlite({ bytes }) }));
  expect(browser).toEqual(answers(someTables({ db: openNodeSqlite() })));
  expect(browser.every((rows, index) => rows.length > 0 || index === 9)).toBe(true);
});

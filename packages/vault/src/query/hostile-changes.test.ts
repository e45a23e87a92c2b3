import { fieldsOf } from "@saksi/domain/record-type";
import { recordTypes } from "@saksi/domain/record-types";
import { publicationGate } from "@saksi/domain/rules/publication-gate";
import { useOf } from "@saksi/domain/use";
import { expect, test } from "vitest";
import { readChange } from "../entry/read-change.ts";
import type { Vault } from "../port.ts";
import { anId, opened, someTables, versionIn } from "../projection/projection.example.ts";
import { caseFileOf } from "./case-file.ts";

const ids = Array.from({ length: 500 }, (_, index) => anId(`many ${index}`));
const odd: readonly unknown[] = [
  null,
  true,
  -1e308,
  "",
  "\u0000",
  "\ud800",
  "\u202eevil\u2066",
  "-999999-99-99",
  "9999-12-31",
  "0000",
  "2026-02-30",
  "x".repeat(2000),
  [],
  {},
  [[[[[[[[{}]]]]]]]],
  { unknown: "constructor" },
  { unknown: "__proto__" },
  { __proto__: null, toString: "no", valueOf: 1 },
  ids,
  ids.map((id) => ({ id, value: id })),
  Array.from({ length: 50 }, () => "2026"),
  { sha256: "../../etc", bytes: -1, mediaType: "text/html", name: "../../x", key: "", chunks: ["../.."] },
  [null, null, 5, { note: {} }],
];
const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "length", "x".repeat(500), ""];

const types = ["constructor", "from-the-future", "grant", "identity", "exhibit"];

function fieldsFor(type: string): string[] {
  const declared = recordTypes.find(({ name }) => name === type);
  return [...names, ...(declared ? fieldsOf(declared).map(([name]) => name) : [])];
}

test("whatever a member puts in a part, tables, questions, case and gate go on, and nothing else changes", async () => {
  const { tables, project, frame } = someTables();
  let position = 0;
  const say = (given: Parameters<typeof opened>[0], supersedes = "{}", at = given.at ?? "2026") => {
    position += 1;
    const made = opened({ ...given, position, place: position });
    const fields = Object.entries(given.fields).map(
      ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
    );
    const { record, type, nonce } = made.change;
    const text = `{"record":"${record}","type":"${type}","at":${JSON.stringify(at)},"nonce":"${nonce}","fields":{${fields}},"supersedes":${supersedes},"__proto__":{"polluted":1}}`;
    const change = readChange(new TextEncoder().encode(text));
    if (change !== null) project({ ...made, change });
    return versionIn(made);
  };
  const first = say({ name: "case", record: "a", fields: { title: "A made-up case" } });
  say(
    { name: "far", record: "a", fields: { title: "B" } },
    `{"title":["${"0".repeat(32)}","${first}"],"__proto__":[]}`,
  );
  let count = 0;
  for (const type of types)
    for (const name of fieldsFor(type))
      for (const value of odd) {
        count += 1;
        const at = ["", "not a time", "9".repeat(40), "2026-03-01T09:00:00+08:00"][count % 4];
        const more = name === "case" ? {} : { case: anId("a") };
        say(
          {
            name: `${count}`,
            record: `${type} ${name} ${count % 3}`,
            type,
            fields: { ...more, [name]: value } as never,
          },
          "{}",
          at,
        );
      }
  while (tables.indexText(5000) > 0);
  frame();
  const ask: unknown = async (question: never, asks: never) => tables.ask(question, asks);
  const vault = { ask: ask as Vault["ask"] };
  for (const type of types) {
    const rows = await vault.ask("records", { type });
    for (const { id } of rows.slice(0, 5)) {
      await vault.ask("record", { id });
      await vault.ask("history", { id });
      await vault.ask("linked", { id });
    }
    await vault.ask("records", { type, order: "when" });
    await vault.ask("records", { type, order: "title", words: "evil" });
  }
  for (const words of ["evil", "__proto__", '"', "*", "OR AND NOT", "\u0000", "x".repeat(10_000)])
    await vault.ask("search", { words });
  await vault.ask("conflicts", {});
  await vault.ask("count", {});
  const file = await caseFileOf(vault, anId("a"));
  expect(file?.records.length).toBeGreaterThan(10);
  if (file)
    publicationGate({
      file,
      publication: anId("a"),
      use: useOf("named", { purpose: "CP.PUBCASE", audience: "AU.PUBLIC" }),
      dossierHash: "",
      passages: [],
      makers: [{ member: "x", name: "" }],
      today: "2026-03-01",
    });
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 60_000);

import { randomBytes } from "node:crypto";
import type { Draft } from "@saksi/domain/change";
import type { Version } from "@saksi/domain/id";
import { expect, test } from "vitest";
import { aDevice, anId, aSpace, opened, someTables, versionIn } from "./projection/projection.example.ts";

const given = {
  space: aSpace("office"),
  now: "2026-11-21T10:00:00+08:00",
  random: (length: number) => new Uint8Array(randomBytes(length)),
  circles: [0, 1],
};
const a = <Kind extends string>(type: Kind, fields: Draft["fields"]): Draft => ({ type, fields });

test("a draft without an id begins a record; one with an id keeps it", () => {
  const { tables } = someTables();
  const written = tables.changesOf(
    [a("lesson", { title: "Ask twice" }), { ...a("lesson", {}), id: anId("mine") }],
    given,
  );
  if (!written.ok) throw new Error(written.error.kind);
  const [fresh, kept] = written.value.changes;
  expect(fresh?.record).toMatch(/^[a-z2-7]{26}$/);
  expect(kept?.record).toBe(anId("mine"));
  expect(fresh?.nonce).not.toBe(kept?.nonce);
});

test("a change answers whatever stands, of the given fields alone", () => {
  const { tables, project } = someTables();
  const begun = opened({ name: "one", record: "c", fields: { title: "Raid", code: "MY-1" }, position: 1 });
  project(begun);
  const written = tables.changesOf([{ ...a("case", { title: "Night raid" }), id: anId("c") }], given);
  expect(written).toMatchObject({
    ok: true,
    value: { changes: [{ fields: { title: "Night raid" }, supersedes: { title: [versionIn(begun)] } }] },
  });
});

test("a stale base makes a sibling, never a loss", () => {
  const { tables, project } = someTables();
  const seen = opened({ name: "one", record: "c", fields: { title: "Raid" }, position: 1 });
  const meanwhile = opened({
    name: "two",
    record: "c",
    by: "budi",
    fields: { title: "Raid at dawn" },
    answers: { title: [versionIn(seen)] },
    position: 2,
  });
  project(seen, meanwhile);
  const late = { ...a("case", { title: "Night raid" }), id: anId("c"), base: { title: [versionIn(seen)] } };
  const written = tables.changesOf([late], given);
  if (!written.ok) throw new Error(written.error.kind);
  const [change] = written.value.changes;
  if (!change) throw new Error("one change");
  project({ ...opened({ name: "three", record: "c", fields: {}, position: 3 }), change });
  expect(tables.ask("record", { id: anId("c") })[0]?.standing.title?.map(({ value }) => value)).toEqual([
    "Raid at dawn",
    "Night raid",
  ]);
});

test("what does not fit its declaration is named with draft, field and reason, and nothing is written", () => {
  const { tables } = someTables();
  const drafts = [a("case", { title: "Raid" }), a("case", { opened: "2019-13" })];
  expect(tables.changesOf(drafts, given)).toEqual({
    ok: false,
    error: { kind: "bad-field", type: "case", field: "opened", reason: "no-such-month", draft: 1 },
  });
  expect(tables.changesOf([a("case", { tittle: "Raid" })], given)).toMatchObject({
    error: { kind: "bad-field", reason: "unknown-field" },
  });
  expect(tables.changesOf([a("dream", {})], given)).toEqual({
    ok: false,
    error: { kind: "unknown-type", type: "dream" },
  });
});

test("a record of the smaller circle is for those who are in it", () => {
  const { tables } = someTables();
  const outside = { ...given, circles: [0] };
  const identity = a("identity", { person: anId("somebody") });
  expect(tables.changesOf([identity], outside)).toEqual({ ok: false, error: { kind: "not-in-circle", circle: 1 } });
  expect(tables.changesOf([identity], given)).toMatchObject({ value: { circles: [1] } });
  expect(tables.changesOf([{ ...a("lesson", {}), circle: 1 }], given)).toMatchObject({ value: { circles: [1] } });
});

test("a record stays in the circle and the type it began with", () => {
  const { tables, project } = someTables();
  project(opened({ name: "one", record: "c", fields: { title: "Raid" }, circle: 1, position: 1 }));
  expect(tables.changesOf([{ ...a("case", { title: "Dawn" }), id: anId("c"), circle: 0 }], given)).toMatchObject({
    value: { circles: [1] },
  });
  expect(tables.changesOf([{ ...a("lesson", { title: "Dawn" }), id: anId("c") }], given)).toMatchObject({
    error: { kind: "bad-field", reason: "other-type" },
  });
});

test("drafts of several spaces are not one save", () => {
  const { tables, project } = someTables();
  project(opened({ name: "one", record: "c", space: "mission", fields: { title: "Raid" }, position: 1 }));
  expect(tables.changesOf([{ ...a("case", {}), space: aSpace("mission") }], given)).toEqual({
    ok: false,
    error: { kind: "mixed-spaces" },
  });
  expect(tables.changesOf([{ ...a("case", {}), id: anId("c") }], given)).toEqual({
    ok: false,
    error: { kind: "mixed-spaces" },
  });
});

test("a decision says the chosen value again and answers everything that stood", () => {
  const { tables, project } = someTables();
  const one = opened({ name: "one", record: "c", fields: { title: "Raid" }, position: 1 });
  const two = opened({ name: "two", record: "c", by: "budi", fields: { title: "Dawn" }, position: 2 });
  project(one, two);
  const asked = { id: anId("c"), field: "title", version: versionIn(two) };
  const settled = tables.changeToSettle(asked, { ...given, deviceOf: () => aDevice("aisyah") });
  if (!settled.ok) throw new Error(settled.error.kind);
  const { change, version } = settled.value;
  project({ ...opened({ name: "three", record: "c", fields: {}, position: 3 }), change });
  expect(tables.ask("conflicts", {})).toEqual([]);
  expect(tables.ask("record", { id: anId("c") })).toMatchObject([
    { fields: { title: "Dawn" }, versions: { title: [version] } },
  ]);
  const unknown = { ...asked, version: "0".repeat(32) as Version };
  expect(tables.changeToSettle(unknown, { ...given, deviceOf: () => aDevice("aisyah") })).toMatchObject({
    error: { kind: "no-such-version" },
  });
});

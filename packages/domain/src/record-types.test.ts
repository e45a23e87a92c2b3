import { expect, test } from "vitest";
import { type Field, fieldsOf, type RecordType, recordType } from "./record-type.ts";
import { recordTypeNamed, recordTypes } from "./record-types.ts";
import { isVocabularyName } from "./vocabulary.ts";

const all: readonly RecordType[] = recordTypes;

function* deep(fields: readonly (readonly [string, Field])[], path: string): Generator<readonly [string, Field]> {
  for (const [name, field] of fields) {
    yield [`${path}.${name}`, field];
    if (field.kind === "list") yield* deep(Object.entries(field.of), `${path}.${name}`);
  }
}
const everyField = all.flatMap((type) => [...deep(fieldsOf(type), type.name)]);

test("every coded field chooses from a list that ships", () => {
  const unknown = everyField.filter(
    ([, field]) => (field.kind === "choice" || field.kind === "choices") && !isVocabularyName(field.vocabulary),
  );
  expect(unknown.map(([path]) => path)).toEqual([]);
});

test("every link points at a type that exists", () => {
  const names = new Set(all.map((type) => type.name));
  const lost = everyField.flatMap(([path, field]) =>
    field.kind === "link" || field.kind === "links"
      ? field.to.filter((name) => !names.has(name)).map((name) => `${path} → ${name}`)
      : [],
  );
  expect(lost).toEqual([]);
});

test("title, when, state and case name fields of their type, of a fitting kind", () => {
  for (const type of all) {
    expect(type.fields[type.title], `${type.name} title`).toBeDefined();
    if (type.when) expect(type.fields[type.when]?.kind, `${type.name} when`).toBe("date");
    if (type.state) expect(type.fields[type.state]?.kind, `${type.name} state`).toBe("choice");
    if (type.case) expect(["link", "links"], `${type.name} case`).toContain(type.fields[type.case]?.kind);
  }
});

test("a record of the wide circle may not declare an identifying or restricted field, also inside a list", () => {
  const declare = (fields: Readonly<Record<string, Field>>) => () =>
    recordType({ name: "x", label: { one: "X", many: "X" }, help: "", circle: 0, title: "a", fields });
  const name: Field = { kind: "text", label: "Name", class: "identifying" };
  expect(declare({ a: name })).toThrow("x.a is identifying");
  expect(declare({ a: { kind: "list", label: "A", class: "internal", of: { b: name } } })).toThrow(
    "x.a.b is identifying",
  );
});

test("no title is an identifying text", () => {
  for (const type of all) {
    const field = type.fields[type.title];
    expect(field?.kind === "text" && field.class === "identifying", type.name).toBe(false);
  }
});

test("a type is found by its name, and a newer one is not invented", () => {
  expect(recordTypeNamed("testimony")?.label.one).toBe("Testimony");
  expect(recordTypeNamed("dream")).toBeUndefined();
});

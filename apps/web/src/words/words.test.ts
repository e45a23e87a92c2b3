import { readdirSync, readFileSync } from "node:fs";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { expect, test } from "vitest";

type Catalog = Readonly<Record<string, readonly [sentence: string, note: string]>>;

const here = new URL("./", import.meta.url);
const catalog = (name: string): Catalog => JSON.parse(readFileSync(new URL(name, here), "utf8")) as Catalog;
const first = catalog("en.first.json");
const inside = catalog("en.json");
const sourceOf = (path: string) => readFileSync(new URL(path, here), "utf8");

/** Names of sentences that a source file says: as `say("…")`, or in a table. */
const saidIn = (source: string, known: Catalog) => Object.keys(known).filter((id) => source.includes(`"${id}"`));

test("every sentence can be read as ICU, and has a note for the translator", () => {
  for (const [id, [sentence, note]] of Object.entries({ ...first, ...inside })) {
    expect(() => compileMessageOrThrow(sentence), id).not.toThrow();
    expect(note.trim(), id).not.toBe("");
  }
});

test("no sentence stands in two catalogs", () => {
  expect(Object.keys(first).filter((id) => id in inside)).toEqual([]);
});

test("the first screens say nothing that comes only with the open vault", () => {
  const files = [
    "../app.tsx",
    "../frame/corner.tsx",
    "../frame/error-screen.tsx",
    "./problems.ts",
    ...["button", "choice", "dialog", "field", "heading", "notice", "problem-notice", "progress", "skeleton"].map(
      (name) => `../components/${name}.tsx`,
    ),
    ...readdirSync(new URL("../outside/", here))
      .filter((name) => !name.includes(".test."))
      .map((name) => `../outside/${name}`),
  ];
  for (const file of files) expect(saidIn(sourceOf(file), inside), file).toEqual([]);
});

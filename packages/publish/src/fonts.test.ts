import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { languages, sample } from "./example.ts";
import { fontFiles, fontNeed } from "./fonts.ts";

const names = (lang: string, text: string): readonly string[] =>
  fontNeed([{ lang, text }]).families.map(({ name }) => name);

test("a document loads only the fonts of its scripts", () => {
  expect(names("en", "Plain words, Việt Nam, Хүн")).toEqual(["Noto Sans"]);
  expect(names("km", sample("km"))).toEqual(["Noto Sans", "Noto Sans Khmer"]);
  expect(names("zh", "人人")).toEqual(["Noto Sans", "Noto Sans SC"]);
  expect(names("ja", "人人")).toEqual(["Noto Sans", "Noto Sans JP"]);
});

test("Urdu is written in Nastaliq, Arabic and Persian in Naskh", () => {
  expect(names("ur", sample("ur"))).toEqual(["Noto Sans", "Noto Nastaliq Urdu"]);
  expect(names("fa", "سلام")).toEqual(["Noto Sans", "Noto Naskh Arabic"]);
});

test("every sample language is covered, and every file named for it is there", () => {
  const files = new Set(readdirSync(new URL("../fonts", import.meta.url)));
  for (const lang of languages) {
    const { missing, families } = fontNeed([{ lang, text: sample(lang) }]);
    expect(missing, lang).toEqual([]);
    for (const file of fontFiles(families)) expect(files.has(file), file).toBe(true);
  }
});

test("a character that nothing draws is named with its language", () => {
  expect(fontNeed([{ lang: "en", text: "a😀" }]).missing).toEqual([{ codePoint: 0x1f600, lang: "en" }]);
});

test("joiners and marks of direction need no glyph", () => {
  expect(fontNeed([{ lang: "fa", text: "\u200c\u200d\u200f\u2068" }]).missing).toEqual([]);
});

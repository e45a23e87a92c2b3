import fc from "fast-check";
import { expect, test } from "vitest";
import { markedPieces } from "./marked.ts";

const hits = (text: string, words: string) =>
  markedPieces(text, words)
    .filter(({ hit }) => hit)
    .map(({ text: piece }) => piece);

test("each word is marked wherever it stands, capitals or not", () => {
  expect(hits("Rod on the feet, a rod again", "ROD feet")).toEqual(["Rod", "feet", "rod"]);
});

test("words of scripts without spaces are marked inside a run", () => {
  expect(hits("គាត់ត្រូវបានវាយនៅក្នុងប៉ុស្តិ៍", "វាយ")).toEqual(["វាយ"]);
  expect(hits("警察署で殴られた", "殴ら")).toEqual(["殴ら"]);
});

test("a word that is nowhere marks nothing, and so does nothing", () => {
  expect(hits("Rod on the feet", "lathi")).toEqual([]);
  expect(hits("Rod on the feet", "  ")).toEqual([]);
});

test("the pieces together are the text, whatever was searched for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (text, words) => {
      expect(
        markedPieces(text, words)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text.normalize("NFC"));
    }),
  );
});

import { expect, test } from "vitest";
import type { ProtectedString } from "../protected.ts";
import { needlesIn } from "./match.ts";
import { needleFor } from "./needle.ts";

const finds = (text: string, form: ProtectedString["form"], ...places: readonly string[]): readonly boolean[] =>
  places.map((place) => needlesIn([place], [needleFor({ record: "r", field: "f", text, form })]).length > 0);

test("a number is found whatever separates its digits, in any script's digits, with or without its country", () => {
  expect(
    finds("+66 81-234-5678", "words", "0812345678", "(081) 234 5678", "๐๘๑ ๒๓๔ ๕๖๗๘", "081.234.5678", "66812345679"),
  ).toEqual([true, true, true, true, false]);
});

test("a name is found in capitals, without accents, over a line break, by its family name alone", () => {
  expect(
    finds("Nguyễn Văn Hiếu", "name", "NGUYEN VAN HIEU", "Nguyen\nVan\nHieu", "Mr Nguyen said", "hiện tại"),
  ).toEqual([true, true, true, false]);
});

test("a short name is not found inside another word", () => {
  expect(finds("Ali", "name", "Ali said", "equality", "said ALI.")).toEqual([true, false, true]);
  expect(finds("ဆု", "name", "ဆုံးဖြတ်", "ဆု")).toEqual([false, true]);
});

test("Arabic letters and vowel signs of either keyboard are the same", () => {
  expect(finds("عليّ كريمي", "name", "علی کریمی", "عَلي كَريمي")).toEqual([true, true]);
});

test("a day of birth is found in the orders people write it, a year alone is not", () => {
  expect(finds("1988-03-07", "date", "07/03/1988", "7 March 1988", "March 7, 1988", "1988-03-07", "1988")).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(finds("1988-03", "date", "March 1988")).toEqual([false]);
});

test("a sentence of a long text is found without the rest of it", () => {
  expect(
    finds(
      "He hides at his aunt's shop. Ring after dark.",
      "words",
      "they hide at an aunt's shop",
      "he hides at his aunt’s shop!",
    ),
  ).toEqual([false, true]);
});

test("a file is found by its name with and without its ending", () => {
  expect(finds("Ravindra-passport.jpg", "file", "see ravindra passport", "ravindra-passport.JPG")).toEqual([
    true,
    true,
  ]);
});

test("a value of nothing but plain words stops no brief", () => {
  expect(finds("Lawyer", "words", "a lawyer filed it")).toEqual([false]);
  expect(finds("Lawyer Sundaram", "words", "lawyer Sundaram filed it")).toEqual([true]);
});

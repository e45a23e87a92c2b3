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

test.each([
  ["zero width between letters", "Ravi\u200bndra Wije\u2060sekara"],
  ["soft hyphens", "Ra\u00advin\u00addra"],
  ["a joiner that no script needs", "Ravi\u034fndra"],
  ["variation selectors", "R\ufe0fa\ufe0fv\ufe0fi\ufe0fn\ufe0fd\ufe0fr\ufe0fa\ufe0f"],
  [
    "letters of an alphabet that looks the same",
    "\u0420\u0430v\u0456ndra W\u0456j\u0435s\u0435k\u0430r\u0430".replace("\u0420", "R"),
  ],
  ["full width", "Ｒａｖｉｎｄｒａ"],
  ["mathematical letters", "𝐑𝐚𝐯𝐢𝐧𝐝𝐫𝐚"],
  ["struck through", [..."Ravindra"].join("\u0336") + "\u0336"],
  ["letter by letter", "R-a-v-i-n-d-r-a"],
  ["an address", "https://files.example/Ravindra%20Wijesekara.pdf"],
  ["written backwards and turned round", "\u202eardnivaR\u202c"],
  ["a character's number", "&#82;avindra"],
])("a name is found through %s", (_, place) => {
  expect(finds("Ravindra Wijesekara", "name", place)).toEqual([true]);
});

test.each([
  ["Thai in an address", "สมชาย ใจดีมาก", encodeURIComponent("สมชาย")],
  ["a mark of no script between Thai letters", "สมชาย ใจดีมาก", "สม\u034fชาย"],
  ["a selector between Han characters", "王小明", "王\ufe00小\ufe00明"],
  ["sharp s", "Grossmann Weiss", "Herr Großmann"],
  ["a dotted capital", "Nisan Ibrahim", "NİSAN IBRAHİM"],
])("a name is found through %s", (_, name, place) => {
  expect(finds(name, "name", place)).toEqual([true]);
});

test("a short name is found letter by letter, and not where single letters only stand beside each other", () => {
  expect(finds("Siti", "name", "S i t i", "S.i.t.i", "S-I-T-I said", "points s, t and i")).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test.each([
  ["Burmese", "၀၉၇၇၇၁၂၃၄၅၆"],
  ["Arabic-Indic", "٠٩٧٧٧١٢٣٤٥٦"],
  ["Urdu", "۰۹۷۷۷۱۲۳۴۵۶"],
  ["Nepali", "०९७७७१२३४५६"],
  ["Khmer", "០៩៧៧៧១២៣៤៥៦"],
  ["Javanese", "꧐꧙꧗꧗꧗꧑꧒꧓꧔꧕꧖"],
  ["keycaps", [..."09777123456"].map((digit) => `${digit}\ufe0f\u20e3`).join("")],
  ["circles", "⓪⑨⑦⑦⑦①②③④⑤⑥"],
  ["dots and spaces that do not break", "09\u00b7777\u202f123\u00a0456"],
  ["underlined", [..."09777123456"].join("\u0332")],
])("a number is found in %s digits", (_, place) => {
  expect(finds("+95 9 777 123 456", "words", place)).toEqual([true]);
});

test("a short number is found without its country, an eighth of it is not", () => {
  expect(finds("Ring +95 9 777123", "words", "09-777123", "777")).toEqual([true, false]);
});

test("a day of birth is found without zeros, with two digits of the year, and in languages and years of the region", () => {
  const places = [
    "7/3/1988",
    "7.3.88",
    "07-03-88",
    "7 มีนาคม 2531",
    "7 Maret 1988",
    "7 Mac 1988",
    "7 มีนาคม พ.ศ. 2531",
    "7/3/2531",
  ];
  expect(finds("1988-03-07", "date", ...places)).toEqual(places.map(() => true));
  expect(finds("1988-03-07", "date", "8 Maret 1988", "3/1988", "1988")).toEqual([false, false, false]);
});

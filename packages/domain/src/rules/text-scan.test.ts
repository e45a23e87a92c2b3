import { expect, test } from "vitest";
import { scanText, westernDigits } from "./text-scan.ts";

const kinds = (text: string, allowed: readonly string[] = []) => scanText(text, allowed).map(({ kind }) => kind);

test("numbers of telephones are found in the digits and spacing that people write", () => {
  for (const text of [
    "call +60 12-345 6789",
    "call 0123456789 at night",
    "(+880) 1712 345678",
    "ফোন +৮৮০ ১৭১২ ৩৪৫৬৭৮",
    "โทร ๐๘๑-๒๓๔-๕๖๗๘",
    "ဖုန်း ၀၉ ၇၈၁ ၂၃၄ ၅၆၇",
    "ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨",
  ]) {
    expect(kinds(text), text).toEqual(["phone"]);
  }
});

test("e-mail addresses, coordinates, plates, badges, numbers of papers and street addresses are found", () => {
  expect(kinds("write to made.up@example.org today")).toEqual(["email"]);
  expect(kinds("held at 27.71725, 85.32396")).toEqual(["coordinates"]);
  expect(kinds("27°43'02\"N")).toEqual(["coordinates"]);
  expect(kinds("a van, plate BA 2 KHA 1234")).toEqual(["plate"]);
  expect(kinds("a van WXY 1234 B passed")).toEqual(["plate"]);
  expect(kinds("badge number 4471 spoke")).toEqual(["badge"]);
  expect(kinds("card 900101-14-5678")).toEqual(["id-number"]);
  expect(kinds("taken from 12 Made-up Street")).toEqual(["address"]);
  expect(kinds("taken from Jalan Rekaan 14")).toEqual(["address"]);
});

test("dates, years, laws and counts are no hits", () => {
  for (const text of [
    "on 2019-03-04",
    "from 2011-2014",
    "section 54 of the Act of 1898",
    "UN Doc. A/HRC/39/64",
    "875 people",
    "article 15",
    "3 years and 6 months",
  ]) {
    expect(kinds(text), text).toEqual([]);
  }
});

test("what was allowed passes, in whatever digits it is written", () => {
  expect(kinds("hotline +60 12 345 6789", ["+60123456789"])).toEqual([]);
  expect(kinds("โทร ๐๘๑ ๒๓๔ ๕๖๗๘", ["081-234-5678"])).toEqual([]);
});

test("a hit says where and never what", () => {
  expect(scanText("x made.up@example.org")).toEqual([{ kind: "email", at: 2, length: 19 }]);
});

test("digits change their script and nothing moves", () => {
  expect(westernDigits("᠑ ၁ ๑ १ ১ ۱ １ a1")).toBe("1 1 1 1 1 1 1 a1");
});

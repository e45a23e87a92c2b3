import { expect, test } from "vitest";
import { fromHex, textBytes } from "./bytes.ts";
import { type Cbor, type CborError, decode, decodeSequence, encode, reading } from "./cbor.ts";

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const nested = (depth: number): Cbor => (depth === 0 ? [] : [nested(depth - 1)]);

const refused: readonly [string, string, CborError["reason"]][] = [
  ["nothing at all", "", "cut-short"],
  ["a byte after the value", "0000", "trailing-bytes"],
  ["23 in two bytes", "1817", "not-shortest"],
  ["255 in three bytes", "1900ff", "not-shortest"],
  ["65,535 in five bytes", "1a0000ffff", "not-shortest"],
  ["2^32 - 1 in nine bytes", "1b00000000ffffffff", "not-shortest"],
  ["-1 in two bytes", "3800", "not-shortest"],
  ["a byte string whose length takes a byte too many", "580100", "not-shortest"],
  ["a list whose length takes a byte too many", "980100", "not-shortest"],
  ["2^53", "1b0020000000000000", "integer-too-large"],
  ["-2^53", "3b001fffffffffffff", "integer-too-large"],
  ["2^64 - 1", "1bffffffffffffffff", "integer-too-large"],
  ["half a head", "19ff", "cut-short"],
  ["a byte string that ends early", "43aabb", "cut-short"],
  ["a list that ends early", "820", "cut-short"],
  ["a list of 2^32 values", "9b0000000100000000", "cut-short"],
  ["a list of 2^53 - 1 values", "9b001fffffffffffff", "cut-short"],
  ["text that is not UTF-8", "61ff", "text-not-utf8"],
  ["a surrogate in text", "63eda080", "text-not-utf8"],
  ["an overlong slash", "62c0af", "text-not-utf8"],
  ["e and a combining acute accent", "6365cc81", "text-not-nfc"],
  ["a byte string of indefinite length", "5f4100ff", "type-not-allowed"],
  ["text of indefinite length", "7f6161ff", "type-not-allowed"],
  ["a list of indefinite length", "9f00ff", "type-not-allowed"],
  ["a reserved length", "1c", "type-not-allowed"],
  ["a map", "a0", "type-not-allowed"],
  ["a tag", "c000", "type-not-allowed"],
  ["false", "f4", "type-not-allowed"],
  ["null", "f6", "type-not-allowed"],
  ["undefined", "f7", "type-not-allowed"],
  ["half a float", "f90000", "type-not-allowed"],
  ["a float", "fa00000000", "type-not-allowed"],
  ["a double", "fb0000000000000000", "type-not-allowed"],
  ["a break", "ff", "type-not-allowed"],
  ["eighteen lists in each other", "8181818181818181818181818181818181 80", "too-deep"],
];

for (const [what, hex, reason] of refused) {
  test(`${what} is refused: ${reason}`, () => {
    const even = hex.replaceAll(" ", "");
    const read = decode(bytes(even.length % 2 === 0 ? even : even.slice(0, -1)));
    expect(read.ok ? read : read.error.reason).toBe(reason);
  });
}

test("a byte order mark is text like any other", () => {
  expect(decode(encode("\ufeffa"))).toEqual({ ok: true, value: "\ufeffa" });
});

test("text is put into NFC on its way in", () => {
  expect(encode("e\u0301")).toEqual(encode("é"));
});

test("what could not be read back is not written", () => {
  expect(() => encode(2 ** 53)).toThrow();
  expect(() => encode(0.5)).toThrow();
  expect(() => encode(Number.NaN)).toThrow();
  expect(decode(encode(nested(16))).ok).toBe(true);
  expect(() => encode(nested(17))).toThrow();
});

test("a format that reads a long list is told before it makes room for it", () => {
  for (const count of ["9a0fffffff", "9b0000000100000000", "9b001fffffffffffff"]) {
    const read = reading(bytes(count), (from) => Array.from({ length: from.array() }, () => from.integer()));
    expect(read.ok ? read : read.error.reason).toBe("cut-short");
  }
});

test("a format that reads another type than is there is told so", () => {
  expect(reading(encode("a"), (from) => from.bytes())).toMatchObject({ error: { reason: "not-as-expected" } });
  expect(reading(encode(-1), (from) => from.integer())).toMatchObject({ error: { reason: "not-as-expected" } });
  expect(reading(encode([1]), (from) => from.array(2))).toMatchObject({ error: { reason: "not-as-expected" } });
  expect(reading(encode(textBytes("a")), (from) => from.bytes(2))).toMatchObject({ ok: false });
});

test("a fault in the middle of a sequence is a fault, not the end of what has come so far", () => {
  expect(decodeSequence(bytes("00a0"))).toMatchObject({ ok: false, error: { reason: "type-not-allowed", at: 1 } });
});

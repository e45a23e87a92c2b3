// A table: values with their one encoding, and bytes that are refused.

import { toHex } from "../bytes.ts";
import { type Cbor, type CborError, encode } from "../cbor.ts";

const values: readonly (readonly [string, Cbor])[] = [
  ["zero", 0],
  ["23, the last in one byte", 23],
  ["24, the first in two", 24],
  ["255", 255],
  ["256", 256],
  ["65,535", 65_535],
  ["65,536", 65_536],
  ["2^32 - 1", 2 ** 32 - 1],
  ["2^32", 2 ** 32],
  ["2^53 - 1, the greatest", Number.MAX_SAFE_INTEGER],
  ["minus one", -1],
  ["minus 24", -24],
  ["minus 25", -25],
  ["-(2^53 - 1), the least", Number.MIN_SAFE_INTEGER],
  ["no bytes", new Uint8Array(0)],
  ["24 bytes", new Uint8Array(24)],
  ["256 bytes", new Uint8Array(256).fill(255)],
  ["no text", ""],
  ["saksi in five scripts", "saksi · สักขี · សាក្សី · साक्षी · گواہ"],
  ["text in NFC", "é"],
  ["text outside the first plane", "𑄌𑄋𑄴𑄟𑄳𑄦"],
  ["an empty list", []],
  ["lists in lists", [1, [2, [3, ["four", new Uint8Array(4)]]]]],
  ["24 values", Array.from({ length: 24 }, (_, index) => index)],
];

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
  ["a list that ends early", "8200", "cut-short"],
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
  ["eighteen lists in each other", "818181818181818181818181818181818180", "too-deep"],
];

/** A value in JSON: numbers and text as they are, bytes as `{hex}`. */
const asJson = (value: Cbor): unknown =>
  value instanceof Uint8Array ? { hex: toHex(value) } : Array.isArray(value) ? value.map(asJson) : value;

export const codecCases = () => [
  ...values.map(([name, value]) => ({ name, bytes: toHex(encode(value)), value: asJson(value) })),
  ...refused.map(([name, bytes, reason]) => ({ name, bytes, refused: reason })),
];

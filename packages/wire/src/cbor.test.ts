import { expect, test } from "vitest";
import { fromHex, textBytes } from "./bytes.ts";
import { type Cbor, decode, decodeSequence, encode, reading } from "./cbor.ts";

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const nested = (depth: number): Cbor => (depth === 0 ? [] : [nested(depth - 1)]);

test("the head of a list says how long it may be at most: its bytes", () => {
  expect(decode(bytes("9b001fffffffffffff"))).toMatchObject({ error: { reason: "cut-short" } });
});

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

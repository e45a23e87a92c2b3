import { expect, test } from "vitest";
import { encode } from "./cbor.ts";
import { exampleBytes } from "./example-log.ts";
import { limits } from "./header.ts";
import { decodeWraps, encodeWraps, type Wraps } from "./wraps.ts";

const wrap = {
  device: exampleBytes("device", 32),
  circle: 1,
  encapsulation: exampleBytes("encapsulation", 1120),
  sealed: exampleBytes("sealed", 48),
};
const bundle = { circle: 7, nonce: exampleBytes("nonce", 24), sealed: exampleBytes("bundle", 80) };
const blob: Wraps = { wraps: [wrap], bundles: [bundle] };

test("wraps and bundles are read back", () => {
  expect(decodeWraps(encodeWraps(blob))).toEqual({ ok: true, value: blob });
});

test("a circle beyond the last cannot stand for another", () => {
  for (const circle of [8, 32, 33, 2 ** 32]) {
    expect(decodeWraps(encodeWraps({ ...blob, wraps: [{ ...wrap, circle }] })).ok).toBe(false);
    expect(decodeWraps(encodeWraps({ ...blob, bundles: [{ ...bundle, circle }] })).ok).toBe(false);
  }
});

test("a wrap of a wrong length and a blob that is too long are refused", () => {
  expect(decodeWraps(encodeWraps({ ...blob, wraps: [{ ...wrap, sealed: new Uint8Array(47) }] })).ok).toBe(false);
  expect(decodeWraps(encodeWraps({ ...blob, wraps: [{ ...wrap, encapsulation: new Uint8Array(32) }] })).ok).toBe(false);
  expect(decodeWraps(new Uint8Array(limits.wrapBytes + 1))).toEqual({ ok: false, error: { kind: "too-large" } });
  expect(decodeWraps(encode([[], [], []])).ok).toBe(false);
});

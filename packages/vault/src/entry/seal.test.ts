import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openNodeCrypto } from "../crypto.node.ts";
import { pad, paddedLength, unpad } from "./pad.ts";
import { readChange } from "./read-change.ts";
import { openPart, sealPart } from "./seal.ts";

const crypto = await openNodeCrypto((length) => new Uint8Array(randomBytes(length)));
const key = crypto.random(32);
const place = { binding: crypto.random(200), circle: 1, index: 2, count: 5 };

test("a part opens to the bytes that were sealed, in its place and nowhere else", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      const part = sealPart(crypto, { key, place, bytes, chunks: [] });
      expect(openPart(crypto, { key, place, part })).toEqual({ ok: true, value: bytes });
      const elsewhere = [
        { ...place, index: 3 },
        { ...place, count: 6 },
        { ...place, circle: 0 },
        { ...place, binding: crypto.random(200) },
      ];
      for (const other of elsewhere) expect(openPart(crypto, { key, place: other, part }).ok).toBe(false);
      expect(openPart(crypto, { key: crypto.random(32), place, part }).ok).toBe(false);
      const salted = { ...part, salt: crypto.random(32) };
      expect(openPart(crypto, { key, place, part: salted }).ok).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test("padding gives back what went in, hides lengths below 256 bytes, and costs an eighth at most", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      const padded = pad(bytes);
      expect(unpad(padded)).toEqual(bytes);
      expect(padded.length).toBeGreaterThanOrEqual(256);
      expect(padded.length).toBeLessThanOrEqual(Math.max(256, Math.ceil((bytes.length + 4) * 1.12)));
    }),
  );
});

test("padding that `pad` would not make is refused", () => {
  const padded = pad(Uint8Array.of(1, 2, 3));
  expect(unpad(padded.with(255, 1))).toBeUndefined();
  expect(unpad(padded.with(0, 255))).toBeUndefined();
  expect(unpad(padded.subarray(0, 255))).toBeUndefined();
  expect(unpad(new Uint8Array(paddedLength(5000)))).toBeUndefined();
});

test("a part that is no change, or that nests too deep, becomes no row", () => {
  const change = {
    record: "a".repeat(26),
    type: "case",
    at: "2026-11-21T12:00:00Z",
    nonce: "0".repeat(32),
    fields: { title: "Made-up" },
    supersedes: {},
  };
  const read = (value: unknown) => readChange(new TextEncoder().encode(JSON.stringify(value)));
  expect(read(change)).toEqual(change);
  expect(read({ ...change, type: "a-type-of-a-newer-saksi" })).not.toBeNull();
  const deep = JSON.parse("[".repeat(100) + "]".repeat(100));
  for (const wrong of [
    null,
    [],
    { ...change, record: "short" },
    { ...change, nonce: "zz" },
    { ...change, fields: [] },
    { ...change, supersedes: { title: ["not a version"] } },
    { ...change, fields: { deep } },
  ])
    expect(read(wrong)).toBeNull();
  expect(readChange(Uint8Array.of(0xff, 0xfe))).toBeNull();
});

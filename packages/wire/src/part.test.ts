import fc from "fast-check";
import { expect, test } from "vitest";
import { encode } from "./cbor.ts";
import { exampleBytes, examplePart, sha256 } from "./example-log.ts";
import { limits } from "./header.ts";
import { bodyRoot, decodeBody, drop, encodeBody, isDropped, type Part, readBody, wholeLength } from "./part.ts";

const part: fc.Arbitrary<Part> = fc.record({
  circle: fc.nat(7),
  salt: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  commit: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  ciphertext: fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ minLength: 250, maxLength: 270 })),
  chunks: fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 30 }),
});
const bodies = fc.array(part, { maxLength: 30 });
const signedOf = (parts: readonly Part[]) => ({ bodyRoot: bodyRoot(sha256, parts), bodyLength: wholeLength(parts) });

test("a body is read back, and its whole length is that of its bytes", () => {
  fc.assert(
    fc.property(bodies, (parts) => {
      const bytes = encodeBody(parts);
      expect(wholeLength(parts)).toBe(bytes.length);
      expect(readBody(sha256, bytes, signedOf(parts))).toEqual({ ok: true, value: parts });
    }),
  );
});

test("a part that was dropped leaves root and whole length as they were signed", () => {
  fc.assert(
    fc.property(bodies, fc.array(fc.nat(29)), (parts, dropped) => {
      const left = parts.map((each, index) => (dropped.includes(index) ? drop(sha256, each) : each));
      expect(readBody(sha256, encodeBody(left), signedOf(parts))).toEqual({ ok: true, value: left });
      expect(left.map((each) => (isDropped(each) ? drop(sha256, each) : each))).toEqual(left);
    }),
  );
});

test("a body with any byte altered is refused, the salts' too", () => {
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (parts, at, flip) => {
        const bytes = encodeBody(parts);
        const altered = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ flip : byte));
        expect(readBody(sha256, altered, signedOf(parts)).ok).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test("parts that change places are refused", () => {
  const parts = [examplePart("one"), examplePart("two")];
  const read = readBody(sha256, encodeBody(parts.toReversed()), signedOf(parts));
  expect(read).toEqual({ ok: false, error: { kind: "body-mismatch" } });
});

test("a body of too many parts, too many bytes or a circle too far is refused", () => {
  const many = Array.from({ length: limits.parts + 1 }, (_, index) => examplePart(`${index}`));
  expect(decodeBody(encodeBody(many))).toEqual({ ok: false, error: { kind: "too-many-parts" } });
  expect(decodeBody(encodeBody(many.slice(1))).ok).toBe(true);
  const big = { ...examplePart("big"), ciphertext: exampleBytes("big", limits.bodyBytes) };
  expect(decodeBody(encodeBody([big]))).toEqual({ ok: false, error: { kind: "too-large" } });
  expect(decodeBody(encodeBody([examplePart("far", 8)]))).toMatchObject({ error: { kind: "bad-encoding" } });
});

test("a leaf that claims a length no body can have is refused", () => {
  const leaf = { ...drop(sha256, examplePart("one")), length: limits.bodyBytes + 1 };
  expect(decodeBody(encodeBody([leaf]))).toMatchObject({ error: { kind: "bad-encoding" } });
  const leaves = Array.from({ length: 2 }, () => ({ ...leaf, length: limits.bodyBytes - 200 }));
  const signed = { bodyRoot: bodyRoot(sha256, leaves), bodyLength: wholeLength(leaves) };
  expect(readBody(sha256, encodeBody(leaves), signed)).toEqual({ ok: false, error: { kind: "too-large" } });
});

test("a fourth field that is neither bytes nor a length is refused", () => {
  const { salt, commit } = examplePart("one");
  for (const fourth of [-1, "text", [0]])
    expect(decodeBody(encode([[0, salt, commit, fourth, []]]))).toMatchObject({ error: { kind: "bad-encoding" } });
});

import { expect, test } from "vitest";
import { decode, encode } from "./cbor.ts";
import { exampleBytes } from "./example-log.ts";
import { bindingOf, decodeHeader, encodeHeader, type Header, kinds } from "./header.ts";

const header: Header = {
  kind: kinds.record,
  space: exampleBytes("space", 32),
  device: exampleBytes("device", 32),
  dseq: 7,
  dprev: exampleBytes("dprev", 32),
  rosterHead: exampleBytes("roster head", 32),
  seenSize: 70_000,
  seenRoot: exampleBytes("seen root", 32),
  epoch: 3,
  bodyRoot: exampleBytes("body root", 32),
  bodyLength: 1500,
};

/** The same header with one field of its array replaced. */
function withField(index: number, value: Uint8Array | number): Uint8Array {
  const fields = decode(encodeHeader(header));
  if (!fields.ok || !Array.isArray(fields.value)) throw new Error("a header is an array");
  return encode(fields.value.map((field, at) => (at === index ? value : field)));
}

test("a header is read back field by field", () => {
  const read = decodeHeader(encodeHeader(header));
  expect(read).toMatchObject({ ok: true, value: { header } });
});

test("a part is bound to the same bytes before and after the body's root is known", () => {
  for (const bodyLength of [0, 23, 24, 256 * 1024])
    for (const space of [header.space, new Uint8Array(0)]) {
      const read = decodeHeader(encodeHeader({ ...header, space, bodyLength }));
      expect(read.ok && read.value.binding).toEqual(bindingOf({ ...header, space }));
    }
});

test("another version, another suite and another kind are refused by name, even where the rest has changed", () => {
  expect(decodeHeader(withField(0, 2))).toEqual({ ok: false, error: { kind: "unknown-suite" } });
  expect(decodeHeader(withField(1, 2))).toEqual({ ok: false, error: { kind: "unknown-suite" } });
  expect(decodeHeader(encode([2, 9, "a header of later days"]))).toEqual({
    ok: false,
    error: { kind: "unknown-suite" },
  });
  for (const kind of [0, 8, 255])
    expect(decodeHeader(withField(2, kind))).toEqual({ ok: false, error: { kind: "unknown-kind" } });
});

test("a field of a wrong type or length is refused", () => {
  const short = exampleBytes("short", 31);
  for (const index of [3, 4, 6, 7, 9, 11])
    expect(decodeHeader(withField(index, short))).toMatchObject({ error: { kind: "bad-encoding" } });
  for (const index of [5, 8, 10, 12])
    expect(decodeHeader(withField(index, -1))).toMatchObject({ error: { kind: "bad-encoding" } });
  expect(decodeHeader(encode([1, 1, 2]))).toMatchObject({ error: { kind: "bad-encoding" } });
});

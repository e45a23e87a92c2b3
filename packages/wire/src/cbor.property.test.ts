import { decode as cborgDecode, encode as cborgEncode, rfc8949EncodeOptions } from "cborg";
import fc from "fast-check";
import { expect, test } from "vitest";
import { concat, sameBytes } from "./bytes.ts";
import { type Cbor, decode, decodeSequence, encode, sizeOf } from "./cbor.ts";

const text = fc.string({ unit: "grapheme" }).map((any) => any.normalize("NFC"));
const leaf = fc.oneof(fc.maxSafeInteger(), fc.nat(70_000), text, fc.uint8Array({ maxLength: 300 }));
const value: fc.Arbitrary<Cbor> = fc.letrec<{ any: Cbor }>((tie) => ({
  any: fc.oneof({ maxDepth: 6 }, leaf, fc.array(tie("any"), { maxLength: 30 })),
})).any;

const small: fc.Arbitrary<Cbor> = fc.oneof(leaf, fc.array(fc.oneof(fc.nat(300), fc.string()), { maxLength: 4 }));

test("what was encoded is read back the same, in as many bytes as was said before", () => {
  fc.assert(
    fc.property(value, (given) => {
      const bytes = encode(given);
      expect(bytes.length).toBe(sizeOf(given));
      expect(decode(bytes)).toEqual({ ok: true, value: given });
    }),
  );
});

test("cborg's deterministic encoding (RFC 8949 section 4.2.1) is ours, byte for byte", () => {
  fc.assert(
    fc.property(value, (given) => {
      const theirs = cborgEncode(given, rfc8949EncodeOptions);
      expect(encode(given)).toEqual(new Uint8Array(theirs));
      expect(cborgDecode(encode(given))).toEqual(given);
    }),
  );
});

test("what is read encodes to the very bytes it was read from, so nothing has two encodings", () => {
  const likely = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.tuple(value, fc.nat(), fc.nat(255)).map(([given, at, byte]) => {
      const bytes = encode(given);
      bytes[at % bytes.length] = byte;
      return bytes;
    }),
  );
  fc.assert(
    fc.property(likely, (bytes) => {
      const read = decode(bytes);
      if (read.ok) expect(encode(read.value)).toEqual(bytes);
    }),
    { numRuns: 2000 },
  );
});

test("an altered byte is refused or means something else", () => {
  fc.assert(
    fc.property(value, fc.nat(), fc.integer({ min: 1, max: 255 }), (given, at, flip) => {
      const bytes = encode(given);
      const altered = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ flip : byte));
      const read = decode(altered);
      if (read.ok) expect(sameBytes(encode(read.value), bytes)).toBe(false);
    }),
  );
});

test("a sequence that is cut anywhere gives its whole values and is continued where it stopped", () => {
  fc.assert(
    fc.property(fc.array(small, { maxLength: 4 }), (given) => {
      const pieces = given.map(encode);
      const whole = concat(...pieces);
      for (let cut = 0; cut <= whole.length; cut += 1) {
        const first = decodeSequence(whole.subarray(0, cut));
        if (!first.ok) throw new Error("a cut is not a fault");
        const rest = decodeSequence(whole.subarray(first.value.taken));
        if (!rest.ok) throw new Error("the rest is whole");
        expect([...first.value.values, ...rest.value.values].map(encode)).toEqual(pieces);
      }
    }),
    { numRuns: 30 },
  );
});

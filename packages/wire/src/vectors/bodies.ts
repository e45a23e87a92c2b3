import { toHex } from "../bytes.ts";
import { encode } from "../cbor.ts";
import { exampleBytes, examplePart, sha256 } from "../example-log.ts";
import { type BodyPart, bodyRoot, drop, encodeBody, wholeLength } from "../part.ts";

const chunks = [exampleBytes("chunk 1", 32), exampleBytes("chunk 2", 32)];
const parts = [examplePart("one"), examplePart("two", 1, chunks), examplePart("three", 7)];
const dropping = (...which: readonly number[]): readonly BodyPart[] =>
  parts.map((part, index) => (which.includes(index) ? drop(sha256, part) : part));

/** Bodies beside the root and length that a header signed: whole, with parts dropped, and refused. */
export function bodyCases() {
  const root = toHex(bodyRoot(sha256, parts));
  const length = wholeLength(parts);
  const of = (name: string, body: readonly BodyPart[], given: { root?: string; length?: number } = {}) => ({
    name,
    body: toHex(encodeBody(body)),
    bodyRoot: given.root ?? root,
    bodyLength: given.length ?? length,
  });
  const alone = (name: string, body: readonly BodyPart[]) =>
    of(name, body, { root: toHex(bodyRoot(sha256, body)), length: wholeLength(body) });
  const good = [
    { ...of("three parts in three circles", parts), dropped: [] as number[] },
    { ...of("the first was dropped", dropping(0)), dropped: [0] },
    { ...of("one with chunks was dropped", dropping(1)), dropped: [1] },
    { ...of("all were dropped", dropping(0, 1, 2)), dropped: [0, 1, 2] },
    { ...alone("one part", parts.slice(0, 1)), dropped: [] },
    { ...alone("no part at all", []), dropped: [] },
    {
      ...alone(
        "a hundred parts",
        Array.from({ length: 100 }, (_, index) => examplePart(`of a hundred, ${index}`)),
      ),
      dropped: [],
    },
  ];
  const [one, two, three] = parts as [BodyPart, BodyPart, BodyPart];
  const bad = [
    {
      ...of("another salt", parts.with(0, { ...examplePart("one"), salt: exampleBytes("salt", 32) })),
      refused: "body-mismatch",
    },
    { ...of("parts in another order", [two, one, three]), refused: "body-mismatch" },
    { ...of("a part is missing", [one, two]), refused: "body-mismatch" },
    { ...of("a part too many", [...parts, one]), refused: "body-mismatch" },
    { ...of("another circle", parts.with(0, { ...examplePart("one"), circle: 1 })), refused: "body-mismatch" },
    {
      ...of("another commitment", parts.with(0, { ...examplePart("one"), commit: chunks[0] ?? new Uint8Array() })),
      refused: "body-mismatch",
    },
    {
      ...of("another ciphertext", parts.with(0, { ...examplePart("one"), ciphertext: exampleBytes("other", 48) })),
      refused: "body-mismatch",
    },
    { ...of("a chunk is missing", parts.with(1, examplePart("two", 1, chunks.slice(1)))), refused: "body-mismatch" },
    {
      ...of("a leaf of another length", dropping(0).with(0, { ...drop(sha256, one), length: 49 })),
      refused: "body-mismatch",
    },
    { ...of("a whole length that was not signed", parts, { length: length + 1 }), refused: "body-mismatch" },
    { ...of("a whole length beyond 256 KiB", parts, { length: 262_145 }), refused: "too-large" },
    { ...alone("circle 8", [examplePart("far", 8)]), refused: "bad-encoding" },
    {
      ...alone(
        "101 parts",
        Array.from({ length: 101 }, (_, index) => examplePart(`of many, ${index}`)),
      ),
      refused: "too-many-parts",
    },
    {
      ...of("text for a ciphertext", []),
      body: toHex(encode([[0, chunks[0] ?? "", chunks[1] ?? "", "text", []]])),
      refused: "bad-encoding",
    },
    {
      ...of("a part of four fields", []),
      body: toHex(encode([[0, chunks[0] ?? "", chunks[1] ?? "", 0]])),
      refused: "bad-encoding",
    },
    { ...of("a list of 2^32 parts", []), body: "9b0000000100000000", refused: "bad-encoding" },
  ];
  return [...good, ...bad];
}

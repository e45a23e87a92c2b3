import { toHex } from "../bytes.ts";
import { type Cbor, encode } from "../cbor.ts";
import { exampleBytes, sha256 } from "../example-log.ts";
import { bindingOf, encodeHeader, entryId, type Header, type Kind, kinds, signedBytes } from "../header.ts";

const header: Header = {
  kind: kinds.record,
  space: exampleBytes("vector space", 32),
  device: exampleBytes("vector device", 32),
  dseq: 24,
  dprev: exampleBytes("vector dprev", 32),
  rosterHead: exampleBytes("vector roster head", 32),
  seenSize: 300,
  seenRoot: exampleBytes("vector seen root", 32),
  epoch: 2,
  bodyRoot: exampleBytes("vector body root", 32),
  bodyLength: 70_000,
};

const fields: readonly Cbor[] = [1, 1, ...Object.values(header)];

/** A header in each kind and at the edges, with its id and the bytes that are signed; and headers that are refused. */
export function headerCases() {
  const good = (name: string, other: Partial<Header>) => {
    const given = { ...header, ...other };
    const bytes = encodeHeader(given);
    return {
      name,
      header: toHex(bytes),
      fields: Object.fromEntries(
        Object.entries(given).map(([key, value]) => [key, value instanceof Uint8Array ? toHex(value) : value]),
      ),
      binding: toHex(bindingOf(given)),
      signed: toHex(signedBytes(bytes)),
      id: toHex(entryId(sha256, bytes)),
    };
  };
  const bad = (name: string, refused: string, value: Cbor, tail = "") => ({
    name,
    header: toHex(encode(value)) + tail,
    refused,
  });
  return [
    ...Object.entries(kinds).map(([name, kind]) => good(`kind ${kind}, ${name}`, { kind })),
    good("a genesis, which names no space", { kind: 1, space: new Uint8Array(0), dseq: 0, dprev: new Uint8Array(32) }),
    good("the greatest numbers", {
      dseq: Number.MAX_SAFE_INTEGER,
      seenSize: Number.MAX_SAFE_INTEGER,
      epoch: Number.MAX_SAFE_INTEGER,
      bodyLength: 262_144,
    }),
    bad("a later version", "unknown-suite", fields.with(0, 2)),
    bad("version 0", "unknown-suite", fields.with(0, 0)),
    bad("another suite", "unknown-suite", fields.with(1, 2)),
    bad("a later version with other fields", "unknown-suite", [2, 1, "whatever comes"]),
    bad("kind 0", "unknown-kind", fields.with(2, 0)),
    bad("kind 8", "unknown-kind", fields.with(2, 8 satisfies number as Kind)),
    bad("a space of 31 bytes", "bad-encoding", fields.with(3, header.space.subarray(1))),
    bad("a device of 33 bytes", "bad-encoding", fields.with(4, exampleBytes("long", 33))),
    bad("a negative number in the chain", "bad-encoding", fields.with(5, -1)),
    bad("text for a hash", "bad-encoding", fields.with(6, "dprev")),
    bad("twelve fields", "bad-encoding", fields.slice(0, 12)),
    bad("fourteen fields", "bad-encoding", [...fields, 0]),
    bad("a byte behind", "bad-encoding", [...fields], "00"),
    {
      name: "the kind in two bytes",
      header: toHex(encodeHeader(header)).replace("8d010102", "8d01011802"),
      refused: "bad-encoding",
    },
  ];
}

/** Reads the vector files and checks every case with the package's own reading, knowing nothing else. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { admit, beginLog, type LogState, place, readEntry } from "../admit.ts";
import { fromHex, textBytes, toHex } from "../bytes.ts";
import { type Cbor, decode } from "../cbor.ts";
import { readCheckpoint } from "../checkpoint.ts";
import { primitives, sha256, verify } from "../example-log.ts";
import { decodeHeader, entryId, signedBytes } from "../header.ts";
import { leafHash, rootOf, verifyConsistency, verifyInclusion } from "../merkle.ts";
import { isDropped, readBody } from "../part.ts";
import { verifySignature } from "../signature.ts";
import { vectorFiles } from "./generate.ts";
import { type OfferedEntry, standing } from "./logs.ts";

const folder = import.meta.dirname;
const files = vectorFiles();
if (process.env.SAKSI_WRITE_VECTORS === "1") for (const [name, text] of files) writeFileSync(join(folder, name), text);

test("the files are what the generator writes (SAKSI_WRITE_VECTORS=1 writes them)", () => {
  for (const [name, text] of files) expect(readFileSync(join(folder, name), "utf8") === text, name).toBe(true);
});

/** Any field of any family; which of them a case has, README.md says. One that is missing fails its case. */
interface Given {
  readonly name?: string;
  readonly what?: string;
  readonly refused?: string;
  readonly valid: boolean;
  readonly expect?: string;
  readonly bytes: string;
  readonly value: unknown;
  readonly header: string;
  readonly fields: unknown;
  readonly binding: string;
  readonly signed: string;
  readonly id: string;
  readonly key: string;
  readonly message: string;
  readonly signature: string;
  readonly body: string;
  readonly bodyRoot: string;
  readonly bodyLength: number;
  readonly dropped: readonly number[];
  readonly leaves?: readonly string[];
  readonly leaf?: string;
  readonly index: number;
  readonly from: number;
  readonly size: number;
  readonly proof: readonly string[];
  readonly oldRoot: string;
  readonly root: string;
  readonly note: string;
  readonly space: string;
  readonly entries: readonly OfferedEntry[];
  readonly stands: unknown;
}

// as: vector files are our own
const fileOf = (name: string) =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as {
    readonly begins: readonly OfferedEntry[];
    readonly stands: unknown;
    readonly cases: readonly Given[];
  };
const bytes = (text: string): Uint8Array => {
  const read = fromHex(text);
  if (read === null) throw new Error("vectors are hexadecimal");
  return read;
};
const all = (hexes: readonly string[]): Uint8Array[] => hexes.map(bytes);

/** Bytes as `{hex}`, as the file has them. */
const asJson = (value: Cbor): unknown =>
  value instanceof Uint8Array ? { hex: toHex(value) } : Array.isArray(value) ? value.map(asJson) : value;

function each(family: string, check: (given: Given) => void): void {
  describe(family, () => {
    for (const given of fileOf(family).cases) test(String(given.name ?? given.what), () => check(given));
  });
}

each("codec", (given) => {
  const read = decode(bytes(given.bytes));
  if (given.refused === undefined) expect(read.ok && asJson(read.value)).toEqual(given.value);
  else expect(read.ok ? "accepted" : read.error.reason).toBe(given.refused);
});

each("headers", (given) => {
  const read = decodeHeader(bytes(given.header));
  if (given.refused !== undefined) return expect(read.ok ? "accepted" : read.error.kind).toBe(given.refused);
  if (!read.ok) throw new Error(read.error.kind);
  const fields = Object.entries(read.value.header).map(([key, value]) => [
    key,
    value instanceof Uint8Array ? toHex(value) : value,
  ]);
  expect(Object.fromEntries(fields)).toEqual(given.fields);
  expect(toHex(read.value.binding)).toBe(given.binding);
  expect(toHex(signedBytes(bytes(given.header)))).toBe(given.signed);
  expect(toHex(entryId(sha256, bytes(given.header)))).toBe(given.id);
});

each("signatures", (given) => {
  const [key, message, signature] = all([given.key, given.message, given.signature]) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  expect(verifySignature(verify, key, message, signature)).toBe(given.valid);
});

each("bodies", (given) => {
  const signed = { bodyRoot: bytes(given.bodyRoot), bodyLength: given.bodyLength };
  const read = readBody(sha256, bytes(given.body), signed);
  if (given.refused !== undefined) return expect(read.ok ? "accepted" : read.error.kind).toBe(given.refused);
  if (!read.ok) throw new Error(read.error.kind);
  expect(read.value.flatMap((part, index) => (isDropped(part) ? [index] : []))).toEqual(given.dropped);
});

each("merkle", (given) => {
  const root = bytes(given.root);
  if (given.leaves !== undefined) {
    const leaves = all(given.leaves).map((leaf) => leafHash(sha256, leaf));
    return expect(toHex(rootOf(sha256, leaves))).toBe(given.root);
  }
  const shared = { size: given.size, proof: all(given.proof), root };
  const valid =
    given.leaf === undefined
      ? verifyConsistency(sha256, { ...shared, from: given.from, oldRoot: bytes(given.oldRoot) })
      : verifyInclusion(sha256, { ...shared, leaf: bytes(given.leaf), index: given.index });
  expect(valid).toBe(given.valid);
});

each("checkpoints", (given) => {
  const read = readCheckpoint(primitives, given.note, { space: bytes(given.space), key: bytes(given.key) });
  if (given.refused !== undefined) return expect(read.ok ? "accepted" : read.error.reason).toBe(given.refused);
  expect(read.ok && { size: read.value.size, root: toHex(read.value.root) }).toEqual({
    size: given.size,
    root: given.root,
  });
});

/** Offers one entry to a log, as relay and member do. */
function offer(log: LogState | null, offered: OfferedEntry): { log: LogState | null; said: string } {
  const signed = { header: bytes(offered.header), signature: bytes(offered.signature), body: bytes(offered.body) };
  const wraps = offered.wraps === null ? null : bytes(offered.wraps);
  const read = readEntry(primitives, signed);
  if (!read.ok) return { log, said: read.error.kind };
  if (log === null) {
    const begun = beginLog(sha256, read.value, wraps ?? textBytes(""), offered.received);
    return begun.ok ? { log: begun.value, said: "accepted" } : { log, said: begun.error.kind };
  }
  const step = admit(sha256, log, read.value, wraps, "now");
  return step.ok
    ? { log: place(sha256, log, step.value, offered.received), said: "accepted" }
    : { log, said: step.error.kind };
}

function replay(entries: readonly OfferedEntry[]): LogState {
  let log: LogState | null = null;
  for (const entry of entries) {
    const next = offer(log, entry);
    expect(next.said, entry.what).toBe(entry.expect);
    log = next.log;
  }
  if (log === null) throw new Error("a script begins with a genesis");
  return log;
}

each("genesis", (given) => {
  // as: a case of this family is an offered entry
  expect(offer(null, given as unknown as OfferedEntry).said).toBe(given.expect);
});

each("entries", (given) => {
  const file = fileOf("entries");
  const log = replay(file.begins);
  expect(standing(log)).toEqual(file.stands);
  // as: a case of this family is an offered entry
  expect(offer(log, given as unknown as OfferedEntry).said).toBe(given.expect);
});

each("scenarios", (given) => {
  expect(standing(replay(given.entries))).toEqual(given.stands);
});

test("there are at least 120 cases, and half of them say no", () => {
  const cases = [...files.keys()].flatMap((name) => fileOf(name.replace(".json", "")).cases);
  const isNo = (given: Given): boolean =>
    given.refused !== undefined || given.valid === false || (given.expect !== undefined && given.expect !== "accepted");
  expect(cases.length).toBeGreaterThanOrEqual(120);
  expect(cases.filter(isNo).length).toBeGreaterThanOrEqual(cases.length / 2);
});

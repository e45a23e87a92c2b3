import { expect, test } from "vitest";
import { type Cbor, decode, encode } from "./cbor.ts";
import { exampleBytes, exampleDevice, examplePart, sha256 } from "./example-log.ts";
import { leafHash, rootOf } from "./merkle.ts";
import { bodyRoot, drop, encodeBody } from "./part.ts";
import {
  circleBits,
  circlesOf,
  decodeOperation,
  encodeOperation,
  encodeRosterBody,
  type RosterOperation,
  readRosterBody,
  rosterBodyRoot,
} from "./roster-body.ts";

const { sign: _, ...device } = exampleDevice("Aya's phone");
const wraps = exampleBytes("wraps", 32);
const opening = { epoch: 4, commitments: [{ circle: 0, commitment: exampleBytes("commitment", 32) }], wraps };
const rights = { member: device.member, role: "writer", circles: 0b101 } as const;
const operations: readonly RosterOperation[] = [
  { op: "genesis", random: exampleBytes("random", 32), device, opening },
  { op: "add", device, wraps },
  { op: "change", ...rights, wraps },
  { op: "rotate", pins: [{ device: device.key, dseq: 9, id: wraps }], changes: [rights], opening },
];
const bodyOf = (operation: RosterOperation) => {
  const publicBytes = encodeOperation(operation);
  const sealed = examplePart("names");
  const bytes = encodeRosterBody(publicBytes, sealed);
  const signed = { bodyRoot: rosterBodyRoot(sha256, publicBytes, sealed), bodyLength: bytes.length };
  return { publicBytes, sealed, bytes, signed };
};

test("each operation is read back, with the exact bytes of its public half", () => {
  for (const operation of operations) {
    const { bytes, signed, publicBytes, sealed } = bodyOf(operation);
    expect(readRosterBody(sha256, bytes, signed)).toEqual({ ok: true, value: { operation, publicBytes, sealed } });
  }
});

test("an operation of a later version is named, a broken one refused", () => {
  expect(decodeOperation(encode([5, "later"]))).toEqual({ ok: false, error: { kind: "unknown-kind" } });
  expect(decodeOperation(encode([0]))).toEqual({ ok: false, error: { kind: "unknown-kind" } });
  expect(decodeOperation(encode([2, 1, 2, 3]))).toMatchObject({ error: { kind: "bad-encoding" } });
});

test("rights of an unknown role, a ninth circle or without circle 0 are refused", () => {
  const change = (role: number, circles: number): Cbor => [3, device.member, role, circles, wraps];
  expect(decodeOperation(encode(change(2, 0b1))).ok).toBe(true);
  for (const [role, circles] of [
    [3, 1],
    [0, 0],
    [0, 0b10],
    [0, 256],
    [0, 2 ** 32 + 1],
  ] as const)
    expect(decodeOperation(encode(change(role, circles)))).toMatchObject({ error: { kind: "bad-encoding" } });
});

test("a commitment of a circle too far is refused", () => {
  const far = { ...opening, commitments: [{ circle: 32, commitment: wraps }] };
  expect(decodeOperation(encodeOperation({ op: "rotate", pins: [], changes: [], opening: far })).ok).toBe(false);
});

test("a genesis of another suite is refused", () => {
  const read = decode(encodeOperation(operations[0] as RosterOperation));
  if (!read.ok || !Array.isArray(read.value)) throw new Error("an operation is an array");
  expect(decodeOperation(encode((read.value as Cbor[]).with(1, 2))).ok).toBe(false);
});

test("the sealed half is one whole part of circle 0 and stays", () => {
  const { publicBytes, sealed } = bodyOf(operations[1] as RosterOperation);
  const halves = [[drop(sha256, sealed)], [], [sealed, sealed], [{ ...sealed, circle: 1 }]];
  for (const half of halves) {
    const bytes = encode([publicBytes, encodeBody(half)]);
    const leaves = [publicBytes, bodyRoot(sha256, half)].map((leaf) => leafHash(sha256, leaf));
    const signed = { bodyRoot: rootOf(sha256, leaves), bodyLength: bytes.length };
    expect(readRosterBody(sha256, bytes, signed)).toEqual({ ok: false, error: { kind: "body-mismatch" } });
  }
});

test("a body of another length than was signed is refused", () => {
  const { bytes, signed } = bodyOf(operations[1] as RosterOperation);
  const longer = { ...signed, bodyLength: signed.bodyLength + 1 };
  expect(readRosterBody(sha256, bytes, longer)).toEqual({ ok: false, error: { kind: "body-mismatch" } });
});

test("no altered byte of a public half is accepted", () => {
  const { bytes, signed, publicBytes } = bodyOf(operations[3] as RosterOperation);
  for (let at = 0; at < publicBytes.length + 4; at += 1) {
    const altered = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
    expect(readRosterBody(sha256, altered, signed).ok, `byte ${at}`).toBe(false);
  }
});

test("circles are bits, and everyone is in circle 0", () => {
  expect(circleBits([1, 7])).toBe(0b1000_0011);
  expect(circlesOf(0b1000_0011)).toEqual([0, 1, 7]);
});

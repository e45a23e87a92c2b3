import { expect, test } from "vitest";
import { type Cbor, decode, encode } from "./cbor.ts";
import { exampleBytes } from "./example-log.ts";
import {
  type PlacedEntry,
  readChallenge,
  readOpening,
  readPlacements,
  readPulled,
  readPush,
  readRefusal,
  readSessionRequest,
  readToken,
  sessionMessage,
  writeChallenge,
  writeEnd,
  writeOpening,
  writePlaced,
  writePlacements,
  writePush,
  writeRefusal,
  writeSessionRequest,
  writeToken,
} from "./exchange.ts";
import { limits } from "./header.ts";

const entry = (label: string) => ({
  header: exampleBytes(`header ${label}`, 200),
  signature: exampleBytes(`signature ${label}`, 64),
  body: exampleBytes(`body ${label}`, 90),
});
const placed: PlacedEntry = { position: 3, receivedAt: 1_767_225_600_000, ...entry("placed") };
const pulled = (bytes: Uint8Array) => {
  const value = decode(bytes);
  return value.ok ? readPulled(value.value) : null;
};
const [space, device, nonce] = ["space", "device", "nonce"].map((label) => exampleBytes(label, 32)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

test("whatever is asked or answered is read back as it was written", () => {
  const opening = { ...entry("genesis"), wraps: exampleBytes("wraps", 99), admission: "made-up" };
  expect(readOpening(writeOpening(opening))).toEqual({ ok: true, value: opening });
  const entries = [entry("one"), entry("two")];
  expect(readPush(writePush(entries))).toEqual({ ok: true, value: entries });
  const places = [{ position: 0, receivedAt: 1 }];
  expect(readPlacements(writePlacements(places))).toEqual({ ok: true, value: places });
  expect(pulled(writePlaced(placed))).toEqual({ kind: "entry", entry: placed });
  expect(pulled(writeEnd("note"))).toEqual({ kind: "end", checkpoint: "note" });
  const asks = [
    { step: "ask", space, device },
    { step: "answer", space, device, nonce, signature: exampleBytes("signature", 64) },
  ] as const;
  for (const ask of asks) expect(readSessionRequest(writeSessionRequest(ask))).toEqual({ ok: true, value: ask });
  expect(readChallenge(writeChallenge({ nonce, expires: 9 }))).toEqual({ ok: true, value: { nonce, expires: 9 } });
  expect(readToken(writeToken({ token: "t", expires: 9 }))).toEqual({ ok: true, value: { token: "t", expires: 9 } });
  for (const refusal of [{ kind: "too-fast", after: 3 }, { kind: "removed", entry: 0 }, { kind: "quota" }] as const)
    expect(readRefusal(writeRefusal(refusal))).toEqual({ ok: true, value: refusal });
});

test("a push of too many entries or bytes is too large, by name", () => {
  const many = Array.from({ length: limits.pushEntries + 1 }, () => entry("same"));
  expect(readPush(writePush(many))).toEqual({ ok: false, error: { kind: "too-large" } });
  expect(readPush(writePush(many.slice(1))).ok).toBe(true);
  expect(readPush(new Uint8Array(limits.pushBytes + 1))).toEqual({ ok: false, error: { kind: "too-large" } });
});

test("what a relay sends that is no entry is refused", () => {
  const fields: Cbor[] = [3, 1, placed.header, placed.signature, placed.body];
  const wrong: Cbor[] = [
    7,
    [],
    ["a", "b"],
    [1],
    fields.with(0, -1),
    fields.with(1, -1),
    fields.with(1, "1"),
    fields.with(2, "header"),
    fields.with(3, exampleBytes("short", 63)),
    fields.with(4, 0),
    [...fields, 0],
  ];
  for (const value of wrong) expect(readPulled(value)).toBe(null);
});

test("a session request of a wrong shape is refused", () => {
  const wrong: Cbor[] = [
    [1, space],
    [1, space, device, nonce],
    [2, space, device],
    [3, space, device],
    [1, space, nonce.subarray(1)],
    [1, new Uint8Array(0), device],
  ];
  for (const value of wrong) expect(readSessionRequest(encode(value)).ok).toBe(false);
  expect(readRefusal(encode(["quota", [], 1])).ok).toBe(false);
});

test("a session's signature holds for one relay, space, device, nonce and time", () => {
  const one = { origin: "https://relay.example", space, device, nonce, expires: 9 };
  const messages = [
    one,
    { ...one, origin: "https://other.example" },
    { ...one, space: nonce },
    { ...one, device: nonce },
    { ...one, nonce: space },
    { ...one, expires: 10 },
  ].map((given) => Buffer.from(sessionMessage(given)).toString("hex"));
  expect(new Set(messages).size).toBe(messages.length);
});

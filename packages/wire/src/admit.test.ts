import { expect, test } from "vitest";
import { admit, chunksNamed, isWhole, type LogState, readEntry, type SignedEntry } from "./admit.ts";
import { decode, encode } from "./cbor.ts";
import {
  exampleBytes,
  exampleDevice,
  examplePart,
  pinOf,
  primitives,
  sha256,
  take,
  taken,
  type Written,
  writeParts,
  writeRoster,
} from "./example-log.ts";
import { type Header, type Kind, kinds } from "./header.ts";
import { drop, encodeBody } from "./part.ts";
import type { RefusalKind } from "./refusal.ts";

const aya = exampleDevice("Aya's laptop");
const budi = exampleDevice("Budi's phone", { role: "writer", circles: 0b1 });
const chitra = exampleDevice("Chitra's phone", { role: "reader", circles: 0b1 });
const stranger = exampleDevice("a stranger", { role: "writer" });

function begun(): LogState {
  let log = taken(null, writeRoster(null, aya, { op: "genesis", device: aya }));
  for (const device of [budi, chitra]) log = taken(log, writeRoster(log, aya, { op: "add", device }));
  return taken(log, writeParts(log, budi, [examplePart("first")]));
}
const verdictOf = (log: LogState | null, written: Written): RefusalKind | "accepted" => {
  const next = take(log, written);
  return next.ok ? "accepted" : next.error.kind;
};
const record = (log: LogState, other: Partial<Header>, by = budi, circle = 0) =>
  verdictOf(log, writeParts(log, by, [examplePart("next", circle)], other));

test("a writer's next entry is accepted, in a circle they are in", () => {
  const log = begun();
  expect(record(log, {})).toBe("accepted");
  expect(record(begun(), {}, aya, 1)).toBe("accepted");
});

test("authority is judged where the entry stands", () => {
  const log = begun();
  expect(record(log, {}, chitra)).toBe("not-allowed");
  expect(record(log, {}, stranger)).toBe("not-in-roster");
  expect(record(log, {}, budi, 1)).toBe("not-in-circle");
  expect(record(log, {}, budi, 2)).toBe("not-in-circle");
  const late = writeParts(log, budi, [examplePart("late")]);
  const without = taken(log, writeRoster(log, aya, { op: "rotate", pins: [pinOf(log, budi)] }));
  expect(verdictOf(without, late)).toBe("removed");
});

test("an entry sealed under an epoch that is over or has not come is stale", () => {
  const log = begun();
  const offline = writeParts(log, budi, [examplePart("offline")]);
  const rotated = taken(log, writeRoster(log, aya, { op: "rotate" }));
  expect(verdictOf(rotated, offline)).toBe("stale-epoch");
  expect(record(rotated, { epoch: 2 })).toBe("stale-epoch");
  expect(record(rotated, {})).toBe("accepted"); // sealed anew, at the same place of its device's chain
});

test("a device's chain has no gap, no fork and no second end", () => {
  const log = begun();
  expect(record(log, { dseq: 2 })).toBe("chain-gap");
  expect(record(log, { dseq: 0 })).toBe("chain-fork");
  expect(record(log, { dprev: log.space })).toBe("chain-fork");
  expect(record(log, { dseq: 0, dprev: new Uint8Array(32) }, stranger)).toBe("not-in-roster");
});

test("a quote is of this log, and never of less than its device has seen", () => {
  const log = begun();
  const quote = (seenSize: number) => ({ seenSize, seenRoot: log.tree.root(seenSize) });
  expect(record(log, quote(2))).toBe("quote-backwards");
  expect(record(log, { seenSize: 5 })).toBe("quote-outside");
  expect(record(log, { seenRoot: log.tree.root(3) })).toBe("quote-wrong");
  expect(record(log, quote(3))).toBe("accepted");
});

test("a quote may be compared later", () => {
  const log = begun();
  const { entry } = writeParts(log, budi, [examplePart("next")], { seenRoot: log.space });
  const read = readEntry(primitives, entry);
  if (!read.ok) throw new Error(read.error.kind);
  expect(admit(sha256, log, read.value, null, "now")).toMatchObject({ error: { kind: "quote-wrong" } });
  expect(admit(sha256, log, read.value, null, "later").ok).toBe(true);
});

test("the roster that an entry names is known and never goes backwards; a roster entry names the newest", () => {
  const log = begun();
  expect(record(log, { rosterHead: exampleBytes("elsewhere", 32) })).toBe("roster-moved");
  expect(record(log, { rosterHead: log.space })).toBe("roster-backwards");
  const earlier = writeRoster(log, aya, { op: "add", device: stranger }, { header: { rosterHead: log.space } });
  expect(verdictOf(log, earlier)).toBe("roster-backwards");
  const chitraBegins = { rosterHead: log.space };
  const own = exampleDevice("Chitra's tablet", { person: "Chitra's phone", role: "reader", circles: 0b1 });
  expect(verdictOf(log, writeRoster(log, chitra, { op: "add", device: own }, { header: chitraBegins }))).toBe(
    "roster-moved",
  );
});

test("of two roster entries on one head the second is refused, and written anew", () => {
  const log = begun();
  const second = writeRoster(log, aya, { op: "add", device: stranger });
  const tablet = exampleDevice("Budi's tablet", { person: "Budi's phone", role: "writer", circles: 0b1 });
  const moved = taken(log, writeRoster(log, budi, { op: "add", device: tablet }));
  expect(verdictOf(moved, second)).toBe("roster-moved");
  expect(verdictOf(moved, writeRoster(moved, aya, { op: "add", device: stranger }))).toBe("accepted");
});

test("an entry of another space is refused, and so is a second beginning", () => {
  const log = begun();
  expect(record(log, { space: exampleBytes("elsewhere", 32) })).toBe("wrong-space");
  expect(verdictOf(log, writeRoster(null, aya, { op: "genesis", device: aya }))).toBe("second-genesis");
});

test("a roster entry is sealed under the epoch that it opens", () => {
  const log = begun();
  const header = { epoch: 0 };
  expect(verdictOf(log, writeRoster(log, aya, { op: "rotate" }, { header }))).toBe("stale-epoch");
  expect(verdictOf(log, writeRoster(log, aya, { op: "add", device: stranger }, { header: { epoch: 1 } }))).toBe(
    "stale-epoch",
  );
});

test("a roster entry needs the blob it names", () => {
  const log = begun();
  const written = writeRoster(log, aya, { op: "add", device: stranger });
  expect(verdictOf(log, { ...written, wraps: null })).toBe("wraps-missing");
  expect(verdictOf(log, { ...written, wraps: exampleBytes("other", 99) })).toBe("wraps-mismatch");
});

test("each reserved kind is refused by name, from a keeper as not readable yet, from others as not theirs", () => {
  const reserved = Object.values(kinds).filter((kind) => kind > kinds.record);
  for (const kind of reserved) {
    expect(record(begun(), { kind }, aya)).toBe("not-readable-yet");
    expect(record(begun(), { kind }, budi)).toBe("not-allowed");
  }
  expect(record(begun(), { kind: 8 as Kind }, aya)).toBe("unknown-kind");
});

test("a log begins with a genesis that quotes nothing and stands alone", () => {
  const genesis = (header: Partial<Header>) =>
    verdictOf(null, writeRoster(null, aya, { op: "genesis", device: aya }, { header }));
  expect(genesis({})).toBe("accepted");
  const other = exampleBytes("other", 32);
  for (const header of [
    { space: other },
    { dseq: 1 },
    { dprev: other },
    { rosterHead: other },
    { seenSize: 1 },
    { seenRoot: other },
    { epoch: 1 },
  ])
    expect(genesis(header), JSON.stringify(Object.keys(header))).toBe("genesis-expected");
  expect(verdictOf(null, writeRoster(null, aya, { op: "add", device: stranger }))).toBe("genesis-expected");
  expect(verdictOf(null, writeRoster(null, aya, { op: "genesis", device: stranger }))).toBe("not-allowed");
  expect(verdictOf(null, writeRoster(null, budi, { op: "genesis", device: budi }))).toBe("not-allowed");
  const given = { op: "genesis", device: aya } as const;
  expect(verdictOf(null, writeRoster(null, aya, { ...given, epoch: 1 }))).toBe("epoch-order");
  expect(verdictOf(null, writeRoster(null, aya, { ...given, commitments: [0] }))).toBe("wraps-mismatch");
  expect(verdictOf(null, writeRoster(null, aya, given, { alter: (blob) => ({ ...blob, wraps: [] }) }))).toBe(
    "wraps-mismatch",
  );
});

test("no altered bit of header or signature is accepted", () => {
  const log = begun();
  const { entry } = writeParts(log, budi, [examplePart("next")]);
  const altered = (field: keyof SignedEntry, at: number): SignedEntry => ({
    ...entry,
    [field]: entry[field].map((byte, index) => (index === at ? byte ^ 1 : byte)),
  });
  for (let at = 0; at < entry.header.length; at += 1)
    expect(readEntry(primitives, altered("header", at)).ok, `header ${at}`).toBe(false);
  for (let at = 0; at < 64; at += 1) expect(readEntry(primitives, altered("signature", at)).ok).toBe(false);
  const unsigned = { ...primitives, verify: null };
  expect(readEntry(unsigned, altered("signature", 9)).ok).toBe(true);
  expect(readEntry(unsigned, { ...entry, signature: new Uint8Array(63) })).toMatchObject({
    error: { kind: "bad-signature" },
  });
});

test("a body of another entry, or none, does not go with a header", () => {
  const log = begun();
  const { entry } = writeParts(log, budi, [examplePart("next")]);
  for (const body of [encodeBody([examplePart("other")]), encodeBody([])])
    expect(readEntry(primitives, { ...entry, body })).toEqual({ ok: false, error: { kind: "body-mismatch" } });
  const header = decode(entry.header);
  if (!header.ok || !Array.isArray(header.value)) throw new Error("a header is an array");
  expect(readEntry(primitives, { ...entry, header: encode(header.value.slice(0, 12)) })).toMatchObject({ ok: false });
});

test("an entry whose part was dropped still stands, names no chunk for it, and is whole no more", () => {
  const log = begun();
  const [kept, erased] = [exampleBytes("kept chunk", 32), exampleBytes("erased chunk", 32)];
  const parts = [examplePart("kept", 0, [kept]), examplePart("erased", 0, [erased])];
  const { entry } = writeParts(log, budi, parts);
  const body = encodeBody(parts.map((part, index) => (index === 1 ? drop(sha256, part) : part)));
  const [before, after] = [entry, { ...entry, body }].map((each) => readEntry(primitives, each));
  if (!before?.ok || !after?.ok) throw new Error("both are the same entry");
  expect(after.value.id).toEqual(before.value.id);
  expect([chunksNamed(before.value), isWhole(before.value)]).toEqual([[kept, erased], true]);
  expect([chunksNamed(after.value), isWhole(after.value)]).toEqual([[kept], false]);
  expect(verdictOf(log, { entry: { ...entry, body }, wraps: null })).toBe("accepted");
});

/** Every lie that a member, a stranger or someone removed could tell the relay. */

import type { SignedEntry } from "@saksi/wire/admit";
import { kinds } from "@saksi/wire/header";
import { drop, encodeBody } from "@saksi/wire/part";
import type { RefusalKind } from "@saksi/wire/refusal";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  adding,
  type ExampleDevice,
  type ExampleSpace,
  exampleDevice,
  exampleParts,
  hex,
  record,
  recordBody,
  removing,
  sha256,
} from "./example-entries.ts";
import {
  asked,
  type ExampleMember,
  type ExampleRelay,
  exampleRelay,
  joined,
  openedSpace,
  positionsOf,
  refusalOf,
  signIn,
  withToken,
} from "./example-relay.ts";

let relay: ExampleRelay;
let space: ExampleSpace;
let keeper: ExampleDevice;
let member: ExampleMember;
beforeEach(async () => {
  relay = exampleRelay();
  ({ space, keeper, member } = await openedSpace(relay.request));
});
afterEach(() => relay.stop());

const flipped = (bytes: Uint8Array, at = bytes.length - 1): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

const lies: readonly (readonly [string, RefusalKind, () => SignedEntry])[] = [
  [
    "a signature with one bit changed",
    "bad-signature",
    () => {
      const entry = record(keeper);
      return { ...entry, signature: flipped(entry.signature, 3) };
    },
  ],
  ["a signature of zeros", "bad-signature", () => ({ ...record(keeper), signature: new Uint8Array(64) })],
  ["another entry's signature", "bad-signature", () => ({ ...record(keeper), signature: record(keeper).signature })],
  [
    "a changed header",
    "bad-signature",
    () => {
      const entry = record(keeper);
      return { ...entry, header: flipped(entry.header, 60) };
    },
  ],
  ["a body that is not the one signed", "body-mismatch", () => ({ ...record(keeper), body: record(keeper).body })],
  ["a body that is not an encoding", "bad-encoding", () => ({ ...record(keeper), body: Uint8Array.of(0xff) })],
  ["a header that is not an encoding", "bad-encoding", () => ({ ...record(keeper), header: Uint8Array.of(0x80) })],
  ["a body beyond 256 KiB", "too-large", () => record(keeper, 256 * 1024)],
  ["more than a hundred parts", "too-many-parts", () => keeper.entry(kinds.record, recordBody(exampleParts(101, 10)))],
  ["an entry of another space", "wrong-space", () => record(keeper, 99, { space: new Uint8Array(32).fill(9) })],
  ["a second genesis", "second-genesis", () => record(keeper, 99, { space: new Uint8Array(0) })],
  ["an author nobody added", "not-in-roster", () => record(exampleDevice(space))],
  [
    "a kind that is not read yet",
    "not-readable-yet",
    () => keeper.entry(kinds.snapshot, recordBody(exampleParts(1, 20))),
  ],
  [
    "a gap in the author's chain",
    "chain-gap",
    () => {
      record(keeper);
      return record(keeper);
    },
  ],
  ["another end of the author's chain", "chain-fork", () => record(keeper, 99, { dprev: new Uint8Array(32) })],
  ["an earlier place of the chain, said differently", "chain-fork", () => record(keeper, 99, { dseq: 0 })],
  ["a quote beyond the log", "quote-outside", () => record(keeper, 99, { seenSize: 99 })],
  ["a quote the log never had", "quote-wrong", () => record(keeper, 99, { seenSize: 1, seenRoot: new Uint8Array(32) })],
  ["a roster head that never was", "roster-moved", () => record(keeper, 99, { rosterHead: new Uint8Array(32) })],
  ["an epoch that is not in force", "stale-epoch", () => record(keeper, 99, { epoch: 1 })],
  [
    "a circle the author is not in",
    "not-in-circle",
    () => keeper.entry(kinds.record, recordBody(exampleParts(1, 20).map((part) => ({ ...part, circle: 1 })))),
  ],
  [
    "a suite that is not known",
    "unknown-suite",
    () => {
      const entry = record(keeper);
      return { ...entry, header: entry.header.map((byte, index) => (index === 2 ? 2 : byte)) };
    },
  ],
];

for (const [lie, kind, told] of lies)
  test(`${lie} is refused as ${kind} and leaves nothing`, async () => {
    expect(await refusalOf(member.push(told()))).toMatchObject({ kind, entry: 0 });
    expect((await member.pull()).length).toBe(2);
  });

test("a roster entry whose wraps were not put before is refused, and taken once they are there", async () => {
  const { entry, wraps } = adding(space, keeper, exampleDevice(space).listed);
  expect(await refusalOf(member.push(entry))).toMatchObject({ kind: "wraps-missing", entry: 0 });
  expect((await member.put(`/chunks/${hex(sha256(wraps))}`, wraps)).status).toBe(204);
  expect(await positionsOf(member.push(entry))).toEqual([1]);
});

test("of two keepers who change the roster at one head, exactly one does", async () => {
  const second = await joined(relay.request, { space, keeper, member }, { role: "keeper" });
  const head = space.rosterHead;
  const mine = adding(space, keeper, exampleDevice(space).listed);
  space.rosterHead = head;
  const theirs = adding(space, second.device, exampleDevice(space).listed);
  const answers = await Promise.all([member.step(mine), second.member.step(theirs)]);
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([201, 409]);
  const lost = answers.find(({ status }) => status === 409);
  expect(lost && (await refusalOf(lost))).toMatchObject({ kind: "roster-moved", entry: 0 });
});

test("two devices that push at once both stand, each in its own order", async () => {
  const second = await joined(relay.request, { space, keeper, member });
  const mine = Array.from({ length: 30 }, () => record(keeper));
  const theirs = Array.from({ length: 30 }, () => record(second.device));
  const [one, other] = await Promise.all([
    positionsOf(member.push(...mine)),
    positionsOf(second.member.push(...theirs)),
  ]);
  expect([...one, ...other].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 2));
});

test("a removal that does not pin what its device wrote last is refused", async () => {
  const gone = await joined(relay.request, { space, keeper, member });
  await positionsOf(gone.member.push(record(gone.device)));
  const pin = { device: gone.device.key, dseq: 0, id: new Uint8Array(32) };
  const step = removing(space, keeper, { gone: [pin], stay: [keeper.listed] });
  expect(await refusalOf(member.step(step))).toMatchObject({ kind: "stale-pin" });
});

test("a removal ends the session, the streams and the road back of every device it names", async () => {
  const gone = await joined(relay.request, { space, keeper, member });
  const first = record(gone.device);
  await positionsOf(gone.member.push(first));
  const step = removing(space, keeper, { gone: [gone.device.end()], stay: [keeper.listed] });
  await positionsOf(member.step(step));

  expect(await refusalOf(gone.member.get("/checkpoint"))).toMatchObject({ kind: "removed", status: 403 });
  // the token itself is dead, not only this answer
  expect(await refusalOf(gone.member.get("/entries?after=0"))).toMatchObject({ kind: "session-expired", status: 401 });
  expect(await refusalOf(signIn(relay.request, space.id, gone.device))).toMatchObject({ kind: "removed" });
  // not even when someone else carries it
  const late = record(gone.device);
  expect(await refusalOf(member.push(late))).toMatchObject({ kind: "removed", entry: 0 });
  // and what it wrote before stands, sent again or not
  expect(await positionsOf(member.push(first))).toEqual([2]);
});

test("work sealed under the old epoch is refused as stale after a rotation", async () => {
  const other = await joined(relay.request, { space, keeper, member });
  const before = { ...space };
  await positionsOf(member.step(removing(space, keeper, { gone: [], stay: [keeper.listed, other.device.listed] })));
  const late = record(other.device, 50, { epoch: before.epoch, rosterHead: before.rosterHead });
  expect(await refusalOf(other.member.push(late))).toMatchObject({ kind: "stale-epoch", entry: 0 });
});

test("a rotation that forgets someone who stays is refused", async () => {
  await joined(relay.request, { space, keeper, member });
  const step = removing(space, keeper, { gone: [], stay: [keeper.listed] });
  expect(await refusalOf(member.step(step))).toMatchObject({ kind: "wraps-mismatch" });
});

test("a writer adds nobody, and a keeper does not remove the device they do it with", async () => {
  const writer = await joined(relay.request, { space, keeper, member });
  const before = space.rosterHead;
  const step = adding(space, writer.device, exampleDevice(space).listed);
  expect(await refusalOf(writer.member.step(step))).toMatchObject({ kind: "not-allowed" });
  space.rosterHead = before;
  const leave = removing(space, keeper, { gone: [keeper.end()], stay: [writer.device.listed] });
  expect(await refusalOf(member.step(leave))).toMatchObject({ kind: "not-allowed" });
});

test("a reader writes no record and no attachment, but may add a further device of their own", async () => {
  const reader = await joined(relay.request, { space, keeper, member }, { role: "reader" });
  const file = new Uint8Array(40_000);
  const put = reader.member.put(`/chunks/${hex(sha256(file))}`, file);
  expect(await refusalOf(put)).toMatchObject({ kind: "not-allowed" });
  const own = exampleDevice(space, { role: "reader", member: reader.device.listed.member });
  expect(await positionsOf(reader.member.step(adding(space, reader.device, own.listed)))).toEqual([2]);
  expect(await refusalOf(reader.member.push(record(reader.device)))).toMatchObject({ kind: "not-allowed", entry: 0 });
});

test("an entry with a part already dropped is not taken in", async () => {
  const parts = exampleParts(2, 100);
  const [first, second] = parts;
  if (!first || !second) throw new Error("two parts were asked for");
  const whole = recordBody(parts);
  const entry = keeper.entry(kinds.record, whole);
  const body = encodeBody([first, drop(sha256, second)]);
  expect(await refusalOf(member.push({ ...entry, body }))).toMatchObject({ kind: "body-mismatch", entry: 0 });
  expect(await positionsOf(member.push(entry))).toEqual([1]);
});

test("a token opens its own space only", async () => {
  const other = await openedSpace(relay.request);
  const crossed = withToken(relay.request, other.space.id, member.token);
  const body = record(other.keeper);
  for (const answer of [
    crossed.get("/entries?after=0"),
    crossed.get("/checkpoint"),
    crossed.push(body),
    crossed.get("/live"),
  ])
    expect(await refusalOf(answer)).toMatchObject({ kind: "session-needed", status: 401 });
  expect(await positionsOf(other.member.push(body))).toEqual([1]);
});

test("a push that is not one is refused whole", async () => {
  const path = `/v1/spaces/${hex(space.id)}/entries`;
  const push = (body: Uint8Array) => relay.request(path, asked("POST", body, member.token));
  expect(await refusalOf(push(Uint8Array.of(1, 2, 3)))).toEqual({ kind: "bad-encoding", status: 400 });
  expect(await refusalOf(push(new Uint8Array(8 * 1024 * 1024 + 1)))).toEqual({ kind: "too-large", status: 413 });
  const tiny = { header: new Uint8Array(0), signature: new Uint8Array(64), body: new Uint8Array(0) };
  expect(await refusalOf(member.push(...Array.from({ length: 501 }, () => tiny)))).toEqual({
    kind: "too-large",
    status: 413,
  });
  expect(await positionsOf(member.push())).toEqual([]);
});

test("entries out of order are taken as far as they follow, and wholly once they are sent in order", async () => {
  const [one, two, three] = [record(keeper), record(keeper), record(keeper)];
  expect(await refusalOf(member.push(one, three, two))).toMatchObject({ kind: "chain-gap", entry: 1 });
  expect(await positionsOf(member.push(one, two, three))).toEqual([1, 2, 3]);
});

test("a key of small order never enters a roster", async () => {
  const listed = { ...exampleDevice(space).listed, key: new Uint8Array(32).fill(0) };
  expect(await refusalOf(member.step(adding(space, keeper, listed)))).toMatchObject({ kind: "weak-key" });
});

test("headers have one encoding: a longer one is refused", async () => {
  const entry = record(keeper);
  const longer = Uint8Array.from([...entry.header.subarray(0, 1), 0x18, ...entry.header.subarray(1)]);
  expect(await refusalOf(member.push({ ...entry, header: longer }))).toMatchObject({ kind: "bad-encoding" });
});

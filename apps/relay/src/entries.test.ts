import { verify } from "node:crypto";
import { logLeaf } from "@saksi/wire/admit";
import { readCheckpoint } from "@saksi/wire/checkpoint";
import { entryId } from "@saksi/wire/header";
import { rootOf } from "@saksi/wire/merkle";
import { afterEach, beforeEach, expect, test } from "vitest";
import { record, sha256 } from "./example-entries.ts";
import { type ExampleRelay, exampleRelay, joined, openedSpace, positionsOf, refusalOf } from "./example-relay.ts";
import { checkpointKeyFrom, publicKeyObject } from "./node-primitives.ts";

let relay: ExampleRelay;
beforeEach(() => {
  relay = exampleRelay();
});
afterEach(() => relay.stop());

const verifyNow = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, message, publicKeyObject(key), signature);

test("the relay hands back the very bytes it was given, in order, under a checkpoint over exactly those", async () => {
  const { space, keeper, member } = await openedSpace(relay.request);
  const other = await joined(relay.request, { space, keeper, member });
  const pushed = [record(keeper), record(keeper, 1500)];
  expect(await positionsOf(member.push(...pushed))).toEqual([2, 3]);
  const theirs = record(other.device);
  expect(await positionsOf(other.member.push(theirs))).toEqual([4]);

  const pulled = await member.pull();
  const entries = pulled.flatMap((value) => (value.kind === "entry" ? [value.entry] : []));
  expect(entries.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
  for (const [index, entry] of [...pushed, theirs].entries()) {
    const { header, signature, body } = entries[index + 2] ?? {};
    expect({ header, signature, body }).toEqual(entry);
  }
  const end = pulled.at(-1);
  const checkpoint = readCheckpoint({ sha256, verify: verifyNow }, end?.kind === "end" ? end.checkpoint : "", {
    space: space.id,
    key: checkpointKeyFrom(new Uint8Array(32).fill(7)).publicKey,
  });
  const leaves = entries.map(({ header, receivedAt }) => logLeaf(sha256, entryId(sha256, header), receivedAt));
  expect(checkpoint).toEqual({ ok: true, value: { size: 5, root: rootOf(sha256, leaves) } });
  expect((await member.pull(4)).map(({ kind }) => kind)).toEqual(["entry", "end"]);
  expect((await member.pull(5)).map(({ kind }) => kind)).toEqual(["end"]);
});

test("an entry that is pushed again answers its first place again", async () => {
  const { keeper, member } = await openedSpace(relay.request);
  const [one, two, three] = [record(keeper), record(keeper), record(keeper)];
  expect(await positionsOf(member.push(one, two))).toEqual([1, 2]);
  expect(await positionsOf(member.push(one, two, three, three))).toEqual([1, 2, 3, 3]);
  expect((await member.pull()).length).toBe(5);
});

test("a push stops at the first entry that is refused, and keeps those before it", async () => {
  const { keeper, member } = await openedSpace(relay.request);
  const good = record(keeper);
  const bad = { ...record(keeper), signature: new Uint8Array(64) };
  expect(await refusalOf(member.push(good, bad, record(keeper)))).toEqual({
    kind: "bad-signature",
    entry: 1,
    status: 400,
  });
  expect(await positionsOf(member.push(good))).toEqual([1]);
  expect((await member.pull()).length).toBe(3);
});

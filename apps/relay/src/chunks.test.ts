import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { kinds, limits } from "@saksi/wire/header";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ExampleDevice, type ExampleSpace, exampleParts, hex, recordBody, sha256 } from "./example-entries.ts";
import {
  bytesOf,
  type ExampleMember,
  type ExampleRelay,
  exampleRelay,
  joined,
  openedSpace,
  positionsOf,
  refusalOf,
} from "./example-relay.ts";
import { relayLimits } from "./relay-limits.ts";

let relay: ExampleRelay;
let space: ExampleSpace;
let keeper: ExampleDevice;
let member: ExampleMember;
beforeEach(async () => {
  relay = exampleRelay();
  ({ space, keeper, member } = await openedSpace(relay.request));
});
afterEach(() => relay.stop());

const some = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));
const nameOf = (bytes: Uint8Array): string => `/chunks/${hex(sha256(bytes))}`;

test("a chunk goes in once or often, and comes back byte for byte to every member", async () => {
  const { member: writer } = await joined(relay.request, { space, keeper, member });
  const chunk = some(limits.chunkBytes);
  expect((await writer.put(nameOf(chunk), chunk)).status).toBe(204);
  expect((await writer.put(nameOf(chunk), chunk)).status).toBe(204);
  expect(await bytesOf(member.get(nameOf(chunk)))).toEqual(chunk);
});

test("bytes that are not what they are named after leave nothing behind", async () => {
  const chunk = some(1000);
  expect(await refusalOf(member.put(nameOf(chunk), some(1000)))).toEqual({ kind: "hash-mismatch", status: 400 });
  expect(await refusalOf(member.get(nameOf(chunk)))).toEqual({ kind: "no-such-chunk", status: 404 });
  expect(readdirSync(join(relay.folder, "chunks", "arriving"))).toEqual([]);
  expect(await refusalOf(member.put("/chunks/not-a-hash", chunk))).toMatchObject({ kind: "bad-encoding" });
});

test("a chunk is at most as large as its sender's role brings, said beforehand or not", async () => {
  const { member: writer } = await joined(relay.request, { space, keeper, member });
  const large = some(limits.chunkBytes + 1);
  expect(await refusalOf(writer.put(nameOf(large), large))).toEqual({ kind: "too-large", status: 413 });
  expect((await member.put(nameOf(large), large)).status).toBe(204);
  const huge = some(limits.wrapBytes + 1);
  expect(await refusalOf(member.put(nameOf(huge), huge))).toMatchObject({ kind: "too-large" });
  const path = `/v1/spaces/${hex(space.id)}${nameOf(huge)}`;
  const body = new Blob([huge as Uint8Array<ArrayBuffer>]).stream();
  const headers = { authorization: `Bearer ${member.token}` };
  const unsaid = relay.request(path, { method: "PUT", body, headers, duplex: "half" } as RequestInit);
  expect(await refusalOf(unsaid)).toMatchObject({ kind: "too-large" });
});

test("a space holds its chunks for itself", async () => {
  const other = await openedSpace(relay.request);
  const chunk = some(500);
  await member.put(nameOf(chunk), chunk);
  expect(await refusalOf(other.member.get(nameOf(chunk)))).toMatchObject({ kind: "no-such-chunk" });
});

test("a chunk that an entry names stays; one that none names goes after a month", async () => {
  const [named, left] = [some(500), some(500)];
  await member.put(nameOf(named), named);
  await member.put(nameOf(left), left);
  await positionsOf(member.push(keeper.entry(kinds.record, recordBody(exampleParts(1, 50, [sha256(named)])))));
  expect(await relay.sweep()).toEqual({ doors: 0, chunks: 0 });
  relay.wait(relayLimits.unnamedChunkMs + 1);
  expect(await relay.sweep()).toEqual({ doors: 0, chunks: 1 });
  expect(await relay.store.chunk(space.id, sha256(named))).not.toBeNull();
  expect(await relay.store.chunk(space.id, sha256(left))).toBeNull();
});

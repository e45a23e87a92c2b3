/** What only a socket shows: bodies that do not end, senders that break off, readers that stop reading. */

import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hex, record, sha256 } from "./example-entries.ts";
import {
  asked,
  bytesOf,
  type ExampleRelay,
  exampleRelay,
  openedSpace,
  positionsOf,
  refusalOf,
} from "./example-relay.ts";
import { type Served, serveRelay } from "./serve.ts";

let relay: ExampleRelay;
let served: Served;
const ask = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`http://127.0.0.1:${served.port}${path}`, init);
beforeEach(async () => {
  relay = exampleRelay();
  served = await serveRelay({ host: "127.0.0.1", port: 0, relay: () => relay });
});
afterEach(async () => {
  await served.stop();
  relay.stop();
});

/** Sends these bytes and nothing more. @returns  what came back until the other side closed, or for a while */
function sent(text: string, forMs = 300): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(served.port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (piece) => {
      heard += piece.toString("latin1");
    });
    socket.on("error", () => resolve(heard));
    socket.on("close", () => resolve(heard));
    setTimeout(() => {
      socket.destroy();
      resolve(heard);
    }, forMs);
  });
}

test("a large push and a large pull go over a socket unharmed", async () => {
  const { keeper, member } = await openedSpace(ask);
  const entries = Array.from({ length: 60 }, () => record(keeper, 100_000));
  expect((await positionsOf(member.push(...entries))).length).toBe(60);
  const pulled = await member.pull(1);
  for (const [index, entry] of entries.entries()) {
    const value = pulled[index];
    if (value?.kind !== "entry") throw new Error("an entry was expected");
    expect(sha256(value.entry.body)).toEqual(sha256(entry.body));
  }
});

test("a body that says it is too large is refused before it is read", async () => {
  const { space, member } = await openedSpace(ask);
  const heard = await sent(
    `POST /v1/spaces/${hex(space.id)}/entries HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${member.token}\r\n` +
      "content-length: 99999999\r\n\r\nabc",
  );
  expect(heard).toContain("413");
  expect(heard).toContain("saksi-refusal: too-large");
});

test("strangers who send slowly and much fill no memory, and take no member's room", async () => {
  await served.stop();
  relay.stop();
  relay = exampleRelay({ limits: { arrivingOfStrangers: 1_000_000 } });
  served = await serveRelay({ host: "127.0.0.1", port: 0, relay: () => relay });
  const { keeper, member } = await openedSpace(ask);
  const seed = `POST /v1/spaces/${hex(sha256(new Uint8Array(1)))}/seed HTTP/1.1\r\nhost: x\r\ncontent-length: 8000000\r\n\r\n`;
  const half = seed + "a".repeat(600_000);
  const [first, second] = [sent(half, 1500), sent(half, 1500)];
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await positionsOf(member.push(record(keeper, 200_000)))).toHaveLength(1);
  expect(
    (await Promise.all([first, second])).filter((heard) => heard.includes("saksi-refusal: unavailable")),
  ).toHaveLength(1);
  // who broke off gives their room back
  const small = asked("POST", new Uint8Array(600_000));
  const seeded = async () => (await refusalOf(ask(`/v1/spaces/${hex(sha256(new Uint8Array(1)))}/seed`, small))).kind;
  await expect.poll(seeded, { timeout: 5000 }).toBe("bad-encoding");
});

test("a body without an end is cut off at its limit", async () => {
  const { member } = await openedSpace(ask);
  const pieces = new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(new Uint8Array(100_000)) });
  const answer = await ask(member.path(`/chunks/${hex(sha256(new Uint8Array(1)))}`), {
    method: "PUT",
    body: pieces,
    headers: member.headers,
    duplex: "half",
  } as RequestInit).catch(() => null);
  // refused while it still sends: some clients see the answer, some a closed line
  if (answer !== null) expect(answer.status).toBe(413);
  expect(readdirSync(join(relay.folder, "chunks", "arriving"))).toEqual([]);
  expect((await ask("/healthz")).status).toBe(200);
});

test("an upload that breaks off leaves nothing, and goes through when it is sent again", async () => {
  const { space, member } = await openedSpace(ask);
  const chunk = new Uint8Array(50_000).fill(5);
  const path = `/v1/spaces/${hex(space.id)}/chunks/${hex(sha256(chunk))}`;
  const head = `PUT ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${member.token}\r\ncontent-length: 50000\r\n\r\n`;
  await sent(head + "x".repeat(1000), 100);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(readdirSync(join(relay.folder, "chunks", "arriving"))).toEqual([]);
  expect(await refusalOf(ask(path, { headers: { authorization: `Bearer ${member.token}` } }))).toMatchObject({
    kind: "no-such-chunk",
  });
  expect((await ask(path, asked("PUT", chunk, member.token))).status).toBe(204);
  expect(await bytesOf(ask(path, { headers: { authorization: `Bearer ${member.token}` } }))).toEqual(chunk);
});

test("what is not HTTP gets a plain answer and harms nobody", async () => {
  expect(await sent("\u0000\u0001 hello\r\n\r\n")).toContain("400 Bad Request");
  expect(await sent(`GET / HTTP/1.1\r\nhost: x\r\nbig: ${"x".repeat(20_000)}\r\n\r\n`)).toContain("431");
  expect((await ask("/healthz")).status).toBe(200);
});

test("who stops listening is forgotten", async () => {
  const { member } = await openedSpace(ask);
  for (let round = 0; round < 6; round += 1) {
    const stop = new AbortController();
    const answer = await ask(member.path("/live"), { headers: member.headers, signal: stop.signal });
    expect(answer.status).toBe(200);
    await answer.body?.getReader().read();
    stop.abort();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

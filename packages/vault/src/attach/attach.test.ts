import { randomBytes } from "node:crypto";
import type { RecordId } from "@saksi/domain/id";
import type { FileValue, Value } from "@saksi/domain/value";
import { concat, toHex } from "@saksi/wire/bytes";
import { err, ok } from "@saksi/wire/result";
import { beforeAll, expect, test } from "vitest";
import { type Crypto, openCrypto } from "../crypto.ts";
import { memoryDisk } from "../disk.memory.ts";
import type { Disk } from "../disk.ts";
import { anId, aSpace, sha256 } from "../projection/projection.example.ts";
import { openMemorySqlite } from "../sqlite.node.ts";
import { type AttachContext, attachments } from "./attachments.ts";
import { chunkBytes } from "./chunk.ts";

const random = (length: number) => new Uint8Array(randomBytes(length));
const exhibit = anId("photograph");
let crypto: Crypto;
beforeAll(async () => {
  crypto = await openCrypto(random);
});

/** A relay that can lose the network, and counts what it is given. */
function someRelay() {
  const chunks = new Map<string, Uint8Array>();
  const state = { putsUntilOffline: Number.POSITIVE_INFINITY, puts: 0, gets: 0, onGet: () => {}, onPut: () => {} };
  return {
    chunks,
    state,
    async put(hash: Uint8Array, sealed: Uint8Array) {
      if (state.putsUntilOffline <= 0) return err({ kind: "offline" } as const);
      state.putsUntilOffline -= 1;
      state.puts += 1;
      state.onPut();
      chunks.set(toHex(hash), sealed);
      return ok(null);
    },
    async get(hash: Uint8Array) {
      state.gets += 1;
      state.onGet();
      const sealed = chunks.get(toHex(hash));
      return sealed ? ok(sealed) : err({ kind: "relay-refused", refusal: "no-such-chunk", status: 404 } as const);
    },
  };
}

/** A device that has the exhibit; what it saves, `others` see. */
function aDevice(
  given: {
    readonly relay?: ReturnType<typeof someRelay>;
    readonly saved?: Map<RecordId, FileValue>;
    readonly disk?: Disk;
    readonly db?: ReturnType<typeof openMemorySqlite>;
  } = {},
) {
  const { relay, saved = new Map<RecordId, FileValue>(), disk = memoryDisk(random), db = openMemorySqlite() } = given;
  const context: AttachContext = {
    db,
    disk,
    crypto,
    exhibit: (id) =>
      id === exhibit
        ? { space: aSpace("office"), type: "exhibit", file: saved.get(id) as Value | undefined }
        : undefined,
    async save(id, file) {
      saved.set(id, file);
      return ok(null);
    },
    relay: () => relay ?? null,
    changed: () => undefined,
  };
  return { files: attachments(context), saved, disk, db };
}

const aFile = (bytes: Uint8Array) => ({
  exhibit,
  file: new Blob([bytes as Uint8Array<ArrayBuffer>]),
  name: "made-up.jpg",
  mediaType: "image/jpeg",
});

async function fetched({ files }: ReturnType<typeof aDevice>) {
  const pieces: Uint8Array[] = [];
  const answer = await files.fetch({ exhibit, onChunk: (bytes) => void pieces.push(bytes.slice()) });
  return { answer, sha256: toHex(sha256(concat(...pieces))) };
}

test.each([0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes + 17])(
  "a file of %i bytes comes back byte for byte",
  async (size) => {
    const device = aDevice();
    const bytes = random(size);
    const attached = await device.files.attach(aFile(bytes));
    expect(attached).toMatchObject({ ok: true, value: { bytes: size, sha256: toHex(sha256(bytes)) } });
    expect((await fetched(device)).sha256).toBe(toHex(sha256(bytes)));
  },
);

test("an attachment broken off by a kill goes on with the same key and loses at most one chunk", async () => {
  const bytes = random(5 * chunkBytes);
  const disk = memoryDisk(random);
  const db = openMemorySqlite();
  let left = 3;
  const dying: Disk = {
    ...disk,
    async writeWhole(name, content) {
      if (left === 0) throw new Error("killed");
      left -= 1;
      await disk.writeWhole(name, content);
    },
  };
  await expect(aDevice({ disk: dying, db }).files.attach(aFile(bytes))).rejects.toThrow("killed");
  const before = await disk.listWhole();
  let written = 0;
  const counting: Disk = {
    ...disk,
    async writeWhole(name, content) {
      written += 1;
      await disk.writeWhole(name, content);
    },
  };
  const device = aDevice({ disk: counting, db });
  expect((await device.files.attach(aFile(bytes))).ok).toBe(true);
  expect(written).toBe(2);
  expect(await disk.listWhole()).toEqual(expect.arrayContaining([...before]));
  expect((await fetched(device)).sha256).toBe(toHex(sha256(bytes)));
});

test("a person can stop an attachment, and it goes on when asked again", async () => {
  const device = aDevice();
  const stop = new AbortController();
  const given = { ...aFile(random(4 * chunkBytes)), signal: stop.signal };
  const onProgress = ({ step, done }: { step: string; done: number }) => {
    if (step === "seal" && done === 2) stop.abort();
  };
  expect(await device.files.attach({ ...given, onProgress })).toEqual(err({ kind: "stopped-by-person" }));
  expect(device.files.transfers()).toEqual([{ exhibit, direction: "up", chunks: 2, done: 2, state: "unfinished" }]);
  const { signal: _, ...again } = given;
  expect((await device.files.attach(again)).ok).toBe(true);
});

test("a file that is given up leaves nothing of itself behind, and takes nothing with it that is named", async () => {
  const device = aDevice();
  const stop = new AbortController();
  const onProgress = ({ step, done }: { step: string; done: number }) => {
    if (step === "seal" && done === 2) stop.abort();
  };
  await device.files.attach({ ...aFile(random(4 * chunkBytes)), onProgress, signal: stop.signal });
  expect(await device.disk.listWhole()).toHaveLength(2);
  await device.files.leave(exhibit);
  expect(await device.disk.listWhole()).toEqual([]);
  expect(device.files.transfers()).toEqual([]);

  await device.files.attach(aFile(random(2 * chunkBytes)));
  await device.files.leave(exhibit);
  expect((await fetched(device)).answer.ok).toBe(true);
});

test("nothing on disk or at the relay holds a word of the file, nor its name", async () => {
  const relay = someRelay();
  const device = aDevice({ relay });
  await device.files.attach(aFile(new TextEncoder().encode("ကျွန်ုပ်တို့ witnessed it ".repeat(100))));
  await device.files.upload(aSpace("office"));
  const names = await device.disk.listWhole();
  const kept = await Promise.all(names.map((name) => device.disk.readWhole(name)));
  for (const bytes of [...kept, ...relay.chunks.values()]) {
    const text = new TextDecoder().decode(bytes);
    expect(text).not.toContain("witnessed");
    expect(text).not.toContain("ကျွန်");
  }
  expect(names.join()).not.toContain("made-up");
});

test("another device is told how many chunks have not come, and gets the file once they have", async () => {
  const relay = someRelay();
  const author = aDevice({ relay });
  const bytes = random(4 * chunkBytes);
  await author.files.attach(aFile(bytes));
  relay.state.putsUntilOffline = 3;
  expect(await author.files.upload(aSpace("office"))).toEqual(err({ kind: "offline" }));
  expect(author.files.unsentChunks(aSpace("office"))).toBe(1);
  expect(author.files.transfers()).toEqual([
    { exhibit, direction: "up", chunks: 4, done: 3, state: "waiting-for-network" },
  ]);

  const reader = aDevice({ relay, saved: author.saved });
  expect((await fetched(reader)).answer).toEqual(err({ kind: "file-not-here", id: exhibit, missing: 1 }));

  relay.state.putsUntilOffline = Number.POSITIVE_INFINITY;
  expect(await author.files.upload(aSpace("office"))).toEqual(ok({ sent: 1 }));
  expect(author.files.transfers()).toEqual([]);
  expect(relay.state.puts).toBe(4);
  expect((await fetched(reader)).sha256).toBe(toHex(sha256(bytes)));
});

test("an upload paused in the middle stays so over a kill, and costs at most the chunk on its way", async () => {
  const relay = someRelay();
  const author = aDevice({ relay });
  await author.files.attach(aFile(random(5 * chunkBytes)));
  relay.state.onPut = () => {
    if (relay.state.puts === 2) author.files.pause(exhibit);
  };
  await author.files.upload(aSpace("office"));
  expect(relay.state.puts).toBe(2);

  const reopened = aDevice({ ...author, relay });
  expect(reopened.files.transfers()).toEqual([{ exhibit, direction: "up", chunks: 5, done: 2, state: "paused" }]);
  expect(reopened.files.waits(aSpace("office"))).toBe(false);
  expect(await reopened.files.upload(aSpace("office"))).toEqual(ok({ sent: 0 }));
  expect((await fetched(reopened)).answer.ok).toBe(true);
  expect(reopened.files.transfers()).toMatchObject([{ state: "paused" }]);
  reopened.files.resume(exhibit);
  expect(await reopened.files.upload(aSpace("office"))).toEqual(ok({ sent: 3 }));
});

/** An exhibit of so many chunks at a relay, and a device that has none of them. */
async function aReader(chunks: number) {
  const relay = someRelay();
  const author = aDevice({ relay });
  const bytes = random(chunks * chunkBytes);
  await author.files.attach(aFile(bytes));
  await author.files.upload(aSpace("office"));
  return { relay, author, reader: aDevice({ relay, saved: author.saved }), sha256: toHex(sha256(bytes)) };
}
const open = new AbortController().signal;

test("a download paused in the middle stays so over a kill, and comes by itself once resumed", async () => {
  const { relay, reader, sha256 } = await aReader(5);
  relay.state.onGet = () => {
    if (relay.state.gets === 2) reader.files.pause(exhibit);
  };
  expect((await fetched(reader)).answer).toEqual(err({ kind: "stopped-by-person" }));

  const reopened = aDevice({ ...reader, relay });
  expect(reopened.files.transfers()).toEqual([{ exhibit, direction: "down", chunks: 5, done: 2, state: "paused" }]);
  await reopened.files.bring(aSpace("office"), open);
  expect(relay.state.gets).toBe(2);
  reopened.files.resume(exhibit);
  await reopened.files.bring(aSpace("office"), open);
  expect(relay.state.gets).toBe(5);
  expect(reopened.files.transfers()).toEqual([]);
  expect((await fetched(reopened)).sha256).toBe(sha256);
  expect(relay.state.gets).toBe(5);
});

test("another file attached in place of one that was broken off takes its sealed pieces away", async () => {
  const device = aDevice();
  const stop = new AbortController();
  const onProgress = ({ step, done }: { step: string; done: number }) => {
    if (step === "seal" && done === 2) stop.abort();
  };
  await device.files.attach({ ...aFile(random(4 * chunkBytes)), onProgress, signal: stop.signal });
  await device.files.attach(aFile(random(3 * chunkBytes)));
  expect(await device.disk.listWhole()).toHaveLength(3);
  expect(device.files.transfers()).not.toContainEqual(expect.objectContaining({ state: "unfinished" }));
  expect((await fetched(device)).answer.ok).toBe(true);
});

test("a file that is no longer wanted does not come", async () => {
  const { relay, reader } = await aReader(3);
  relay.state.onGet = () => {
    if (relay.state.gets === 1) reader.files.pause(exhibit);
  };
  await fetched(reader);
  await reader.files.leave(exhibit);
  expect(reader.files.transfers()).toEqual([]);
  await reader.files.bring(aSpace("office"), open);
  expect(relay.state.gets).toBe(1);
});

test("to ask for a paused file again is to go on", async () => {
  const { relay, reader, sha256 } = await aReader(3);
  relay.state.onGet = () => {
    if (relay.state.gets === 1) reader.files.pause(exhibit);
  };
  await fetched(reader);
  expect((await fetched(reader)).sha256).toBe(sha256);
  expect(relay.state.gets).toBe(3);
});

test("a download broken off by a kill goes on by itself and asks again for at most one chunk", async () => {
  const { relay, reader } = await aReader(5);
  relay.state.onGet = () => {
    if (relay.state.gets === 4) throw new Error("killed");
  };
  await expect(fetched(reader)).rejects.toThrow("killed");
  const reopened = aDevice({ ...reader, relay });
  expect(reopened.files.waits(aSpace("office"))).toBe(true);
  await reopened.files.bring(aSpace("office"), open);
  expect(relay.state.gets).toBe(6);
  expect(reopened.files.transfers()).toEqual([]);
});

test("chunks that the sender has not sent are waited for, and asked for again", async () => {
  const { relay, reader, sha256 } = await aReader(3);
  const [late = ""] = relay.chunks.keys();
  const held = relay.chunks.get(late) ?? new Uint8Array();
  relay.chunks.delete(late);
  expect((await fetched(reader)).answer).toEqual(err({ kind: "file-not-here", id: exhibit, missing: 1 }));
  expect(reader.files.transfers()).toEqual([
    { exhibit, direction: "down", chunks: 3, done: 2, state: "waiting-for-sender" },
  ]);
  await reader.files.bring(aSpace("office"), open);
  expect(reader.files.waits(aSpace("office"))).toBe(true);
  relay.chunks.set(late, held);
  await reader.files.bring(aSpace("office"), open);
  expect(reader.files.transfers()).toEqual([]);
  expect((await fetched(reader)).sha256).toBe(sha256);
});

test("who asks for a file that comes in the background takes over, and no chunk comes twice", async () => {
  const { relay, reader, sha256 } = await aReader(6);
  relay.state.onGet = () => {
    if (relay.state.gets === 2) reader.files.pause(exhibit);
  };
  await fetched(reader);
  reader.files.resume(exhibit);
  const background = reader.files.bring(aSpace("office"), open);
  const asked = fetched(reader);
  await background;
  expect((await asked).sha256).toBe(sha256);
  expect(relay.state.gets).toBe(6);
});

test("a relay that hands out other bytes is not believed", async () => {
  const relay = someRelay();
  const author = aDevice({ relay });
  await author.files.attach(aFile(random(2 * chunkBytes)));
  await author.files.upload(aSpace("office"));
  for (const [hash, sealed] of relay.chunks)
    relay.chunks.set(
      hash,
      sealed.map((byte) => byte ^ 1),
    );
  const reader = aDevice({ relay, saved: author.saved });
  expect((await fetched(reader)).answer).toEqual(err({ kind: "file-not-here", id: exhibit, missing: 2 }));
});

test("chunks that were exchanged, shortened or put into another file are refused", async () => {
  const device = aDevice();
  await device.files.attach(aFile(random(3 * chunkBytes)));
  const file = device.saved.get(exhibit);
  if (!file) throw new Error("attached");
  const [one = "", two = "", three = ""] = file.chunks;
  const lies: readonly FileValue[] = [
    { ...file, chunks: [two, one, three] },
    { ...file, chunks: [one, two], bytes: 2 * chunkBytes },
    { ...file, key: btoa("k".repeat(32)) },
    { ...file, sha256: "0".repeat(64) },
    { ...file, bytes: file.bytes - 1 },
    { ...file, chunks: [one, two, "not a hash"] },
  ];
  for (const lie of lies) {
    device.saved.set(exhibit, lie);
    expect((await fetched(device)).answer).toEqual(err({ kind: "file-altered", id: exhibit }));
  }
});

test("only an exhibit that is here can have a file", async () => {
  const { files } = aDevice();
  const other = anId("nobody");
  expect(await files.attach({ ...aFile(random(1)), exhibit: other })).toEqual(
    err({ kind: "no-such-record", id: other }),
  );
  expect((await files.fetch({ exhibit, onChunk: () => undefined })).ok).toBe(false);
});

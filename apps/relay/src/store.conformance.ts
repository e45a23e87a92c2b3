/**
 * What every store must do alike. A plain function over how to open an empty store, so that a store on another database
 * passes the same suite: it takes how to name and judge a case.
 */

import { createHash, randomBytes } from "node:crypto";
import type { NewEntry, Store } from "./store.ts";

export interface Judge {
  test(name: string, body: () => Promise<void>): void;
  /** Compares by structure. */
  equal(found: unknown, wanted: unknown): void;
}

const some = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));
const hashOf = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash("sha256").update(bytes).digest());
const quota = { bytes: 1e9, chunks: 1000 };
const start = 1_700_000_000_000;

function anEntry(dseq: number, changed: Partial<NewEntry> = {}): NewEntry {
  return {
    id: some(32),
    device: new Uint8Array(32).fill(3),
    dseq,
    header: some(250),
    signature: some(64),
    body: some(900),
    receivedAt: start + dseq,
    chunks: [],
    ...changed,
  };
}

async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A space with its genesis, which names the wraps it came with. */
async function aSpace(store: Store): Promise<{ space: Uint8Array; genesis: NewEntry; wraps: Uint8Array }> {
  const space = some(32);
  const wraps = some(2000);
  const genesis = anEntry(0, { id: space, chunks: [hashOf(wraps)] });
  await store.begin(space, genesis, { hash: hashOf(wraps), bytes: wraps });
  return { space, genesis, wraps };
}

export function storeConformance(open: () => Promise<{ store: Store; close(): void }>, { test, equal }: Judge): void {
  const onEmpty = (name: string, body: (store: Store) => Promise<void>): void =>
    test(name, async () => {
      const { store, close } = await open();
      try {
        await body(store);
      } finally {
        close();
      }
    });
  const sizeOf = async (store: Store, space: Uint8Array) => (await store.head(space))?.size;
  const bytesIn = async (store: Store, space: Uint8Array) => (await store.head(space))?.bytes;

  onEmpty("a space begins once, with its genesis and wraps", async (store) => {
    equal(await store.head(some(32)), null);
    const { space, genesis, wraps } = await aSpace(store);
    equal(await store.begin(space, genesis, { hash: hashOf(wraps), bytes: wraps }), "exists");
    equal(await store.head(space), { size: 1, bytes: 250 + 64 + 900 + 2000, chunks: 1 });
    equal(await store.chunk(space, hashOf(wraps)), wraps);
    equal(await store.counts(), { spaces: 1, entries: 1 });
  });

  onEmpty("entries come back byte for byte, in order, from any position", async (store) => {
    const { space } = await aSpace(store);
    const entries = [anEntry(1), anEntry(2), anEntry(3)];
    equal(await store.append(space, 1, entries), "appended");
    const rows = await store.entries(space, 1, 10);
    equal(
      rows.map(({ position }) => position),
      [1, 2, 3],
    );
    for (const [index, { id, header, signature, body, receivedAt }] of entries.entries()) {
      const { position: _, ...row } = rows[index] ?? { position: 0 };
      equal(row, { id, header, signature, body, receivedAt });
    }
    equal((await store.entries(space, 2, 1)).length, 1);
    equal(await store.entries(space, 4, 10), []);
    equal(await store.entries(some(32), 0, 10), []);
  });

  onEmpty("of two who append at one head, one does", async (store) => {
    const { space } = await aSpace(store);
    const answers = await Promise.all([
      store.append(space, 1, [anEntry(1)]),
      store.append(space, 1, [anEntry(1, { device: some(32) })]),
    ]);
    equal([...answers].sort(), ["appended", "moved"]);
    equal(await store.append(space, 5, [anEntry(9)]), "moved");
    equal(await store.append(some(32), 0, [anEntry(9)]), "moved");
    equal(await sizeOf(store, space), 2);
  });

  onEmpty("one place of a device's chain holds one entry, and is found by it", async (store) => {
    const { space } = await aSpace(store);
    const first = anEntry(1);
    await store.append(space, 1, [first]);
    const again = await store.append(space, 2, [anEntry(1)]).catch(() => "refused");
    equal(again, "refused");
    equal(await sizeOf(store, space), 2);
    equal(await store.find(space, first.device, 1), { id: first.id, position: 1, receivedAt: first.receivedAt });
    equal(await store.find(space, first.device, 2), null);
    equal(await store.find(some(32), first.device, 1), null);
  });

  onEmpty("spaces do not see each other", async (store) => {
    const [one, other] = [await aSpace(store), await aSpace(store)];
    await store.append(one.space, 1, [anEntry(1)]);
    equal(await sizeOf(store, other.space), 1);
    equal(await store.chunk(other.space, hashOf(one.wraps)), null);
  });

  onEmpty("a chunk is there whole and right, or not at all", async (store) => {
    const { space } = await aSpace(store);
    const bytes = some(5000);
    const hash = hashOf(bytes);
    const kept = (content: Uint8Array, mostBytes = 5000) =>
      store.keepChunk(space, { hash, content: inPieces(content), mostBytes, quota, receivedAt: start });
    equal(await kept(some(5000)), "hash-mismatch");
    equal(await kept(bytes.subarray(0, 4999)), "hash-mismatch");
    equal(await kept(bytes, 4999), "too-large");
    equal(await store.chunk(space, hash), null);
    const before = (await bytesIn(store, space)) ?? 0;
    equal(await Promise.all([kept(bytes), kept(bytes)]), ["kept", "kept"]);
    equal(await kept(bytes), "kept");
    equal(await store.chunk(space, hash), bytes);
    equal(await bytesIn(store, space), before + 5000);
  });

  onEmpty("a chunk whose sender breaks off leaves nothing", async (store) => {
    const { space } = await aSpace(store);
    const bytes = some(3000);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 1000);
      throw new Error("gone");
    }
    const chunk = { hash: hashOf(bytes), mostBytes: 5000, quota, receivedAt: start };
    equal(await store.keepChunk(space, { ...chunk, content: broken() }).catch(() => "broke off"), "broke off");
    equal(await store.chunk(space, chunk.hash), null);
    equal(await store.keepChunk(space, { ...chunk, content: inPieces(bytes) }), "kept");
  });

  onEmpty("a space takes no more bytes or chunks than it may", async (store) => {
    const { space } = await aSpace(store);
    const bytes = some(3000);
    const keep = (most: { bytes: number; chunks: number }) =>
      store.keepChunk(space, {
        hash: hashOf(bytes),
        content: inPieces(bytes),
        mostBytes: 5000,
        quota: most,
        receivedAt: start,
      });
    const used = (await bytesIn(store, space)) ?? 0;
    equal(await keep({ bytes: used + 2999, chunks: 9 }), "quota");
    equal(await keep({ bytes: 1e9, chunks: 1 }), "quota");
    equal(await keep({ bytes: used + 3000, chunks: 2 }), "kept");
  });

  onEmpty("chunks that no entry names go when they are old; named ones stay", async (store) => {
    const { space, wraps } = await aSpace(store);
    const [named, left] = [some(100), some(200)];
    for (const bytes of [named, left])
      await store.keepChunk(space, {
        hash: hashOf(bytes),
        content: inPieces(bytes),
        mostBytes: 5000,
        quota,
        receivedAt: start,
      });
    await store.append(space, 1, [anEntry(1, { chunks: [hashOf(named)] })]);
    equal((await store.sweep({ now: start, chunksBefore: start })).chunks, 0);
    equal((await store.sweep({ now: start, chunksBefore: start + 1 })).chunks, 1);
    equal(await store.chunk(space, hashOf(left)), null);
    equal(await store.chunk(space, hashOf(named)), named);
    equal(await store.chunk(space, hashOf(wraps)), wraps);
    equal((await store.head(space))?.chunks, 2);
  });

  onEmpty("a slot is written once, the same bytes as often as they come", async (store) => {
    const door = { id: some(16), slot: "request" as const };
    const times = { now: start, expires: start + 1000, mostDoors: 10 };
    equal(await store.readSlot(door, start), "empty");
    equal(await store.fillSlot(door, some(50).fill(1), times), "kept");
    equal(await store.fillSlot(door, some(50).fill(1), times), "kept");
    equal(await store.fillSlot(door, some(50).fill(2), times), "taken");
    equal(await store.readSlot(door, start), some(50).fill(1));
    equal(await store.readSlot({ ...door, slot: "answer" }, start), "empty");
    equal(await store.fillSlot({ ...door, slot: "answer" }, some(9).fill(3), times), "kept");
  });

  onEmpty("both slots of a door expire with the first, and their bytes are gone", async (store) => {
    const door = { id: some(16), slot: "request" as const };
    const answer = { ...door, slot: "answer" as const };
    await store.fillSlot(door, some(50), { now: start, expires: start + 1000, mostDoors: 10 });
    await store.fillSlot(answer, some(50), { now: start + 900, expires: start + 1900, mostDoors: 10 });
    equal(await store.readSlot(answer, start + 1000), "expired");
    equal(
      await store.fillSlot(answer, some(9), { now: start + 1000, expires: start + 9000, mostDoors: 10 }),
      "expired",
    );
    equal((await store.sweep({ now: start + 1000, chunksBefore: 0 })).doors, 2);
    equal((await store.sweep({ now: start + 1000, chunksBefore: 0 })).doors, 0);
    equal(await store.readSlot(door, start + 1000), "expired");
    await store.sweep({ now: start + 40 * 24 * 3600 * 1000, chunksBefore: 0 });
    equal(await store.readSlot(door, start + 1000), "empty");
  });

  onEmpty("there are no more doors than there may be", async (store) => {
    const times = { now: start, expires: start + 1000, mostDoors: 1 };
    const first = { id: some(16), slot: "request" as const };
    equal(await store.fillSlot(first, some(5), times), "kept");
    equal(await store.fillSlot({ ...first, id: some(16) }, some(5), times), "full");
    equal(await store.fillSlot({ ...first, slot: "answer" }, some(5), times), "kept");
  });
}

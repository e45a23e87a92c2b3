/**
 * What a relay must keep, whatever keeps it: sealed entries in their order, chunks, the slots of doors. Everything is
 * bytes and numbers; nothing here can be opened. Every store passes `store.conformance.ts`.
 *
 * When a promise resolves, what it kept survives the loss of the process and of the machine's power.
 */

import type { PlacedEntry } from "@saksi/wire/exchange";

export interface SpaceHead {
  /** Entries kept: the next one's position */
  readonly size: number;
  /** Bytes kept, of entries and chunks together */
  readonly bytes: number;
  readonly chunks: number;
}

export interface StoredEntry extends PlacedEntry {
  readonly id: Uint8Array;
}

/** An entry that was judged; the store gives it the position that the space's head says. */
export interface NewEntry {
  readonly id: Uint8Array;
  readonly device: Uint8Array;
  readonly dseq: number;
  readonly header: Uint8Array;
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
  readonly receivedAt: number;
  /** Hashes of the chunks that must stay while this entry does */
  readonly chunks: readonly Uint8Array[];
}

export interface FoundEntry {
  readonly id: Uint8Array;
  readonly position: number;
  readonly receivedAt: number;
}

export interface NewChunk {
  readonly hash: Uint8Array;
  readonly content: AsyncIterable<Uint8Array>;
  /** What may at most come out of `content` */
  readonly mostBytes: number;
  /** What the space may hold with it */
  readonly quota: { readonly bytes: number; readonly chunks: number };
  readonly receivedAt: number;
}

export type Slot = "request" | "answer";

export interface DoorSlot {
  readonly id: Uint8Array;
  readonly slot: Slot;
}

export interface Store {
  /** `null`: no such space here. */
  head(space: Uint8Array): Promise<SpaceHead | null>;

  /** Begins a space with its genesis and the blob of wraps that it names; `exists` where it was begun before. */
  begin(
    space: Uint8Array,
    genesis: NewEntry,
    wraps: { hash: Uint8Array; bytes: Uint8Array },
  ): Promise<"begun" | "exists">;

  /** Appends all of them in one transaction, from position `from`; none where the head is not there (any more). */
  append(space: Uint8Array, from: number, entries: readonly NewEntry[]): Promise<"appended" | "moved">;

  /** What stands at a place of a device's chain. */
  find(space: Uint8Array, device: Uint8Array, dseq: number): Promise<FoundEntry | null>;

  /** At most `count` entries from position `after` on, in order. */
  entries(space: Uint8Array, after: number, count: number): Promise<readonly StoredEntry[]>;

  /** Takes a chunk as it comes; nothing of it is seen before all of it is there and its SHA-256 is the one named. */
  keepChunk(space: Uint8Array, chunk: NewChunk): Promise<"kept" | "too-large" | "hash-mismatch" | "quota">;

  chunk(space: Uint8Array, hash: Uint8Array): Promise<Uint8Array | null>;

  /** Writes a slot once. The same bytes again are `kept` as well, since an answer can be lost on the way. */
  fillSlot(
    door: DoorSlot,
    content: Uint8Array,
    times: { readonly now: number; readonly expires: number; readonly mostDoors: number },
  ): Promise<"kept" | "taken" | "expired" | "full">;

  readSlot(door: DoorSlot, now: number): Promise<Uint8Array | "empty" | "expired">;

  /** Drops what nobody may ask for any more: contents of expired doors, and chunks older than `chunksBefore` that no entry names. */
  sweep(times: { readonly now: number; readonly chunksBefore: number }): Promise<{ doors: number; chunks: number }>;

  counts(): Promise<{ spaces: number; entries: number }>;

  close(): void;
}

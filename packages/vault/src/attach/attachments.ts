/**
 * Files of exhibits. Attaching seals a file into this vault; uploading and downloading move sealed chunks between vault
 * and relay; fetching opens them. None of it ever holds more than a few chunks in memory.
 */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { FileValue, Value } from "@saksi/domain/value";
import type { Result } from "@saksi/wire/result";
import type { Crypto } from "../crypto.ts";
import type { Disk } from "../disk.ts";
import type { FileSource, OnProgress, TransferRow } from "../port.ts";
import type { Problem } from "../problem.ts";
import type { Sqlite } from "../sqlite.ts";
import { attachFile } from "./attach.ts";
import { bringFile, bringWanted } from "./bring.ts";
import { chunkFile } from "./chunk-file.ts";
import { fetchFile } from "./fetch.ts";
import { readFileValue } from "./file-value.ts";
import { movements } from "./movements.ts";
import { transferRows } from "./transfer-rows.ts";
import { uploadChunks } from "./upload.ts";

export interface AttachContext {
  readonly db: Sqlite;
  readonly disk: Pick<Disk, "readWhole" | "writeWhole" | "listWhole" | "removeWhole">;
  readonly crypto: Pick<Crypto, "aead" | "sha256" | "random">;
  /** Undefined where this device does not have the record. */
  exhibit(
    id: RecordId,
  ): { readonly space: SpaceId; readonly type: string; readonly file: Value | undefined } | undefined;
  /** Saves the exhibit's `file`, all the way down to the log. */
  save(id: RecordId, file: FileValue): Promise<Result<unknown, Problem>>;
  /** Null: the space has no relay. */
  relay(space: SpaceId): ChunkRelay | null;
  /** The rows of `transfers` changed. */
  changed(): void;
}

/** A problem of kind `relay-refused` with the refusal `no-such-chunk` means: not there yet. */
export interface ChunkRelay {
  put(hash: Uint8Array, sealed: Uint8Array): Promise<Result<unknown, Problem>>;
  get(hash: Uint8Array): Promise<Result<Uint8Array, Problem>>;
}

export interface AttachGiven {
  readonly exhibit: RecordId;
  readonly file: Blob | FileSource;
  readonly name: string;
  readonly mediaType: string;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

export interface FetchGiven {
  readonly exhibit: RecordId;
  readonly onChunk: (bytes: Uint8Array) => void | Promise<void>;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

export interface Attachments {
  attach(given: AttachGiven): Promise<Result<FileValue, Problem>>;
  fetch(given: FetchGiven): Promise<Result<FileValue, Problem>>;
  /** Sends what waits, one chunk after the other; a part of every round with the relay. Ends at the first problem. */
  upload(space: SpaceId, signal?: AbortSignal): Promise<Result<{ readonly sent: number }, Problem>>;
  /** Brings what was asked for and has not come; a part of every round as well. What the relay lacks waits for the next. */
  bring(space: SpaceId, closing: AbortSignal): Promise<void>;
  unsentChunks(space: SpaceId): number;
  /** Whether anything has still to move, either way; not what a person paused. */
  waits(space: SpaceId): boolean;
  /** Until it is resumed, also after a lock or a kill. At most the chunk that is on its way still arrives. */
  pause(exhibit: RecordId): void;
  resume(exhibit: RecordId): void;
  /** Forgets a file that was being attached, with what is sealed of it, or that was to come here. */
  leave(exhibit: RecordId): Promise<void>;
  transfers(): readonly TransferRow[];
}

export function attachments(context: AttachContext): Attachments {
  const rows = transferRows(context.db);
  const moving = movements(rows, context.changed);
  const within = { ...context, rows, moving };
  /** What is brought unasked, by exhibit: whoever asks for the file takes over. */
  const background = new Map<RecordId, { readonly stop: AbortController; readonly over: Promise<unknown> }>();
  const asked = new Set<RecordId>();

  return {
    attach: (given) => attachFile(within, given),
    async fetch(given) {
      const { exhibit } = given;
      asked.add(exhibit);
      try {
        background.get(exhibit)?.stop.abort();
        await background.get(exhibit)?.over;
        // To ask for a file is to want it after all.
        if (rows.wanted().some((each) => each.exhibit === exhibit)) rows.pause(exhibit, false);
        return await fetchFile(within, given);
      } finally {
        asked.delete(exhibit);
      }
    },
    bring: (space, closing) =>
      bringWanted(within, space, async (given) => {
        if (asked.has(given.exhibit) || closing.aborted) return;
        const stop = new AbortController();
        const over = bringFile(within, { ...given, signal: AbortSignal.any([stop.signal, closing]) });
        background.set(given.exhibit, { stop, over: over.catch(() => undefined) });
        await over.finally(() => background.delete(given.exhibit));
      }),
    waits: (space) =>
      rows.unsent(space).length > 0 || rows.wanted().some((each) => each.space === space && !each.paused),
    upload: (space, signal) => uploadChunks(within, space, signal),
    unsentChunks: (space) =>
      rows.sending().reduce((sum, each) => (each.space === space ? sum + each.chunks - each.done : sum), 0),
    pause(exhibit) {
      rows.pause(exhibit, true);
      context.changed();
    },
    resume(exhibit) {
      rows.pause(exhibit, false);
      context.changed();
    },
    async leave(exhibit) {
      background.get(exhibit)?.stop.abort();
      await background.get(exhibit)?.over;
      // A kill may have come between naming the file and noting that it is named.
      const named = new Set(readFileValue(context.exhibit(exhibit)?.file)?.chunks);
      for (const hash of rows.leave(exhibit)) if (!named.has(hash)) await context.disk.removeWhole(chunkFile(hash));
      context.changed();
    },
    transfers: moving.rows,
  };
}

/**
 * A file on its way out of the vault: chunks that are not here are asked of the relay, checked by their names and kept;
 * then opened one by one. Nothing is handed out before all of it is here.
 */

import type { SpaceId } from "@saksi/domain/id";
import type { FileValue } from "@saksi/domain/value";
import { fromHex, toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import type { Problem } from "../problem.ts";
import type { Within } from "./attach.ts";
import type { FetchGiven } from "./attachments.ts";
import { chunkSpan, openChunk } from "./chunk.ts";
import { chunkFile } from "./chunk-file.ts";
import { keyBytes, readFileValue } from "./file-value.ts";
import { runningSha256 } from "./running-sha256.ts";

/** `file-not-here`: so many chunks have not come to the relay yet, or there is no way to it. `file-altered`: not what was attached. */
export async function fetchFile(within: Within, given: FetchGiven): Promise<Result<FileValue, Problem>> {
  const { exhibit: id } = given;
  const exhibit = within.exhibit(id);
  if (!exhibit) return err({ kind: "no-such-record", id });
  if (exhibit.type !== "exhibit" || exhibit.file === undefined) return err({ kind: "not-a-file-record", id });
  const file = readFileValue(exhibit.file);
  if (!file) return err({ kind: "file-altered", id });
  const here = await download(within, given, { space: exhibit.space, file });
  return here.ok ? handOut(within, given, file) : here;
}

async function download(
  within: Within,
  { exhibit, onProgress, signal }: FetchGiven,
  { space, file }: { readonly space: SpaceId; readonly file: FileValue },
): Promise<Result<null, Problem>> {
  const relay = within.relay(space);
  const names = new Set(await within.disk.listWhole());
  const absent = [...new Set(file.chunks)].filter((hash) => !names.has(chunkFile(hash)));
  const chunks = file.chunks.length;
  const had = chunks - absent.length;
  let missing = 0;
  for (const [index, hash] of absent.entries()) {
    if (signal?.aborted) return paused(within, { exhibit, chunks, done: had + index });
    const name = fromHex(hash);
    const got = relay && name ? await relay.get(name) : undefined;
    if (got?.ok && toHex(within.crypto.sha256(got.value)) === hash) {
      await within.disk.writeWhole(chunkFile(hash), got.value);
      within.moving.show({ exhibit, direction: "down", chunks, done: had + index + 1 - missing, state: "moving" });
      onProgress?.({ done: index + 1, total: absent.length, step: "download" });
      continue;
    }
    missing += 1;
    if (!got?.ok && !isNotThereYet(got?.error)) {
      // No way to the relay now: all the rest is missing as well.
      missing = absent.length - index;
      within.moving.show({ exhibit, direction: "down", chunks, done: chunks - missing, state: "waiting-for-network" });
      return err({ kind: "file-not-here", id: exhibit, missing });
    }
  }
  within.moving.over(exhibit, "down");
  return missing === 0 ? ok(null) : err({ kind: "file-not-here", id: exhibit, missing });
}

/** The relay answered, and does not have it. */
const isNotThereYet = (problem: Problem | undefined): boolean =>
  problem?.kind === "relay-refused" && problem.refusal === "no-such-chunk";

async function handOut(within: Within, given: FetchGiven, file: FileValue): Promise<Result<FileValue, Problem>> {
  const { exhibit: id, onChunk, onProgress, signal } = given;
  const altered = err({ kind: "file-altered", id } as const);
  const key = keyBytes(file.key);
  const running = runningSha256();
  for (const [index, hash] of file.chunks.entries()) {
    if (signal?.aborted) return err({ kind: "stopped-by-person" });
    const sealed = await within.disk.readWhole(chunkFile(hash));
    if (!sealed || !key) return err({ kind: "file-not-here", id, missing: 1 });
    if (toHex(within.crypto.sha256(sealed)) !== hash) {
      // A damaged disk: gone from here, so that another fetch may get the right bytes from the relay.
      await within.disk.removeWhole(chunkFile(hash));
      return altered;
    }
    const place = { index, last: index === file.chunks.length - 1 };
    const bytes = openChunk(within.crypto.aead, key, place, sealed);
    if (bytes?.length !== chunkSpan(file.bytes, index).length) return altered;
    running.add(bytes);
    await onChunk(bytes);
    onProgress?.({ done: index + 1, total: file.chunks.length, step: "open" });
  }
  return running.end() === file.sha256 ? ok(file) : altered;
}

function paused(
  within: Within,
  {
    exhibit,
    chunks,
    done,
  }: { readonly exhibit: FetchGiven["exhibit"]; readonly chunks: number; readonly done: number },
): Result<never, Problem> {
  within.moving.show({ exhibit, direction: "down", chunks, done, state: "paused" });
  return err({ kind: "stopped-by-person" });
}

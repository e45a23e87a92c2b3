/** A file on its way out of the vault: brought here, then opened chunk by chunk. Nothing is handed out before all of it is here. */

import type { FileValue } from "@saksi/domain/value";
import { toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import type { Problem } from "../problem.ts";
import type { Within } from "./attach.ts";
import type { FetchGiven } from "./attachments.ts";
import { bringFile } from "./bring.ts";
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
  const { onChunk: _, ...asked } = given;
  const here = await bringFile(within, { ...asked, space: exhibit.space, file });
  return here.ok ? handOut(within, given, file) : here;
}

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

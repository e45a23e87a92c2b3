/**
 * A file on its way into the vault: hashed first, before anything else touches it; then sealed chunk by chunk onto disk;
 * then named by its exhibit. Broken off at any point, the same file attached again goes on where it was.
 */

import type { FileValue } from "@saksi/domain/value";
import { toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import type { FileSource } from "../port.ts";
import type { Problem } from "../problem.ts";
import type { AttachContext, AttachGiven } from "./attachments.ts";
import { chunkCount, chunkSpan, sealChunk } from "./chunk.ts";
import { chunkFile } from "./chunk-file.ts";
import { keyText } from "./file-value.ts";
import type { Movements } from "./movements.ts";
import { runningSha256 } from "./running-sha256.ts";
import type { Sealing, TransferRows } from "./transfer-rows.ts";

export type Within = AttachContext & { readonly rows: TransferRows; readonly moving: Movements };

/** `file-altered`: the file changed between being hashed and being sealed. */
export async function attachFile(within: Within, given: AttachGiven): Promise<Result<FileValue, Problem>> {
  const { exhibit: id } = given;
  const exhibit = within.exhibit(id);
  if (!exhibit) return err({ kind: "no-such-record", id });
  if (exhibit.type !== "exhibit") return err({ kind: "not-a-file-record", id });
  const attached = await hashAndSeal(within, given);
  if (!attached.ok) {
    within.moving.over(id, "up");
    return attached;
  }
  const { file, sealing } = attached.value;
  within.rows.send(id, exhibit.space, file.chunks);
  const saved = await within.save(id, file);
  within.moving.over(id, "up");
  if (!saved.ok) return saved;
  within.rows.end(sealing);
  // Another file that was begun for this exhibit is not wanted any more.
  for (const hash of within.rows.leave(id)) await within.disk.removeWhole(chunkFile(hash));
  return ok(file);
}

async function hashAndSeal(
  within: Within,
  given: AttachGiven,
): Promise<Result<{ readonly file: FileValue; readonly sealing: Sealing }, Problem>> {
  const sha256 = await sha256Of(given);
  if (sha256 === undefined) return err({ kind: "stopped-by-person" });
  const { rows, crypto } = within;
  const sealing = rows.begin(given.exhibit, sha256, () => crypto.random(32));
  const { size } = given.file;
  const chunks = chunkCount(size);
  const names: string[] = [];
  const again = runningSha256();
  const here = new Set(await within.disk.listWhole());
  for (let index = 0; index < chunks; index += 1) {
    if (given.signal?.aborted) return err({ kind: "stopped-by-person" });
    const bytes = await pieceOf(given.file, chunkSpan(size, index));
    again.add(bytes);
    const known = sealing.done.get(index);
    const name =
      known !== undefined && here.has(chunkFile(known))
        ? known
        : await seal(within, { sealing, index, last: index === chunks - 1, bytes });
    names.push(name);
    within.moving.show({ exhibit: given.exhibit, direction: "up", chunks, done: index + 1, state: "moving" });
    given.onProgress?.({ done: index + 1, total: chunks, step: "seal" });
  }
  if (again.end() !== sha256) return err({ kind: "file-altered", id: given.exhibit });
  const { mediaType, name } = given;
  const file = { sha256, bytes: size, mediaType, name, key: keyText(sealing.key), chunks: names };
  return ok({ file, sealing });
}

/** The chunk is on disk before its name is noted: what is noted is there. */
async function seal(
  { crypto, disk, rows }: Within,
  given: { readonly sealing: Sealing; readonly index: number; readonly last: boolean; readonly bytes: Uint8Array },
): Promise<string> {
  const sealed = sealChunk(crypto.aead, given.sealing.key, given, given.bytes);
  const hash = toHex(crypto.sha256(sealed));
  await disk.writeWhole(chunkFile(hash), sealed);
  rows.sealed(given.sealing, given.index, hash);
  return hash;
}

/** Undefined when a person stopped it. */
async function sha256Of({ file, onProgress, signal }: AttachGiven): Promise<string | undefined> {
  const running = runningSha256();
  const pieces = chunkCount(file.size);
  for (let index = 0; index < pieces; index += 1) {
    if (signal?.aborted) return undefined;
    running.add(await pieceOf(file, chunkSpan(file.size, index)));
    onProgress?.({ done: index + 1, total: pieces, step: "hash" });
  }
  return running.end();
}

async function pieceOf(
  file: Blob | FileSource,
  { at, length }: { readonly at: number; readonly length: number },
): Promise<Uint8Array> {
  return "read" in file ? file.read(at, length) : new Uint8Array(await file.slice(at, at + length).arrayBuffer());
}

/**
 * A backup onto a device that has no vault. The file with the keys is written last: before it there is no vault, and a
 * restore that broke off can be begun again.
 */

import { concat, sameBytes, textBytes } from "@saksi/wire/bytes";
import { decodeSequence } from "@saksi/wire/cbor";
import { err, ok, type Result } from "@saksi/wire/result";
import { Decrypter } from "age-encryption";
import { type Disk, type DiskFile, isName } from "../disk.ts";
import { keyFile } from "../keys/unlock.ts";
import type { FileSource, Vault } from "../port.ts";
import type { Problem } from "../problem.ts";
import type { Surroundings } from "../surroundings.ts";
import { type BackupPiece, readPiece } from "./backup-pieces.ts";

const ageMark = textBytes("age-encryption.org/v1\n");
const readBytes = 1024 * 1024;

export async function restoreBackup(
  around: Surroundings,
  disk: Disk,
  given: Parameters<Vault["restore"]>[0],
): Promise<Result<void, Problem>> {
  if ((await disk.readWhole(keyFile)) !== undefined) return err({ kind: "vault-exists" });
  const start = await bytesAt(given.file, 0, ageMark.length);
  if (!sameBytes(start, ageMark)) return err({ kind: "not-a-backup" });
  const opened = await decrypted(given);
  if (!opened.ok) return opened;
  await clear(around, disk);
  const restored = await takePieces(around, disk, opened.value);
  if (!restored.ok) await clear(around, disk);
  return restored;
}

async function decrypted(given: Parameters<Vault["restore"]>[0]): Promise<Result<ReadableStream<Uint8Array>, Problem>> {
  const age = new Decrypter();
  age.addPassphrase(given.passphrase.normalize("NFKC"));
  try {
    return ok(await age.decrypt(streamOf(given)));
  } catch (error) {
    const wrong = error instanceof Error && error.message.includes("no identity");
    return err(wrong ? { kind: "wrong-passphrase" } : { kind: "not-a-backup" });
  }
}

async function takePieces(
  around: Surroundings,
  disk: Disk,
  plain: ReadableStream<Uint8Array>,
): Promise<Result<void, Problem>> {
  const files = new Map<number, { readonly file: DiskFile; size: number }>();
  let keys: Uint8Array | null = null;
  let last: BackupPiece["kind"] | null = null;
  for await (const piece of piecesIn(plain)) {
    if (piece === null || (last === null) !== (piece.kind === "begin")) return err(damaged);
    if (piece.kind === "whole" && !isName(piece.name)) return err(damaged);
    last = piece.kind;
    if (piece.kind === "whole" && piece.name === keyFile) keys = piece.bytes.slice();
    else if (piece.kind === "whole") await disk.writeWhole(piece.name, piece.bytes);
    else if (piece.kind === "stretch") {
      const known = files.get(piece.file) ?? { file: await newFile(around, disk), size: 0 };
      files.set(piece.file, known);
      if (piece.at !== known.size) return err(damaged); // ours come one behind the other
      known.file.write(piece.at, piece.bytes);
      known.size += piece.bytes.length;
    }
  }
  if (last !== "end" || keys === null) return err(damaged);
  for (const { file } of files.values()) {
    file.flush();
    file.close();
  }
  await disk.writeWhole(keyFile, keys);
  return ok(undefined);
}

const damaged: Problem = { kind: "damaged-file", what: "backup" };

/** Null, and then the end: altered, cut short, or not what a backup holds. */
async function* piecesIn(plain: ReadableStream<Uint8Array>): AsyncIterable<BackupPiece | null> {
  const reader = plain.getReader();
  let left: Uint8Array = new Uint8Array(0);
  for (;;) {
    let read: { done: boolean; value?: Uint8Array | undefined };
    try {
      read = await reader.read();
    } catch {
      return yield null; // a seal that does not hold
    }
    if (read.done) return left.length > 0 ? yield null : undefined;
    left = concat(left, read.value ?? new Uint8Array(0));
    const values = decodeSequence(left);
    if (!values.ok) return yield null;
    for (const value of values.value.values) yield readPiece(value);
    left = left.slice(values.value.taken);
  }
}

/** In OPFS files are opened in advance and a few at a time: the next is there in a moment. */
async function newFile(around: Surroundings, disk: Disk): Promise<DiskFile> {
  for (;;) {
    const file = disk.create();
    if (file) return file;
    await around.sleep(20);
  }
}

async function clear(around: Surroundings, disk: Disk): Promise<void> {
  for (const name of disk.list()) disk.remove(name);
  for (const name of await disk.listWhole()) await disk.removeWhole(name);
  await around.dropTablesFile();
}

function streamOf({ file, onProgress }: Parameters<Vault["restore"]>[0]): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const bytes = await bytesAt(file, at, readBytes);
      at += bytes.length;
      onProgress?.({ done: at, total: file.size, step: "restore" });
      if (bytes.length > 0) controller.enqueue(bytes);
      if (bytes.length < readBytes) controller.close();
    },
  });
}

const bytesAt = async (file: Blob | FileSource, at: number, length: number): Promise<Uint8Array> =>
  file instanceof Blob ? new Uint8Array(await file.slice(at, at + length).arrayBuffer()) : file.read(at, length);

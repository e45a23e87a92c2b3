/**
 * What lies inside a backup, one CBOR value after the other, none over a mebibyte:
 * `[0, "saksi backup", 1]`, then `[1, name, bytes]` for each whole file, `[2, number, at, bytes]` for each stretch of
 * the log's files, and `[3]` at the end. All of it is as it lies on the device: sealed under the vault's own key, which
 * the file `keys` keeps under the vault's own passphrase.
 */

import { type Cbor, encode } from "@saksi/wire/cbor";
import type { Disk } from "../disk.ts";

export type BackupPiece =
  | { readonly kind: "begin" }
  | { readonly kind: "whole"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "stretch"; readonly file: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: "end" };

const mark = "saksi backup";
const format = 1;
const stretchBytes = 512 * 1024;

/** Everything on a disk, up to where each file ends now; what is appended meanwhile is left for the next backup. */
export async function* piecesOf(
  disk: Disk,
): AsyncIterable<{ readonly bytes: Uint8Array; readonly done: number; readonly total: number }> {
  const files = disk.list().map((name) => disk.open(name));
  const sizes = files.map((file) => file.size());
  const names = await disk.listWhole();
  const total = names.length + sizes.reduce((sum, size) => sum + Math.ceil(size / stretchBytes), 0);
  let done = 0;
  yield { bytes: encode([0, mark, format]), done, total };
  for (const [number, file] of files.entries()) {
    const size = sizes[number] ?? 0;
    for (let at = 0; at < size; at += stretchBytes) {
      const bytes = file.read(at, Math.min(stretchBytes, size - at));
      done += 1;
      yield { bytes: encode([2, number, at, bytes]), done, total };
    }
  }
  for (const name of names) {
    const bytes = await disk.readWhole(name);
    done += 1;
    if (bytes !== undefined) yield { bytes: encode([1, name, bytes]), done, total };
  }
  yield { bytes: encode([3]), done, total };
}

/** Null: not a piece of a backup that this version can read. */
export function readPiece(value: Cbor): BackupPiece | null {
  if (!Array.isArray(value)) return null;
  const [kind, first, second, third] = value as readonly Cbor[];
  if (kind === 0) return first === mark && second === format ? { kind: "begin" } : null;
  if (kind === 1)
    return typeof first === "string" && second instanceof Uint8Array
      ? { kind: "whole", name: first, bytes: second }
      : null;
  if (kind === 2)
    return typeof first === "number" && typeof second === "number" && third instanceof Uint8Array
      ? { kind: "stretch", file: first, at: second, bytes: third }
      : null;
  return kind === 3 ? { kind: "end" } : null;
}

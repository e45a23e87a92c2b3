/**
 * How a file is cut and sealed. Every chunk is sealed under the file's own key with its place bound in, so that none can
 * be moved, left out at the end, or put into another file.
 *
 *   nonce      = index (8 bytes, big-endian) ‖ last (1 byte: 1 or 0) ‖ zeros (15)
 *   associated = "saksi/v1/chunk\0" ‖ index (8) ‖ last (1)
 *   sealed     = XChaCha20-Poly1305(key, nonce, associated, up to 1 MiB)         name = SHA-256(sealed), hexadecimal
 *
 * A key is used for one file only, so no nonce repeats; sealing a chunk again gives the same bytes, which is what lets
 * a broken attachment go on. An empty file is one empty chunk.
 */

import { concat, textBytes } from "@saksi/wire/bytes";
import type { Aead } from "../crypto.ts";

export const chunkBytes = 1024 * 1024;
const tagBytes = 16;
const domain = textBytes("saksi/v1/chunk\0");

export interface ChunkPlace {
  /** From 0 */
  readonly index: number;
  readonly last: boolean;
}

export const chunkCount = (bytes: number): number => Math.max(1, Math.ceil(bytes / chunkBytes));

/** Where a chunk's bytes lie in the file. */
export function chunkSpan(bytes: number, index: number): { readonly at: number; readonly length: number } {
  const at = index * chunkBytes;
  return { at, length: Math.min(chunkBytes, bytes - at) };
}

export const sealChunk = (aead: Aead, key: Uint8Array, place: ChunkPlace, bytes: Uint8Array): Uint8Array =>
  aead.seal(key, nonceOf(place), concat(domain, placeBytes(place)), bytes);

/** Undefined: altered, of another file, or not from this place. */
export function openChunk(aead: Aead, key: Uint8Array, place: ChunkPlace, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length > chunkBytes + tagBytes) return undefined;
  return aead.open(key, nonceOf(place), concat(domain, placeBytes(place)), sealed);
}

function nonceOf(place: ChunkPlace): Uint8Array {
  const nonce = new Uint8Array(24);
  nonce.set(placeBytes(place));
  return nonce;
}

function placeBytes({ index, last }: ChunkPlace): Uint8Array {
  const bytes = new Uint8Array(9);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(index));
  bytes[8] = last ? 1 : 0;
  return bytes;
}

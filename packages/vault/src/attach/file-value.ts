/** What an exhibit says of its file, read with suspicion: another member wrote it. */

import type { FileValue, Value } from "@saksi/domain/value";
import { chunkCount } from "./chunk.ts";

const sha256Hex = /^[0-9a-f]{64}$/;

/** Undefined where it is not what a file value must be, or does not add up. */
export function readFileValue(value: Value | undefined): FileValue | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { sha256, bytes, mediaType, name, key, chunks } = value as Readonly<Record<string, Value>>;
  if (typeof sha256 !== "string" || !sha256Hex.test(sha256)) return undefined;
  if (typeof bytes !== "number" || !Number.isSafeInteger(bytes) || bytes < 0) return undefined;
  if (typeof mediaType !== "string" || typeof name !== "string" || typeof key !== "string") return undefined;
  if (keyBytes(key)?.length !== 32 || !Array.isArray(chunks) || chunks.length !== chunkCount(bytes)) return undefined;
  const hashes = chunks.filter((hash): hash is string => typeof hash === "string" && sha256Hex.test(hash));
  if (hashes.length !== chunks.length) return undefined;
  return { sha256, bytes, mediaType, name, key, chunks: hashes };
}

export const keyText = (key: Uint8Array): string => btoa(String.fromCharCode(...key));

/** Undefined where it is no base64. */
export function keyBytes(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return undefined;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

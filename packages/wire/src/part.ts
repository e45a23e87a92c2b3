/**
 * The body of an entry: sealed parts, one a record, each in its circle.
 *
 * A part on the wire is `[circle, salt, commit, ciphertext, [chunk hashes]]`; a part that was dropped leaves its leaf,
 * `[circle, commit, SHA-256(salt ‖ ciphertext), length, [chunk hashes]]`, so the body's root can still be computed. Salt
 * and ciphertext are hashed together: a salt that anyone could alter would make a part unreadable and leave no trace.
 */

import { concatToHash } from "./bytes.ts";
import { type Cbor, type CborError, encode, type Reader, reading, sizeOf } from "./cbor.ts";
import { limits } from "./header.ts";
import { leafHash, rootOf } from "./merkle.ts";
import type { Sha256 } from "./primitives.ts";
import { err, type Result } from "./result.ts";

export interface Part {
  readonly circle: number;
  /** 32 bytes */
  readonly salt: Uint8Array;
  /** 32 bytes: what the key of this part commits to */
  readonly commit: Uint8Array;
  readonly ciphertext: Uint8Array;
  /** SHA-256 of each sealed chunk of the files this part names */
  readonly chunks: readonly Uint8Array[];
}

/** What is left of a part that was dropped. */
export interface DroppedPart {
  readonly circle: number;
  readonly commit: Uint8Array;
  /** SHA-256 of salt and ciphertext, one after the other */
  readonly hash: Uint8Array;
  /** bytes of the ciphertext */
  readonly length: number;
  readonly chunks: readonly Uint8Array[];
}

export type BodyPart = Part | DroppedPart;

export type BodyError =
  | CborError
  | { readonly kind: "too-many-parts" }
  | { readonly kind: "too-large" }
  | { readonly kind: "body-mismatch" };

export const isDropped = (part: BodyPart): part is DroppedPart => !("ciphertext" in part);

export const encodeBody = (parts: readonly BodyPart[]): Uint8Array => encode(parts.map(partAsCbor));

export function decodeBody(bytes: Uint8Array): Result<readonly BodyPart[], BodyError> {
  if (bytes.length > limits.bodyBytes) return err({ kind: "too-large" });
  let tooMany = false;
  const parts = reading(bytes, (read) => {
    const count = read.array();
    tooMany = count > limits.parts;
    return tooMany ? read.refuse() : Array.from({ length: count }, () => readPart(read));
  });
  return tooMany ? err({ kind: "too-many-parts" }) : parts;
}

/** RFC 6962 root over the leaves of a body. */
export const bodyRoot = (sha256: Sha256, parts: readonly BodyPart[]): Uint8Array =>
  rootOf(
    sha256,
    parts.map((part) => leafHash(sha256, encode(leafOf(sha256, part)))),
  );

/** Bytes of a body when every part was whole; the same before and after parts are dropped. */
export function wholeLength(parts: readonly BodyPart[]): number {
  const heads = sizeOf(parts.map(() => 0)) - parts.length;
  return parts.reduce((sum, part) => sum + (isDropped(part) ? droppedSize(part) : sizeOf(partAsCbor(part))), heads);
}

/** A body's bytes against the root and length that its header signed. */
export function readBody(
  sha256: Sha256,
  bytes: Uint8Array,
  signed: { readonly bodyRoot: Uint8Array; readonly bodyLength: number },
): Result<readonly BodyPart[], BodyError> {
  if (signed.bodyLength > limits.bodyBytes) return err({ kind: "too-large" });
  const parts = decodeBody(bytes);
  if (!parts.ok) return parts;
  const root = bodyRoot(sha256, parts.value);
  const same = root.every((byte, index) => byte === signed.bodyRoot[index]);
  return same && wholeLength(parts.value) === signed.bodyLength ? parts : err({ kind: "body-mismatch" });
}

export function drop(sha256: Sha256, part: BodyPart): DroppedPart {
  if (isDropped(part)) return part;
  const { circle, salt, commit, ciphertext, chunks } = part;
  return { circle, commit, hash: sha256(concatToHash(salt, ciphertext)), length: ciphertext.length, chunks };
}

function partAsCbor(part: BodyPart): Cbor {
  return isDropped(part)
    ? [part.circle, part.commit, part.hash, part.length, part.chunks]
    : [part.circle, part.salt, part.commit, part.ciphertext, part.chunks];
}

function leafOf(sha256: Sha256, part: BodyPart): Cbor {
  const { circle, commit, hash, length, chunks } = drop(sha256, part);
  return [circle, commit, hash, length, chunks];
}

function droppedSize(part: DroppedPart): number {
  const head = sizeOf(part.length); // a byte string's head is as long as that of the integer
  return 1 + sizeOf(part.circle) + 34 + 34 + head + part.length + sizeOf(part.chunks);
}

/** The fourth field tells the two forms apart: a part carries bytes there, a leaf their length. */
function readPart(read: Reader): BodyPart {
  read.array(5);
  const circle = read.integer();
  if (circle >= limits.circles) read.refuse();
  const first = read.bytes(32);
  const second = read.bytes(32);
  const third = read.value();
  const chunks = Array.from({ length: read.array() }, () => read.bytes(32));
  if (typeof third === "number")
    return third >= 0 && third <= limits.bodyBytes
      ? { circle, commit: first, hash: second, length: third, chunks }
      : read.refuse();
  return third instanceof Uint8Array
    ? { circle, salt: first, commit: second, ciphertext: third, chunks }
    : read.refuse();
}

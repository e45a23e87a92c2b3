/**
 * What the relay signs: the size and root of a space's log, as a C2SP signed note (tlog-checkpoint, signed-note).
 *
 * `<origin>\n<size>\n<root, base64>\n\n— <name> <base64 of key hash (4 bytes) and Ed25519 signature>\n`
 * Origin is `saksi.relay/` and the space id in hexadecimal; the key's name is `saksi.relay`.
 */

import { concat, textBytes, toHex } from "./bytes.ts";
import type { Primitives, Sha256 } from "./primitives.ts";
import { err, ok, type Result } from "./result.ts";
import { verifySignature } from "./signature.ts";

export interface Checkpoint {
  readonly size: number;
  readonly root: Uint8Array;
}

export type CheckpointError = {
  readonly kind: "bad-checkpoint";
  readonly reason: "form" | "origin" | "key" | "signature";
};

const keyName = "saksi.relay";
const originOf = (space: Uint8Array): string => `${keyName}/${toHex(space)}`;

/** First four bytes of SHA-256(name, newline, 0x01, key), as signed-note asks. */
const keyHash = (sha256: Sha256, key: Uint8Array): Uint8Array =>
  sha256(concat(textBytes(`${keyName}\n`), Uint8Array.of(1), key)).subarray(0, 4);

export function writeCheckpoint(
  given: { readonly sha256: Sha256; readonly sign: (message: Uint8Array) => Uint8Array; readonly key: Uint8Array },
  space: Uint8Array,
  { size, root }: Checkpoint,
): string {
  const text = `${originOf(space)}\n${size}\n${toBase64(root)}\n`;
  const signature = given.sign(textBytes(text));
  return `${text}\n— ${keyName} ${toBase64(concat(keyHash(given.sha256, given.key), signature))}\n`;
}

export function readCheckpoint(
  { sha256, verify }: Primitives,
  note: string,
  expected: { readonly space: Uint8Array; readonly key: Uint8Array },
): Result<Checkpoint, CheckpointError> {
  const match = /^((.+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n)\n— (\S+) ([A-Za-z0-9+/]+=*)\n$/.exec(note);
  if (match === null) return err({ kind: "bad-checkpoint", reason: "form" });
  const [, text = "", origin, size, root = "", name, signed = ""] = match;
  if (origin !== originOf(expected.space)) return err({ kind: "bad-checkpoint", reason: "origin" });
  const signature = fromBase64(signed);
  const right = keyHash(sha256, expected.key).every((byte, index) => byte === signature[index]);
  if (name !== keyName || !right) return err({ kind: "bad-checkpoint", reason: "key" });
  if (!verifySignature(verify, expected.key, textBytes(text), signature.subarray(4)))
    return err({ kind: "bad-checkpoint", reason: "signature" });
  return ok({ size: Number(size), root: fromBase64(root) });
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

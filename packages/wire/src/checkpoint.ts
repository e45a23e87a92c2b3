/**
 * What the relay signs: the size and root of a space's log, as a C2SP signed note (tlog-checkpoint, signed-note).
 *
 * `<origin>\n<size>\n<root, base64>\n\n— <name> <base64 of key hash (4 bytes) and Ed25519 signature>\n`
 * Origin is `saksi.relay/` and the space id in hexadecimal; the key's name is `saksi.relay`. More signature lines may
 * follow, of witnesses that this version does not know; they are passed over.
 */

import { concat, sameBytes, textBytes, toHex } from "./bytes.ts";
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
const maxNoteLength = 8192;
/** Text, origin, size, root, signature lines */
const form =
  /^((.+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n)\n((?:— [^ \n]+ (?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\n)+)$/;
/** A signature line of the relay: 68 bytes. */
const ours = /^— saksi\.relay ([A-Za-z0-9+/]{91}=)$/gm;
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
  const match = note.length > maxNoteLength ? null : form.exec(note);
  const [, text = "", origin, digits, root = "", lines = ""] = match ?? [];
  const size = Number(digits);
  if (!Number.isSafeInteger(size)) return err({ kind: "bad-checkpoint", reason: "form" });
  if (origin !== originOf(expected.space)) return err({ kind: "bad-checkpoint", reason: "origin" });
  const hash = keyHash(sha256, expected.key);
  const signature = [...lines.matchAll(ours)]
    .map(([, signed = ""]) => fromBase64(signed))
    .find((bytes) => sameBytes(bytes.subarray(0, 4), hash));
  if (signature === undefined) return err({ kind: "bad-checkpoint", reason: "key" });
  if (!verifySignature(verify, expected.key, textBytes(text), signature.subarray(4)))
    return err({ kind: "bad-checkpoint", reason: "signature" });
  return ok({ size, root: fromBase64(root) });
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

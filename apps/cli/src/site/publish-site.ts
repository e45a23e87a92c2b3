/**
 * Hands a built site to a relay: the files as one CBOR list of `[path, bytes]`, and a seal over its hash in a header.
 * The relay shows it only if the key was named when it was started.
 */

import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import type { SiteFile } from "./site-file.ts";

export interface Upload {
  readonly relay: string;
  readonly key: KeyObject;
  /** Greater than that of any edition before: seconds since 1970 serve */
  readonly edition: number;
  readonly signal: AbortSignal;
}

export type Uploaded =
  | { readonly edition: number; readonly sha256: string }
  /** `refusal`: the relay's word; null: it could not be reached */
  | { readonly refused: string | null };

/** @returns  `null` where the text is no Ed25519 private key (PKCS #8, PEM) */
export function siteKeyFrom(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null; // that is the answer
  }
}

/** What an operator gives the relay as --site-key. */
export const publicHex = (key: KeyObject): string => rawPublic(key).toString("hex");

const rawPublic = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);

export function publishSite(files: readonly SiteFile[], upload: Upload): Promise<Uploaded> {
  return asked("PUT", bundleOf(files), upload);
}

/** Takes the edition back that is shown; the relay shows the one before it. */
export const takeBackSite = (upload: Upload): Promise<Uploaded> => asked("DELETE", new Uint8Array(), upload);

const domains = { PUT: "saksi/v1/site\0", DELETE: "saksi/v1/site-withdraw\0" } as const;

async function asked(
  method: "PUT" | "DELETE",
  list: Uint8Array,
  { relay, key, edition, signal }: Upload,
): Promise<Uploaded> {
  const sha256 = createHash("sha256").update(list).digest();
  const signed = Buffer.concat([Buffer.from(domains[method]), head(4, 2), head(0, edition), bytes(sha256)]);
  const seal = [head(4, 4), bytes(rawPublic(key)), head(0, edition), bytes(sha256), bytes(sign(null, signed, key))];
  try {
    const answer = await fetch(new URL("/v1/site", relay), {
      method,
      headers: { "saksi-site": Buffer.concat(seal).toString("hex"), "content-type": "application/cbor" },
      ...(method === "PUT" ? { body: list as Uint8Array<ArrayBuffer> } : {}), // plain memory: `concat` made it
      signal,
    });
    if (answer.ok) return { edition, sha256: sha256.toString("hex") };
    return { refused: answer.headers.get("saksi-refusal") ?? String(answer.status) };
  } catch (problem) {
    signal.throwIfAborted();
    if (problem instanceof TypeError) return { refused: null };
    throw problem;
  }
}

/** The exact bytes that are hashed and sent. */
export const bundleOf = (files: readonly SiteFile[]): Uint8Array =>
  Buffer.concat([
    head(4, files.length),
    ...files.flatMap((file) => [
      head(4, 2),
      head(3, Buffer.byteLength(file.path)),
      Buffer.from(file.path),
      bytes(file.bytes),
    ]),
  ]);

const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value]);

/** What begins a CBOR value (RFC 8949 section 3): its major type, and a number in the shortest form. */
function head(major: 0 | 2 | 3 | 4, value: number): Buffer {
  const type = major << 5;
  if (value < 24) return Buffer.from([type | value]);
  if (value < 0x100) return Buffer.from([type | 24, value]);
  if (value < 0x10000) return Buffer.from([type | 25, value >> 8, value & 0xff]);
  const out = Buffer.alloc(value < 0x1_0000_0000 ? 5 : 9);
  out[0] = type | (out.length === 5 ? 26 : 27);
  if (out.length === 5) out.writeUInt32BE(value, 1);
  else out.writeBigUInt64BE(BigInt(value), 1);
  return out;
}

/** The relay's cryptography, from Node: it hashes, verifies and signs checkpoints. Nothing here opens anything. */

import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from "node:crypto";
import type { CheckpointKey, RelayPrimitives } from "./relay-parts.ts";

/** What comes before a raw Ed25519 key in its standard encodings (RFC 8410). */
const publicHead = Buffer.from("302a300506032b6570032100", "hex");
const privateHead = Buffer.from("302e020100300506032b657004220420", "hex");

const mostKeys = 5000;

/** Signatures are verified on libuv's threads, so that the loop goes on and the other cores work. */
export function nodePrimitives(): RelayPrimitives {
  const keyOf = keyCache();
  return {
    sha256,
    verify: (publicKey, message, signature) =>
      new Promise((resolve) => {
        verify(null, message, keyOf(publicKey), signature, (problem, right) => resolve(problem === null && right));
      }),
  };
}

/** As text of one character a byte: Node makes a buffer for its answer in three times the time. */
function sha256(bytes: Uint8Array): Uint8Array {
  const text = hash("sha256", bytes, "binary");
  const digest = new Uint8Array(32);
  for (let at = 0; at < 32; at += 1) digest[at] = text.charCodeAt(at);
  return digest;
}

/** Raw keys become key objects once; the oldest are forgotten. */
function keyCache(): (raw: Uint8Array) => KeyObject {
  const keys = new Map<string, KeyObject>();
  return (raw) => {
    const name = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString("latin1");
    const known = keys.get(name);
    if (known) return known;
    const key = publicKeyObject(raw);
    const [oldest] = keys.keys();
    if (keys.size >= mostKeys && oldest !== undefined) keys.delete(oldest);
    keys.set(name, key);
    return key;
  };
}

/** @param raw  32 bytes */
export const publicKeyObject = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHead, raw]), format: "der", type: "spki" });

/** @param seed  32 bytes, this relay's secret */
export function checkpointKeyFrom(seed: Uint8Array): CheckpointKey {
  const key = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(publicHead.length);
  return { publicKey: plain(publicKey), sign: (message) => plain(sign(null, message, key)) };
}

const plain = (bytes: Buffer): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);

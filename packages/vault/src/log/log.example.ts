/** What the tests of the log share: libsodium's XChaCha20-Poly1305, a key, and randomness that a seed repeats. */

import sodium from "libsodium-wrappers-sumo";
import type { Aead, Sealing } from "./segment-file-frame.ts";

export async function sodiumAead(): Promise<Aead> {
  await sodium.ready;
  return {
    seal: (key, nonce, associated, bytes) =>
      sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(bytes, associated, null, nonce, key),
    open(key, nonce, associated, sealed) {
      try {
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, associated, nonce, key);
      } catch {
        return undefined;
      }
    },
  };
}

export async function aSealing(seed = 1): Promise<Sealing> {
  return { key: new Uint8Array(32).fill(7), aead: await sodiumAead(), random: seededRandom(seed) };
}

/** xorshift32: repeatable, and good for nothing else. */
export function seededRandom(seed: number): (length: number) => Uint8Array {
  let state = seed | 1;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    });
}

export const aRecord = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (record: Uint8Array | undefined): string | undefined =>
  record && new TextDecoder().decode(record);

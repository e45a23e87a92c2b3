/**
 * All the cryptography of the vault, one suite (wire's `suite` 1), behind one interface: SHA-256, HKDF, Ed25519,
 * XChaCha20-Poly1305, X-Wing and Argon2id. libsodium and noble do the work everywhere; `crypto.node.ts` and
 * `crypto.browser.ts` put the platform's own implementation where it gives the same bytes faster.
 */

import { ml_kem768_x25519 as xWing } from "@noble/post-quantum/hybrid.js";
import { concat } from "@saksi/wire/bytes";
import type { Primitives } from "@saksi/wire/primitives";
import sodium from "libsodium-wrappers-sumo";

/** XChaCha20-Poly1305: key 32 bytes, nonce 24, tag 16 at the end. `open` answers undefined for altered bytes. */
export interface Aead {
  seal(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, bytes: Uint8Array): Uint8Array;
  open(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Uint8Array | undefined;
}

/** An Ed25519 key pair that signs and never shows its secret. */
export interface Signer {
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

export interface SignatureCheck {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** X-Wing (X25519 with ML-KEM-768). Secret 32 bytes, public 1,216, encapsulation 1,120, shared 32. */
export interface Kem {
  publicKey(secret: Uint8Array): Uint8Array;
  encapsulate(publicKey: Uint8Array): { readonly encapsulation: Uint8Array; readonly shared: Uint8Array };
  open(encapsulation: Uint8Array, secret: Uint8Array): Uint8Array;
}

export interface Argon2Cost {
  readonly memoryKib: number;
  readonly passes: number;
}

export interface Crypto extends Primitives {
  readonly aead: Aead;
  readonly kem: Kem;
  /** HKDF-SHA256 with a salt of 32 bytes. */
  hkdf(key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array;
  /** The signer of a seed of 32 bytes. */
  signer(seed: Uint8Array): Signer;
  /** Argon2id version 1.3 with one lane; 32 bytes. Blocks for as long as it costs. */
  argon2id(passphrase: Uint8Array, salt: Uint8Array, cost: Argon2Cost): Uint8Array;
  /** Many signatures, beside other work where the platform can. True when every one holds; weak keys are the caller's to refuse. */
  verifyAll(checks: readonly SignatureCheck[]): Promise<boolean>;
  random(length: number): Uint8Array;
}

/** libsodium and noble alone; what the platform accelerates is laid over it, and tested against it. */
export async function openCrypto(random: (length: number) => Uint8Array): Promise<Crypto> {
  await sodium.ready;
  const hmac = (key: Uint8Array, message: Uint8Array) => sodium.crypto_auth_hmacsha256(message, key);
  const verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
    sodium.crypto_sign_verify_detached(signature, message, publicKey);
  return {
    sha256: (bytes) => sodium.crypto_hash_sha256(bytes),
    verify,
    aead: { seal, open },
    kem: {
      publicKey: (secret) => xWing.keygen(secret).publicKey,
      encapsulate(publicKey) {
        const { cipherText, sharedSecret } = xWing.encapsulate(publicKey, random(64));
        return { encapsulation: cipherText, shared: sharedSecret };
      },
      open: (encapsulation, secret) => xWing.decapsulate(encapsulation, secret),
    },
    hkdf: (key, salt, info, length) => hkdf(hmac, { key, salt, info, length }),
    signer(seed) {
      const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
      return { publicKey, sign: (message) => sodium.crypto_sign_detached(message, privateKey) };
    },
    argon2id: (passphrase, salt, { memoryKib, passes }) =>
      sodium.crypto_pwhash(32, passphrase, salt, passes, memoryKib * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13),
    verifyAll: async (checks) =>
      checks.every(({ publicKey, message, signature }) => verify(publicKey, message, signature)),
    random,
  };
}

function seal(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, bytes: Uint8Array): Uint8Array {
  return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(bytes, associated, null, nonce, key);
}

function open(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < 16) return undefined;
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, associated, nonce, key);
  } catch {
    return undefined; // libsodium throws one error for every altered byte, and says no more
  }
}

/** RFC 5869 over any HMAC-SHA256 whose key has 32 bytes. */
export function hkdf(
  hmac: (key: Uint8Array, message: Uint8Array) => Uint8Array,
  given: { readonly key: Uint8Array; readonly salt: Uint8Array; readonly info: Uint8Array; readonly length: number },
): Uint8Array {
  if (given.salt.length !== 32) throw new Error("a salt has 32 bytes");
  const extracted = hmac(given.salt, given.key);
  const out = new Uint8Array(Math.ceil(given.length / 32) * 32);
  let block = new Uint8Array(0);
  for (let count = 1; (count - 1) * 32 < given.length; count += 1) {
    block = new Uint8Array(hmac(extracted, concat(block, given.info, Uint8Array.of(count))));
    out.set(block, (count - 1) * 32);
  }
  return out.subarray(0, given.length);
}

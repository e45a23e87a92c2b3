import { toHex } from "@saksi/wire/bytes";
import sodium from "libsodium-wrappers-sumo";

/** SHA-256 of bytes that come piece by piece; nothing but a state of some hundred bytes is kept. */
export interface RunningSha256 {
  add(bytes: Uint8Array): void;
  /** Hexadecimal; ends it. */
  end(): string;
}

/** libsodium must be ready: whoever opened the crypto of a vault has waited for it. */
export function runningSha256(): RunningSha256 {
  const state = sodium.crypto_hash_sha256_init();
  return {
    add: (bytes) => sodium.crypto_hash_sha256_update(state, bytes),
    end: () => toHex(sodium.crypto_hash_sha256_final(state)),
  };
}

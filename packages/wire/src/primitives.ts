/** The cryptography that this package is handed. It holds none of its own, and nothing that opens. */

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/**
 * Ed25519 (RFC 8032), cofactorless, S < L. Callers go through `verifySignature`, which refuses first what
 * implementations judge differently.
 */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

export interface Primitives {
  readonly sha256: Sha256;
  readonly verify: Verify;
}

/** First bytes of everything that is signed, hashed or derived, so that none can stand for another. */
export const domains = {
  entry: "saksi/v1/entry\0",
  id: "saksi/v1/id\0",
  version: "saksi/v1/version\0",
  part: "saksi/v1/part",
  commitment: "saksi/v1/commitment\0",
  wrap: "saksi/v1/wrap\0",
  bundle: "saksi/v1/bundle\0",
  chunk: "saksi/v1/chunk\0",
  session: "saksi/v1/session\0",
  code: "saksi/v1/code\0",
  door: "saksi/v1/door\0",
  doorRequest: "saksi/v1/request\0",
  doorAnswer: "saksi/v1/answer\0",
} as const;

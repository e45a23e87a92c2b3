/**
 * The blob that lies with a roster entry which gives out keys: each circle's key sealed to each device, and, where an
 * epoch begins, a bundle a circle with the older keys. The relay sees who gets a wrap, never a key.
 *
 * `[[[device, circle, encapsulation, sealed]…], [[circle, nonce, sealed]…]]`
 */

import { type CborError, encode, type Reader, reading } from "./cbor.ts";
import { limits } from "./header.ts";
import { err, type Result } from "./result.ts";

export interface Wrap {
  readonly device: Uint8Array;
  readonly circle: number;
  /** X-Wing ciphertext, 1,120 bytes */
  readonly encapsulation: Uint8Array;
  /** The circle's key, 32 bytes and a tag of 16 */
  readonly sealed: Uint8Array;
}

export interface Bundle {
  readonly circle: number;
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
}

export interface Wraps {
  readonly wraps: readonly Wrap[];
  readonly bundles: readonly Bundle[];
}

export const encodeWraps = ({ wraps, bundles }: Wraps): Uint8Array =>
  encode([
    wraps.map(({ device, circle, encapsulation, sealed }) => [device, circle, encapsulation, sealed]),
    bundles.map(({ circle, nonce, sealed }) => [circle, nonce, sealed]),
  ]);

export function decodeWraps(bytes: Uint8Array): Result<Wraps, CborError | { readonly kind: "too-large" }> {
  if (bytes.length > limits.wrapBytes) return err({ kind: "too-large" });
  return reading(bytes, (read) => {
    read.array(2);
    const wraps = Array.from({ length: read.array() }, () => {
      read.array(4);
      return {
        device: read.bytes(32),
        circle: readCircle(read),
        encapsulation: read.bytes(1120),
        sealed: read.bytes(48),
      };
    });
    const bundles = Array.from({ length: read.array() }, () => {
      read.array(3);
      return { circle: readCircle(read), nonce: read.bytes(24), sealed: read.bytes() };
    });
    return { wraps, bundles };
  });
}

/** Beyond the last circle a bit mask would wrap round and stand for another. */
export function readCircle(read: Reader): number {
  const circle = read.integer();
  return circle < limits.circles ? circle : read.refuse();
}

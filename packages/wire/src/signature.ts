/**
 * One verdict on a signature from every implementation.
 *
 * Libraries disagree on keys and nonces of small order and on encodings above the field's prime: some accept a
 * "signature" that anybody can make for such a key. They are refused here, before any library is asked.
 *
 * Source: RFC 8032 section 5.1.7 (cofactorless, S < L); Chalkias, Garillot, Nikolaenko, "Taming the many EdDSAs" (2020).
 */

import type { Verify } from "./primitives.ts";

/** y coordinates of the eight points of small order, little endian, sign bit cleared, canonical and not. */
const smallOrder: readonly string[] = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];
const smallOrderBytes = smallOrder.map((hex) =>
  Uint8Array.from({ length: 32 }, (_, index) => Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16)),
);

/** The group's order, little endian. */
const order = Uint8Array.from([
  0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0x10,
]);

/** May this be a device's key: 32 bytes, canonical, not of small order. Whether it is a point the library decides. */
export function isStrongKey(key: Uint8Array): boolean {
  return key.length === 32 && isCanonicalPoint(key) && !isSmallOrder(key);
}

export function verifySignature(
  verify: Verify,
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== 64 || !isStrongKey(publicKey)) return false;
  const nonce = signature.subarray(0, 32);
  if (!isCanonicalPoint(nonce) || isSmallOrder(nonce)) return false;
  return isBelowOrder(signature.subarray(32)) && verify(publicKey, message, signature);
}

function isSmallOrder(point: Uint8Array): boolean {
  return smallOrderBytes.some((known) =>
    known.every((byte, index) => byte === (index === 31 ? (point[31] ?? 0) & 0x7f : point[index])),
  );
}

/** y < 2^255 - 19 */
function isCanonicalPoint(point: Uint8Array): boolean {
  if (((point[31] ?? 0) & 0x7f) !== 0x7f) return true;
  for (let index = 30; index > 0; index -= 1) if (point[index] !== 0xff) return true;
  return (point[0] ?? 0) < 0xed;
}

function isBelowOrder(scalar: Uint8Array): boolean {
  for (let index = 31; index >= 0; index -= 1) {
    const byte = scalar[index] ?? 0;
    const limit = order[index] ?? 0;
    if (byte !== limit) return byte < limit;
  }
  return false;
}

/**
 * Hexadecimal as bytes and back, by tables: a bootstrap does this half a million times.
 *
 * @param hex  lower-case hexadecimal: an entry id, a version, a nonce
 */
export function entryBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at += 1) {
    const high = nibbles[hex.charCodeAt(2 * at)] ?? none;
    const low = nibbles[hex.charCodeAt(2 * at + 1)] ?? none;
    if ((high | low) === none) throw new Error("not hexadecimal");
    bytes[at] = (high << 4) | low;
  }
  return bytes;
}

/** The first bytes as lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array, length: number): string {
  let hex = "";
  for (let at = 0; at < length; at += 1) hex += pairs[bytes[at] ?? 0];
  return hex;
}

const none = 255;
const nibbles = new Uint8Array(128).fill(none);
for (const [value, digit] of [..."0123456789abcdef"].entries()) nibbles[digit.charCodeAt(0)] = value;
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

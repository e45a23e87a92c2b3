/** Small things every format needs of bytes. */

const utf8 = new TextEncoder();

export const textBytes = (text: string): Uint8Array => utf8.encode(text);

export function concat(...pieces: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const usual = new Uint8Array(4096);

/**
 * The same, to be used up at once: short ones lie in one memory that the next call writes over. For hashes, of which
 * every entry needs a handful: what is allocated for each costs more than the hash.
 */
export function concatToHash(...pieces: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  if (length > usual.length) return concat(...pieces);
  let at = 0;
  for (const piece of pieces) {
    usual.set(piece, at);
    at += piece.length;
  }
  return usual.subarray(0, length);
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

const digits = textBytes("0123456789abcdef");
const ascii = new TextDecoder();

/** Hot. One flat text: put together digit by digit it would be a tree of pieces, at five times the cost. */
export function toHex(bytes: Uint8Array): string {
  const text = new Uint8Array(2 * bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    text[2 * at] = digits[byte >> 4] ?? 0;
    text[2 * at + 1] = digits[byte & 15] ?? 0;
  }
  return ascii.decode(text);
}

/** Bytes of lower-case hexadecimal text, or null where it is not that. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^([0-9a-f]{2})*$/.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}

export const zeros = (length: number): Uint8Array => new Uint8Array(length);

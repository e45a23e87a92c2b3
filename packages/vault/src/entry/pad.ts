/**
 * Padmé padding, so that a length tells little: at most 12 % more bytes, and never fewer than 256.
 *
 * `length (4 bytes, big-endian) ‖ bytes ‖ zeros`, inside the seal.
 *
 * Source: Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs" (2019), section 4.
 */

const least = 256;

export function paddedLength(bytes: number): number {
  const length = Math.max(bytes + 4, least);
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - kept);
  return Math.ceil(length / step) * step;
}

export function pad(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedLength(bytes.length));
  new DataView(padded.buffer).setUint32(0, bytes.length);
  padded.set(bytes, 4);
  return padded;
}

/** Undefined where the padding is not what `pad` makes: a second form of the same words. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  if (padded.length < least) return undefined;
  const length = new DataView(padded.buffer, padded.byteOffset, padded.length).getUint32(0);
  if (length > padded.length - 4 || paddedLength(length) !== padded.length) return undefined;
  for (let index = 4 + length; index < padded.length; index += 1) if (padded[index] !== 0) return undefined;
  return padded.subarray(4, 4 + length);
}

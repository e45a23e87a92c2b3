/**
 * The bytes of a log file. Integers are little-endian.
 *
 *   file   = id (16, random) ‖ nonce (24) ‖ seal(version u32 = 1, file number u32) (24) ‖ frame*
 *   frame  = length u32 ‖ not length u32 ‖ nonce (24) ‖ seal(batch) (length) ‖ zeros up to a multiple of 8
 *   batch  = count u32 ‖ length u32 × count ‖ the records' bytes
 *
 * Sealed with XChaCha20-Poly1305 under the log's key. Associated data binds the header to the file's id and a frame to
 * id and offset, so that a frame opens only where it was written: not moved, not swapped, not in another file. Random
 * nonces, because a frame may be written where a torn one was cut off. In clear stand ids, nonces and lengths.
 */

/** XChaCha20-Poly1305 (key 32 bytes, nonce 24, tag 16 at the end), handed in. `open` answers undefined for altered bytes. */
export interface Aead {
  seal(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, bytes: Uint8Array): Uint8Array;
  open(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Uint8Array | undefined;
}

/** What a log is sealed with. */
export interface Sealing {
  readonly key: Uint8Array;
  readonly aead: Aead;
  readonly random: (length: number) => Uint8Array;
}

export const fileHeaderBytes = 64;
export const frameHeaderBytes = 32;
const idBytes = 16;
const nonceBytes = 24;
const tagBytes = 16;
const version = 1;
/** A body and its header come to 256 KiB and a little; nothing larger is ever a frame. */
const mostSealedBytes = 2 ** 26;

const headerDomain = new TextEncoder().encode("saksi/v1/log-file\0");
const frameDomain = new TextEncoder().encode("saksi/v1/log-frame\0");

export function sealFileHeader({ key, aead, random }: Sealing, number: number): Uint8Array {
  const bytes = new Uint8Array(fileHeaderBytes);
  const id = random(idBytes);
  const nonce = random(nonceBytes);
  const fields = new Uint8Array(8);
  new DataView(fields.buffer).setUint32(0, version, true);
  new DataView(fields.buffer).setUint32(4, number, true);
  bytes.set(id);
  bytes.set(nonce, idBytes);
  bytes.set(aead.seal(key, nonce, joinBytes(headerDomain, id), fields), idBytes + nonceBytes);
  return bytes;
}

/** Undefined: not a file of this log, or its header is damaged. */
export function openFileHeader(
  { key, aead }: Sealing,
  bytes: Uint8Array,
): { readonly id: Uint8Array; readonly number: number } | undefined {
  if (bytes.length < fileHeaderBytes) return undefined;
  const id = bytes.slice(0, idBytes);
  const nonce = bytes.subarray(idBytes, idBytes + nonceBytes);
  const sealed = bytes.subarray(idBytes + nonceBytes, fileHeaderBytes);
  const fields = aead.open(key, nonce, joinBytes(headerDomain, id), sealed);
  if (!fields) return undefined;
  const view = new DataView(fields.buffer, fields.byteOffset, fields.byteLength);
  return view.getUint32(0, true) === version ? { id, number: view.getUint32(4, true) } : undefined;
}

/** @param at  where in the file the frame will stand; a multiple of 8 */
export function sealFrame(
  { key, aead, random }: Sealing,
  { id, at, records }: { readonly id: Uint8Array; readonly at: number; readonly records: readonly Uint8Array[] },
): Uint8Array {
  const nonce = random(nonceBytes);
  const sealed = aead.seal(key, nonce, frameAssociated(id, at), packBatch(records));
  const bytes = new Uint8Array(frameSize(sealed.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, sealed.length, true);
  view.setUint32(4, ~sealed.length, true);
  bytes.set(nonce, 8);
  bytes.set(sealed, frameHeaderBytes);
  return bytes;
}

/** The length of the sealed bytes behind a frame's header; undefined where no frame begins. */
export function sealedLength(header: Uint8Array): number | undefined {
  if (header.length < frameHeaderBytes) return undefined;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const length = view.getUint32(0, true);
  const whole = view.getUint32(4, true) === ~length >>> 0;
  return whole && length >= tagBytes + 4 && length <= mostSealedBytes ? length : undefined;
}

/** The bytes of a whole frame, header and zeros included. */
export const frameSize = (sealed: number): number => Math.ceil((frameHeaderBytes + sealed) / 8) * 8;

/** What a batch of these lengths takes in a file. */
export const frameSizeOf = (bytes: number, records: number): number => frameSize(bytes + 4 + 4 * records + tagBytes);

/** Undefined: altered, or written elsewhere. The records are views into one buffer. */
export function openFrame(
  { key, aead }: Sealing,
  { id, at, frame }: { readonly id: Uint8Array; readonly at: number; readonly frame: Uint8Array },
): readonly Uint8Array[] | undefined {
  const length = sealedLength(frame);
  if (length === undefined || frame.length < frameHeaderBytes + length) return undefined;
  const nonce = frame.subarray(8, frameHeaderBytes);
  const sealed = frame.subarray(frameHeaderBytes, frameHeaderBytes + length);
  const batch = aead.open(key, nonce, frameAssociated(id, at), sealed);
  return batch && unpackBatch(batch);
}

function packBatch(records: readonly Uint8Array[]): Uint8Array {
  const start = 4 + 4 * records.length;
  const bytes = new Uint8Array(records.reduce((total, record) => total + record.length, start));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, records.length, true);
  let at = start;
  for (const [index, record] of records.entries()) {
    view.setUint32(4 + 4 * index, record.length, true);
    bytes.set(record, at);
    at += record.length;
  }
  return bytes;
}

/** Trusts what it reads: the seal has just been checked, so this log wrote it. */
function unpackBatch(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const records: Uint8Array[] = [];
  let at = 4 + 4 * count;
  for (let index = 0; index < count; index += 1) {
    const length = view.getUint32(4 + 4 * index, true);
    records.push(bytes.subarray(at, at + length));
    at += length;
  }
  return records;
}

function frameAssociated(id: Uint8Array, at: number): Uint8Array {
  const offset = new Uint8Array(8);
  new DataView(offset.buffer).setUint32(0, at, true);
  return joinBytes(frameDomain, id, offset);
}

function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

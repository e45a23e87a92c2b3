/**
 * The signed header of an entry. It says who, after what, under which keys and over which body; never what was said.
 *
 * Thirteen fields, a CBOR array in this order:
 * `[v, suite, kind, space, device, dseq, dprev, rosterHead, seenSize, seenRoot, epoch, bodyRoot, bodyLength]`
 */

import { concat, concatToHash, textBytes } from "./bytes.ts";
import { type CborError, encode, reading } from "./cbor.ts";
import { domains, type Sha256 } from "./primitives.ts";
import { err, ok, type Result } from "./result.ts";

export const formatVersion = 1;
/** SHA-256, Ed25519, X-Wing, HKDF-SHA256, XChaCha20-Poly1305. Unknown suites fail closed. */
export const suite = 1;

/** Numbered now, for good. This version writes and reads `roster` and `record`, and refuses the others by name. */
export const kinds = { roster: 1, record: 2, erase: 3, adopt: 4, snapshot: 5, stamp: 6, move: 7 } as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

export const limits = {
  /** parts in a body */
  parts: 100,
  bodyBytes: 256 * 1024,
  wrapBytes: 2 * 1024 * 1024,
  /** keys given out at a rotation, one a circle of each active device: so many fit a blob, with its bundles */
  wraps: 1400,
  chunkBytes: 1024 * 1024 + 64,
  /** entries in a push, and bytes of one */
  pushEntries: 500,
  pushBytes: 8 * 1024 * 1024,
  doorBytes: 16 * 1024,
  /** circles 0 to 7 */
  circles: 8,
} as const;

export interface Header {
  readonly kind: Kind;
  /** 32 bytes, or none at genesis: the entry id of genesis */
  readonly space: Uint8Array;
  /** Ed25519 public key, 32 bytes */
  readonly device: Uint8Array;
  /** Number of this entry in its device's chain, from 0 */
  readonly dseq: number;
  /** Entry id of the one before it in that chain; zeros for the first */
  readonly dprev: Uint8Array;
  /** A roster entry names the current head of the roster; any other an earlier one that never goes backwards */
  readonly rosterHead: Uint8Array;
  /** Size and root of the relay's log that the author last verified */
  readonly seenSize: number;
  readonly seenRoot: Uint8Array;
  readonly epoch: number;
  readonly bodyRoot: Uint8Array;
  /** Bytes of the body as it was sealed, every part whole */
  readonly bodyLength: number;
}

export interface DecodedHeader {
  readonly header: Header;
  /** The header's own bytes up to and with `epoch`: what every part of the body is bound to */
  readonly binding: Uint8Array;
}

export type HeaderError = CborError | { readonly kind: "unknown-suite" } | { readonly kind: "unknown-kind" };

export function encodeHeader(header: Header): Uint8Array {
  return encode([
    formatVersion,
    suite,
    header.kind,
    header.space,
    header.device,
    header.dseq,
    header.dprev,
    header.rosterHead,
    header.seenSize,
    header.seenRoot,
    header.epoch,
    header.bodyRoot,
    header.bodyLength,
  ]);
}

/** Bytes of a header up to and with `epoch`, for sealing parts before the body's root is known. */
export function bindingOf(header: Omit<Header, "bodyRoot" | "bodyLength">): Uint8Array {
  const whole = encodeHeader({ ...header, bodyRoot: new Uint8Array(32), bodyLength: 0 });
  return whole.subarray(0, whole.length - 34 - 1);
}

export function decodeHeader(bytes: Uint8Array): Result<DecodedHeader, HeaderError> {
  let foreign: "unknown-suite" | "unknown-kind" | null = null;
  const decoded = reading(bytes, (read) => {
    const fields = read.array();
    const version = read.integer();
    const suiteRead = read.integer();
    if (version !== formatVersion || suiteRead !== suite) foreign = "unknown-suite";
    if (fields !== 13) read.refuse();
    const kind = read.integer();
    if (kind < kinds.roster || kind > kinds.move) foreign ??= "unknown-kind";
    const space = read.bytes();
    if (space.length !== 32 && space.length !== 0) read.refuse();
    const device = read.bytes(32);
    const dseq = read.integer();
    const dprev = read.bytes(32);
    const rosterHead = read.bytes(32);
    const seenSize = read.integer();
    const seenRoot = read.bytes(32);
    const epoch = read.integer();
    const binding = bytes.subarray(0, read.at());
    const bodyRoot = read.bytes(32);
    const bodyLength = read.integer();
    const header: Header = {
      kind: kind as Kind, // the range was checked above; a foreign kind is refused below
      space,
      device,
      dseq,
      dprev,
      rosterHead,
      seenSize,
      seenRoot,
      epoch,
      bodyRoot,
      bodyLength,
    };
    return { header, binding };
  });
  if (foreign !== null) return err({ kind: foreign });
  return decoded.ok ? ok(decoded.value) : decoded;
}

const idDomain = textBytes(domains.id);
const entryDomain = textBytes(domains.entry);

/** 32 bytes. Leaves the signature out: one signer can make several valid ones over one header. */
export const entryId = (sha256: Sha256, headerBytes: Uint8Array): Uint8Array =>
  sha256(concatToHash(idDomain, headerBytes));

/** What a device signs. */
export const signedBytes = (headerBytes: Uint8Array): Uint8Array => concat(entryDomain, headerBytes);

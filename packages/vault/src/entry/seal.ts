/**
 * One part of a body, sealed and opened. Each part has a key of its own, bound to the entry's header, its circle and
 * its place, so that it means one thing and can be given away or erased without its neighbours.
 */

import { concat, sameBytes, textBytes } from "@saksi/wire/bytes";
import { encode } from "@saksi/wire/cbor";
import type { Part } from "@saksi/wire/part";
import { domains } from "@saksi/wire/primitives";
import { err, ok, type Result } from "@saksi/wire/result";
import type { Crypto } from "../crypto.ts";
import { pad, unpad } from "./pad.ts";

/** Where a part stands: the header up to its epoch, and which of how many. */
export interface PartPlace {
  readonly binding: Uint8Array;
  readonly circle: number;
  readonly index: number;
  readonly count: number;
}

const partDomain = textBytes(domains.part);
/** A part's key seals one message, so its nonce may be constant. */
const nonce = new Uint8Array(24);

/**
 * @param key     the circle's key of the entry's epoch
 * @param chunks  hashes of the sealed chunks that this part names
 */
export function sealPart(
  crypto: Crypto,
  given: {
    readonly key: Uint8Array;
    readonly place: PartPlace;
    readonly bytes: Uint8Array;
    readonly chunks: readonly Uint8Array[];
  },
): Part {
  const salt = crypto.random(32);
  const { key, commit, associated } = partKey(crypto, given.key, salt, given.place);
  const ciphertext = crypto.aead.seal(key, nonce, associated, pad(given.bytes));
  return { circle: given.place.circle, salt, commit, ciphertext, chunks: given.chunks };
}

/** The exact bytes that the author sealed; or that this is another key, another place, or altered. */
export function openPart(
  crypto: Crypto,
  given: { readonly key: Uint8Array; readonly place: PartPlace; readonly part: Part },
): Result<Uint8Array, { readonly kind: "altered-or-wrong-key" }> {
  const { key, commit, associated } = partKey(crypto, given.key, given.part.salt, given.place);
  const padded = sameBytes(commit, given.part.commit)
    ? crypto.aead.open(key, nonce, associated, given.part.ciphertext)
    : undefined;
  const bytes = padded && unpad(padded);
  return bytes ? ok(bytes) : err({ kind: "altered-or-wrong-key" });
}

function partKey(crypto: Crypto, circleKey: Uint8Array, salt: Uint8Array, place: PartPlace) {
  const associated = concat(place.binding, encode(place.circle), encode(place.index), encode(place.count));
  const both = crypto.hkdf(circleKey, salt, concat(partDomain, associated), 64);
  return { key: both.subarray(0, 32), commit: both.subarray(32), associated };
}

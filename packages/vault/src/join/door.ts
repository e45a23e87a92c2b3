/**
 * The door between a guest and a keeper: two slots at the relay, each written once, both sealed under the secret of the
 * link. The relay sees that someone knocked and was answered, never who.
 */

import { concat, textBytes, toHex } from "@saksi/wire/bytes";
import { type Cbor, decode, encode } from "@saksi/wire/cbor";
import { domains } from "@saksi/wire/primitives";
import { kemKeyBytes } from "@saksi/wire/roster-body";
import { isStrongKey, verifySignature } from "@saksi/wire/signature";
import type { Crypto, Signer } from "../crypto.ts";
import type { Profile } from "../port.ts";

/** Who asks to come in: the keys of a device made for this space, and how its person is called. */
export interface KnockingDevice {
  readonly key: Uint8Array;
  readonly kem: Uint8Array;
  readonly profile: Profile;
}

/** What the keeper answers: which roster entry brought the guest in, and the log as it was then. */
export interface DoorAnswer {
  readonly entry: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  /** The epoch whose keys that entry gave, and the blobs with them: so that a long log can be read while it comes */
  readonly epoch: number;
  readonly wraps: Uint8Array;
  /** The blob of the entry that opened the epoch: in it lie the bundles of older keys */
  readonly bundles: Uint8Array;
}

const noSalt = new Uint8Array(32);

/** Name of the door at the relay: 16 bytes in hexadecimal, from which the secret cannot be found. */
export const doorOf = ({ sha256 }: Crypto, secret: Uint8Array): string =>
  toHex(sha256(concat(textBytes(domains.door), secret)).subarray(0, 16));

/** The exact bytes that the six words are made from: `[space, key, kem, name, organisation]`. */
export const requestBytes = (space: Uint8Array, { key, kem, profile }: KnockingDevice): Uint8Array =>
  encode([space, key, kem, profile.name.normalize("NFC"), profile.organisation.normalize("NFC")]);

/** `[request, signature of the device over it]`: nobody can ask in with a key that is not theirs. */
export function sealRequest(crypto: Crypto, secret: Uint8Array, signer: Signer, request: Uint8Array): Uint8Array {
  const signature = signer.sign(concat(textBytes(domains.doorRequest), request));
  return sealSlot(crypto, domains.doorRequest, secret, encode([request, signature]));
}

/** Null: not sealed with this link's secret, for another space, or not signed by the device that it names. */
export function openRequest(
  crypto: Crypto,
  given: { readonly secret: Uint8Array; readonly space: Uint8Array; readonly sealed: Uint8Array },
): { readonly device: KnockingDevice; readonly request: Uint8Array } | null {
  const [request, signature] = listIn(openSlot(crypto, domains.doorRequest, given.secret, given.sealed));
  if (!(request instanceof Uint8Array) || !(signature instanceof Uint8Array)) return null;
  const [space, key, kem, name, organisation] = listIn(request);
  if (!(space instanceof Uint8Array) || toHex(space) !== toHex(given.space)) return null;
  if (!(key instanceof Uint8Array) || !isStrongKey(key)) return null;
  if (!(kem instanceof Uint8Array) || kem.length !== kemKeyBytes) return null;
  if (typeof name !== "string" || typeof organisation !== "string") return null;
  const signed = concat(textBytes(domains.doorRequest), request);
  if (!verifySignature(crypto.verify, key, signed, signature)) return null;
  const profile = { name: name.slice(0, 200), organisation: organisation.slice(0, 200) };
  return { device: { key, kem, profile }, request };
}

/** `[entry, size, root, epoch, wraps, bundles]`, the last two as hashes. */
export const sealAnswer = (crypto: Crypto, secret: Uint8Array, answer: DoorAnswer): Uint8Array => {
  const { entry, size, root, epoch, wraps, bundles } = answer;
  return sealSlot(crypto, domains.doorAnswer, secret, encode([entry, size, root, epoch, wraps, bundles]));
};

export function openAnswer(crypto: Crypto, secret: Uint8Array, sealed: Uint8Array): DoorAnswer | null {
  const [entry, size, root, epoch, wraps, bundles] = listIn(openSlot(crypto, domains.doorAnswer, secret, sealed));
  const right = entry instanceof Uint8Array && root instanceof Uint8Array;
  const blobs = wraps instanceof Uint8Array && bundles instanceof Uint8Array;
  return right && blobs && typeof size === "number" && typeof epoch === "number"
    ? { entry, size, root, epoch, wraps, bundles }
    : null;
}

function sealSlot(crypto: Crypto, domain: string, secret: Uint8Array, bytes: Uint8Array): Uint8Array {
  const nonce = crypto.random(24);
  const key = crypto.hkdf(secret, noSalt, textBytes(domain), 32);
  return concat(nonce, crypto.aead.seal(key, nonce, textBytes(domain), bytes));
}

function openSlot(crypto: Crypto, domain: string, secret: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  const key = crypto.hkdf(secret, noSalt, textBytes(domain), 32);
  return crypto.aead.open(key, sealed.subarray(0, 24), textBytes(domain), sealed.subarray(24));
}

function listIn(bytes: Uint8Array | undefined): readonly Cbor[] {
  const read = bytes && decode(bytes);
  return read?.ok && Array.isArray(read.value) ? (read.value as readonly Cbor[]) : [];
}

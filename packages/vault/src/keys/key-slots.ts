/**
 * The file that keeps the vault's key: one slot a way of unlocking, each with the same 32 random bytes inside.
 *
 * `[1, [[way, salt, memoryKib, passes, commitment, nonce, sealed]…]]`, way 1 = passphrase. Slots of ways that this
 * version does not know (a passkey, recovery shares) are kept as they are.
 */

import { concat, sameBytes, textBytes } from "@saksi/wire/bytes";
import { type Cbor, decode, encode } from "@saksi/wire/cbor";
import { err, ok, type Result } from "@saksi/wire/result";
import type { Argon2Cost, Crypto } from "../crypto.ts";

export const leastPassphrase = 8;
export const usualCost: Argon2Cost = { memoryKib: 128 * 1024, passes: 3 };
const leastMemoryKib = 64 * 1024;
const mostMemoryKib = 1024 * 1024;
const passphraseWay = 1;
const domain = textBytes("saksi/v1/slot\0");

export type SlotProblem =
  | { readonly kind: "wrong-passphrase" }
  | { readonly kind: "weak-passphrase"; readonly least: number }
  | { readonly kind: "damaged-file"; readonly what: "keys" };

/** A file with one passphrase slot. The passphrase is compared as NFKC text: keyboards differ in how they compose. */
export function sealVaultKey(
  crypto: Crypto,
  given: { readonly passphrase: string; readonly vaultKey: Uint8Array; readonly cost: Argon2Cost },
): Result<Uint8Array, SlotProblem> {
  if ([...given.passphrase.normalize("NFKC")].length < leastPassphrase)
    return err({ kind: "weak-passphrase", least: leastPassphrase });
  const salt = crypto.random(16);
  const nonce = crypto.random(24);
  const { key, commitment } = slotKey(crypto, given.passphrase, salt, given.cost);
  const sealed = crypto.aead.seal(key, nonce, domain, given.vaultKey);
  const { memoryKib, passes } = given.cost;
  return ok(encode([1, [[passphraseWay, salt, memoryKib, passes, commitment, nonce, sealed]]]));
}

export function openVaultKey(crypto: Crypto, file: Uint8Array, passphrase: string): Result<Uint8Array, SlotProblem> {
  const slots = readSlots(file);
  if (slots === undefined) return err({ kind: "damaged-file", what: "keys" });
  for (const { salt, cost, commitment, nonce, sealed } of slots) {
    const slot = slotKey(crypto, passphrase, salt, cost);
    if (!sameBytes(slot.commitment, commitment)) continue;
    const vaultKey = crypto.aead.open(slot.key, nonce, domain, sealed);
    return vaultKey === undefined ? err({ kind: "damaged-file", what: "keys" }) : ok(vaultKey);
  }
  return err({ kind: "wrong-passphrase" });
}

/** Keys for the log, the tables and the secrets inside, one purpose each. */
export const vaultSubkey = (crypto: Crypto, vaultKey: Uint8Array, purpose: "log" | "tables" | "chunks"): Uint8Array =>
  crypto.hkdf(vaultKey, new Uint8Array(32), textBytes(`saksi/v1/vault/${purpose}`), 32);

function slotKey(crypto: Crypto, passphrase: string, salt: Uint8Array, cost: Argon2Cost) {
  knownAnswer(crypto);
  const stretched = crypto.argon2id(textBytes(passphrase.normalize("NFKC")), salt, cost);
  // an allocation that failed was once seen to answer zeros (libsodium.js issue 235)
  if (stretched.every((byte) => byte === 0)) throw new Error("Argon2id answered nothing");
  const both = crypto.hkdf(stretched, new Uint8Array(32), concat(domain, salt), 64);
  return { key: both.subarray(0, 32), commitment: both.subarray(32) };
}

/** Argon2id of a known input, so that a build that computes something else never writes or refuses a vault. */
function knownAnswer(crypto: Crypto): void {
  const answer = crypto.argon2id(textBytes("known answer"), new Uint8Array(16).fill(7), { memoryKib: 64, passes: 1 });
  if (!sameBytes(answer, knownArgon2)) throw new Error("Argon2id does not give the known answer");
}
const knownArgon2 = Uint8Array.from([
  0xd0, 0x12, 0x0c, 0x46, 0x11, 0xd3, 0xf5, 0x40, 0x09, 0xb1, 0x25, 0xe0, 0xa3, 0x28, 0x12, 0x88, 0x6a, 0xd5, 0xe7,
  0x83, 0x13, 0x1d, 0x7c, 0x05, 0xc8, 0x8e, 0x32, 0x29, 0xb1, 0x70, 0x8e, 0x1c,
]);

interface Slot {
  readonly salt: Uint8Array;
  readonly cost: Argon2Cost;
  readonly commitment: Uint8Array;
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
}

function readSlots(file: Uint8Array): readonly Slot[] | undefined {
  const read = decode(file);
  if (!read.ok || !Array.isArray(read.value)) return undefined;
  const [version, slots] = read.value as readonly Cbor[];
  if (version !== 1 || !Array.isArray(slots)) return undefined;
  const known = (slots as readonly Cbor[]).map(readSlot);
  return known.includes(undefined)
    ? undefined
    : known.filter((slot): slot is Slot => slot !== undefined && slot !== null);
}

/** Null: a way of unlocking that is not known here. */
function readSlot(slot: Cbor): Slot | null | undefined {
  if (!Array.isArray(slot)) return undefined;
  const [way, salt, memoryKib, passes, commitment, nonce, sealed] = slot as readonly Cbor[];
  if (way !== passphraseWay) return null;
  if (!isBytes(salt, 16) || !isBytes(commitment, 32) || !isBytes(nonce, 24) || !isBytes(sealed, 48)) return undefined;
  if (typeof memoryKib !== "number" || typeof passes !== "number") return undefined;
  const honest = memoryKib >= leastMemoryKib && memoryKib <= mostMemoryKib && passes >= 1 && passes <= 20;
  return honest ? { salt, cost: { memoryKib, passes }, commitment, nonce, sealed } : undefined;
}

const isBytes = (value: Cbor | undefined, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length;

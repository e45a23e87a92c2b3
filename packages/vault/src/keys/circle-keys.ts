/**
 * What this device reads a space with: one key a circle and epoch, the wraps in which keys are given out, and the
 * bundles in which a new epoch's keys carry the older ones.
 */

import { concat, sameBytes, textBytes } from "@saksi/wire/bytes";
import { decode, encode } from "@saksi/wire/cbor";
import { domains } from "@saksi/wire/primitives";
import type { Roster } from "@saksi/wire/roster";
import { circlesOf, type Opening } from "@saksi/wire/roster-body";
import type { Bundle, Wrap, Wraps } from "@saksi/wire/wraps";
import type { Crypto } from "../crypto.ts";

export interface CircleKey {
  readonly epoch: number;
  readonly circle: number;
  readonly key: Uint8Array;
}

/** Keys by epoch and circle. Grows in place; never forgets. */
export interface CircleKeys {
  get(epoch: number, circle: number): Uint8Array | undefined;
  set(key: CircleKey): void;
  all(): readonly CircleKey[];
}

export function circleKeys(given: readonly CircleKey[] = []): CircleKeys {
  const keys = new Map<number, CircleKey>();
  const at = (epoch: number, circle: number) => epoch * 8 + circle;
  for (const key of given) keys.set(at(key.epoch, key.circle), key);
  return {
    get: (epoch, circle) => keys.get(at(epoch, circle))?.key,
    set: (key) => void keys.set(at(key.epoch, key.circle), key),
    all: () => [...keys.values()],
  };
}

/** A device that keys are given to. */
export interface Receiver {
  readonly key: Uint8Array;
  readonly kem: Uint8Array;
  readonly circles: number;
}

/** Which space and epoch a key belongs to; `space` is empty at genesis, whose id comes after its wraps. */
export interface KeyPlace {
  readonly space: Uint8Array;
  readonly epoch: number;
}

const noSalt = new Uint8Array(32);
/** Keys that wraps and bundles are sealed with are used once. */
const noNonce = new Uint8Array(24);

/** What an epoch's key commits to, in the clear: a wrap that opens to another key is a lie that shows. */
export const commitmentTo = (crypto: Crypto, { epoch, circle, key }: CircleKey): Uint8Array =>
  crypto.sha256(concat(textBytes(domains.commitment), encode([epoch, circle, key])));

export const commitmentsTo = (crypto: Crypto, keys: readonly CircleKey[]): Opening["commitments"] =>
  [...keys]
    .sort((a, b) => a.circle - b.circle)
    .map((key) => ({ circle: key.circle, commitment: commitmentTo(crypto, key) }));

/** Each key to each receiver that is in its circle. */
export function wrapKeys(crypto: Crypto, place: KeyPlace, keys: readonly CircleKey[], to: readonly Receiver[]): Wrap[] {
  return to.flatMap(({ key: device, kem, circles }) =>
    keys
      .filter(({ circle }) => circlesOf(circles).includes(circle))
      .map(({ circle, key }) => {
        const { encapsulation, shared } = crypto.kem.encapsulate(kem);
        const domain = wrapDomain(place, device, circle);
        const sealed = crypto.aead.seal(crypto.hkdf(shared, noSalt, domain, 32), noNonce, domain, key);
        return { device, circle, encapsulation, sealed };
      }),
  );
}

/** The older keys of each circle, under its new one. */
export function bundleKeys(
  crypto: Crypto,
  place: KeyPlace,
  fresh: readonly CircleKey[],
  older: readonly CircleKey[],
): Bundle[] {
  return fresh.map(({ circle, key }) => {
    const nonce = crypto.random(24);
    const domain = bundleDomain(place, circle);
    const keys = older.filter((old) => old.circle === circle && old.epoch < place.epoch);
    const bytes = encode(keys.map((old) => [old.epoch, old.key]));
    return { circle, nonce, sealed: crypto.aead.seal(crypto.hkdf(key, noSalt, domain, 32), nonce, domain, bytes) };
  });
}

/**
 * Takes in the keys that a blob gives to this device. A key that is not the one the roster commits to is not taken.
 *
 * @param given.roster  null: not pulled yet. A wrong key then opens nothing, as each part commits to its own
 * @returns  whether any key was new
 */
export function takeWraps(
  crypto: Crypto,
  keys: CircleKeys,
  given: {
    readonly place: KeyPlace;
    readonly wraps: Wraps;
    readonly roster: Roster | null;
    readonly device: Uint8Array;
    readonly secret: Uint8Array;
  },
): boolean {
  let news = false;
  for (const { device, circle, encapsulation, sealed } of given.wraps.wraps) {
    if (!sameBytes(device, given.device) || isKnown(crypto, keys, given.roster, { ...given.place, circle })) continue;
    const domain = wrapDomain(given.place, device, circle);
    const shared = crypto.kem.open(encapsulation, given.secret);
    const key = crypto.aead.open(crypto.hkdf(shared, noSalt, domain, 32), noNonce, domain, sealed);
    news = takeKey(crypto, keys, given.roster, { epoch: given.place.epoch, circle, key }) || news;
  }
  return news;
}

/** Takes in the older keys of every circle whose key of `place.epoch` is here. */
export function takeBundles(
  crypto: Crypto,
  keys: CircleKeys,
  given: { readonly place: KeyPlace; readonly bundles: readonly Bundle[]; readonly roster: Roster | null },
): boolean {
  let news = false;
  for (const { circle, nonce, sealed } of given.bundles) {
    const key = keys.get(given.place.epoch, circle);
    if (key === undefined) continue;
    const domain = bundleDomain(given.place, circle);
    const bytes = crypto.aead.open(crypto.hkdf(key, noSalt, domain, 32), nonce, domain, sealed);
    for (const older of readOlder(bytes)) {
      if (isKnown(crypto, keys, given.roster, { epoch: older.epoch, circle })) continue;
      news = takeKey(crypto, keys, given.roster, { ...older, circle }) || news;
    }
  }
  return news;
}

/**
 * A key that came before the roster did may be another's, put behind the door by who saw the link: once the roster is
 * here, what it does not commit to gives way.
 */
function isKnown(
  crypto: Crypto,
  keys: CircleKeys,
  roster: Roster | null,
  { epoch, circle }: { readonly epoch: number; readonly circle: number },
): boolean {
  const key = keys.get(epoch, circle);
  return key !== undefined && (roster === null || isCommitted(crypto, roster, { epoch, circle, key }));
}

const isCommitted = (crypto: Crypto, roster: Roster, key: CircleKey): boolean =>
  sameBytes(commitmentTo(crypto, key), roster.commitments.get(key.epoch)?.get(key.circle) ?? new Uint8Array(0));

function takeKey(
  crypto: Crypto,
  keys: CircleKeys,
  roster: Roster | null,
  { epoch, circle, key }: { epoch: number; circle: number; key: Uint8Array | undefined },
): boolean {
  if (key?.length !== 32) return false;
  if (roster !== null && !isCommitted(crypto, roster, { epoch, circle, key })) return false;
  keys.set({ epoch, circle, key });
  return true;
}

function readOlder(bytes: Uint8Array | undefined): { epoch: number; key: Uint8Array }[] {
  const read = bytes && decode(bytes);
  if (!read?.ok || !Array.isArray(read.value)) return [];
  return read.value.flatMap((pair: unknown) => {
    const [epoch, key] = Array.isArray(pair) ? (pair as unknown[]) : [];
    return typeof epoch === "number" && key instanceof Uint8Array ? [{ epoch, key: key.slice() }] : [];
  });
}

const wrapDomain = ({ space, epoch }: KeyPlace, device: Uint8Array, circle: number): Uint8Array =>
  concat(textBytes(domains.wrap), encode([space, device, circle, epoch]));
const bundleDomain = ({ space, epoch }: KeyPlace, circle: number): Uint8Array =>
  concat(textBytes(domains.bundle), encode([space, circle, epoch]));

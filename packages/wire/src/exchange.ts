/**
 * What is asked of the relay and what it answers, as bytes. Every body is CBOR; a refusal is `[kind, entry, after]` with
 * the status of `statusOf`.
 *
 * | route | asked | answered |
 * |---|---|---|
 * | POST /v1/session | `[1, space, device]` | `[nonce, expires]` |
 * | | `[2, space, device, nonce, signature]` | `[token, expires]` |
 * | POST /v1/spaces | `[header, signature, body, wraps, admission]` | `[position, received]` |
 * | POST …/entries | `[[header, signature, body]…]` | `[[position, received]…]` |
 * | POST …/seed | `[checkpoint, proof, from, wraps, [[received, header, signature, body]…]]` | `[size]` |
 * | GET …/entries?after=N | | run of `[position, received, header, signature, body]`, then `[checkpoint]` |
 *
 * Times are milliseconds since 1970. Positions count from 0; `after` is how many entries the caller has.
 */

import type { SignedEntry } from "./admit.ts";
import { concat, textBytes } from "./bytes.ts";
import { type Cbor, type CborError, encode, type Reader, reading } from "./cbor.ts";
import { limits } from "./header.ts";
import { domains } from "./primitives.ts";
import type { Refusal, RefusalKind } from "./refusal.ts";
import { err, type Result } from "./result.ts";

export interface PlacedEntry extends SignedEntry {
  readonly position: number;
  readonly receivedAt: number;
}

export interface Placement {
  readonly position: number;
  readonly receivedAt: number;
}

type Read<Value> = Result<Value, CborError>;

const entryAsCbor = ({ header, signature, body }: SignedEntry): Cbor[] => [header, signature, body];
const readSigned = (read: Reader): SignedEntry => ({
  header: read.bytes(),
  signature: read.bytes(64),
  body: read.bytes(),
});

// POST /v1/spaces
export interface Opening extends SignedEntry {
  readonly wraps: Uint8Array;
  /** Code of the relay's operator, or empty */
  readonly admission: string;
}
export const writeOpening = (opening: Opening): Uint8Array =>
  encode([...entryAsCbor(opening), opening.wraps, opening.admission]);
export const readOpening = (bytes: Uint8Array): Read<Opening> =>
  reading(bytes, (read) => {
    read.array(5);
    return { ...readSigned(read), wraps: read.bytes(), admission: read.text() };
  });

// POST /v1/spaces/:space/entries
export const writePush = (entries: readonly SignedEntry[]): Uint8Array => encode(entries.map(entryAsCbor));
export function readPush(bytes: Uint8Array): Result<SignedEntry[], CborError | { readonly kind: "too-large" }> {
  if (bytes.length > limits.pushBytes) return err({ kind: "too-large" });
  let tooMany = false;
  const entries = reading(bytes, (read) => {
    const count = read.array();
    tooMany = count > limits.pushEntries;
    return tooMany
      ? read.refuse()
      : Array.from({ length: count }, () => {
          read.array(3);
          return readSigned(read);
        });
  });
  return tooMany ? err({ kind: "too-large" }) : entries;
}
export const writePlacements = (places: readonly Placement[]): Uint8Array =>
  encode(places.map(({ position, receivedAt }) => [position, receivedAt]));
export const readPlacements = (bytes: Uint8Array): Read<Placement[]> =>
  reading(bytes, (read) =>
    Array.from({ length: read.array() }, () => {
      read.array(2);
      const position = read.integer();
      const receivedAt = read.integer();
      return isCount(position) && isTime(receivedAt) ? { position, receivedAt } : read.refuse();
    }),
  );

// POST /v1/spaces/:space/seed
/** Entries that a relay had and lost, with a checkpoint of its own that vouches for them. */
export interface Seed {
  readonly checkpoint: string;
  /** RFC 6962 consistency from the size behind the last of `entries` to the size of the checkpoint */
  readonly proof: readonly Uint8Array[];
  /** Position of the first of `entries` */
  readonly from: number;
  /** The blobs that the roster entries among them name */
  readonly wraps: readonly Uint8Array[];
  readonly entries: readonly (SignedEntry & { readonly receivedAt: number })[];
}
export const writeSeed = ({ checkpoint, proof, from, wraps, entries }: Seed): Uint8Array =>
  encode([checkpoint, [...proof], from, [...wraps], entries.map((entry) => [entry.receivedAt, ...entryAsCbor(entry)])]);
export const readSeed = (bytes: Uint8Array): Read<Seed> =>
  reading(bytes, (read) => {
    read.array(5);
    const checkpoint = read.text();
    const proof = Array.from({ length: read.array() }, () => read.bytes(32));
    const from = read.integer();
    const wraps = Array.from({ length: read.array() }, () => read.bytes());
    const count = read.array();
    if (count > limits.pushEntries || from < 0) read.refuse();
    const entries = Array.from({ length: count }, () => {
      read.array(4);
      return { receivedAt: read.integer(), ...readSigned(read) };
    });
    return { checkpoint, proof, from, wraps, entries };
  });
export const writeSeeded = (size: number): Uint8Array => encode([size]);
export const readSeeded = (bytes: Uint8Array): Read<number> =>
  reading(bytes, (read) => {
    read.array(1);
    return read.integer();
  });

// GET /v1/spaces/:space/entries
export const writePlaced = (entry: PlacedEntry): Uint8Array =>
  encode([entry.position, entry.receivedAt, ...entryAsCbor(entry)]);
export const writeEnd = (checkpoint: string): Uint8Array => encode([checkpoint]);

/** One value of a pulled run: an entry, or the checkpoint that ends it. */
export type Pulled =
  | { readonly kind: "entry"; readonly entry: PlacedEntry }
  | { readonly kind: "end"; readonly checkpoint: string };

export function readPulled(value: Cbor): Pulled | null {
  if (!Array.isArray(value)) return null;
  const [position, receivedAt, header, signature, body] = value as readonly Cbor[];
  if (value.length === 1 && typeof position === "string") return { kind: "end", checkpoint: position };
  if (value.length !== 5 || !isCount(position) || !isTime(receivedAt)) return null;
  if (!(header instanceof Uint8Array && signature instanceof Uint8Array && body instanceof Uint8Array)) return null;
  if (signature.length !== 64) return null;
  return { kind: "entry", entry: { position, receivedAt, header, signature, body } };
}

const isCount = (value: Cbor | undefined): value is number => typeof value === "number" && value >= 0;
/** What a calendar can hold: a time beyond would stop whoever shows it. */
const isTime = (value: Cbor | undefined): value is number => isCount(value) && value <= 8_640_000_000_000_000;

// POST /v1/session
export type SessionRequest =
  | { readonly step: "ask"; readonly space: Uint8Array; readonly device: Uint8Array }
  | {
      readonly step: "answer";
      readonly space: Uint8Array;
      readonly device: Uint8Array;
      readonly nonce: Uint8Array;
      readonly signature: Uint8Array;
    };

export const writeSessionRequest = (request: SessionRequest): Uint8Array =>
  encode(
    request.step === "ask"
      ? [1, request.space, request.device]
      : [2, request.space, request.device, request.nonce, request.signature],
  );
export const readSessionRequest = (bytes: Uint8Array): Read<SessionRequest> =>
  reading(bytes, (read) => {
    const fields = read.array();
    const step = read.integer();
    if (!(step === 1 && fields === 3) && !(step === 2 && fields === 5)) read.refuse();
    const who = { space: read.bytes(32), device: read.bytes(32) };
    return step === 1
      ? { step: "ask", ...who }
      : { step: "answer", ...who, nonce: read.bytes(32), signature: read.bytes(64) };
  });

/** What a device signs to open a session: bound to one relay's origin, so that no other relay can pass it on. */
export const sessionMessage = (given: {
  origin: string;
  space: Uint8Array;
  device: Uint8Array;
  nonce: Uint8Array;
  expires: number;
}): Uint8Array =>
  concat(textBytes(domains.session), encode([given.origin, given.space, given.device, given.nonce, given.expires]));

export const writeChallenge = (challenge: { nonce: Uint8Array; expires: number }): Uint8Array =>
  encode([challenge.nonce, challenge.expires]);
export const readChallenge = (bytes: Uint8Array): Read<{ nonce: Uint8Array; expires: number }> =>
  reading(bytes, (read) => {
    read.array(2);
    return { nonce: read.bytes(32), expires: read.integer() };
  });
export const writeToken = (token: { token: string; expires: number }): Uint8Array =>
  encode([token.token, token.expires]);
export const readToken = (bytes: Uint8Array): Read<{ token: string; expires: number }> =>
  reading(bytes, (read) => {
    read.array(2);
    return { token: read.text(), expires: read.integer() };
  });

// any refusal
export const writeRefusal = ({ kind, entry, after }: Refusal): Uint8Array => encode([kind, entry ?? -1, after ?? -1]);
export const readRefusal = (bytes: Uint8Array): Read<Refusal> =>
  reading(bytes, (read) => {
    read.array(3);
    const kind = read.text() as RefusalKind; // a kind from a newer relay is shown as it is
    const [entry, after] = [read.value(), read.value()];
    if (typeof entry !== "number" || typeof after !== "number") return read.refuse();
    return { kind, ...(entry >= 0 ? { entry } : {}), ...(after >= 0 ? { after } : {}) };
  });

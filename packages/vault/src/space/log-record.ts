/**
 * What this device's own log holds, a record each: everything that must survive the loss of the tables.
 *
 * `placed  [1, space, position, received, header, signature, body]`   an entry where the relay put it
 * `own     [2, follow, replaces, at, header, signature, body]`        an entry of ours that waits for the relay
 * `answer  [3, space, id, position, received]`                        where the relay put an entry of ours
 * `blob    [4, bytes]`                                                the wraps that a roster entry names
 * `note    [5, json]`                                                 keys, relays, invitations, what was verified
 */

import type { SignedEntry } from "@saksi/wire/admit";
import { type Cbor, decode, encode } from "@saksi/wire/cbor";
import type { Circles, Role } from "@saksi/wire/roster-body";
import type { Profile } from "../port.ts";
import type { Problem } from "../problem.ts";

export type LogRecord =
  | {
      readonly kind: "placed";
      readonly space: Uint8Array;
      readonly position: number;
      readonly receivedAt: number;
      readonly signed: SignedEntry;
    }
  | {
      readonly kind: "own";
      /** How many more entries belong to the same save: without them, a crash came in between and it is void */
      readonly follow: number;
      /** Id of the stale entry that this one says anew, or none */
      readonly replaces: Uint8Array;
      /** When it was saved, by this device's clock */
      readonly at: number;
      readonly signed: SignedEntry;
    }
  | {
      readonly kind: "answer";
      readonly space: Uint8Array;
      readonly id: Uint8Array;
      readonly position: number;
      readonly receivedAt: number;
    }
  | { readonly kind: "blob"; readonly bytes: Uint8Array }
  | { readonly kind: "note"; readonly note: Note };

/** Bytes stand in hexadecimal, times in milliseconds. Spaces, devices and doors are named by their ids in hexadecimal. */
export type Note =
  | { readonly note: "profile"; readonly profile: Profile }
  | KeysNote
  | {
      readonly note: "relay";
      readonly space: string;
      readonly url: string;
      readonly key: string;
      readonly admission: string;
    }
  | {
      readonly note: "verified";
      readonly space: string;
      readonly size: number;
      readonly root: string;
      readonly at: number;
      readonly checkpoint?: string;
    }
  /** Signatures and quotes up to this position were checked one by one */
  | { readonly note: "checked"; readonly space: string; readonly size: number }
  | { readonly note: "stopped"; readonly space: string; readonly problem: Problem | null }
  /** A device that signed two entries in one place: header, signature, header, signature */
  | { readonly note: "two-faced"; readonly space: string; readonly device: string; readonly proof: readonly string[] }
  /** A roster entry of ours that the relay refused for good */
  | { readonly note: "dropped"; readonly space: string; readonly entry: string }
  /** Entries of ours that our role or circles do not allow any more, or, back, allow again */
  | { readonly note: "aside"; readonly space: string; readonly entries: readonly string[]; readonly back: boolean }
  | InvitationNote
  | { readonly note: "invitation-over"; readonly door: string }
  | JoiningNote
  /** The request stands at the relay */
  | { readonly note: "knocked"; readonly door: string }
  | { readonly note: "joining-over"; readonly door: string; readonly how: "admitted" | "expired" | "refused" }
  /** A save was cut in two by a crash: the half before this is void */
  | { readonly note: "void" };

/** This device's keys in a space, before anything else of it */
export interface KeysNote {
  readonly note: "keys";
  readonly space: string;
  readonly seed: string;
  readonly kem: string;
  /** Heads that the link and the answer at the door named: a log that does not extend them is refused */
  readonly promised?: readonly { readonly size: number; readonly root: string }[];
}

export interface InvitationNote {
  readonly note: "invitation";
  readonly door: string;
  readonly secret: string;
  readonly space: string;
  readonly role: Role;
  readonly circles: Circles;
  readonly expires: number;
  /** For one more device of the member who made it */
  readonly own?: boolean;
}

export interface JoiningNote {
  readonly note: "joining";
  readonly door: string;
  readonly link: string;
  readonly space: string;
  readonly relay: string;
  readonly code: string;
  readonly seed: string;
  readonly kem: string;
  readonly expires: number;
  /** The exact bytes for the door. Kept before they are put there, so that they are put again and never made anew */
  readonly sealed: string;
}

const numbers = { placed: 1, own: 2, answer: 3, blob: 4, note: 5 } as const;

export function encodeLogRecord(record: LogRecord): Uint8Array {
  switch (record.kind) {
    case "placed": {
      const { header, signature, body } = record.signed;
      return encode([numbers.placed, record.space, record.position, record.receivedAt, header, signature, body]);
    }
    case "own": {
      const { header, signature, body } = record.signed;
      return encode([numbers.own, record.follow, record.replaces, record.at, header, signature, body]);
    }
    case "answer":
      return encode([numbers.answer, record.space, record.id, record.position, record.receivedAt]);
    case "blob":
      return encode([numbers.blob, record.bytes]);
    case "note":
      return encode([numbers.note, JSON.stringify(record.note)]);
  }
}

/** Null: of a kind that a newer version wrote. The log is sealed by this device, so that its own words are trusted. */
export function decodeLogRecord(bytes: Uint8Array): LogRecord | null {
  const read = decode(bytes);
  if (!read.ok) throw new Error("a record of the log is not what was written");
  const [number, ...fields] = read.value as readonly Cbor[]; // every record is a list
  switch (number) {
    case numbers.placed: {
      const [space, position, receivedAt, ...entry] = fields as [Uint8Array, number, number, ...Uint8Array[]];
      return { kind: "placed", space, position, receivedAt, signed: signedOf(entry) };
    }
    case numbers.own: {
      const [follow, replaces, at, ...entry] = fields as [number, Uint8Array, number, ...Uint8Array[]];
      return { kind: "own", follow, replaces, at, signed: signedOf(entry) };
    }
    case numbers.answer: {
      const [space, id, position, receivedAt] = fields as [Uint8Array, Uint8Array, number, number];
      return { kind: "answer", space, id, position, receivedAt };
    }
    case numbers.blob:
      return { kind: "blob", bytes: fields[0] as Uint8Array };
    case numbers.note:
      return { kind: "note", note: JSON.parse(fields[0] as string) as Note };
    default:
      return null;
  }
}

function signedOf([header, signature, body]: readonly Uint8Array[]): SignedEntry {
  if (!header || !signature || !body) throw new Error("an entry of the log is cut short");
  return { header, signature, body };
}

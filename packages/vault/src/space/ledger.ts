/**
 * Everything this device keeps, as a fold over its own log: one record after the other, the same when it is written and
 * when it is read back. The tables' part of it is told to whoever folds.
 */

import { type ReadEntry, readEntry, type SignedEntry, wrapsNamed } from "@saksi/wire/admit";
import { fromHex, toHex } from "@saksi/wire/bytes";
import { decodeHeader, entryId, kinds } from "@saksi/wire/header";
import type { Crypto } from "../crypto.ts";
import { faultError } from "../disk-fault.ts";
import type { Log } from "../log/log.ts";
import type { Place } from "../log/log-place.ts";
import type { Profile } from "../port.ts";
import type { OpenedChange, PlacedEntry, WithheldPart } from "../projection/opened-change.ts";
import { advance, beginAlone, type Opened, openEntry, type Standing } from "./advance.ts";
import { decodeLogRecord, type InvitationNote, type JoiningNote, type LogRecord, type Note } from "./log-record.ts";
import { deviceKeys, newSpace, type Space, type Unsent } from "./space.ts";

export interface Joining extends JoiningNote {
  /** `knocking`: whether the relay has the request is not known */
  readonly state: "knocking" | "waiting" | "admitted" | "expired" | "refused";
}

/** Whether an answer may still come. */
export const isAtDoor = (state: Joining["state"]): boolean => state === "knocking" || state === "waiting";

export interface Ledger {
  profile: Profile | null;
  readonly spaces: Map<string, Space>;
  readonly invitations: Map<string, InvitationNote>;
  readonly joinings: Map<string, Joining>;
  /** Where the wraps of roster entries lie, by their hash in hexadecimal */
  readonly blobs: Map<string, Place>;
  /** Entries of a save that is not whole yet */
  held: { readonly record: Extract<LogRecord, { kind: "own" }>; readonly place: Place }[];
}

/** What a record asks of the tables. */
export interface Effects {
  readonly changes: OpenedChange[];
  readonly withheld: WithheldPart[];
  readonly placed: PlacedEntry[];
  readonly resealed: { readonly entry: string; readonly by: string; readonly place: number }[];
  /** Spaces of which more became readable than before */
  readonly news: Set<string>;
}

export const newLedger = (): Ledger => ({
  profile: null,
  spaces: new Map(),
  invitations: new Map(),
  joinings: new Map(),
  blobs: new Map(),
  held: [],
});

export const noEffects = (): Effects => ({ changes: [], withheld: [], placed: [], resealed: [], news: new Set() });

type Folding = { readonly crypto: Crypto; readonly log: Log; readonly ledger: Ledger };

/** Takes in one record. The log is this device's own and sealed: what it holds was judged before it was kept. */
export function fold(folding: Folding, record: LogRecord, place: Place, effects: Effects): void {
  switch (record.kind) {
    case "note":
      foldNote(folding, record.note);
      return;
    case "blob":
      folding.ledger.blobs.set(toHex(folding.crypto.sha256(record.bytes)), place);
      return;
    case "own":
      foldSave(folding, record, place, effects);
      return;
    case "placed": {
      const space = spaceOf(folding.ledger, record.space);
      foldPlaced(folding, space, { signed: record.signed, standing: record, place }, effects);
      return;
    }
    case "answer": {
      const space = spaceOf(folding.ledger, record.space);
      const own = space.unsent.find(({ id }) => toHex(id) === toHex(record.id));
      if (own === undefined) throw new Error("the relay answered for an entry that does not wait");
      const signed = ownEntryAt(folding.log, own.place);
      foldPlaced(folding, space, { signed, standing: record, place: own.place }, effects);
      const { position, receivedAt } = record;
      effects.placed.push({ entry: toHex(record.id), position, receivedAt });
    }
  }
}

function foldPlaced(
  folding: Folding,
  space: Space,
  given: { readonly signed: SignedEntry; readonly standing: Standing; readonly place: Place },
  effects: Effects,
): void {
  const entry = reread(folding.crypto, given.signed);
  const wraps = wrapsOf(folding, entry);
  const { receivedAt } = given.standing;
  const known = space.unsent.some(({ id }) => toHex(id) === toHex(entry.id));
  const next = advance(folding.crypto, space, { entry, wraps, receivedAt, quotes: "later" });
  if (!next.ok) throw new Error(`the log holds an entry that does not stand: ${next.error.kind}`);
  if (next.value.news) effects.news.add(space.id);
  if (known && entry.content.kind === "parts") return; // its changes are in the tables; only its position is new
  gather(effects, openEntry(folding.crypto, space, entry, given));
}

/** Own entries count only when all of their save are here: a crash in between voids the others. */
function foldSave(folding: Folding, record: Extract<LogRecord, { kind: "own" }>, place: Place, effects: Effects): void {
  const { ledger } = folding;
  ledger.held.push({ record, place });
  if (record.follow > 0) return;
  const save = ledger.held;
  ledger.held = [];
  for (const own of save) foldOwn(folding, own.record, own.place, effects);
}

function foldOwn(
  folding: Folding,
  { signed, replaces, at }: Extract<LogRecord, { kind: "own" }>,
  place: Place,
  effects: Effects,
): void {
  const { crypto, ledger } = folding;
  const entry = reread(crypto, signed);
  const { header, id } = entry;
  const space = spaceOf(ledger, header.space.length === 0 ? id : header.space);
  const old = replaces.length > 0 ? toHex(replaces) : null;
  const waiting = { id, dseq: header.dseq, kind: header.kind, epoch: header.epoch, place, since: at };
  if (old !== null) {
    space.unsent = space.unsent.map((unsent) => (toHex(unsent.id) === old ? waiting : unsent));
    effects.resealed.push({ entry: old, by: toHex(id), place });
    return;
  }
  space.unsent = [...space.unsent, waiting];
  if (space.log === null) {
    const begun = beginAlone(crypto, space, entry, wrapsOf(folding, entry) ?? new Uint8Array(0));
    if (!begun.ok) throw new Error(`our own genesis does not stand: ${begun.error.kind}`);
    gather(effects, openEntry(crypto, space, entry, { standing: null, place }));
  } else if (entry.content.kind === "parts") {
    gather(effects, openEntry(crypto, space, entry, { standing: null, place }));
  }
}

function foldNote({ crypto, ledger }: Folding, note: Note): void {
  switch (note.note) {
    case "profile":
      ledger.profile = note.profile;
      return;
    case "keys": {
      const device = deviceKeys(crypto, bytesOf(note.seed), bytesOf(note.kem));
      const fresh = { ...newSpace(note.space, device), promised: note.promised ?? [] };
      const before = ledger.spaces.get(note.space);
      ledger.spaces.set(note.space, before ? joinedAnew(before, fresh) : fresh);
      return;
    }
    case "relay":
      spaceNamed(ledger, note.space).relay = { url: note.url, key: bytesOf(note.key), admission: note.admission };
      return;
    case "verified":
      spaceNamed(ledger, note.space).verified = verifiedIn(note);
      return;
    case "checked":
      spaceNamed(ledger, note.space).checked = note.size;
      return;
    case "stopped":
      spaceNamed(ledger, note.space).stopped = note.problem;
      return;
    case "two-faced":
      spaceNamed(ledger, note.space).twoFaced.set(note.device, note.proof);
      return;
    case "dropped": {
      const space = spaceNamed(ledger, note.space);
      space.unsent = space.unsent.filter(({ id }) => toHex(id) !== note.entry);
      return;
    }
    case "aside":
      foldAside(spaceNamed(ledger, note.space), note);
      return;
    case "invitation":
      ledger.invitations.set(note.door, note);
      return;
    case "invitation-over":
      ledger.invitations.delete(note.door);
      return;
    case "joining":
      ledger.joinings.set(note.door, { ...note, state: "knocking" });
      return;
    case "knocked":
    case "joining-over": {
      const joining = ledger.joinings.get(note.door);
      const state = note.note === "knocked" ? "waiting" : note.how;
      if (joining) ledger.joinings.set(note.door, { ...joining, state });
      return;
    }
    case "void":
      ledger.held = [];
  }
}

const verifiedIn = ({ size, root, at, checkpoint }: Extract<Note, { note: "verified" }>): Space["verified"] => ({
  size,
  root: bytesOf(root),
  at,
  ...(checkpoint === undefined ? {} : { checkpoint }),
});

/** The same space under new keys: what the device that we were had not sent is nobody's to send, and stays named. */
function joinedAnew(before: Space, fresh: Space): Space {
  const aside = [...before.aside, ...before.unsent.filter(({ kind }) => kind === kinds.record)];
  return Object.assign(before, fresh, { aside });
}

function foldAside(space: Space, { entries, back }: Extract<Note, { note: "aside" }>): void {
  const named = new Set(entries);
  const isNamed = ({ id }: Unsent): boolean => named.has(toHex(id));
  const all = back ? [...space.unsent, ...space.aside.filter(isNamed)] : space.unsent;
  space.aside = [...space.aside.filter((waiting) => !isNamed(waiting)), ...(back ? [] : space.unsent.filter(isNamed))];
  space.unsent = back ? all : all.filter((waiting) => !isNamed(waiting));
}

/** The entry that a place of the log holds, placed or waiting. Where the log was damaged since, a fault of storage. */
export function ownEntryAt(log: Log, place: Place): SignedEntry {
  const bytes = log.read(place);
  if (bytes === undefined) throw faultError({ kind: "damaged-file", what: "log" }, "an entry that was here");
  const record = decodeLogRecord(bytes);
  if (record?.kind !== "own" && record?.kind !== "placed") throw new Error("no entry lies at this place of the log");
  return record.signed;
}

/** Bytes that were judged when they came in; their signature is not checked again. */
export function reread({ sha256 }: Crypto, signed: SignedEntry): ReadEntry {
  const entry = readEntry({ sha256, verify: null }, signed);
  if (!entry.ok) throw new Error(`the log holds an entry that cannot be read: ${entry.error.kind}`);
  return entry.value;
}

export function wrapsOf({ log, ledger }: Pick<Folding, "log" | "ledger">, entry: ReadEntry): Uint8Array | null {
  if (entry.content.kind !== "roster") return null;
  const place = ledger.blobs.get(toHex(wrapsNamed(entry.content.roster)));
  const bytes = place === undefined ? undefined : log.read(place);
  const record = bytes && decodeLogRecord(bytes);
  return record?.kind === "blob" ? record.bytes : null;
}

export function gather(effects: Effects, { changes, withheld }: Opened): void {
  effects.changes.push(...changes);
  effects.withheld.push(...withheld);
}

export const spaceOf = (ledger: Ledger, id: Uint8Array): Space => spaceNamed(ledger, toHex(id));

function spaceNamed(ledger: Ledger, id: string): Space {
  const space = ledger.spaces.get(id);
  if (space === undefined) throw new Error("the log speaks of a space before its keys");
  return space;
}

const bytesOf = (hex: string): Uint8Array => {
  const bytes = fromHex(hex);
  if (bytes === null) throw new Error("a note of the log is not what was written");
  return bytes;
};

/** The space of an own entry before it is folded: genesis has none in its header. */
export function spaceIdOf({ sha256 }: Crypto, signed: SignedEntry): Uint8Array {
  const header = decodeHeader(signed.header);
  if (!header.ok) throw new Error("our own header can be read");
  return header.value.header.space.length === 0 ? entryId(sha256, signed.header) : header.value.header.space;
}

/**
 * One more entry of a space: judged by the wire's one judge, then taken in: roster, keys, names, and last its parts,
 * opened. The same road when an entry is pulled, when it is our own, and when the device's log is replayed.
 */

import type { Change } from "@saksi/domain/change";
import { admit, beginLog, type LogState, place, type Quotes, type ReadEntry, receiptHolds } from "@saksi/wire/admit";
import { sameBytes, toHex } from "@saksi/wire/bytes";
import { type BodyPart, isDropped } from "@saksi/wire/part";
import type { Refusal } from "@saksi/wire/refusal";
import { err, ok, type Result } from "@saksi/wire/result";
import { decodeWraps } from "@saksi/wire/wraps";
import type { Crypto } from "../crypto.ts";
import { readChange } from "../entry/read-change.ts";
import { openPart } from "../entry/seal.ts";
import { takeBundles, takeWraps } from "../keys/circle-keys.ts";
import type { Place } from "../log/log-place.ts";
import type { OpenedChange, WithheldPart } from "../projection/opened-change.ts";
import { readRosterWords } from "./roster-words.ts";
import { memberOf, type Space } from "./space.ts";

export interface Standing {
  readonly position: number;
  readonly receivedAt: number;
}

/** `time-backwards`: the relay says that it came before the entry ahead of it. No relay refuses so: it is the relay's lie. */
type NotTaken = Refusal | { readonly kind: "time-backwards" };

/**
 * Judges an entry at the end of the log as it stands and puts it there. Whoever calls keeps the entry afterwards.
 *
 * @param wraps   the blob that a roster entry names; else null
 * @returns       whether keys came with it that this device did not have: older entries may be readable now
 */
export function advance(
  crypto: Crypto,
  space: Space,
  given: {
    readonly entry: ReadEntry;
    readonly wraps: Uint8Array | null;
    readonly receivedAt: number;
    readonly quotes: Quotes;
  },
): Result<{ readonly news: boolean }, NotTaken> {
  const { entry, wraps } = given;
  const next = space.anchored && space.log ? stepped(crypto, space.log, given) : begun(crypto, space, given);
  if (!next.ok) return next;
  space.log = next.value;
  space.anchored = true;
  if (space.unsent[0] && sameBytes(space.unsent[0].id, entry.id)) space.unsent = space.unsent.slice(1);
  if (space.aside.length > 0) space.aside = space.aside.filter(({ id }) => !sameBytes(id, entry.id));
  return ok({ news: takeRosterKeys(crypto, space, entry, wraps) });
}

function stepped(
  crypto: Crypto,
  log: LogState,
  { entry, wraps, receivedAt, quotes }: Parameters<typeof advance>[2],
): Result<LogState, NotTaken> {
  if (!receiptHolds(log, receivedAt)) return err({ kind: "time-backwards" });
  const step = admit(crypto.sha256, log, entry, wraps, quotes);
  return step.ok ? ok(place(crypto.sha256, log, step.value, receivedAt)) : step;
}

/** A space is its genesis: another one at position 0 is another space. */
function begun(
  crypto: Crypto,
  space: Space,
  { entry, wraps, receivedAt }: Parameters<typeof advance>[2],
): Result<LogState, Refusal> {
  if (!sameBytes(entry.id, space.bytes)) return err({ kind: "wrong-space" });
  return beginLog(crypto.sha256, entry, wraps ?? new Uint8Array(0), receivedAt);
}

/** Our own genesis before any relay has it: its roster and keys are in force, its place is not known. */
export function beginAlone(crypto: Crypto, space: Space, entry: ReadEntry, wraps: Uint8Array): Result<null, Refusal> {
  const log = begun(crypto, space, { entry, wraps, receivedAt: 0, quotes: "now" });
  if (!log.ok) return log;
  space.log = log.value;
  takeRosterKeys(crypto, space, entry, wraps);
  return ok(null);
}

function takeRosterKeys(crypto: Crypto, space: Space, entry: ReadEntry, blob: Uint8Array | null): boolean {
  if (entry.content.kind !== "roster" || blob === null || space.log === null) return false;
  const wraps = decodeWraps(blob);
  if (!wraps.ok) throw new Error("an admitted roster entry has readable wraps");
  const { roster } = space.log;
  const at = { space: entry.header.space, epoch: entry.header.epoch };
  if (entry.content.roster.operation.op === "rotate")
    space.bundles = {
      ...at,
      list: wraps.value.bundles.map((bundle) => ({ ...bundle, sealed: bundle.sealed.slice() })),
    };
  const mine = { device: space.device.signer.publicKey, secret: space.device.kemSecret };
  const given = takeWraps(crypto, space.keys, { place: at, wraps: wraps.value, roster, ...mine });
  const older =
    space.bundles !== null &&
    takeBundles(crypto, space.keys, {
      place: { space: space.bundles.space, epoch: space.bundles.epoch },
      bundles: space.bundles.list,
      roster,
    });
  return given || older;
}

/** What became readable, and what is known only to exist. */
export interface Opened {
  readonly changes: OpenedChange[];
  readonly withheld: WithheldPart[];
}

/** Opens an admitted entry, or one of our own that waits. Names in a roster entry are taken into the space at once. */
export function openEntry(
  crypto: Crypto,
  space: Space,
  entry: ReadEntry,
  { standing, place: at }: { readonly standing: Standing | null; readonly place: Place },
): Opened {
  const opened: Opened = { changes: [], withheld: [] };
  if (entry.content.kind === "roster") {
    if (!space.rosterPlaces.includes(at)) space.rosterPlaces.push(at);
    takeWords(crypto, space, entry);
    return opened;
  }
  if (space.log === null || space.keys.all().length === 0) return opened; // before admission nothing is withheld: all is
  const { parts } = entry.content;
  const of = { space: space.id, entry: toHex(entry.id), place: at };
  const author = { device: entry.header.device, member: memberOf(space.log.roster, entry.header.device) };
  for (const [index, part] of parts.entries()) {
    if (isDropped(part)) continue;
    const { circle } = part;
    if (space.keys.get(entry.header.epoch, circle) === undefined) {
      opened.withheld.push({ ...of, index, circle });
      continue;
    }
    const change = openChange(crypto, space, entry, index);
    const position = standing?.position ?? null;
    const receivedAt = standing?.receivedAt ?? null;
    if (change) opened.changes.push({ ...of, ...author, index, position, receivedAt, circle, change });
  }
  return opened;
}

/** Null: no key, dropped, or not a change. */
export function openChange(crypto: Crypto, space: Space, entry: ReadEntry, index: number): Change | null {
  if (entry.content.kind !== "parts") return null;
  const part = entry.content.parts[index];
  const bytes = part && openBytes(crypto, space, entry, { part, index, count: entry.content.parts.length });
  return bytes ? readChange(bytes) : null;
}

export function openBytes(
  crypto: Crypto,
  space: Space,
  entry: ReadEntry,
  { part, index, count }: { readonly part: BodyPart; readonly index: number; readonly count: number },
): Uint8Array | null {
  if (isDropped(part)) return null;
  const key = space.keys.get(entry.header.epoch, part.circle);
  if (key === undefined) return null;
  const at = { binding: entry.binding, circle: part.circle, index, count };
  const bytes = openPart(crypto, { key, place: at, part });
  return bytes.ok ? bytes.value : null;
}

function takeWords(crypto: Crypto, space: Space, entry: ReadEntry): void {
  if (entry.content.kind !== "roster") return;
  const { operation, sealed } = entry.content.roster;
  const bytes = openBytes(crypto, space, entry, { part: sealed, index: 0, count: 1 });
  if (bytes === null) return;
  const words = readRosterWords(bytes);
  if (operation.op === "genesis") {
    space.name = words.space ?? "";
    space.sample = words.sample ?? false;
  }
  if (words.member && (operation.op === "genesis" || operation.op === "add")) {
    const member = toHex(operation.device.member);
    if (!space.names.has(member)) space.names.set(member, words.member);
  }
}

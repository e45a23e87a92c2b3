/**
 * A made-up space for tests: devices, entries and their bytes, the same on every run. Sealed parts hold bytes that look
 * random; nothing here can open, and nothing needs to.
 */

import { createHash, createPrivateKey, createPublicKey, sign as nodeSign, verify as nodeVerify } from "node:crypto";
import { admit, beginLog, type LogState, place, readEntry, type SignedEntry } from "./admit.ts";
import { concat, textBytes, toHex } from "./bytes.ts";
import { encodeHeader, type Header, type Kind, kinds, signedBytes } from "./header.ts";
import { type BodyPart, bodyRoot, encodeBody, type Part, wholeLength } from "./part.ts";
import type { Primitives } from "./primitives.ts";
import type { Refusal } from "./refusal.ts";
import { ok, type Result } from "./result.ts";
import { beginRoster, bundlesDue, type Roster, rosterAfter, wrapsDue } from "./roster.ts";
import {
  type Circles,
  circlesOf,
  encodeOperation,
  encodeRosterBody,
  type NewDevice,
  type Pin,
  type Rights,
  type Role,
  type RosterOperation,
  rosterBodyRoot,
} from "./roster-body.ts";
import { encodeWraps, type Wraps } from "./wraps.ts";

const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");
const spki = Buffer.from("302a300506032b6570032100", "hex");

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());

/** node:crypto (OpenSSL) as it is, without the checks of `verifySignature`. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([spki, publicKey]), format: "der", type: "spki" });
  return nodeVerify(null, message, key, signature);
}

export const primitives: Primitives = { sha256, verify };

/** As many bytes as are asked, decided by the label alone. */
export function exampleBytes(label: string, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) => sha256(textBytes(`${label} ${index}`)));
  return concat(...blocks).subarray(0, length);
}

export interface ExampleDevice extends NewDevice {
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** A device of a person: `exampleDevice("Aya's phone", { person: "Aya" })`. */
export function exampleDevice(
  name: string,
  given: { readonly person?: string; readonly role?: Role; readonly circles?: Circles } = {},
): ExampleDevice {
  const seed = exampleBytes(`seed of ${name}`, 32);
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  const key = new Uint8Array(createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(12));
  return {
    key,
    kem: exampleBytes(`kem of ${name}`, 1216),
    member: exampleBytes(`person ${given.person ?? name}`, 8),
    role: given.role ?? "keeper",
    circles: given.circles ?? 0b11,
    sign: (message) => new Uint8Array(nodeSign(null, message, secret)),
  };
}

export function examplePart(label: string, circle = 0, chunks: readonly Uint8Array[] = []): Part {
  return {
    circle,
    salt: exampleBytes(`salt ${label}`, 32),
    commit: exampleBytes(`commit ${label}`, 32),
    ciphertext: exampleBytes(`ciphertext ${label}`, 48),
    chunks,
  };
}

/** An entry as pushed, with the blob that a roster entry names. */
export interface Written {
  readonly entry: SignedEntry;
  readonly wraps: Uint8Array | null;
}

/** A header as its device would write it next, with what a test wants to be otherwise. */
function headerNext(log: LogState | null, author: ExampleDevice, kind: Kind, other: Partial<Header>): Header {
  const chain = log?.chains.get(toHex(author.key));
  return {
    kind,
    space: log?.space ?? new Uint8Array(0),
    device: author.key,
    dseq: chain === undefined ? 0 : chain.dseq + 1,
    dprev: chain?.id ?? new Uint8Array(32),
    rosterHead: log?.roster.head ?? new Uint8Array(32),
    seenSize: log?.tree.size() ?? 0,
    seenRoot: log?.tree.root() ?? sha256(new Uint8Array(0)),
    epoch: log?.roster.epoch ?? 0,
    bodyRoot: new Uint8Array(32),
    bodyLength: 0,
    ...other,
  };
}

function signedBy(author: ExampleDevice, header: Header, body: Uint8Array): SignedEntry {
  const bytes = encodeHeader(header);
  return { header: bytes, signature: author.sign(signedBytes(bytes)), body };
}

export function writeParts(
  log: LogState,
  author: ExampleDevice,
  parts: readonly BodyPart[],
  other: Partial<Header> = {},
): Written {
  const root = bodyRoot(sha256, parts);
  const header = headerNext(log, author, other.kind ?? kinds.record, {
    bodyRoot: root,
    bodyLength: wholeLength(parts),
  });
  return { entry: signedBy(author, { ...header, ...other }, encodeBody(parts)), wraps: null };
}

/** An operation before the blob of its wraps is known. */
export type Wish =
  | { readonly op: "genesis"; readonly device: NewDevice; readonly epoch?: number; readonly commitments?: number[] }
  | { readonly op: "add"; readonly device: NewDevice }
  | ({ readonly op: "change" } & Rights)
  | {
      readonly op: "rotate";
      readonly pins?: readonly Pin[];
      readonly changes?: readonly Rights[];
      readonly epoch?: number;
      readonly commitments?: number[];
    };

/**
 * A roster entry with exactly the wraps that are due; with none where the operation cannot be done at all.
 *
 * @param alter  what a test wants the blob to hold instead
 */
export function writeRoster(
  log: LogState | null,
  author: ExampleDevice,
  wish: Wish,
  given: { readonly alter?: (wraps: Wraps) => Wraps; readonly header?: Partial<Header> } = {},
): Written {
  const roster = log?.roster ?? null;
  const { after, wish: whole } = planned(log, author, wish);
  const blob = after === null ? noWraps : wrapsFor(roster, after);
  const wraps = encodeWraps(given.alter === undefined ? blob : given.alter(blob));
  const publicBytes = encodeOperation(operationOf(roster, whole, sha256(wraps)));
  const epoch = wish.op === "rotate" ? (wish.epoch ?? (roster?.epoch ?? 0) + 1) : (roster?.epoch ?? 0);
  const sealed = examplePart(`roster ${toHex(sha256(publicBytes))}`);
  const body = encodeRosterBody(publicBytes, sealed);
  const header = headerNext(log, author, kinds.roster, {
    epoch,
    bodyRoot: rosterBodyRoot(sha256, publicBytes, sealed),
    bodyLength: body.length,
    ...given.header,
  });
  return { entry: signedBy(author, header, body), wraps };
}

const noWraps: Wraps = { wraps: [], bundles: [] };

/** What the operation would make, and the wish with the commitments that it needs. */
function planned(log: LogState | null, author: ExampleDevice, wish: Wish): { after: Roster | null; wish: Wish } {
  const step = { entry: new Uint8Array(32), author: author.key };
  if (log === null) {
    const wraps = circlesOf(author.circles).map((circle) => wrapOf(toHex(author.key), circle, 0));
    const operation = operationOf(null, wish, new Uint8Array(32));
    const begun = beginRoster({ ...step, operation, wraps: { wraps, bundles: [] } });
    return { after: begun.ok ? begun.value : null, wish };
  }
  // the circles in use are not known before the operation is judged: try each set
  for (let bits = 1; bits < 256; bits += 2) {
    const tried = wish.op === "rotate" ? { ...wish, commitments: wish.commitments ?? circlesOf(bits) } : wish;
    const operation = operationOf(log.roster, tried, new Uint8Array(32));
    const after = rosterAfter(log.roster, { ...step, operation }, (key) => log.chains.get(toHex(key)) ?? null);
    if (after.ok) return { after: after.value, wish: tried };
    if (after.error.kind !== "wraps-mismatch") return { after: null, wish: tried };
  }
  return { after: null, wish };
}

const wrapOf = (deviceHex: string, circle: number, epoch: number) => ({
  device: new Uint8Array(Buffer.from(deviceHex, "hex")),
  circle,
  encapsulation: exampleBytes(`encapsulation ${deviceHex} ${circle} ${epoch}`, 1120),
  sealed: exampleBytes(`wrap ${deviceHex} ${circle} ${epoch}`, 48),
});

function wrapsFor(before: Roster | null, after: Roster): Wraps {
  return {
    wraps: [...wrapsDue(before, after)].flatMap(([key, bits]) =>
      circlesOf(bits).map((circle) => wrapOf(key, circle, after.epoch)),
    ),
    bundles: bundlesDue(before, after).map((circle) => ({
      circle,
      nonce: exampleBytes(`nonce ${circle} ${after.epoch}`, 24),
      sealed: exampleBytes(`bundle ${circle} ${after.epoch}`, 48 * after.epoch),
    })),
  };
}

function operationOf(roster: Roster | null, wish: Wish, wraps: Uint8Array): RosterOperation {
  if (wish.op === "add" || wish.op === "change") return { ...wish, wraps };
  const epoch = wish.epoch ?? (wish.op === "genesis" ? 0 : (roster?.epoch ?? 0) + 1);
  const circles = wish.commitments ?? (wish.op === "genesis" ? circlesOf(wish.device.circles) : []);
  const commitments = circles.map((circle) => ({
    circle,
    commitment: exampleBytes(`commitment ${circle} ${epoch}`, 32),
  }));
  const opening = { epoch, commitments, wraps };
  return wish.op === "genesis"
    ? { op: "genesis", random: exampleBytes("genesis", 32), device: wish.device, opening }
    : { op: "rotate", pins: wish.pins ?? [], changes: wish.changes ?? [], opening };
}

/** Milliseconds since 1970 at which the made-up relay received the entry at a position. */
export const receivedAt = (position: number): number => 1_767_225_600_000 + position * 60_000;

/** Takes an entry at its word or says why not, as relay and member do. */
export function take(log: LogState | null, { entry, wraps }: Written): Result<LogState, Refusal> {
  const read = readEntry(primitives, entry);
  if (!read.ok) return read;
  if (log === null) return beginLog(sha256, read.value, wraps ?? new Uint8Array(0), receivedAt(0));
  const step = admit(sha256, log, read.value, wraps, "now");
  return step.ok ? ok(place(sha256, log, step.value, receivedAt(log.tree.size()))) : step;
}

/** Takes what must be right; a test that is wrong about that stops here. */
export function taken(log: LogState | null, written: Written): LogState {
  const next = take(log, written);
  if (!next.ok) throw new Error(`refused: ${next.error.kind}`);
  return next.value;
}

/** Where a device's chain ends, as a removal pins it. */
export function pinOf(log: LogState, { key }: Pick<NewDevice, "key">): Pin {
  const chain = log.chains.get(toHex(key));
  return { device: key, dseq: chain?.dseq ?? 0, id: chain?.id ?? new Uint8Array(32) };
}

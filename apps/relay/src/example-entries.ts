/** Signed entries for tests and measurements, made of random bytes by made-up devices. Nothing in them can be opened, by anyone. */

import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from "node:crypto";
import type { SignedEntry } from "@saksi/wire/admit";
import { concat, toHex } from "@saksi/wire/bytes";
import { type Opening, sessionMessage, writeOpening } from "@saksi/wire/exchange";
import { encodeHeader, entryId, type Header, type Kind, kinds, signedBytes } from "@saksi/wire/header";
import { bodyRoot, encodeBody, type Part } from "@saksi/wire/part";
import {
  circleBits,
  type Opening as EpochOpening,
  encodeOperation,
  encodeRosterBody,
  type NewDevice,
  type Pin,
  type Rights,
  type Role,
  type RosterOperation,
  rosterBodyRoot,
} from "@saksi/wire/roster-body";
import { encodeWraps } from "@saksi/wire/wraps";

export const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash("sha256").update(bytes).digest());
const someBytes = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));
const nothing = sha256(new Uint8Array(0));

/** A device with its chain: every entry it writes follows the one before. */
export interface ExampleDevice {
  readonly key: Uint8Array;
  readonly listed: NewDevice;
  sign(message: Uint8Array): Uint8Array;
  /** Where its chain ends */
  end(): Pin;
  /** Signs over a body; `changed` replaces fields of the header, and is how a lie is told. */
  entry(kind: Kind, body: ExampleBody, changed?: Partial<Header>): SignedEntry;
}

export interface ExampleBody {
  readonly bytes: Uint8Array;
  readonly root: Uint8Array;
}

/** What the entries of a space name; shared by its devices and moved on by roster entries. */
export interface ExampleSpace {
  id: Uint8Array;
  rosterHead: Uint8Array;
  epoch: number;
}

export function exampleDevice(space: ExampleSpace, rights: { role?: Role; member?: Uint8Array } = {}): ExampleDevice {
  const privateKey = createPrivateKey({
    key: concat(Buffer.from("302e020100300506032b657004220420", "hex"), someBytes(32)) as Buffer,
    format: "der",
    type: "pkcs8",
  });
  const key = Uint8Array.from(createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(12));
  const signed = (message: Uint8Array): Uint8Array => Uint8Array.from(sign(null, message, privateKey));
  let dseq = 0;
  let dprev: Uint8Array = new Uint8Array(32);
  return {
    key,
    listed: {
      key,
      kem: someBytes(1216),
      member: rights.member ?? someBytes(8),
      role: rights.role ?? "writer",
      circles: circleBits([0]),
    },
    sign: signed,
    end: () => ({ device: key, dseq: Math.max(0, dseq - 1), id: dprev }),
    entry(kind, body, changed = {}) {
      const header = encodeHeader({
        kind,
        space: space.id,
        device: key,
        dseq,
        dprev,
        rosterHead: space.rosterHead,
        seenSize: 0,
        seenRoot: nothing,
        epoch: space.epoch,
        bodyRoot: body.root,
        bodyLength: body.bytes.length,
        ...changed,
      });
      dseq += 1;
      dprev = entryId(sha256, header);
      return { header, signature: signed(signedBytes(header)), body: body.bytes };
    },
  };
}

export const exampleParts = (count: number, bytes: number, chunks: readonly Uint8Array[] = []): Part[] =>
  Array.from({ length: count }, () => ({
    circle: 0,
    salt: someBytes(32),
    commit: someBytes(32),
    ciphertext: someBytes(bytes),
    chunks,
  }));

export function recordBody(parts: readonly Part[]): ExampleBody {
  return { bytes: encodeBody(parts), root: bodyRoot(sha256, parts) };
}

/** One save of one record, about as large as `bytes`. */
export const record = (device: ExampleDevice, bytes = 300, changed: Partial<Header> = {}): SignedEntry =>
  device.entry(kinds.record, recordBody(exampleParts(1, bytes)), changed);

export function rosterBody(operation: RosterOperation): ExampleBody {
  const publicBytes = encodeOperation(operation);
  const [sealed] = exampleParts(1, 256);
  if (sealed === undefined) throw new Error("one part was asked for");
  return { bytes: encodeRosterBody(publicBytes, sealed), root: rosterBodyRoot(sha256, publicBytes, sealed) };
}

/** @param older  circles whose older keys are handed on: where an epoch ends */
export const wrapsFor = (devices: readonly NewDevice[], older: readonly number[] = []): Uint8Array =>
  encodeWraps({
    wraps: devices.map(({ key }) => ({
      device: key,
      circle: 0,
      encapsulation: someBytes(1120),
      sealed: someBytes(48),
    })),
    bundles: older.map((circle) => ({ circle, nonce: someBytes(24), sealed: someBytes(48) })),
  });

const opening = (epoch: number, wraps: Uint8Array): EpochOpening => ({
  epoch,
  commitments: [{ circle: 0, commitment: someBytes(32) }],
  wraps: sha256(wraps),
});

/** A space that nobody knows of yet, its keeper, and what opens it at a relay. */
export function exampleGenesis(admission = ""): {
  space: ExampleSpace;
  keeper: ExampleDevice;
  opening: Opening;
  openingBytes: Uint8Array;
} {
  const space: ExampleSpace = { id: new Uint8Array(0), rosterHead: new Uint8Array(32), epoch: 0 };
  const keeper = exampleDevice(space, { role: "keeper" });
  const wraps = wrapsFor([keeper.listed]);
  const body = rosterBody({
    op: "genesis",
    random: someBytes(32),
    device: keeper.listed,
    opening: opening(0, wraps),
  });
  const entry = keeper.entry(kinds.roster, body);
  space.id = entryId(sha256, entry.header);
  space.rosterHead = space.id;
  const asked: Opening = { ...entry, wraps, admission };
  return { space, keeper, opening: asked, openingBytes: writeOpening(asked) };
}

/** A roster entry and the wraps to put before it. The space moves on: write nothing with it that is not pushed. */
export interface ExampleRosterStep {
  readonly entry: SignedEntry;
  readonly wraps: Uint8Array;
}

export function adding(space: ExampleSpace, author: ExampleDevice, device: NewDevice): ExampleRosterStep {
  const wraps = wrapsFor([device]);
  return stepped(space, author, { operation: { op: "add", device, wraps: sha256(wraps) }, wraps });
}

/** Removes by rotation: pins for those who go, wraps for those who stay. */
export function removing(
  space: ExampleSpace,
  author: ExampleDevice,
  given: { gone: readonly Pin[]; stay: readonly NewDevice[]; changes?: readonly Rights[] },
): ExampleRosterStep {
  const wraps = wrapsFor(given.stay, [0]);
  space.epoch += 1;
  const operation: RosterOperation = {
    op: "rotate",
    pins: given.gone,
    changes: given.changes ?? [],
    opening: opening(space.epoch, wraps),
  };
  return stepped(space, author, { operation, wraps });
}

function stepped(
  space: ExampleSpace,
  author: ExampleDevice,
  { operation, wraps }: { operation: RosterOperation; wraps: Uint8Array },
): ExampleRosterStep {
  const entry = author.entry(kinds.roster, rosterBody(operation));
  space.rosterHead = entryId(sha256, entry.header);
  return { entry, wraps };
}

/** The answer to a relay's challenge. */
export const answerTo = (
  device: ExampleDevice,
  given: { origin: string; space: Uint8Array; nonce: Uint8Array; expires: number },
): Uint8Array => device.sign(sessionMessage({ ...given, device: device.key }));

export const hex = toHex;

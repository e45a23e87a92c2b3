/**
 * The body of a roster entry: `[public, sealed]`. The public half is all that the relay needs to know who may do what:
 * keys, opaque member numbers, roles, circles. Names and organisations are in the sealed half, a part of circle 0 under
 * the epoch in force after the entry.
 *
 * Public, by operation:
 * `genesis  [1, suite, random, device, opening]`
 * `add      [2, device, wraps]`
 * `change   [3, member, role, circles, wraps]`
 * `rotate   [4, [pin…], [[member, role, circles]…], opening]`
 * with device `[key, kem, member, role, circles]`, opening `[epoch, [[circle, commitment]…], wraps]`,
 * pin `[device, dseq, id]`, and wraps the SHA-256 of the blob that `wraps.ts` describes.
 */

import { type Cbor, type CborError, encode, type Reader, reading } from "./cbor.ts";
import { limits, suite } from "./header.ts";
import { leafHash, rootOf } from "./merkle.ts";
import { type BodyError, bodyRoot, decodeBody, encodeBody, isDropped, type Part } from "./part.ts";
import type { Sha256 } from "./primitives.ts";
import { err, ok, type Result } from "./result.ts";
import { readCircle } from "./wraps.ts";

export const roles = ["reader", "writer", "keeper"] as const;
export type Role = (typeof roles)[number];

/** Bit n is circle n. Circle 0 is everyone's. */
export type Circles = number;

export interface DeviceKeys {
  /** Ed25519, 32 bytes */
  readonly key: Uint8Array;
  /** X-Wing public key, 1,216 bytes */
  readonly kem: Uint8Array;
}

export interface NewDevice extends DeviceKeys {
  /** 8 random bytes, opaque: a person in this space */
  readonly member: Uint8Array;
  readonly role: Role;
  readonly circles: Circles;
}

/** What begins an epoch: a commitment to the key of each circle, and the blob with its wraps and bundles. */
export interface Opening {
  readonly epoch: number;
  readonly commitments: readonly { readonly circle: number; readonly commitment: Uint8Array }[];
  readonly wraps: Uint8Array;
}

/** The last entry of a removed device that counts. */
export interface Pin {
  readonly device: Uint8Array;
  readonly dseq: number;
  readonly id: Uint8Array;
}

export interface Rights {
  readonly member: Uint8Array;
  readonly role: Role;
  readonly circles: Circles;
}

export type RosterOperation =
  | { readonly op: "genesis"; readonly random: Uint8Array; readonly device: NewDevice; readonly opening: Opening }
  | { readonly op: "add"; readonly device: NewDevice; readonly wraps: Uint8Array }
  | ({ readonly op: "change"; readonly wraps: Uint8Array } & Rights)
  | {
      readonly op: "rotate";
      readonly pins: readonly Pin[];
      readonly changes: readonly Rights[];
      readonly opening: Opening;
    };

export interface RosterBody {
  readonly operation: RosterOperation;
  /** The exact bytes of the public half */
  readonly publicBytes: Uint8Array;
  readonly sealed: Part;
}

export const circlesOf = (bits: Circles): number[] =>
  Array.from({ length: limits.circles }, (_, circle) => circle).filter((circle) => (bits & (1 << circle)) !== 0);
export const circleBits = (circles: readonly number[]): Circles =>
  circles.reduce((bits, circle) => bits | (1 << circle), 1);
export const kemKeyBytes = 1216;

export const encodeOperation = (operation: RosterOperation): Uint8Array => encode(operationAsCbor(operation));

/** Shape only; whether it may be done is for `roster.ts`. An operation of a later version is `unknown-kind`. */
export function decodeOperation(
  bytes: Uint8Array,
): Result<RosterOperation, CborError | { readonly kind: "unknown-kind" }> {
  let foreign = false;
  const operation = reading(bytes, (read): RosterOperation => {
    const fields = read.array();
    const op = read.integer();
    foreign = op === 0 || op > 4;
    if (op === 1 && fields === 5) {
      if (read.integer() !== suite) read.refuse();
      return { op: "genesis", random: read.bytes(32), device: readDevice(read), opening: readOpening(read) };
    }
    if (op === 2 && fields === 3) return { op: "add", device: readDevice(read), wraps: read.bytes(32) };
    if (op === 3 && fields === 5) return { op: "change", ...readRights(read), wraps: read.bytes(32) };
    if (op === 4 && fields === 4) {
      const pins = Array.from({ length: read.array() }, () => readPin(read));
      const changes = Array.from({ length: read.array() }, () => {
        read.array(3);
        return readRights(read);
      });
      return { op: "rotate", pins, changes, opening: readOpening(read) };
    }
    return read.refuse();
  });
  return foreign ? err({ kind: "unknown-kind" }) : operation;
}

export const encodeRosterBody = (publicBytes: Uint8Array, sealed: Part): Uint8Array =>
  encode([publicBytes, encodeBody([sealed])]);

/** RFC 6962 root over two leaves: the public bytes, and the root of the sealed half's own tree. */
export const rosterBodyRoot = (sha256: Sha256, publicBytes: Uint8Array, sealed: Part): Uint8Array =>
  rootOf(sha256, [leafHash(sha256, publicBytes), leafHash(sha256, bodyRoot(sha256, [sealed]))]);

export function readRosterBody(
  sha256: Sha256,
  bytes: Uint8Array,
  signed: { readonly bodyRoot: Uint8Array; readonly bodyLength: number },
): Result<RosterBody, BodyError | { readonly kind: "unknown-kind" }> {
  if (bytes.length > limits.bodyBytes) return err({ kind: "too-large" });
  const halves = reading(bytes, (read) => {
    read.array(2);
    return { publicBytes: read.bytes(), sealedBytes: read.bytes() };
  });
  if (!halves.ok) return halves;
  const { publicBytes, sealedBytes } = halves.value;
  const operation = decodeOperation(publicBytes);
  if (!operation.ok) return operation;
  const parts = decodeBody(sealedBytes);
  if (!parts.ok) return parts;
  const [sealed] = parts.value;
  if (parts.value.length !== 1 || sealed === undefined || isDropped(sealed) || sealed.circle !== 0)
    return err({ kind: "body-mismatch" });
  const root = rosterBodyRoot(sha256, publicBytes, sealed);
  const same = bytes.length === signed.bodyLength && root.every((byte, index) => byte === signed.bodyRoot[index]);
  return same ? ok({ operation: operation.value, publicBytes, sealed }) : err({ kind: "body-mismatch" });
}

function operationAsCbor(operation: RosterOperation): Cbor {
  switch (operation.op) {
    case "genesis":
      return [1, suite, operation.random, deviceAsCbor(operation.device), openingAsCbor(operation.opening)];
    case "add":
      return [2, deviceAsCbor(operation.device), operation.wraps];
    case "change":
      return [3, ...rightsAsCbor(operation), operation.wraps];
    case "rotate":
      return [
        4,
        operation.pins.map(({ device, dseq, id }) => [device, dseq, id]),
        operation.changes.map(rightsAsCbor),
        openingAsCbor(operation.opening),
      ];
  }
}

const rightsAsCbor = ({ member, role, circles }: Rights): Cbor[] => [member, roles.indexOf(role), circles];
const deviceAsCbor = (device: NewDevice): Cbor => [device.key, device.kem, ...rightsAsCbor(device)];
const openingAsCbor = ({ epoch, commitments, wraps }: Opening): Cbor => [
  epoch,
  commitments.map(({ circle, commitment }) => [circle, commitment]),
  wraps,
];

function readRights(read: Reader): Rights {
  const member = read.bytes(8);
  const role = roles[read.integer()];
  const circles = read.integer();
  if (role === undefined || circles >= 1 << limits.circles || (circles & 1) === 0) return read.refuse();
  return { member, role, circles };
}

function readDevice(read: Reader): NewDevice {
  read.array(5);
  return { key: read.bytes(32), kem: read.bytes(kemKeyBytes), ...readRights(read) };
}

function readOpening(read: Reader): Opening {
  read.array(3);
  const epoch = read.integer();
  const commitments = Array.from({ length: read.array() }, () => {
    read.array(2);
    return { circle: readCircle(read), commitment: read.bytes(32) };
  });
  return { epoch, commitments, wraps: read.bytes(32) };
}

function readPin(read: Reader): Pin {
  read.array(3);
  return { device: read.bytes(32), dseq: read.integer(), id: read.bytes(32) };
}

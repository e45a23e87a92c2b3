/**
 * One space as this device knows it: the log's state, the keys, the names, what waits for the relay. Changed only by
 * `advance.ts` and by the notes of the device's own log; made again from that log at any time.
 */

import type { SpaceId } from "@saksi/domain/id";
import type { LogState } from "@saksi/wire/admit";
import { fromHex, sameBytes, toHex } from "@saksi/wire/bytes";
import type { Kind } from "@saksi/wire/header";
import { activeDevice, type Roster, type RosterDevice } from "@saksi/wire/roster";
import type { Bundle } from "@saksi/wire/wraps";
import type { Crypto, Signer } from "../crypto.ts";
import type { Following } from "../entry/compose.ts";
import { type CircleKeys, circleKeys } from "../keys/circle-keys.ts";
import type { Place } from "../log/log-place.ts";
import type { MemberId, Profile } from "../port.ts";
import type { Problem } from "../problem.ts";

/** An entry of ours that the relay has not answered for. Its bytes lie in the log. */
export interface Unsent {
  readonly id: Uint8Array;
  readonly dseq: number;
  readonly kind: Kind;
  readonly epoch: number;
  readonly place: Place;
  /** When it was saved, by this device's clock */
  readonly since: number;
}

/** This device's keys in one space; no other space sees them. */
export interface DeviceKeys {
  readonly seed: Uint8Array;
  readonly signer: Signer;
  readonly kemSecret: Uint8Array;
}

/** All that is frozen with the tables; the rest is made from the log's notes. */
export interface SpaceState {
  name: string;
  sample: boolean;
  /** Null until the first entry is here. Positions count from genesis at 0. */
  log: LogState | null;
  /** False while the relay has no genesis of it: its own chain is the order */
  anchored: boolean;
  /** Where each entry of the roster's chain lies in the device's log, in order */
  rosterPlaces: Place[];
  /** The bundles of the newest epoch, for whoever gets its keys later */
  bundles: { readonly epoch: number; readonly space: Uint8Array; readonly list: readonly Bundle[] } | null;
  readonly names: Map<MemberId, Profile>;
  unsent: Unsent[];
  /** Of `unsent`, what our role or circles do not allow any more; it goes back when they do */
  aside: Unsent[];
  relay: { readonly url: string; readonly key: Uint8Array; readonly admission: string } | null;
  /** `checkpoint`: the relay's own signed words, with which it can be given back what it loses */
  verified: {
    readonly size: number;
    readonly root: Uint8Array;
    readonly at: number;
    readonly checkpoint?: string;
  } | null;
  /** Every signature and quote below this position was checked */
  checked: number;
  stopped: Problem | null;
  /** Devices that signed two entries in one place of their chain, each with the proof */
  readonly twoFaced: Map<string, readonly string[]>;
  /** Heads that were promised when this device joined; each is compared once the log is that long */
  promised: readonly { readonly size: number; readonly root: string }[];
}

export interface Space extends SpaceState {
  readonly id: SpaceId;
  readonly bytes: Uint8Array;
  readonly device: DeviceKeys;
  readonly keys: CircleKeys;
}

export function deviceKeys(crypto: Crypto, seed: Uint8Array, kemSecret: Uint8Array): DeviceKeys {
  return { seed, signer: crypto.signer(seed), kemSecret };
}

export function newSpace(id: string, device: DeviceKeys): Space {
  return {
    id: id as SpaceId, // written by this device's own notes, from an entry id
    bytes: fromHex(id) ?? new Uint8Array(0),
    device,
    keys: circleKeys(),
    name: "",
    sample: false,
    log: null,
    anchored: false,
    rosterPlaces: [],
    bundles: null,
    names: new Map(),
    unsent: [],
    aside: [],
    relay: null,
    verified: null,
    checked: 0,
    stopped: null,
    twoFaced: new Map(),
    promised: [],
  };
}

/** The roster's word on this device, or why it may not act. */
export function myRights(space: Space): RosterDevice | Problem {
  if (space.stopped) return space.stopped;
  if (space.log === null) return { kind: "no-such-space", space: space.id };
  const found = activeDevice(space.log.roster, space.device.signer.publicKey);
  if (found.ok) return found.value;
  return found.error.kind === "removed" ? { kind: "removed" } : { kind: "no-such-space", space: space.id };
}

export const isRights = (rights: RosterDevice | Problem): rights is RosterDevice => "role" in rights;

export const memberOf = (roster: Roster, device: Uint8Array): MemberId => {
  const found = roster.devices.get(toHex(device));
  if (found === undefined) throw new Error("an admitted entry has an author in the roster");
  return toHex(found.member);
};

/**
 * What the next entry of this device follows. Its chain goes on over what is still unsent.
 *
 * @param after  the entry before it in the chain; null: the last that the relay has
 */
export function following(
  crypto: Crypto,
  space: Space,
  log: LogState,
  after: Pick<Unsent, "dseq" | "id"> | null = space.unsent.at(-1) ?? null,
): Following {
  const end = after ?? log.chains.get(toHex(space.device.signer.publicKey));
  return {
    space: space.bytes,
    dseq: end === undefined ? 0 : end.dseq + 1,
    dprev: end?.id ?? new Uint8Array(32),
    rosterHead: log.roster.head,
    seenSize: space.verified?.size ?? 0,
    seenRoot: space.verified?.root ?? crypto.sha256(new Uint8Array(0)),
    epoch: log.roster.epoch,
  };
}

export const isMine = (space: Space, device: Uint8Array): boolean => sameBytes(device, space.device.signer.publicKey);

/** How many entries of the relay's log are here. */
export const sizeOf = (space: Space): number => (space.anchored && space.log ? space.log.tree.size() : 0);

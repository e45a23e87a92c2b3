/** How much one relay takes from whom. Memory and disk stay bounded whatever is asked of it. */

import { limits } from "@saksi/wire/header";
import type { Role } from "@saksi/wire/roster-body";

/** A bucket holds `burst` and gains `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export interface RelayLimits {
  readonly spaceBytes: number;
  readonly spaceChunks: number;
  readonly requestsOfAddress: Rate;
  readonly requestsOfDevice: Rate;
  readonly openingsOfAddress: Rate;
  readonly slotsOfAddress: Rate;
  readonly doors: number;
  readonly doorMs: number;
  readonly sessions: number;
  readonly sessionsOfDevice: number;
  readonly sessionMs: number;
  readonly challengeMs: number;
  readonly streams: number;
  readonly streamsOfDevice: number;
  readonly heartbeatMs: number;
  /** Bytes of bodies half here at once: of those who have not said who they are, and of members */
  readonly arrivingOfStrangers: number;
  readonly arrivingOfMembers: number;
  /** Age at which a chunk that no entry names is dropped */
  readonly unnamedChunkMs: number;
  /** Entries of all spaces whose hashes stay in memory */
  readonly entriesInMemory: number;
}

const second = 1000;
const day = 24 * 3600 * second;

export const relayLimits: RelayLimits = {
  spaceBytes: 50 * 1024 ** 3,
  spaceChunks: 100_000,
  requestsOfAddress: { burst: 3000, perSecond: 200 },
  requestsOfDevice: { burst: 2000, perSecond: 100 },
  openingsOfAddress: { burst: 100, perSecond: 0.1 },
  // a training where sixty people join from one address; in a week one address fills no fortieth of the doors
  slotsOfAddress: { burst: 120, perSecond: 0.002 },
  doors: 50_000,
  doorMs: 7 * day,
  sessions: 50_000,
  sessionsOfDevice: 8,
  sessionMs: 30 * 60 * second,
  challengeMs: 60 * second,
  streams: 2000,
  streamsOfDevice: 4,
  heartbeatMs: 25 * second,
  arrivingOfStrangers: 64 * 1024 ** 2,
  arrivingOfMembers: 256 * 1024 ** 2,
  unnamedChunkMs: 30 * day,
  entriesInMemory: 1_000_000,
};

/**
 * What a member may put as one chunk. Attachments are a writer's; the wraps of a rotation, which may be twice as large,
 * a keeper's; a reader brings only the wraps of a further device of their own.
 */
export const chunkBytesOf: Readonly<Record<Role, number>> = {
  reader: limits.doorBytes,
  writer: limits.chunkBytes,
  keeper: limits.wrapBytes,
};

/** Bytes of a request for a challenge or a token. */
export const sessionBytes = 512;
/** Bytes of an opening: genesis, wraps, admission code. */
export const openingBytes = limits.bodyBytes + limits.wrapBytes + 4096;

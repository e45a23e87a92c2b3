/** What every route of a relay works with. */

import type { Sha256 } from "@saksi/wire/primitives";
import type { LiveHints } from "./live-hints.ts";
import type { Metrics } from "./metrics.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { ReadBody } from "./read-body.ts";
import type { RelayLimits } from "./relay-limits.ts";
import type { Sessions } from "./sessions.ts";
import type { SpaceLogs } from "./space-logs.ts";
import type { Store } from "./store.ts";

/** As in `wire`, but a verdict may take its time: libraries verify on other threads. */
export interface RelayPrimitives {
  readonly sha256: Sha256;
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;
}

/** The key under which the relay signs what it has; members hold it to that. */
export interface CheckpointKey {
  /** Ed25519, 32 bytes */
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

export interface RelayParts {
  readonly store: Store;
  readonly primitives: RelayPrimitives;
  readonly checkpointKey: CheckpointKey;
  readonly now: () => number;
  readonly limits: RelayLimits;
  /** The operator's code for new spaces; `null`: anyone may begin one */
  readonly admission: string | null;
  readonly logs: SpaceLogs;
  readonly sessions: Sessions;
  readonly rates: RateLimits;
  readonly hints: LiveHints;
  readonly metrics: Metrics;
  /** Apart, so that no stranger takes a member's room */
  readonly bodies: { readonly ofStranger: ReadBody; readonly ofMember: ReadBody };
}

/** Every way in which the log says no: kinds, not sentences, the same from the relay and from a member's own check. */

export type RefusalKind =
  // the bytes
  | "bad-encoding"
  | "unknown-suite"
  | "unknown-kind"
  | "too-large"
  | "too-many-parts"
  | "body-mismatch"
  // the author
  | "bad-signature"
  | "weak-key"
  | "not-in-roster"
  | "removed"
  | "not-allowed"
  | "not-in-circle"
  // the place
  | "wrong-space"
  | "chain-gap"
  | "chain-fork"
  | "quote-outside"
  | "quote-backwards"
  | "quote-wrong"
  | "roster-moved"
  | "roster-backwards"
  | "stale-epoch"
  | "not-readable-yet"
  // the roster
  | "genesis-expected"
  | "second-genesis"
  | "already-in-roster"
  | "unknown-member"
  | "greater-rights"
  | "needs-rotation"
  | "epoch-order"
  | "stale-pin"
  | "wraps-missing"
  | "wraps-mismatch"
  | "last-keeper"
  // the relay
  | "no-such-space"
  | "no-such-chunk"
  | "space-exists"
  | "admission-needed"
  | "session-needed"
  | "session-expired"
  | "quota"
  | "too-fast"
  | "slot-taken"
  | "slot-empty"
  | "expired"
  | "hash-mismatch"
  | "not-found"
  | "unavailable";

export interface Refusal {
  readonly kind: RefusalKind;
  /** Which entry of a push, from 0 */
  readonly entry?: number;
  /** Seconds after which to try again */
  readonly after?: number;
}

/** HTTP status by refusal; a client acts on the kind, a proxy on the number. */
export function statusOf(kind: RefusalKind): number {
  switch (kind) {
    case "session-needed":
    case "session-expired":
      return 401;
    case "removed":
    case "not-in-roster":
    case "not-allowed":
    case "not-in-circle":
    case "admission-needed":
      return 403;
    case "no-such-space":
    case "no-such-chunk":
    case "slot-empty":
    case "not-found":
      return 404;
    case "too-large":
      return 413;
    case "too-fast":
      return 429;
    case "expired":
      return 410;
    case "quota":
      return 507;
    case "unavailable":
      return 503;
    case "bad-encoding":
    case "unknown-suite":
    case "unknown-kind":
    case "too-many-parts":
    case "body-mismatch":
    case "bad-signature":
    case "weak-key":
    case "hash-mismatch":
      return 400;
    default:
      return 409;
  }
}

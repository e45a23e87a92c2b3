import type { LogState } from "../admit.ts";
import { toHex } from "../bytes.ts";
import { receivedAt, take, type Written } from "../example-log.ts";
import type { RefusalKind } from "../refusal.ts";

/** What a vector says of one entry offered to a log. Only an accepted entry takes a position. */
export interface OfferedEntry {
  readonly what: string;
  readonly received: number;
  readonly header: string;
  readonly signature: string;
  readonly body: string;
  /** The blob that a roster entry names, or null */
  readonly wraps: string | null;
  readonly expect: RefusalKind | "accepted";
}

export const offered = (
  what: string,
  { entry, wraps }: Written,
  said: Pick<OfferedEntry, "received" | "expect">,
): OfferedEntry => ({
  what,
  received: said.received,
  header: toHex(entry.header),
  signature: toHex(entry.signature),
  body: toHex(entry.body),
  wraps: wraps === null ? null : toHex(wraps),
  expect: said.expect,
});

/** Where a log stands: its tree, and who may do what in it. */
export function standing(log: LogState) {
  const { roster, tree } = log;
  return {
    space: toHex(log.space),
    size: tree.size(),
    root: toHex(tree.root()),
    rosterHead: toHex(roster.head),
    epoch: roster.epoch,
    devices: [...roster.devices.values()].map(({ key, member, role, circles, removedAfter }) => ({
      key: toHex(key),
      member: toHex(member),
      role,
      circles,
      removedAfter: removedAfter === null ? null : { dseq: removedAfter.dseq, id: toHex(removedAfter.id) },
    })),
  };
}

/** Writes a script down while it is played: every entry offered, and what the log said. */
export function recorder() {
  const entries: OfferedEntry[] = [];
  let log: LogState | null = null;
  return {
    entries,
    offer(what: string, written: Written): RefusalKind | "accepted" {
      const received = receivedAt(log?.tree.size() ?? 0);
      const next = take(log, written);
      const expect = next.ok ? "accepted" : next.error.kind;
      entries.push(offered(what, written, { received, expect }));
      if (next.ok) log = next.value;
      return expect;
    },
    log(): LogState {
      if (log === null) throw new Error("a script begins with a genesis");
      return log;
    },
  };
}

/**
 * A change of the roster: proposed over its head as it is now, and again over the new head where another keeper was
 * first. It is in force when the relay has placed it, and not before.
 */

import { toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import type { Problem } from "../problem.ts";
import type { LogRecord } from "../space/log-record.ts";
import type { Session } from "../space/session.ts";
import type { Space } from "../space/space.ts";
import type { Desk } from "./desk.ts";

const mostTries = 8;

/** A roster entry that is sealed and signed, and what has to be kept with it. */
export interface Proposal {
  readonly id: Uint8Array;
  readonly records: readonly LogRecord[];
}

/** @returns  the id of the entry that stands */
export async function proposeToRoster(
  { session, space, desk }: { readonly session: Session; readonly space: Space; readonly desk: Desk },
  compose: () => Result<Proposal, Problem>,
): Promise<Result<Uint8Array, Problem>> {
  const first = await desk.sync(space);
  if (!first.ok) return first;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const proposed = compose();
    if (!proposed.ok) return proposed;
    session.keep(proposed.value.records);
    const synced = await desk.sync(space);
    const { id } = proposed.value;
    if (space.log?.roster.order.has(toHex(id))) return ok(id);
    if (!synced.ok) return synced; // it waits, may even have been taken, and is sent again as it is
    if (synced.value.refusal !== null && !again.has(synced.value.refusal))
      return err({ kind: "relay-refused", refusal: synced.value.refusal, status: 409 });
  }
  return err({ kind: "relay-refused", refusal: "roster-moved", status: 409 });
}

/** Somebody wrote in between: the same intent over the roster of now. */
const again = new Set(["roster-moved", "stale-pin", "stale-epoch", "chain-gap", "chain-fork"]);

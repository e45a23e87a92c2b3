/** One round of everything, because someone asked: doors first, then every space, then what was counted. */

import { err, ok, type Result } from "@saksi/wire/result";
import { lookAtDoors } from "../join/join.ts";
import type { Problem } from "../problem.ts";
import type { Session } from "../space/session.ts";
import type { Desk } from "./desk.ts";

export async function syncAll(
  { session, desk, now }: { readonly session: Session; readonly desk: Desk; readonly now: number },
  only: string | undefined,
): Promise<Result<{ readonly pushed: number; readonly pulled: number; readonly head: number }, Problem>> {
  if (only !== undefined && !session.ledger.spaces.has(only)) return err({ kind: "no-such-space", space: only });
  const doors = await lookAtDoors({ session, desk, now });
  if (!doors.ok) return doors;
  const total = { pushed: 0, pulled: doors.value, head: 0 };
  const spaces = [...session.ledger.spaces.values()].filter(
    ({ id, relay }) => relay !== null && (only === undefined || id === only),
  );
  if (only !== undefined && spaces.length === 0) return err({ kind: "no-relay" });
  let problem: Problem | null = null;
  for (const space of spaces) {
    const synced = await desk.sync(space);
    if (!synced.ok) {
      problem ??= synced.error;
      continue;
    }
    total.pushed += synced.value.pushed;
    total.pulled += synced.value.pulled;
    total.head += synced.value.head;
  }
  return problem ? err(problem) : ok(total);
}

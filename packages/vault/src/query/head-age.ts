/** How old the newest head is that this device verified: over a day, a withdrawal may be on its way. */

import type { SyncState } from "../port.ts";
import type { Problem } from "../problem.ts";

/** What was verified before one of these says nothing of what came since: it is not taken in, or not shown to us. */
const doubts: ReadonlySet<Problem["kind"]> = new Set([
  "forked-history",
  "shrunken-history",
  "bad-entry",
  "removed",
  "cloned-device",
  "damaged-file",
]);

/**
 * Hours, for the publication gate. A space that lives on this device alone has no relay that could hold a withdrawal
 * back: its head is always fresh. Never verified is infinitely old; a head from the future, by a clock that lies, and one
 * of a space that stopped in doubt, too.
 */
export function headAgeHours(
  { phase, verifiedAt, problem }: Pick<SyncState, "phase" | "verifiedAt" | "problem">,
  now: number,
): number {
  if (problem !== null && doubts.has(problem.kind)) return Number.POSITIVE_INFINITY;
  if (phase === "alone") return 0;
  const age = verifiedAt === null ? Number.POSITIVE_INFINITY : (now - Date.parse(verifiedAt)) / 3_600_000;
  return age < 0 ? Number.POSITIVE_INFINITY : age;
}

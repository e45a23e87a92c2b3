/** How old the newest head is that this device verified: over a day, a withdrawal may be on its way. */

import type { SyncState } from "../port.ts";

/**
 * Hours, for the publication gate. A space that lives on this device alone has no relay that could hold a withdrawal
 * back: its head is always fresh. Never verified is infinitely old; a head from the future, by a clock that lies, too.
 */
export function headAgeHours({ phase, verifiedAt }: SyncState, now: number): number {
  if (phase === "alone") return 0;
  const age = verifiedAt === null ? Number.POSITIVE_INFINITY : (now - Date.parse(verifiedAt)) / 3_600_000;
  return age < 0 ? Number.POSITIVE_INFINITY : age;
}

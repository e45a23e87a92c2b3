/** Token buckets in bounded memory. Whoever was not heard of for longest is forgotten first, which only ever helps them. */

import type { Rate, RelayLimits } from "./relay-limits.ts";

/** Seconds to wait, or 0 where it may be done now. */
type Take = (who: string) => number;

export interface RateLimits {
  readonly requestsOfAddress: Take;
  readonly requestsOfDevice: Take;
  readonly openingsOfAddress: Take;
  readonly slotsOfAddress: Take;
}

const mostBuckets = 20_000;

export const rateLimits = (limits: RelayLimits, now: () => number): RateLimits => ({
  requestsOfAddress: buckets(limits.requestsOfAddress, now),
  requestsOfDevice: buckets(limits.requestsOfDevice, now),
  openingsOfAddress: buckets(limits.openingsOfAddress, now),
  slotsOfAddress: buckets(limits.slotsOfAddress, now),
});

export function buckets({ burst, perSecond }: Rate, now: () => number): Take {
  const levels = new Map<string, { level: number; at: number }>();
  return (who) => {
    const at = now();
    const before = levels.get(who);
    const gained = before ? (Math.max(0, at - before.at) / 1000) * perSecond : 0;
    const level = Math.min(burst, (before?.level ?? burst) + gained);
    const left = level >= 1 ? level - 1 : level;
    levels.delete(who);
    levels.set(who, { level: left, at });
    const [oldest] = levels.keys();
    if (levels.size > mostBuckets && oldest !== undefined) levels.delete(oldest);
    return level >= 1 ? 0 : Math.max(1, Math.ceil((1 - level) / perSecond));
  };
}

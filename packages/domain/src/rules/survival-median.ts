/**
 * The median of how long something takes, with the cases that still wait counted in.
 *
 * Source: R-DEL-1. Kaplan and Meier (1958): an open case says only that it takes longer than so far. The mean of the
 * closed ones would flatter the slow: whoever waits longest is not in it.
 */

export interface Duration {
  readonly days: number;
  /** Still running: it takes at least this long */
  readonly open: boolean;
}

export interface SurvivalMedian {
  /** `undefined`: over half still wait, so the median is longer than `atLeast` */
  readonly days: number | undefined;
  /** The longest time that is known of any of them */
  readonly atLeast: number;
  readonly closed: number;
  readonly open: number;
}

/** `undefined` of nothing. */
export function survivalMedian(durations: readonly Duration[]): SurvivalMedian | undefined {
  if (durations.length === 0) return undefined;
  const counts = {
    closed: durations.filter(({ open }) => !open).length,
    open: durations.filter(({ open }) => open).length,
  };
  const atLeast = Math.max(...durations.map(({ days }) => days));
  return { days: medianDays(durations), atLeast, ...counts };
}

/** The first day by which the share that still waits is at most a half. Those open on a day are at risk on that day. */
function medianDays(durations: readonly Duration[]): number | undefined {
  const ends = [...new Set(durations.filter(({ open }) => !open).map(({ days }) => days))].sort((a, b) => a - b);
  let waiting = 1;
  for (const day of ends) {
    const atRisk = durations.filter(({ days }) => days >= day).length;
    const ended = durations.filter(({ days, open }) => !open && days === day).length;
    waiting *= 1 - ended / atRisk;
    if (waiting <= 0.5 + Number.EPSILON) return day;
  }
  return undefined;
}

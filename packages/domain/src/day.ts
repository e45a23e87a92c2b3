/** Counting calendar days, without clocks or time zones. */

import type { Day } from "./partial-date.ts";

const millisecondsADay = 86_400_000;

/** How many days lie between two days; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((dayNumber(to) - dayNumber(from)) / millisecondsADay);

/** The day so many days later, or earlier when negative. */
export const addDays = (day: Day, count: number): Day =>
  new Date(dayNumber(day) + count * millisecondsADay).toISOString().slice(0, 10);

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

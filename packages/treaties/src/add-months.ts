/** Counting calendar months and years: the 31st of a shorter month is its last day. */

import { type Day, daysInMonth } from "@saksi/domain/partial-date";

/** `addMonths("2026-08-31", 6)` is `"2027-02-28"`. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const whole = year * 12 + (month - 1) + count;
  const [newYear, newMonth] = [Math.floor(whole / 12), (whole % 12) + 1];
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(newYear).padStart(4, "0")}-${two(newMonth)}-${two(Math.min(date, daysInMonth(newYear, newMonth)))}`;
}

export const addYears = (day: Day, count: number): Day => addMonths(day, count * 12);

export const later = (one: Day, other: Day): Day => (one > other ? one : other);

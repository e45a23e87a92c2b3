import type { Day } from "./partial-date.ts";

/** The calendar day on this device's clock: what the person who holds it calls today. */
export function localDay(now: number): Day {
  const at = new Date(now);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

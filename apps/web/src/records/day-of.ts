/** The calendar day on this device's clock, where the person stands: not in Greenwich. */

import type { Day } from "@saksi/domain/partial-date";

export function dayOf(now: number): Day {
  const at = new Date(now);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Since when a treaty against torture binds a State. */

import { addDays } from "@saksi/domain/day";
import type { Day } from "@saksi/domain/partial-date";
import { later } from "./add-months.ts";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import type { Traced } from "./cell.ts";
import { statusCell, statusRow } from "./treaty-status.ts";

/**
 * The first day on which the Convention against Torture bound a State.
 *
 * @param deposited  calendar day on which the State deposited its ratification or accession
 * @returns          the thirtieth day after it, and never before 1987-06-26
 *
 * Source: CAT art. 27(1) and (2), 1465 UNTS 85.
 * Example: `catBoundSince("1998-10-28")` is `"1998-11-27"` (Indonesia).
 */
export const catBoundSince = (deposited: Day): Day => later(addDays(deposited, 30), "1987-06-26");

/**
 * The first day on which the Optional Protocol bound a State.
 *
 * Source: OPCAT art. 28(1) and (2), 2375 UNTS 237.
 */
export const opcatBoundSince = (deposited: Day): Day => later(addDays(deposited, 30), "2006-06-22");

/** The day since which a state is bound; `null`: it is not; `unknown`: the register has no row of its own for it. */
export function boundSince(
  state: string,
  treaty: "CAT" | "OPCAT",
  atlas: Atlas = shippedAtlas,
): Traced<Day | null | "unknown"> {
  const row = statusRow(state, treaty, atlas.register);
  if (!row) return { value: "unknown", trace: [] };
  const trace = [statusCell(row)];
  if (row.status !== "party") return { value: null, trace };
  if (row.actionDate === null) return { value: "unknown", trace };
  return { value: treaty === "CAT" ? catBoundSince(row.actionDate) : opcatBoundSince(row.actionDate), trace };
}

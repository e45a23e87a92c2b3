/** Time limits at home that end a claim, each to be verified with a national lawyer (R-DL-12). Data: `data/national-limits.json`. */

import { addDays } from "@saksi/domain/day";
import { type Day, firstDay, isBefore, lastDay } from "@saksi/domain/partial-date";
import data from "../data/national-limits.json" with { type: "json" };
import { addMonths } from "./add-months.ts";
import { cellOf, type Provenance, readRows, type Traced } from "./cell.ts";
import { type LibraryPrecedent, precedentsWhere } from "./precedents.ts";
import { stateOf } from "./states.ts";
import type { Truth } from "./truth.ts";

export interface NationalLimit extends Provenance {
  readonly id: string;
  readonly state: string;
  readonly procedure: string;
  readonly law: string;
  readonly amount: number;
  readonly unit: "day" | "month";
  readonly from: string;
}

export const nationalLimits: readonly NationalLimit[] = readRows<NationalLimit>(data.limits, ({ id }) => id);

export interface LimitAtHome {
  readonly limit: NationalLimit;
  /** Counted from the first day it may have happened: the deadline to keep */
  readonly ends: Day | null;
  readonly hasPassed: Truth;
  /** Decisions from this state on limits that were held too short, to argue an exception with */
  readonly exceptions: readonly LibraryPrecedent[];
}

/**
 * What of the limits at home still runs. One that has passed is shown, never hidden, with what may answer it.
 *
 * @param happened  the act, or the release from custody where the limit counts from there; as exact as known
 */
export function limitsAtHome(state: string, happened: string, today: Day): readonly Traced<LimitAtHome>[] {
  return nationalLimits
    .filter((limit) => limit.state === state)
    .map((limit) => ({
      value: { limit, ...endOf(limit, happened, today), exceptions: exceptionsFrom(state) },
      trace: [cellOf("national-limits.json", limit.id, limit)],
    }));
}

function endOf(limit: NationalLimit, happened: string, today: Day): Pick<LimitAtHome, "ends" | "hasPassed"> {
  const after = (day: Day): Day => (limit.unit === "day" ? addDays(day, limit.amount) : addMonths(day, limit.amount));
  const [first, last] = [firstDay(happened), lastDay(happened)];
  if (first === undefined || last === undefined) return { ends: null, hasPassed: "unknown" };
  return { ends: after(first), hasPassed: isBefore(`${after(first)}/${after(last)}`, today) ?? "unknown" };
}

const exceptionsFrom = (state: string): readonly LibraryPrecedent[] =>
  precedentsWhere({ state: stateOf(state)?.iso2 ?? state, topic: "statute_of_limitations" });

/** Asia and the Convention at one look: who is bound, who is not, who is late, what changed. */

import { addDays } from "@saksi/domain/day";
import type { Day } from "@saksi/domain/partial-date";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import { boundSince } from "./bound-since.ts";
import { cellsOf, knownUpTo, type Traced } from "./cell.ts";
import { type Change, changesSince } from "./changes.ts";
import { type Lateness, reportLateness } from "./overdue.ts";
import { nextReportDue } from "./reports-due.ts";
import { states } from "./states.ts";
import { statesWith, statusOf } from "./treaty-status.ts";

export interface StateSince {
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  readonly since: string;
}

export interface LateState extends Lateness {
  readonly state: string;
  readonly due: string | null;
}

export interface Overview {
  readonly bound: readonly Traced<StateSince>[];
  readonly signatories: readonly Traced<string>[];
  readonly outside: readonly Traced<string>[];
  readonly opcatParties: number;
  readonly complaintStates: number;
  /** Likely late first, the longest first; then those of which it cannot be told */
  readonly late: readonly Traced<LateState>[];
  /** Of the two years before the day, the newest first */
  readonly changes: readonly Traced<Change>[];
  /** The oldest day of knowledge under the statuses */
  readonly knownUpTo: string | null;
}

/** The overview as of a day; the day only decides what is late and what is lately. */
export function overview(today: Day, atlas: Atlas = shippedAtlas): Overview {
  const bound = statesWith("CAT", "party", atlas.register).map((state) => {
    const { value, trace } = boundSince(state, "CAT", atlas);
    return { value: { state, since: value ?? "unknown" }, trace };
  });
  const named = (status: "signatory" | "none"): readonly Traced<string>[] =>
    statesWith("CAT", status, atlas.register).map((state) => ({
      value: state,
      trace: statusOf(state, "CAT", atlas.register).trace,
    }));
  const [signatories, outside] = [named("signatory"), named("none")];
  return {
    bound,
    signatories,
    outside,
    opcatParties: statesWith("OPCAT", "party", atlas.register).length,
    complaintStates: statesWith("CAT-A22", "declared", atlas.register).length,
    late: lateStates(today, atlas),
    changes: changesSince(addDays(today, -730), atlas),
    knownUpTo: knownUpTo(cellsOf([...bound, ...signatories, ...outside])),
  };
}

const order = ["likely", "unknown"];

/** Who may be late on a day, with how sure. */
export const lateStates = (today: Day, atlas: Atlas = shippedAtlas): readonly Traced<LateState>[] =>
  states
    .map(({ iso3 }) => {
      const [{ value, trace }, due] = [reportLateness(iso3, today, atlas), nextReportDue(iso3, atlas)];
      return { value: { state: iso3, due: due.value.due, ...value }, trace: cellsOf([{ value, trace }, due]) };
    })
    .filter(({ value }) => order.includes(value.late))
    .sort(
      ({ value: a }, { value: b }) =>
        order.indexOf(a.late) - order.indexOf(b.late) || (b.days ?? 0) - (a.days ?? 0) || (a.state < b.state ? -1 : 1),
    );

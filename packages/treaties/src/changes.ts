/** What changed lately: joinings, declarations, laws, reviews; for the overview and the feed. */

import { comparePartialDates, lastDay } from "@saksi/domain/partial-date";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import type { Cell, Traced } from "./cell.ts";
import { instrumentOf } from "./instruments.ts";
import { milestoneCell } from "./journeys.ts";
import { reportingCell, sessionNumbered } from "./reviews.ts";
import { stateOf } from "./states.ts";
import { statusCell } from "./treaty-status.ts";

export interface Change {
  /** Stable: the same change has the same id in every edition */
  readonly id: string;
  readonly state: string;
  /** As exact as known */
  readonly on: string;
  readonly kind: "treaty" | "milestone" | "review";
  readonly title: string;
}

/** Every dated change since a day, the newest first. */
export const changesSince = (day: string, atlas: Atlas = shippedAtlas): readonly Traced<Change>[] =>
  [...treatyChanges(atlas), ...milestoneChanges(atlas), ...reviewChanges(atlas)]
    .filter(({ value }) => (lastDay(value.on) ?? "") >= day)
    .sort((a, b) => comparePartialDates(b.value.on, a.value.on) || (a.value.id < b.value.id ? -1 : 1));

const nameOf = (state: string): string => stateOf(state)?.name ?? state;
const changed = (value: Change, cell: Cell): Traced<Change> => ({ value, trace: [cell] });

const treatyChanges = ({ register }: Atlas): readonly Traced<Change>[] =>
  [...register.values()].flatMap((row) => {
    if (row.actionDate === null || row.action === null) return [];
    const treaty =
      instrumentOf(row.treaty)?.shortName ?? row.treaty.replace("CAT-A", "Convention against Torture, article ");
    const title = `${nameOf(row.state)}: ${treaty}, ${row.action}`;
    const id = `${row.state}-${row.treaty}-${row.actionDate}`.toLowerCase();
    return [changed({ id, state: row.state, on: row.actionDate, kind: "treaty", title }, statusCell(row))];
  });

/** Joinings are told by the register above, not twice. */
const milestoneChanges = ({ journeys }: Atlas): readonly Traced<Change>[] =>
  journeys.flatMap(({ state, milestones }) =>
    milestones
      .filter(({ source, type }) => !source.startsWith("UN Treaty Collection") && type !== "review")
      .map((milestone) => {
        const id = `${state}-${milestone.type}-${milestone.date}-${slug(milestone.title)}`.toLowerCase();
        const title = `${nameOf(state)}: ${milestone.title}`;
        return changed({ id, state, on: milestone.date, kind: "milestone", title }, milestoneCell(state, milestone));
      }),
  );

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40);

const reviewChanges = ({ reporting }: Atlas): readonly Traced<Change>[] =>
  reporting.flatMap((row) =>
    row.cycles.map((review) => {
      const on = review.concludingObservationsIssued ?? sessionNumbered(review.session)?.end ?? String(review.year);
      const title = `${nameOf(row.state)}: reviewed by the Committee against Torture, session ${review.session}`;
      const value: Change = {
        id: `${row.state}-review-${review.session}`.toLowerCase(),
        state: row.state,
        on,
        kind: "review",
        title,
      };
      return changed(value, reportingCell(row, `review ${review.cycle}`, review));
    }),
  );

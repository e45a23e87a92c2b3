/** One state at one look: what a page, a card and the command line say of it, every part with its cells. */

import type { Day } from "@saksi/domain/partial-date";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import { boundSince } from "./bound-since.ts";
import { articleStatus } from "./cat-articles.ts";
import { type Cell, cellsOf, knownUpTo, type Traced } from "./cell.ts";
import { type Law, lawOf } from "./domestic-laws.ts";
import { instrumentOf } from "./instruments.ts";
import { type Ask, asksFor, type GapRow, gapMatrix, type LawScore, lawScore } from "./law-gap.ts";
import { followUpLateness, type Lateness, reportLateness } from "./overdue.ts";
import { type Institution, institutionOf, type Mechanism, mechanismOf, subcommitteeVisits } from "./prevention.ts";
import { type Availability, procedureViews } from "./procedures.ts";
import {
  acceptedListFirst,
  type DueReport,
  followUpDue,
  initialReportDue,
  nextReportDue,
  reportingRow,
  reviewsOf,
} from "./reports-due.ts";
import type { MechanismRow, Review } from "./reviews.ts";
import { isTerritory, type State, stateCell } from "./states.ts";
import { type ArticleStatus, type StatusRow, statusCell } from "./treaty-status.ts";
import type { Truth } from "./truth.ts";

export interface TreatyLine {
  readonly code: string;
  readonly name: string;
  readonly row: StatusRow;
  readonly trace: readonly Cell[];
}

export interface StateCard {
  readonly state: State;
  /** A territory has no row of its own on the register: its notes are all that is said */
  readonly isTerritory: boolean;
  readonly cat: Traced<Day | null | "unknown">;
  readonly opcat: Traced<Day | null | "unknown">;
  readonly articles: Readonly<Record<20 | 21 | 22, Traced<ArticleStatus | "unknown">>>;
  readonly treaties: readonly TreatyLine[];
  readonly reporting: {
    readonly initial: Traced<DueReport>;
    readonly next: Traced<DueReport>;
    readonly late: Traced<Lateness>;
    readonly followUp: Traced<DueReport>;
    readonly followUpLate: Traced<Lateness>;
    readonly listFirst: Traced<Truth>;
    readonly reviews: Traced<readonly Review[]>;
    readonly notes: readonly string[];
  };
  readonly mechanism: Traced<Mechanism>;
  readonly visits: Traced<MechanismRow["sptVisits"]>;
  readonly institution: Traced<Institution>;
  readonly law: {
    readonly act: Law | null;
    readonly score: Traced<LawScore | "unknown">;
    readonly matrix: readonly GapRow[];
    readonly asks: readonly Traced<Ask>[];
  };
  readonly procedures: readonly Traced<Availability>[];
  /** The oldest day of knowledge of any part */
  readonly knownUpTo: string | null;
}

/** Everything of a state as of a day; what is not known says so in its place. */
export function stateCard(state: State, today: Day, atlas: Atlas = shippedAtlas): StateCard {
  const code = state.iso3;
  const [cat, opcat, mechanism, institution] = [
    boundSince(code, "CAT", atlas),
    boundSince(code, "OPCAT", atlas),
    mechanismOf(code, atlas),
    institutionOf(code, atlas),
  ];
  const late = reportLateness(code, today, atlas);
  return {
    state,
    isTerritory: isTerritory(state),
    cat,
    opcat,
    articles: {
      20: articleStatus(code, 20, atlas),
      21: articleStatus(code, 21, atlas),
      22: articleStatus(code, 22, atlas),
    },
    treaties: treatyLines(code, atlas),
    reporting: {
      initial: initialReportDue(code, atlas),
      next: nextReportDue(code, atlas),
      late,
      followUp: followUpDue(code, atlas),
      followUpLate: followUpLateness(code, today, atlas),
      listFirst: acceptedListFirst(code, atlas),
      reviews: reviewsOf(code, atlas),
      notes: reportingRow(code, atlas)?.notes ?? [],
    },
    mechanism,
    visits: subcommitteeVisits(code, atlas),
    institution,
    law: {
      act: lawOf(code, atlas.laws) ?? null,
      score: lawScore(code, atlas),
      matrix: gapMatrix(code, atlas),
      asks: asksFor(code, atlas),
    },
    procedures: isTerritory(state) ? [] : procedureViews({ state: code, atlas }),
    knownUpTo: knownUpTo(
      cellsOf([cat, opcat, late, mechanism, institution, { value: null, trace: [stateCell(state)] }]),
    ),
  };
}

/** Every treaty of a state, the Convention and its articles first, as the register has them. */
export const treatyLines = (state: string, atlas: Atlas = shippedAtlas): readonly TreatyLine[] =>
  [...atlas.register.values()]
    .filter((row) => row.state === state)
    .map((row) => ({
      code: row.treaty,
      name: instrumentOf(row.treaty)?.shortName ?? row.treaty.replace("CAT-A", "Convention against Torture, article "),
      row,
      trace: [statusCell(row)],
    }));

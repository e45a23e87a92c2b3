/** Rows of which nothing is shipped, as a fact of members opens them: every part is unknown until a fact says it. */

import type { Provenance } from "./cell.ts";
import type { Law } from "./domestic-laws.ts";
import type { InstitutionRow, MechanismRow, ReportingRow } from "./reviews.ts";
import { stateOf } from "./states.ts";

const notSaid = { date: null, basis: null, confidence: null };

export const openedReporting = (state: string, by: Provenance): ReportingRow => ({
  ...by,
  state,
  catInForce: null,
  initialReportDue: null,
  cycles: [],
  nextReportDue: notSaid,
  overdue: "unknown",
  pendingReport: null,
  simplifiedProcedure: { accepted: null, confidence: null, note: null },
  followUpReportDue: notSaid,
  notes: [],
});

export const openedMechanism = (state: string, by: Provenance): MechanismRow => ({
  ...by,
  state,
  opcatInForce: null,
  npmDue: null,
  npm: { name: null, legalBasis: null, designated: null, status: "unknown", note: null },
  sptVisits: [],
});

export const openedInstitution = (state: string, by: Provenance): InstitutionRow => ({
  ...by,
  state,
  name: null,
  established: null,
  ganhriStatus: "unknown",
  note: null,
});

/** Of no act: single items, whichever law they stand in. The words say so wherever a law has a title. */
export const openedLaw = (state: string, by: Provenance): Law => ({
  id: state,
  state,
  title: `${stateOf(state)?.name ?? state}: single items, no law read as a whole`,
  citation: "Items that members of the alliance wrote and confirmed",
  status: "not read as a whole",
  type: "single items",
  overview:
    "Nobody has read the law of this state as a whole. Each item that is known here was written by one member of the alliance and confirmed by another; all others are unknown.",
  items: {},
  landmarkCases: [],
  notes: [],
  openQuestions: [],
  asOf: by.asOf,
  by,
});

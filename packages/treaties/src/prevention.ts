/** Who may walk into places of detention: the national preventive mechanism and the Subcommittee; and the human rights institution. */

import type { Day } from "@saksi/domain/partial-date";
import { addYears } from "./add-months.ts";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import { boundSince } from "./bound-since.ts";
import { isOpened, type Traced } from "./cell.ts";
import { type InstitutionRow, institutionCell, type MechanismRow, mechanismCell } from "./reviews.ts";
import { statusOf } from "./treaty-status.ts";

export type MechanismStatus = MechanismRow["npm"]["status"] | "not-applicable" | "unknown";

export interface Mechanism {
  readonly status: MechanismStatus;
  readonly name: string | null;
  readonly legalBasis: string | null;
  readonly designated: string | null;
  /** One year after the Protocol entered into force (OPCAT art. 17) */
  readonly due: Day | null;
  readonly note: string | null;
}

const none = { name: null, legalBasis: null, designated: null, due: null, note: null };

/** The mechanism that the Protocol asks of its parties; `not-applicable` outside it, whatever a state has of its own. */
export function mechanismOf(state: string, atlas: Atlas = shippedAtlas): Traced<Mechanism> {
  const row = atlas.mechanisms.find((one) => one.state === state);
  const { value, trace } = statusOf(state, "OPCAT", atlas.register);
  const since = boundSince(state, "OPCAT", atlas).value;
  const due = since === null || since === "unknown" ? null : addYears(since, 1);
  if (row) return { value: { ...row.npm, due: row.npmDue ?? due }, trace: [mechanismCell(row)] };
  const isOutside = value !== "unknown" && value !== "party";
  return { value: { ...none, due, status: isOutside ? "not-applicable" : "unknown" }, trace };
}

/** Visits of the Subcommittee that are known. An empty list of a party: none is known, not: there was none. */
export function subcommitteeVisits(state: string, atlas: Atlas = shippedAtlas): Traced<MechanismRow["sptVisits"]> {
  const row = atlas.mechanisms.find((one) => one.state === state);
  if (!row || isOpened(row)) return { value: [], trace: statusOf(state, "OPCAT", atlas.register).trace };
  const cells = row.sptVisits.map((visit) => ({
    ...mechanismCell(row),
    row: `${state} visit ${visit.date}`,
    ...sureness(visit),
  }));
  return { value: row.sptVisits, trace: cells.length > 0 ? cells : [mechanismCell(row)] };
}

const sureness = ({ confidence, confirmed }: MechanismRow["sptVisits"][number]) => ({ confidence, confirmed });

export interface Institution {
  readonly name: string | null;
  readonly established: string | null;
  readonly accreditation: InstitutionRow["ganhriStatus"];
  readonly note: string | null;
}

/** The national human rights institution and its accreditation under the Paris Principles. */
export function institutionOf(state: string, atlas: Atlas = shippedAtlas): Traced<Institution> {
  const row = atlas.institutions.find((one) => one.state === state);
  if (!row) return { value: { name: null, established: null, accreditation: "unknown", note: null }, trace: [] };
  const { name, established, ganhriStatus: accreditation, note } = row;
  return { value: { name, established, accreditation, note }, trace: [institutionCell(row)] };
}

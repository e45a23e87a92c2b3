/**
 * The facts that every answer is computed from: those shipped, or those with the corrections that members confirmed.
 *
 * Every function about a state takes an atlas as its last parameter; without one it answers from what is shipped.
 */

import { comparePartialDates } from "@saksi/domain/partial-date";
import { type Before, type Provenance, type ProvenanceFault, provenanceFaults } from "./cell.ts";
import { type Law, type LawItem, lawCell, laws } from "./domestic-laws.ts";
import { type Journey, journeys, type Milestone } from "./journeys.ts";
import {
  type InstitutionRow,
  institutionRows,
  type MechanismRow,
  mechanismRows,
  type ReportingPart,
  type ReportingRow,
  reportingRows,
} from "./reviews.ts";
import { type Register, type StatusRow, shippedRegister } from "./treaty-status.ts";

export interface Atlas {
  readonly register: Register;
  readonly reporting: readonly ReportingRow[];
  readonly mechanisms: readonly MechanismRow[];
  readonly institutions: readonly InstitutionRow[];
  readonly laws: readonly Law[];
  readonly journeys: readonly Journey[];
}

export const shippedAtlas: Atlas = {
  register: shippedRegister,
  reporting: reportingRows,
  mechanisms: mechanismRows,
  institutions: institutionRows,
  laws,
  journeys,
};

/** A correction or a new fact that one member wrote and another confirmed, in place of what a shipped row says. */
export type ConfirmedFact = Omit<Provenance, "confirmed" | "before"> & {
  readonly state: string;
  /** The record that says it */
  readonly record?: string;
} & FactSays;

/** Of which row, and what of it. */
export type FactSays =
  | { readonly of: "treaty"; readonly treaty: string; readonly says: Says<StatusRow> }
  | { readonly of: "reporting"; readonly says: Partial<Pick<ReportingRow, ReportingPart>> }
  | {
      readonly of: "mechanism";
      readonly says: Omit<Says<MechanismRow>, "npm"> & { readonly npm?: Partial<MechanismRow["npm"]> };
    }
  | { readonly of: "institution"; readonly says: Says<InstitutionRow> }
  /** How a law stands on an item of the checklist; the law itself is one that the atlas has */
  | {
      readonly of: "law";
      readonly item: string;
      readonly says: Pick<LawItem, "status" | "section" | "note">;
    }
  /** One more step on the way of a state: adds, and takes the place of nothing */
  | { readonly of: "milestone"; readonly says: Omit<Milestone, keyof Provenance> };

type Says<Row> = Partial<Omit<Row, keyof Provenance | "state" | "treaty">>;

/** A fact that was not laid over the atlas: it lacks something, or the atlas has no such row. For the member who wrote it. */
export interface RefusedFact {
  readonly fact: ConfirmedFact;
  readonly why: readonly (ProvenanceFault | "no-such-row")[];
}

export interface Amended {
  readonly atlas: Atlas;
  readonly refused: readonly RefusedFact[];
}

/** The atlas with those facts over it, field by field, the later of two winning; and the facts that could not stand. */
export const amended = (facts: readonly ConfirmedFact[], atlas: Atlas = shippedAtlas): Amended =>
  facts.reduce<Amended>(withFact, { atlas, refused: [] });

function withFact({ atlas, refused }: Amended, fact: ConfirmedFact): Amended {
  const why = [...provenanceFaults(provenanceOf(fact)), ...(hasRow(atlas, fact) ? [] : (["no-such-row"] as const))];
  return why.length > 0 ? { atlas, refused: [...refused, { fact, why }] } : { atlas: over(atlas, fact), refused };
}

const provenanceOf = ({ source, sourceUrl = null, asOf, confidence }: ConfirmedFact): Provenance => ({
  source,
  sourceUrl,
  asOf,
  confidence,
  confirmed: "members",
});

function hasRow({ register, reporting, mechanisms, institutions, laws }: Atlas, fact: ConfirmedFact): boolean {
  if (fact.of === "treaty") return register.has(`${fact.state} ${fact.treaty}`);
  if (fact.of === "milestone") return register.has(`${fact.state} CAT`);
  return { reporting, mechanism: mechanisms, institution: institutions, law: laws }[fact.of].some(
    ({ state }) => state === fact.state,
  );
}

function over(atlas: Atlas, fact: ConfirmedFact): Atlas {
  const provenance = provenanceOf(fact);
  const onlyOf = <Row extends { readonly state: string }>(rows: readonly Row[], corrected: (row: Row) => Row) =>
    rows.map((row) => (row.state === fact.state ? corrected(row) : row));
  switch (fact.of) {
    case "treaty": {
      const name = `${fact.state} ${fact.treaty}`;
      const row = atlas.register.get(name);
      if (!row) return atlas;
      const { status, action, actionDate } = row;
      const before = beforeOf(row, [status, action, actionDate]);
      // What was done and when belongs to the old standing.
      const isOther = fact.says.status !== undefined && fact.says.status !== status;
      const kept = isOther ? { ...row, action: null, actionDate: null, inForce: null } : row;
      return {
        ...atlas,
        register: new Map(atlas.register).set(name, { ...kept, ...fact.says, ...provenance, before }),
      };
    }
    case "reporting": {
      const reporting = onlyOf(atlas.reporting, (row) => {
        const by = Object.keys(fact.says).map((name) => {
          const part = name as ReportingPart; // the keys of `says` are no others
          return [part, { ...provenance, before: beforeOf(row.by?.[part] ?? row, [saidOf(row, part)]) }] as const;
        });
        return { ...row, ...fact.says, by: { ...row.by, ...Object.fromEntries(by) } };
      });
      return { ...atlas, reporting };
    }
    case "mechanism": {
      const mechanisms = onlyOf(atlas.mechanisms, (row) => {
        const before = beforeOf(row, [row.npm.status, row.npm.name, row.npm.designated]);
        return { ...row, ...fact.says, npm: { ...row.npm, ...fact.says.npm }, ...provenance, before };
      });
      return { ...atlas, mechanisms };
    }
    case "institution": {
      const institutions = onlyOf(atlas.institutions, (row) => {
        const before = beforeOf(row, [row.name, row.established, row.ganhriStatus]);
        return { ...row, ...fact.says, ...provenance, before };
      });
      return { ...atlas, institutions };
    }
    case "law": {
      const { item, says } = fact;
      const corrected = onlyOf(atlas.laws, (law) => {
        const old = law.items[item];
        const before = beforeOf(old?.by ?? lawCell(law, item), [old?.status ?? null, old?.section ?? null]);
        const { confidence, confirmed } = provenance;
        const by = { ...provenance, before };
        return { ...law, items: { ...law.items, [item]: { ...says, confidence, confirmed, source: null, by } } };
      });
      return { ...atlas, laws: corrected };
    }
    case "milestone": {
      const milestone: Milestone = { ...fact.says, ...provenance };
      const known = atlas.journeys.find(({ state }) => state === fact.state);
      if (!known)
        return {
          ...atlas,
          journeys: [...atlas.journeys, { state: fact.state, summary: "", milestones: [milestone] }],
        };
      const milestones = [...known.milestones, milestone].sort((a, b) => comparePartialDates(a.date, b.date));
      return { ...atlas, journeys: onlyOf(atlas.journeys, (journey) => ({ ...journey, milestones })) };
    }
  }
}

/** What is shipped, whatever other members' facts were laid over it since. */
function beforeOf(row: Provenance, values: readonly (string | null)[]): Before {
  if (row.before) return row.before;
  const said = values.filter((value) => value !== null);
  const { source, sourceUrl = null, asOf, confidence, confirmed } = row;
  return { said: said.length > 0 ? said : ["unknown"], source, sourceUrl, asOf, confidence, confirmed };
}

function saidOf(row: ReportingRow, part: ReportingPart): string | null {
  switch (part) {
    case "nextReportDue":
    case "followUpReportDue":
      return row[part].date;
    case "pendingReport":
      return row.pendingReport?.note ?? "none";
    case "simplifiedProcedure":
      return { true: "yes", false: "no", null: null }[`${row.simplifiedProcedure.accepted}`];
    case "overdue":
      return row.overdue;
    case "cycles":
      return String(row.cycles.length);
  }
}

/**
 * The facts that every answer is computed from: those shipped, or those with the corrections that members confirmed.
 *
 * Every function about a state takes an atlas as its last parameter; without one it answers from what is shipped.
 */

import { comparePartialDates } from "@saksi/domain/partial-date";
import { type Before, isOpened, type Provenance, type ProvenanceFault, provenanceFaults } from "./cell.ts";
import { type Law, type LawItem, lawCell, laws } from "./domestic-laws.ts";
import { type Journey, journeys, type Milestone } from "./journeys.ts";
import { assessedItems } from "./obligations.ts";
import { openedInstitution, openedLaw, openedMechanism, openedReporting } from "./opened-rows.ts";
import {
  type InstitutionRow,
  institutionRows,
  type MechanismRow,
  mechanismRows,
  type ReportingPart,
  type ReportingRow,
  reportingRows,
} from "./reviews.ts";
import { stateOf } from "./states.ts";
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
  /** How the law stands on an item of the checklist */
  | {
      readonly of: "law";
      readonly item: string;
      readonly says: Pick<LawItem, "status" | "section" | "note">;
    }
  /** One more step on the way of a state: adds, and takes the place of nothing */
  | { readonly of: "milestone"; readonly says: Omit<Milestone, keyof Provenance> };

type Says<Row> = Partial<Omit<Row, keyof Provenance | "state" | "treaty">>;

/** `no-such-row`: no row is there and none can be opened. */
export type RowFault = "no-such-row" | "no-such-state";

/** A fact that was not laid over the atlas: it lacks something, or it can have no row there. For the member who wrote it. */
export interface RefusedFact {
  readonly fact: ConfirmedFact;
  readonly why: readonly (ProvenanceFault | RowFault)[];
}

export interface Amended {
  readonly atlas: Atlas;
  readonly refused: readonly RefusedFact[];
}

/**
 * The atlas with those facts over it, field by field, the later of two winning; and the facts that could not stand.
 *
 * Treaties come first: what is owed to a body has a row once the state is a party.
 */
export const amended = (facts: readonly ConfirmedFact[], atlas: Atlas = shippedAtlas): Amended =>
  [...facts.filter(({ of }) => of === "treaty"), ...facts.filter(({ of }) => of !== "treaty")].reduce<Amended>(
    withFact,
    { atlas, refused: [] },
  );

function withFact({ atlas, refused }: Amended, fact: ConfirmedFact): Amended {
  const why = [...provenanceFaults(provenanceOf(fact)), ...rowFaults(atlas, fact)];
  return why.length > 0 ? { atlas, refused: [...refused, { fact, why }] } : { atlas: over(atlas, fact), refused };
}

const provenanceOf = ({ source, sourceUrl = null, asOf, confidence }: ConfirmedFact): Provenance => ({
  source,
  sourceUrl,
  asOf,
  confidence,
  confirmed: "members",
});

const rowFaults = (atlas: Atlas, fact: ConfirmedFact): readonly RowFault[] =>
  stateOf(fact.state) === undefined ? ["no-such-state"] : mayHaveRow(atlas, fact) ? [] : ["no-such-row"];

/** A row is there or can be opened. Nobody outside a treaty reports under it or owes it a mechanism; a territory has no row. */
function mayHaveRow({ register, reporting, mechanisms }: Atlas, fact: ConfirmedFact): boolean {
  const isParty = (treaty: string): boolean => register.get(`${fact.state} ${treaty}`)?.status === "party";
  const isIn = (rows: readonly { readonly state: string }[]): boolean => rows.some(({ state }) => state === fact.state);
  if (fact.of === "treaty") return register.has(`${fact.state} ${fact.treaty}`);
  if (!register.has(`${fact.state} CAT`)) return false;
  if (fact.of === "reporting") return isParty("CAT") || isIn(reporting);
  if (fact.of === "mechanism") return isParty("OPCAT") || isIn(mechanisms);
  return fact.of !== "law" || assessedItems.some(({ id }) => id === fact.item);
}

function over(atlas: Atlas, fact: ConfirmedFact): Atlas {
  const provenance = provenanceOf(fact);
  const onlyOf = <Row extends { readonly state: string }>(
    rows: readonly Row[],
    open: (state: string, by: Provenance) => Row,
    corrected: (row: Row) => Row,
  ) =>
    rows.some(({ state }) => state === fact.state)
      ? rows.map((row) => (row.state === fact.state ? corrected(row) : row))
      : [...rows, corrected(open(fact.state, provenance))];
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
        register: new Map(atlas.register).set(name, { ...kept, ...fact.says, ...provenance, ...before }),
      };
    }
    case "reporting": {
      const reporting = onlyOf(atlas.reporting, openedReporting, (row) => {
        const by = Object.keys(fact.says).map((name) => {
          const part = name as ReportingPart; // the keys of `says` are no others
          return [part, { ...provenance, ...beforeOf(row.by?.[part] ?? row, [saidOf(row, part)]) }] as const;
        });
        return { ...row, ...fact.says, by: { ...row.by, ...Object.fromEntries(by) } };
      });
      return { ...atlas, reporting };
    }
    case "mechanism": {
      const mechanisms = onlyOf(atlas.mechanisms, openedMechanism, (row) => {
        const before = beforeOf(row, [row.npm.status, row.npm.name, row.npm.designated]);
        return { ...row, ...fact.says, npm: { ...row.npm, ...fact.says.npm }, ...provenance, ...before };
      });
      return { ...atlas, mechanisms };
    }
    case "institution": {
      const institutions = onlyOf(atlas.institutions, openedInstitution, (row) => {
        const before = beforeOf(row, [row.name, row.established, row.ganhriStatus]);
        return { ...row, ...fact.says, ...provenance, ...before };
      });
      return { ...atlas, institutions };
    }
    case "law": {
      const { item, says } = fact;
      const corrected = onlyOf(atlas.laws, openedLaw, (law) => {
        const old = law.items[item];
        const before = beforeOf(old?.by ?? lawCell(law, item), [old?.status ?? null, old?.section ?? null]);
        const { confidence, confirmed } = provenance;
        const by = { ...provenance, ...before };
        return { ...law, items: { ...law.items, [item]: { ...says, confidence, confirmed, source: null, by } } };
      });
      return { ...atlas, laws: corrected };
    }
    case "milestone": {
      const milestone: Milestone = { ...fact.says, ...provenance };
      const journeys = onlyOf(
        atlas.journeys,
        (state) => ({ state, summary: "", milestones: [] }),
        (journey) => ({
          ...journey,
          milestones: [...journey.milestones, milestone].sort((a, b) => comparePartialDates(a.date, b.date)),
        }),
      );
      return { ...atlas, journeys };
    }
  }
}

/** What is shipped, whatever other members' facts were laid over it since; nothing of what they opened. */
function beforeOf(row: Provenance, values: readonly (string | null)[]): { readonly before?: Before } {
  if (isOpened(row)) return {};
  if (row.before) return { before: row.before };
  const said = values.filter((value) => value !== null);
  const { source, sourceUrl = null, asOf, confidence, confirmed } = row;
  return { before: { said: said.length > 0 ? said : ["unknown"], source, sourceUrl, asOf, confidence, confirmed } };
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

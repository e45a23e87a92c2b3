/**
 * The facts that every answer is computed from: those shipped, or those with the corrections that members confirmed.
 *
 * Every function about a state takes an atlas as its last parameter; without one it answers from what is shipped.
 */

import { type Provenance, type ProvenanceFault, provenanceFaults } from "./cell.ts";
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
}

export const shippedAtlas: Atlas = {
  register: shippedRegister,
  reporting: reportingRows,
  mechanisms: mechanismRows,
  institutions: institutionRows,
};

/** A correction or a new fact that one member wrote and another confirmed, in place of what a shipped row says. */
export type ConfirmedFact = Omit<Provenance, "confirmed"> & { readonly state: string } & (
    | {
        readonly of: "treaty";
        readonly treaty: string;
        readonly says: Says<StatusRow>;
      }
    | { readonly of: "reporting"; readonly says: Partial<Pick<ReportingRow, ReportingPart>> }
    | { readonly of: "mechanism"; readonly says: Says<MechanismRow> }
    | { readonly of: "institution"; readonly says: Says<InstitutionRow> }
  );

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

function hasRow({ register, reporting, mechanisms, institutions }: Atlas, fact: ConfirmedFact): boolean {
  if (fact.of === "treaty") return register.has(`${fact.state} ${fact.treaty}`);
  return { reporting, mechanism: mechanisms, institution: institutions }[fact.of].some(
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
      return row
        ? { ...atlas, register: new Map(atlas.register).set(name, { ...row, ...fact.says, ...provenance }) }
        : atlas;
    }
    case "reporting": {
      const by = Object.fromEntries(Object.keys(fact.says).map((part) => [part, provenance]));
      const reporting = onlyOf(atlas.reporting, (row) => ({ ...row, ...fact.says, by: { ...row.by, ...by } }));
      return { ...atlas, reporting };
    }
    case "mechanism":
      return { ...atlas, mechanisms: onlyOf(atlas.mechanisms, (row) => ({ ...row, ...fact.says, ...provenance })) };
    case "institution":
      return { ...atlas, institutions: onlyOf(atlas.institutions, (row) => ({ ...row, ...fact.says, ...provenance })) };
  }
}

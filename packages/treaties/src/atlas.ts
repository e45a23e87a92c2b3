/**
 * The facts that every answer is computed from: those shipped, or those with the corrections that members confirmed.
 *
 * Every function about a state takes an atlas as its last parameter; without one it answers from what is shipped.
 */

import { type Provenance, provenanceFaults } from "./cell.ts";
import {
  type InstitutionRow,
  institutionRows,
  type MechanismRow,
  mechanismRows,
  type ReportingRow,
  reportingRows,
} from "./reviews.ts";
import { type Register, shippedRegister } from "./treaty-status.ts";

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
        readonly says: Says<Register extends ReadonlyMap<string, infer Row> ? Row : never>;
      }
    | { readonly of: "reporting"; readonly says: Says<ReportingRow> }
    | { readonly of: "mechanism"; readonly says: Says<MechanismRow> }
    | { readonly of: "institution"; readonly says: Says<InstitutionRow> }
  );

type Says<Row> = Partial<Omit<Row, keyof Provenance | "state" | "treaty">>;

/** The atlas with those facts over it, the last of two about one row winning field by field. A fact without a source, or about a row that is not there, throws. */
export const amended = (facts: readonly ConfirmedFact[], atlas: Atlas = shippedAtlas): Atlas =>
  facts.reduce(withFact, atlas);

function withFact(atlas: Atlas, fact: ConfirmedFact): Atlas {
  const { state, source, sourceUrl = null, asOf, confidence } = fact;
  const provenance = { source, sourceUrl, asOf, confidence, confirmed: "members" };
  const faults = provenanceFaults(provenance);
  if (faults.length > 0) throw new Error(`confirmed fact of ${state}: ${faults.join(", ")}`);
  if (fact.of === "treaty") {
    const name = `${state} ${fact.treaty}`;
    const row = atlas.register.get(name);
    if (!row) throw new Error(`confirmed fact: no row ${name}`);
    return { ...atlas, register: new Map(atlas.register).set(name, { ...row, ...fact.says, ...provenance }) };
  }
  const over = <Row extends { readonly state: string }>(rows: readonly Row[]): readonly Row[] => {
    if (!rows.some((row) => row.state === state)) throw new Error(`confirmed fact: no ${fact.of} row of ${state}`);
    return rows.map((row) => (row.state === state ? { ...row, ...fact.says, ...provenance } : row));
  };
  if (fact.of === "reporting") return { ...atlas, reporting: over(atlas.reporting) };
  if (fact.of === "mechanism") return { ...atlas, mechanisms: over(atlas.mechanisms) };
  return { ...atlas, institutions: over(atlas.institutions) };
}

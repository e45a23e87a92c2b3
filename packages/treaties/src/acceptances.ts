/** Which complaint, inquiry and court each state accepted, as rules can ask it. Data: `data/procedures.json`. */

import data from "../data/procedures.json" with { type: "json" };
import { type Cell, cellOf } from "./cell.ts";
import type { Confidence } from "./confidence.ts";
import { stateOf } from "./states.ts";
import { isBehind, type Register, type StatusRow, shippedRegister, statusCell, statusRow } from "./treaty-status.ts";

type Part = Readonly<Record<string, string | boolean | null>>;

export interface Acceptance {
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  readonly parts: Readonly<Record<string, Part>>;
  readonly nhri: string;
  readonly npm: string;
  readonly notes: readonly string[];
  readonly confidence: Confidence;
  readonly fieldConfidence: Readonly<Record<string, Confidence>>;
  readonly asOf: string;
}

export const acceptances: readonly Acceptance[] = data.treatyAcceptance.map(
  ({ iso2, nhri, npm, notes, confidence, fieldConfidence, asOf, ...parts }) => ({
    state: stateOf(iso2)?.iso3 ?? iso2,
    parts: parts as Readonly<Record<string, Part>>, // the test of the data holds the shape
    nhri,
    npm,
    notes,
    confidence,
    fieldConfidence,
    asOf,
  }),
);
const byState = new Map(acceptances.map((one) => [one.state, one]));

export const acceptanceOf = (state: string): Acceptance | undefined => byState.get(state);

/** The parts that `treaty-status.json` holds too, by its name for them. The two files must agree. */
export const sharedParts: Readonly<Record<string, string>> = {
  uncat: "CAT",
  catArt20: "CAT-A20",
  catArt21: "CAT-A21",
  catArt22: "CAT-A22",
  opcat: "OPCAT",
  iccpr: "ICCPR",
  iccprOp1: "ICCPR-OP1",
  iccprOp2: "ICCPR-OP2",
  ced: "CPED",
  cedawOp: "CEDAW-OP",
  cerd: "CERD",
  romeStatute: "ROME",
};

const ownSources: Readonly<Record<string, { readonly source: string; readonly sourceUrl: string }>> =
  data.acceptanceSources;

/** One field such as `catArt22.accepted` as this file has it; `unknown` where the row is empty there or missing. */
export function writtenField(state: string, field: string): string | boolean | "unknown" {
  const [part = "", name = ""] = field.split(".");
  return byState.get(state)?.parts[part]?.[name] ?? "unknown";
}

/** The same, the register having the first word where it has a row for it. */
export function acceptanceField(
  state: string,
  field: string,
  register = shippedRegister,
): string | boolean | "unknown" {
  const row = registerRow(state, field, register);
  if (!row) return writtenField(state, field);
  if (isBehind(row, register)) return "unknown";
  const name = field.split(".")[1];
  if (name === "party") return row.status === "party";
  if (name === "accepted") return row.status === "declared";
  if (name === "status") return article20Words[row.status] ?? "unknown";
  return row.status === "party" || row.status === "declared" ? (row.actionDate ?? "unknown") : "unknown";
}

const article20Words: Readonly<Record<string, string>> = {
  bound: "accepted",
  "opted-out": "opted_out",
  "not-applicable": "na",
};

/** The register's row of a field, where it holds it; articles 31 and 32 and refused inquiries are only in this file. */
function registerRow(state: string, field: string, register: Register): StatusRow | undefined {
  const [part = "", name = ""] = field.split(".");
  const isShared = name === "party" || name === "accepted" || name === "status" || name === "date";
  return isShared ? statusRow(state, sharedParts[part] ?? "", register) : undefined;
}

/** The cell of a field: the register's row where there is one, else the page that the field was read on. */
export function acceptanceCell(one: Acceptance, field: string, register = shippedRegister): readonly Cell[] {
  const row = registerRow(one.state, field, register);
  if (row) return [statusCell(row)];
  const [part = ""] = field.split(".");
  const own = ownSources[part] ?? statusRow(one.state, sharedParts[part] ?? "", register);
  if (!own) return [];
  const { source, sourceUrl = null } = own;
  const confidence = one.fieldConfidence[field] ?? one.fieldConfidence[part] ?? one.confidence;
  const facts = { source, sourceUrl, asOf: one.asOf, confidence, confirmed: "stored-register-page" };
  return [cellOf("procedures.json", `${one.state} ${field}`, facts)];
}

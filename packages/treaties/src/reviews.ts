/** Reports, reviews and sessions of the Committee; preventive mechanisms and visits; national institutions. Data: `data/reporting.json`. */

import data from "../data/reporting.json" with { type: "json" };
import { type Cell, cellOf, type Provenance, readRows } from "./cell.ts";
import type { Confidence } from "./confidence.ts";

export interface Session extends Provenance {
  readonly session: number;
  readonly year: number;
  readonly start: string | null;
  readonly end: string | null;
}

export interface Review {
  readonly cycle: string;
  readonly reportSymbol: string | null;
  readonly session: number;
  readonly year: number;
  readonly reviewDates: readonly string[] | null;
  readonly concludingObservations: string | null;
  readonly concludingObservationsIssued: string | null;
  readonly confidence: Confidence;
  readonly confirmed: string;
  readonly note: string | null;
}

interface Due {
  readonly date: string | null;
  readonly basis: string | null;
  readonly confidence: Confidence | null;
  readonly note?: string | null;
}

export interface ReportingRow extends Provenance {
  readonly state: string;
  /** As the file has them, and null in a row that members opened; answers are computed from the register */
  readonly catInForce: string | null;
  readonly initialReportDue: string | null;
  readonly cycles: readonly Review[];
  readonly nextReportDue: Due;
  readonly overdue: "no" | "likely" | "unknown";
  readonly pendingReport: { readonly note: string; readonly confidence: Confidence; readonly confirmed: string } | null;
  readonly simplifiedProcedure: {
    readonly accepted: boolean | null;
    readonly confidence: Confidence | null;
    readonly note: string | null;
  };
  readonly followUpReportDue: Due;
  readonly notes: readonly string[];
  /** From where each part is known that members corrected */
  readonly by?: Readonly<Partial<Record<ReportingPart, Provenance>>>;
}

export type ReportingPart =
  | "cycles"
  | "nextReportDue"
  | "overdue"
  | "pendingReport"
  | "simplifiedProcedure"
  | "followUpReportDue";

export interface MechanismRow extends Provenance {
  readonly state: string;
  readonly opcatInForce: string | null;
  readonly npmDue: string | null;
  readonly npm: {
    readonly name: string | null;
    readonly legalBasis: string | null;
    readonly designated: string | null;
    readonly status: "designated" | "contested" | "in transition" | "overdue" | "none" | "unknown";
    readonly note: string | null;
  };
  readonly sptVisits: readonly {
    readonly date: string;
    readonly kind: string;
    readonly confirmed: string;
    readonly confidence: Confidence;
    readonly note: string | null;
  }[];
}

export interface InstitutionRow extends Provenance {
  readonly state: string;
  readonly name: string | null;
  readonly established: string | null;
  /** Of the Global Alliance of National Human Rights Institutions */
  readonly ganhriStatus: "A" | "B" | "none" | "unknown";
  readonly note: string | null;
}

export const sessions: readonly Session[] = readRows<Session>(data.sessions, ({ session }) => String(session));
export const reportingRows: readonly ReportingRow[] = readRows<ReportingRow>(data.reporting, ({ state }) => state);
export const mechanismRows: readonly MechanismRow[] = readRows<MechanismRow>(data.npms, ({ state }) => state);
export const institutionRows: readonly InstitutionRow[] = readRows<InstitutionRow>(data.nhris, ({ state }) => state);

export const sessionNumbered = (number: number): Session | undefined =>
  sessions.find(({ session }) => session === number);

const file = "reporting.json";
export const sessionCell = (row: Session): Cell => cellOf(file, `session ${row.session}`, row);
export const mechanismCell = (row: MechanismRow): Cell => cellOf(file, `${row.state} preventive mechanism`, row);
export const institutionCell = (row: InstitutionRow): Cell => cellOf(file, `${row.state} national institution`, row);

/** The cell of one part of a reporting row: each part has its own sureness, and one that members corrected its own source. */
export function reportingCell(
  row: ReportingRow,
  part: string,
  own: { readonly confidence?: Confidence | null; readonly confirmed?: string; readonly basis?: string | null } = {},
): Cell {
  const name = `${row.state} ${part}`;
  const corrected = row.by?.[fieldsByPart[part] ?? "cycles"];
  if (corrected) return cellOf(file, name, corrected);
  const isComputed = /^computed|^initial report: one year/.test(own.basis ?? "");
  const confirmed = own.confirmed ?? (isComputed ? "computed" : "memory");
  return cellOf(file, name, { ...row, confidence: own.confidence ?? "low", confirmed });
}

const fieldsByPart: Readonly<Record<string, ReportingPart>> = {
  "next report due": "nextReportDue",
  "pending report": "pendingReport",
  "simplified procedure": "simplifiedProcedure",
  "follow-up due": "followUpReportDue",
};

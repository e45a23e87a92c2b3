/**
 * Who can hear a complaint from here: procedures open to a person in a given state, at a given time.
 *
 * R-ADM-1 (acceptance) and R-ADM-2 (time of the facts). A draft view; a lawyer signs. Data: `data/procedures.json`.
 */

import { isBefore } from "@saksi/domain/partial-date";
import data from "../data/procedures.json" with { type: "json" };
import { acceptanceCell, acceptanceField, acceptanceOf } from "./acceptances.ts";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import { type Cell, cellOf, cellsOf, type Provenance, readRows, type Traced } from "./cell.ts";
import { specialConditions } from "./procedure-conditions.ts";
import { allOf, type Truth } from "./truth.ts";

export interface Procedure extends Provenance {
  readonly code: string;
  readonly name: string;
  readonly body: string;
  readonly kind: string;
  readonly legalBasis: string;
  readonly whoMayFile: readonly string[];
  readonly subjectMatter: string;
  readonly timeLimit: { readonly type: string; readonly text?: string; readonly confidence?: string };
  readonly against: {
    readonly rule: string;
    readonly allOf: readonly { readonly field: string; readonly equals: string | boolean }[];
  };
  readonly admissibility: readonly { readonly id: string; readonly question: string }[];
  readonly notes: readonly string[];
}

/** Legal basis and confidence are the procedure's own; the rest of its provenance is the file's. */
export const procedures: readonly Procedure[] = readRows<Procedure>(
  data.procedures.map((one) => ({ ...one, source: one.legalBasis })),
  ({ code }) => code,
);

export const procedureOf = (code: string): Procedure | undefined => procedures.find((one) => one.code === code);

/** How the facts lie to the day of acceptance. */
export type FactsInTime =
  /** Needs no acceptance, or nothing was said of the facts */
  | "any-time"
  | "after-acceptance"
  /** Before, but the duty to investigate or the harm goes on: open for that duty (CAT articles 12 and 13), doubtful for the act */
  | "continuing"
  | "before-acceptance"
  | "ask";

export interface Availability {
  readonly procedure: Procedure;
  readonly isOpen: Truth;
  /** The day of acceptance, where the procedure needs one and it is known */
  readonly acceptedOn: string | null;
  readonly facts: FactsInTime;
  /** Articles that are doubtful because the facts came before acceptance */
  readonly doubtful: readonly string[];
  /** Articles under which it still stands, the State's duty going on */
  readonly stands: readonly string[];
}

export interface Question {
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  /** When it happened, as exact as known */
  readonly happened?: string;
  /** Missing, still held, or no investigation since acceptance (R-ADM-2) */
  readonly continues?: Truth;
  /** The shipped one where none is given */
  readonly atlas?: Atlas;
}

/** Every procedure, each with whether it is open, in the order of the file. */
export const procedureViews = (question: Question): readonly Traced<Availability>[] =>
  procedures.map((procedure) => viewOf(procedure, question));

/** Those that are open or may be; what is surely closed is left out. */
export const procedureOptions = (question: Question): readonly Traced<Availability>[] =>
  procedureViews(question).filter(({ value }) => value.isOpen !== false);

/** One procedure of a state, at a time. */
export function viewOf(
  procedure: Procedure,
  { state, happened, continues, atlas = shippedAtlas }: Question,
): Traced<Availability> {
  const condition = specialConditions[procedure.code]?.(state, atlas);
  const tests = procedure.against.allOf.map(({ field, equals }) =>
    passes(acceptanceField(state, field, atlas.register), equals),
  );
  const isOpen = allOf([...tests, ...(condition ? [condition.value] : [])]);
  const acceptedOn = acceptedDay(procedure, state, atlas);
  const facts = isOpen === false || acceptedOn === null ? "any-time" : factsInTime(acceptedOn, happened, continues);
  const isCat = procedure.code === "CAT-22";
  return {
    value: {
      procedure,
      isOpen,
      acceptedOn,
      facts,
      doubtful: isCat && (facts === "continuing" || facts === "before-acceptance") ? ["CAT:1", "CAT:2"] : [],
      stands: isCat && facts === "continuing" ? ["CAT:12", "CAT:13"] : [],
    },
    trace: cellsOf([
      { value: null, trace: [...fieldCells(procedure, state, atlas), procedureCell(procedure)] },
      ...(condition ? [condition] : []),
    ]),
  };
}

const passes = (found: string | boolean, wanted: string | boolean): Truth =>
  found === "unknown" ? "unknown" : found === wanted;

/** The day of the last thing that had to be accepted: what came before it came too early. Only complaints look at it. */
function acceptedDay({ against, kind }: Procedure, state: string, atlas: Atlas): string | null {
  if (kind !== "individual complaint") return null;
  const days = against.allOf.map(({ field }) => acceptanceField(state, `${field.split(".")[0]}.date`, atlas.register));
  return (
    days
      .filter((day): day is string => typeof day === "string" && day !== "unknown")
      .sort()
      .at(-1) ?? null
  );
}

function factsInTime(acceptedOn: string, happened: string | undefined, continues: Truth = "unknown"): FactsInTime {
  if (happened === undefined) return "any-time";
  const isEarly = isBefore(happened, acceptedOn);
  if (isEarly === false) return "after-acceptance";
  if (continues === true) return "continuing";
  return isEarly === true && continues === false ? "before-acceptance" : "ask";
}

const fieldCells = ({ against }: Procedure, state: string, atlas: Atlas): readonly Cell[] => {
  const acceptance = acceptanceOf(state);
  return acceptance ? against.allOf.flatMap(({ field }) => acceptanceCell(acceptance, field, atlas.register)) : [];
};

export const procedureCell = (procedure: Procedure): Cell => cellOf("procedures.json", procedure.code, procedure);

/** What may be asked after or beside another procedure (R-ADM-4). */
export const sameMatter: readonly {
  readonly a: string;
  readonly b: string;
  readonly rule: string;
  readonly confidence: string;
}[] = data.sameMatterMatrix.rows;

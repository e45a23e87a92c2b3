/** Any states side by side on a checklist: one row a question, one cell a state, each with its sources. */

import type { Day } from "@saksi/domain/partial-date";
import { type Atlas, shippedAtlas } from "./atlas.ts";
import { boundSince } from "./bound-since.ts";
import { articleStatus } from "./cat-articles.ts";
import type { Cell } from "./cell.ts";
import { instruments } from "./instruments.ts";
import { gapCell, lawScore } from "./law-gap.ts";
import { assessedItems } from "./obligations.ts";
import { reportLateness } from "./overdue.ts";
import { institutionOf, mechanismOf } from "./prevention.ts";
import { procedures, viewOf } from "./procedures.ts";
import { type ReformStep, reformPath } from "./reform-path.ts";
import { acceptedListFirst, initialReportDue, nextReportDue, reviewsOf } from "./reports-due.ts";
import { statusOf, statusRow, statusRows } from "./treaty-status.ts";

export type ComparedList = "treaties" | "procedures" | "reporting" | "prevention" | "law" | "reform";
export const comparedLists: readonly ComparedList[] = [
  "treaties",
  "procedures",
  "reporting",
  "prevention",
  "law",
  "reform",
];

export interface ComparedCell {
  readonly state: string;
  /** A status, a day, a number or `unknown`; never blank */
  readonly value: string;
  /** A section, a symbol, years: what a second line shows */
  readonly detail: string | null;
  readonly isDoubtful: boolean;
  readonly trace: readonly Cell[];
}

export interface ComparedRow {
  /** A treaty, a procedure, an item, a step */
  readonly key: string;
  /** Its name in English; `key` names it in any language */
  readonly label: string;
  /** In the order of the states asked for */
  readonly cells: readonly ComparedCell[];
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly of: (state: string) => Omit<ComparedCell, "state">;
}

/** The rows of a checklist for these states, in the order given. */
export const compareStates = (states: readonly string[], list: ComparedList, today: Day): readonly ComparedRow[] =>
  compareIn({ states, list, today, atlas: shippedAtlas });

export interface Comparison {
  readonly states: readonly string[];
  readonly list: ComparedList;
  readonly today: Day;
  readonly atlas: Atlas;
}

/** The same with the facts that members confirmed. */
export const compareIn = ({ states, list, today, atlas }: Comparison): readonly ComparedRow[] =>
  lines[list](atlas, today).map(({ key, label, of }) => ({
    key,
    label,
    cells: states.map((state) => ({ state, ...of(state) })),
  }));

const plain = (value: string | number | boolean | null, trace: readonly Cell[], detail: string | null = null) => ({
  value: value === null ? "none" : value === true ? "yes" : value === false ? "no" : String(value),
  detail,
  isDoubtful: trace.some(({ confidence }) => confidence === "low"),
  trace,
});

const shown = new Set(statusRows.map(({ treaty }) => treaty));

const lines: Readonly<Record<ComparedList, (atlas: Atlas, today: Day) => readonly Line[]>> = {
  treaties: (atlas) => [
    ...instruments
      .filter(({ code }) => shown.has(code))
      .map(({ code, shortName }) => ({
        key: code,
        label: shortName,
        of: (state: string) => treatyCell(state, code, atlas),
      })),
    ...([20, 21, 22] as const).map((article) => ({
      key: `CAT-A${article}`,
      label: `Convention against Torture, article ${article}`,
      of: (state: string) =>
        plain(articleStatus(state, article, atlas).value, articleStatus(state, article, atlas).trace),
    })),
  ],
  procedures: (atlas) =>
    procedures.map((procedure) => ({
      key: procedure.code,
      label: procedure.name,
      of: (state) => {
        const { value, trace } = viewOf(procedure, { state, atlas });
        return plain(value.isOpen, trace, value.acceptedOn);
      },
    })),
  reporting: (atlas, today) => [
    {
      key: "bound",
      label: "Bound since",
      of: (state) => plain(boundSince(state, "CAT", atlas).value, boundSince(state, "CAT", atlas).trace),
    },
    { key: "initial", label: "First report due", of: (state) => dueCell(initialReportDue(state, atlas)) },
    {
      key: "reviews",
      label: "Reviews",
      of: (state) => reviewsCell(state, atlas),
    },
    { key: "next", label: "Next report due", of: (state) => dueCell(nextReportDue(state, atlas)) },
    {
      key: "late",
      label: "Late",
      of: (state) =>
        plain(
          reportLateness(state, today, atlas).value.late,
          reportLateness(state, today, atlas).trace,
          reportLateness(state, today, atlas).value.why,
        ),
    },
    {
      key: "list-first",
      label: "Simplified reporting",
      of: (state) => plain(acceptedListFirst(state, atlas).value, acceptedListFirst(state, atlas).trace),
    },
  ],
  prevention: (atlas) => [
    {
      key: "OPCAT",
      label: "Bound by the Optional Protocol since",
      of: (state) => plain(boundSince(state, "OPCAT", atlas).value, boundSince(state, "OPCAT", atlas).trace),
    },
    {
      key: "mechanism",
      label: "Preventive mechanism",
      of: (state) =>
        plain(
          mechanismOf(state, atlas).value.status,
          mechanismOf(state, atlas).trace,
          mechanismOf(state, atlas).value.name,
        ),
    },
    {
      key: "institution",
      label: "Human rights institution",
      of: (state) =>
        plain(
          institutionOf(state, atlas).value.accreditation,
          institutionOf(state, atlas).trace,
          institutionOf(state, atlas).value.name,
        ),
    },
  ],
  law: (atlas) => [
    { key: "score", label: "Score of the law on paper", of: (state: string) => scoreCell(state, atlas) },
    ...assessedItems.map((item) => ({
      key: item.id,
      label: item.text,
      of: (state: string) => {
        const { status, section, isDoubtful, trace } = gapCell(state, item, atlas);
        return { ...plain(status, trace, section), isDoubtful };
      },
    })),
  ],
  reform: (atlas) =>
    reformSteps.map(({ step, label }) => ({
      key: step,
      label,
      of: (state) => {
        const found = reformPath(state, atlas).find(({ value }) => value.step === step);
        if (!found) return plain("unknown", []);
        const { years, on } = found.value;
        const span =
          years === null ? null : years.least === years.most ? `${years.least}` : `${years.least} to ${years.most}`;
        return plain(on, found.trace, span);
      },
    })),
};

const reformSteps: readonly { readonly step: ReformStep; readonly label: string }[] = [
  { step: "signature", label: "Signed the Convention" },
  { step: "ratification", label: "Joined the Convention" },
  { step: "law", label: "First law" },
  { step: "court", label: "First leading decision" },
  { step: "institution", label: "Human rights institution" },
  { step: "protocol", label: "Joined the Optional Protocol" },
  { step: "mechanism", label: "Preventive mechanism" },
  { step: "complaints", label: "Complaints of persons" },
];

function treatyCell(state: string, code: string, atlas: Atlas) {
  const { value, trace } = statusOf(state, code, atlas.register);
  const row = statusRow(state, code, atlas.register);
  return plain(value, trace, row?.actionDate ?? row?.signed ?? null);
}

function scoreCell(state: string, atlas: Atlas) {
  const { value, trace } = lawScore(state, atlas);
  if (value === "unknown") return plain("unknown", trace);
  const coverage = `${Math.round(value.coverage * 100)} % known`;
  return {
    ...plain(value.score === null ? "unknown" : value.score.toFixed(2), trace, coverage),
    isDoubtful: value.confidence === "low",
  };
}

function reviewsCell(state: string, atlas: Atlas) {
  const { value, trace } = reviewsOf(state, atlas);
  return plain(trace.length === 0 ? "unknown" : value.length, trace, value.at(-1)?.concludingObservations ?? null);
}

const dueCell = ({ value, trace }: ReturnType<typeof nextReportDue>) => plain(value.due, trace, value.basis);

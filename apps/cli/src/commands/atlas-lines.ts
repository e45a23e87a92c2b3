/** The atlas as lines for a person: facts with a number each, and under them the sources those numbers stand for. */

import { termLabel } from "@saksi/domain/vocabulary";
import { standingOf } from "@saksi/treaties/bills";
import { type Cell, checks, type Traced } from "@saksi/treaties/cell";
import { isForPublic } from "@saksi/treaties/commitments";
import type { Overview } from "@saksi/treaties/overview";
import { type Grader, graders, letterOf, type Recommendation } from "@saksi/treaties/recommendations";
import type { StateCard } from "@saksi/treaties/state-card";
import type { Tracked } from "@saksi/treaties/tracked";
import type { AtlasHere } from "./atlas-here.ts";

/** Numbers the cells in the order in which they are first cited. */
function sourceList() {
  const byText = new Map<string, number>();
  const textOf = ({ source, sourceUrl, asOf, confidence, confirmed, before }: Cell): string =>
    `${source}${sourceUrl === null ? "" : ` <${sourceUrl}>`}; known up to ${asOf}; confidence ${confidence}; ${checks[confirmed] ?? confirmed}${before ? `; shipped in its place: ${before.said.join(", ")} (${before.source}, known up to ${before.asOf})` : ""}`;
  const cite = (trace: readonly Cell[]): string => {
    const numbers = trace.map(textOf).map((text) => {
      if (!byText.has(text)) byText.set(text, byText.size + 1);
      return byText.get(text);
    });
    return numbers.length === 0 ? "" : ` [${[...new Set(numbers)].join(", ")}]`;
  };
  const lines = (): readonly string[] => [
    "",
    "Sources",
    ...[...byText].map(([text, number]) => `  [${number}] ${text}`),
  ];
  return { cite, lines };
}

/** A day, or in words why there is none. */
const dayOr = (day: string | null, none: string): string =>
  day === null ? none : day === "unknown" ? "not known" : day;

const boundOr = (since: string | null): string =>
  since === null ? "not bound" : since === "unknown" ? "not known" : `bound since ${since}`;

export function linesOfOverview(whole: Overview, nameOf: (code: string) => string): readonly string[] {
  const { cite, lines } = sourceList();
  const named = (several: readonly Traced<string>[]): string =>
    several.map(({ value, trace }) => `${nameOf(value)}${cite(trace)}`).join(", ");
  return [
    `Bound by the Convention against Torture: ${whole.bound.length} states of Asia; known up to ${whole.knownUpTo ?? "not known"}`,
    ...whole.bound.map(
      ({ value, trace }) => `  ${value.state}  ${nameOf(value.state)}, since ${value.since}${cite(trace)}`,
    ),
    `Signed, not bound: ${named(whole.signatories)}`,
    `Neither: ${named(whole.outside)}`,
    `Optional Protocol: ${whole.opcatParties} states. Complaints of persons (article 22): ${whole.complaintStates} states.`,
    "",
    "Reports that may be late (never certain: a report may have come in since)",
    ...whole.late.map(
      ({ value, trace }) =>
        `  ${value.state}  ${nameOf(value.state)}: ${value.late === "likely" ? "likely late" : "cannot be told"}, due ${dayOr(value.due, "not known")}${cite(trace)}`,
    ),
    "",
    "Changes of the last two years",
    ...whole.changes.map(({ value, trace }) => `  ${value.on}  ${value.title}${cite(trace)}`),
    ...lines(),
  ];
}

export function linesOfState(card: StateCard): readonly string[] {
  const { cite, lines } = sourceList();
  const { state, reporting, mechanism, institution, visits } = card;
  const notes = state.notes.map((note) => `  ${note}`);
  if (card.isTerritory)
    return [
      `${state.name} (${state.iso3}): a territory. The register has no row of its own for it, and no view on its status is taken.`,
      ...notes,
      ...lines(),
    ];
  return [
    `${state.name} (${state.iso3}); every part known at least up to ${card.knownUpTo ?? "no day we can name"}`,
    ...notes,
    "",
    `Convention against Torture: ${boundOr(card.cat.value)}${cite(card.cat.trace)}`,
    ...([20, 21, 22] as const).map(
      (article) => `  article ${article}: ${card.articles[article].value}${cite(card.articles[article].trace)}`,
    ),
    `Optional Protocol: ${boundOr(card.opcat.value)}${cite(card.opcat.trace)}`,
    `Preventive mechanism: ${mechanism.value.status}${mechanism.value.name ? `, ${mechanism.value.name}` : ""}${cite(mechanism.trace)}`,
    `Visits of the Subcommittee: ${visits.value.map(({ date }) => date).join(", ") || "none known"}${cite(visits.trace)}`,
    `Human rights institution: ${institution.value.name ?? "none"}, accreditation ${institution.value.accreditation}${cite(institution.trace)}`,
    "",
    "Reporting",
    `  first report due: ${dayOr(reporting.initial.value.due, "none, not bound")}${cite(reporting.initial.trace)}`,
    ...reporting.reviews.value.map(
      ({ cycle, session, year, concludingObservations }) =>
        `  review ${cycle}: session ${session}, ${year}${concludingObservations ? `, ${concludingObservations}` : ""}`,
    ),
    `  next report due: ${dayOr(reporting.next.value.due, "none, not bound")}; late: ${reporting.late.value.late} (${reporting.late.value.why})${cite(reporting.late.trace)}`,
    `  follow-up due: ${dayOr(reporting.followUp.value.due, "none")}${cite(reporting.followUp.trace)}`,
    `  simplified reporting accepted: ${yesNo(reporting.listFirst.value)}${cite(reporting.listFirst.trace)}`,
    "",
    "Treaties",
    ...card.treaties.map(
      ({ name, row, trace }) =>
        `  ${name}: ${row.status}${row.actionDate ? `, ${row.action ?? ""} ${row.actionDate}` : ""}${row.reservations.length > 0 ? `; ${row.reservations.length} reservations` : ""}${cite(trace)}`,
    ),
    "",
    ...lawLines(card, cite),
    "",
    "Who can hear a complaint from here",
    ...card.procedures
      .filter(({ value }) => value.isOpen !== false)
      .map(
        ({ value, trace }) =>
          `  ${value.procedure.code}  ${value.procedure.name}: ${value.isOpen === true ? "open" : "ask"}${value.acceptedOn ? `, accepted ${value.acceptedOn}` : ""}${cite(trace)}`,
      ),
    ...lines(),
  ];
}

const yesNo = (truth: boolean | "unknown"): string => (truth === "unknown" ? "not known" : truth ? "yes" : "no");

function lawLines({ law }: StateCard, cite: (trace: readonly Cell[]) => string): readonly string[] {
  const score = law.score.value;
  if (law.act === null || score === "unknown") return ["Law: none looked at yet, which says nothing about the law"];
  const percent = `${Math.round(score.coverage * 100)} % known`;
  return [
    `Law on paper: ${law.act.title} (${law.act.status})`,
    score.score === null
      ? `  no score: ${percent}`
      : `  ${score.score.toFixed(2)} of 1, ${score.band === "unknown" ? "band open" : score.band}; ${percent}; confidence ${score.confidence}`,
    ...law.matrix.flatMap(({ cells }) =>
      cells
        .filter(({ status }) => status !== "met" && status !== "na")
        .map(
          ({ item, status, section, isDoubtful, trace }) =>
            `  ${item.id} ${status}${isDoubtful ? " (doubtful)" : ""}: ${item.text}${section === null ? "" : ` (${section})`}${status === "unknown" ? "" : cite(trace.slice(0, 1))}`,
        ),
    ),
  ];
}

/** Where confirmed facts came from and which were left out; nothing where all is as shipped. */
export function linesOfFacts({ from, all, refused }: AtlasHere): readonly string[] {
  if (from === null) return [];
  const confirmed = all.filter(({ counts }) => counts.is === "confirmed").length;
  return [
    `With ${confirmed} facts confirmed in ${from.name}${from.isSample ? " (sample, made up)" : ""}; ${all.length - confirmed} wait for another member. See: saksi facts`,
    ...(from.isOld ? ["  Not asked for over a day whether anything was edited or taken back. First: saksi sync"] : []),
    ...refused.map(({ record, why }) => `  left out: ${record}: ${why.join(", ")}`),
    "",
  ];
}

const gradedBy: Readonly<Record<Grader, string>> = {
  committee: "the Committee",
  alliance: "the alliance",
  institution: "the national institution",
};

/** What members follow up in a state; nothing where they follow nothing. */
export function linesOfTracked({ bills, recommendations, commitments }: Tracked): readonly string[] {
  const under = (title: string, lines: readonly string[]) => (lines.length > 0 ? ["", title, ...lines] : []);
  const list = (name: string, code: string | null) => (code === null ? "not said" : termLabel(name, code));
  return [
    ...under(
      "Bills, as members confirmed",
      bills.map((bill) => {
        const standing = standingOf(bill);
        return `  ${bill.title}: ${list("reform_states", standing?.stage ?? null)}${standing?.on ? `, ${standing.on}` : ""} (${bill.source}; known up to ${bill.asOf})`;
      }),
    ),
    ...under(
      "Recommendations, as members confirmed; each grade by who gave it",
      recommendations.flatMap((one) => [
        `  ${one.text} (${list("recommendation_sources", one.from)}${one.document ? `, ${one.document}` : ""})`,
        ...graders.flatMap((by) => gradeLine(one, by)),
      ]),
    ),
    ...under(
      "Commitments, as members confirmed",
      commitments.map(
        (one) =>
          `  ${one.text} (${list("stakeholder_groups", one.group)}, ${one.on}): ${list("commitment_states", one.standing)}${one.due ? `, due ${one.due}` : ""}; ${isForPublic(one) ? "public" : "said at the event, members only"}`,
      ),
    ),
  ];
}

function gradeLine(one: Recommendation, by: Grader): readonly string[] {
  const grade = one[by];
  if (grade === null) return [];
  const words = termLabel("implementation_grades", grade.grade);
  return [`    by ${gradedBy[by]}: ${words} (${letterOf(grade)})${grade.on ? `, ${grade.on}` : ""}`];
}

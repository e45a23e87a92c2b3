/** States side by side: treaties, prevention and reporting, the law item by item, and what followed ratification. */

import { type ComparedCell, type ComparedList, compareStates } from "@saksi/treaties/compare";
import { laws } from "@saksi/treaties/domestic-laws";
import { reformPath } from "@saksi/treaties/reform-path";
import { statesByName } from "../all-states.ts";
import { type Citations, citations } from "../citations.ts";
import { html, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { Sentence, Tongue } from "../tongue.ts";
import { countsOf } from "./home.ts";
import { dated, mark, stateLink, statePath, table } from "./show.ts";
import { reformWords } from "./state-journey.ts";

const views = ["index", "reporting", "prevention", "law", "reform"] as const;
type View = (typeof views)[number];

export const comparePages = (tongue: Tongue, today: string): readonly Page[] =>
  views.map((view) => comparePage(view, tongue, today));

function comparePage(view: View, tongue: Tongue, today: string): Page {
  const { say } = tongue;
  const cited = citations(tongue);
  const counts = { ...countsOf() };
  const title = say(`compare.${view}`);
  const shown =
    view === "law"
      ? lawTable(tongue, today)
      : view === "reform"
        ? reformTable(tongue, cited)
        : listTable(view, { tongue, cited, today });
  const body = html`<h1>${title}</h1><p>${say(`compare.${view}-lead`, counts)}</p>
<ul class="choices">${views.map((other) => html`<li><a href="/compare/${other}.html"${other === view ? html` aria-current="page"` : null}>${say(`compare.${other}`)}</a></li>`)}</ul>
${shown}
${cited.list()}`;
  return {
    path: `compare/${view}.html`,
    title,
    description: say(`compare.${view}-lead`, counts),
    part: "compare",
    knownUpTo: cited.knownUpTo() ?? laws.map(({ asOf }) => asOf).sort()[0] ?? null,
    card: "cards/site",
    kind: "Dataset",
    body,
    shape: "wide",
  };
}

interface Given {
  readonly tongue: Tongue;
  readonly cited: Citations;
  readonly today: string;
}

/** A row a state, a column a question. */
function listTable(view: "index" | "reporting" | "prevention", { tongue, cited, today }: Given): Markup {
  const { say } = tongue;
  const list: ComparedList = view === "index" ? "treaties" : view;
  const codes = statesByName.map(({ iso3 }) => iso3);
  const questions = compareStates(codes, list, today);
  const rows = codes.map((code, at) => [
    stateLink(code),
    ...questions.map(({ key, cells }) => cellOf(key, cells[at], { tongue, cited })),
  ]);
  const head = [
    html`${say("states.head-state")}`,
    ...questions.map(({ label, key }) => html`<span title="${key}">${label}</span>`),
  ];
  return table(say(`compare.${view}`), head, rows);
}

function cellOf(key: string, cell: ComparedCell | undefined, { tongue, cited }: Omit<Given, "today">): Markup {
  if (cell === undefined) return html``;
  const isDate = /^\d{4}/.test(cell.value);
  const words =
    isDate || /^\d+$/.test(cell.value)
      ? html`${/^\d{4}-/.test(cell.value) ? dated(cell.value, tongue) : cell.value}`
      : mark(cell.value, tongue.word("cell", cell.value), cell.isDoubtful);
  const detail = cell.detail === null ? "" : cell.detail.replace(/^\d{4}(-\d\d){1,2}$/, (found) => tongue.date(found));
  return html`${words}${detail === "" ? null : html` <small>${key === "late" ? tongue.word("why", detail) : detail}</small>`}${cited.mark(cell.trace)}`;
}

/** An item a row, a law a column; each cell leads to its place on the state's page, where the section and the source are. */
function lawTable(tongue: Tongue, today: string): Markup {
  const { say, word } = tongue;
  const codes = statesByName.map(({ iso3 }) => iso3).filter((code) => laws.some(({ state }) => state === code));
  const [score, ...questions] = compareStates(codes, "law", today);
  const head = [html`${say("compare.item")}`, ...codes.map(stateLink)];
  const first = [
    html`${score?.label ?? ""}`,
    ...(score?.cells ?? []).map((cell) => {
      const known =
        cell.value === "unknown"
          ? word("truth", "unknown")
          : say("compare.score", { score: Math.round(Number(cell.value) * 100) });
      return html`<a href="${statePath(cell.state)}#law">${known}</a> <small>${cell.detail ?? ""}</small>`;
    }),
  ];
  const rows = questions.map(({ key, label, cells }) => [
    html`${label} <small>${key}</small>`,
    ...cells.map(
      (cell) =>
        html`<a href="${statePath(cell.state)}#${key}">${mark(cell.value, word("law", cell.value), cell.isDoubtful)}</a>`,
    ),
  ]);
  return html`${table(say("compare.law"), head, [first, ...rows], "is-long")}<p class="soft">${say("law.key")}</p>`;
}

/** A row a state that joined; how many years each step took. */
function reformTable(tongue: Tongue, cited: Citations): Markup {
  const { say, word } = tongue;
  const steps = ["ratification", "law", "court", "institution", "protocol", "mechanism", "complaints"] as const;
  const rows = statesByName.map(({ iso3 }) => {
    const path = new Map(reformPath(iso3).map((one) => [one.value.step, one]));
    return [
      stateLink(iso3),
      ...steps.map((step) => {
        const found = path.get(step);
        return found
          ? html`${reformWords(found.value, tongue)}${cited.mark(found.trace)}`
          : html`${word("truth", "unknown")}`;
      }),
    ];
  });
  const head = [
    html`${say("states.head-state")}`,
    ...steps.map((step) => html`${say(`step.${step}` satisfies Sentence)}`),
  ];
  return table(say("compare.reform"), head, rows);
}

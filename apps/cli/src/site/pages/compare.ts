/** States side by side: treaties, procedures, prevention and reporting, the law item by item, and what followed ratification. */

import { type ComparedCell, type ComparedList, compareIn } from "@saksi/treaties/compare";
import { reformPath } from "@saksi/treaties/reform-path";
import { statesByName } from "../all-states.ts";
import { type Citations, citations, knownOf } from "../citations.ts";
import { html, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { SiteView } from "../site-view.ts";
import type { Sentence } from "../tongue.ts";
import { byColumn, byRow, type Choice } from "./choose.ts";
import { countsOf } from "./home.ts";
import { dated, mark, stateLink, statePath, table } from "./show.ts";
import { reformWords } from "./state-journey.ts";

const views = ["index", "procedures", "reporting", "prevention", "law", "reform"] as const;
type View = (typeof views)[number];

export const comparePages = (site: SiteView): readonly Page[] => views.map((view) => comparePage(view, site));

interface Given extends SiteView {
  readonly cited: Citations;
}

function comparePage(view: View, site: SiteView): Page {
  const { tongue, atlas } = site;
  const { say } = tongue;
  const cited = citations(tongue);
  const given: Given = { ...site, cited };
  const counts = { ...countsOf(atlas) };
  const title = say(`compare.${view}`);
  const { shown, choice } =
    view === "law" ? lawTable(given) : view === "reform" ? reformTable(given) : listTable(view, given);
  const body = html`<h1>${title}</h1><p>${say(`compare.${view}-lead`, counts)}</p>
<ul class="choices">${views.map((other) => html`<li><a href="/compare/${other}.html"${other === view ? html` aria-current="page"` : null}>${say(`compare.${other}`)}</a></li>`)}</ul>
${choice.before}${shown}
${cited.list()}`;
  return {
    path: `compare/${view}.html`,
    title,
    description: say(`compare.${view}-lead`, counts),
    part: "compare",
    known: cited.known() ?? knownOf(atlas.laws.map(({ asOf, title: source }) => ({ asOf, source }))),
    card: "cards/site",
    kind: "WebPage",
    body,
    shape: "wide",
    ...(choice.rules !== undefined && { rules: choice.rules }),
  };
}

/** A row a state, a column a question. */
function listTable(view: Exclude<View, "law" | "reform">, given: Given): Chosen {
  const { tongue, atlas, today } = given;
  const { say } = tongue;
  const list: ComparedList = view === "index" ? "treaties" : view;
  const codes = statesByName.map(({ iso3 }) => iso3);
  const questions = compareIn({ states: codes, list, today, atlas });
  const choice = byRow(tongue);
  const rows = codes.map((code, at) => [
    html`${choice.tick(code)}${stateLink(code)}`,
    ...questions.map(({ key, cells }) => cellOf(key, cells[at], given)),
  ]);
  const head = [
    html`${say("states.head-state")}`,
    ...questions.map(({ label, key }) => html`<span title="${key}">${label}</span>`),
  ];
  return { choice, shown: table(say(`compare.${view}`), head, rows) };
}

interface Chosen {
  readonly shown: Markup;
  readonly choice: Choice;
}

function cellOf(key: string, cell: ComparedCell | undefined, { tongue, cited }: Given): Markup {
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
function lawTable({ tongue, today, atlas }: Given): Chosen {
  const { say, word } = tongue;
  const codes = statesByName.map(({ iso3 }) => iso3).filter((code) => atlas.laws.some(({ state }) => state === code));
  const [score, ...questions] = compareIn({ states: codes, list: "law", today, atlas });
  const choice = byColumn(codes, tongue);
  const head = [html`${say("compare.item")}`, ...codes.map((code) => html`${choice.tick(code)}${stateLink(code)}`)];
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
  const shown = table(say("compare.law"), head, [first, ...rows], "is-long");
  return { choice, shown: html`${shown}<p class="soft">${say("law.key")}</p>` };
}

/** A row a state that joined; how many years each step took. */
function reformTable({ tongue, cited, atlas }: Given): Chosen {
  const { say, word } = tongue;
  const steps = ["ratification", "law", "court", "institution", "protocol", "mechanism", "complaints"] as const;
  const codes = statesByName.map(({ iso3 }) => iso3);
  const choice = byRow(tongue);
  const rows = codes.map((iso3) => {
    const path = new Map(reformPath(iso3, atlas).map((one) => [one.value.step, one]));
    return [
      html`${choice.tick(iso3)}${stateLink(iso3)}`,
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
  return { choice, shown: table(say("compare.reform"), head, rows) };
}

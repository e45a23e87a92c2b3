/** All about one state or territory, from its status down to each source. */

import { boundSince } from "@saksi/treaties/bound-since";
import { articleStatus, withdrawals } from "@saksi/treaties/cat-articles";
import { lawOf } from "@saksi/treaties/domestic-laws";
import { lawScore } from "@saksi/treaties/law-gap";
import { reportLateness } from "@saksi/treaties/overdue";
import { type Institution, institutionOf, mechanismOf } from "@saksi/treaties/prevention";
import { isTerritory, type State, stateCell } from "@saksi/treaties/states";
import { statusCell, statusOf } from "@saksi/treaties/treaty-status";
import { type Citations, citations } from "../citations.ts";
import { html, joined, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { SiteView } from "../site-view.ts";
import type { Tongue } from "../tongue.ts";
import { dated, items, mark, orRow, stateLink } from "./show.ts";
import { complaintSection } from "./state-complaints.ts";
import { journeySection } from "./state-journey.ts";
import { lawSection } from "./state-law.ts";
import { librarySection } from "./state-library.ts";
import { reportingSection } from "./state-reporting.ts";
import { billSection, commitmentSection, recommendationSection } from "./state-tracked.ts";
import { treatySection } from "./state-treaties.ts";

/** What every section of a state's page is given. */
export interface Place extends SiteView {
  readonly state: State;
  readonly cited: Citations;
}

const names = [
  "treaties",
  "journey",
  "reporting",
  "recommendations",
  "commitments",
  "law",
  "bills",
  "complaints",
  "library",
] as const;

export function statePage(state: State, view: SiteView): Page {
  const { tongue } = view;
  const { say, tell } = tongue;
  const place: Place = { ...view, state, cited: citations(tongue) };
  const sections = [
    treatySection,
    journeySection,
    reportingSection,
    recommendationSection,
    commitmentSection,
    lawSection,
    billSection,
    complaintSection,
    librarySection,
  ];
  const top = html`${card(place)}
${honest(place)}`;
  const contents = ([...names, "sources"] as const).map(
    (name) => html`<li><a href="#${name}">${say(`state.${name}`)}</a></li>`,
  );
  const body = html`<h1>${state.name}</h1>
${top}
<ul class="choices">${contents}</ul>
${sections.map((section) => section(place))}
<p>${tell("state.embed", { card: html`<a href="/cards/${state.iso3.toLowerCase()}.svg">${say("state.card")}</a>`, how: html`<a href="/about/embed.html">${say("about.embed")}</a>` })}</p>
${place.cited.list()}`;
  return {
    path: `states/${state.iso3.toLowerCase()}.html`,
    title: say("state.title", { state: state.name }),
    description: statusLine(state, view),
    part: "states",
    known: place.cited.known(),
    card: `cards/${state.iso3.toLowerCase()}`,
    kind: "WebPage",
    body,
    shape: "wide",
  };
}

/** One sentence on where it stands, for cards, feeds and those who quote. */
export function statusLine(state: State, { tongue: { say, date }, atlas }: SiteView): string {
  const { value } = statusOf(state.iso3, "CAT", atlas.register);
  const since = boundSince(state.iso3, "CAT", atlas).value;
  const names = { state: state.name, since: since === null ? "" : date(since) };
  if (isTerritory(state)) return say("state.line-territory", names);
  if (value === "party") return say(since === "unknown" ? "state.line-party" : "state.line-bound", names);
  return say(value === "signatory" ? "state.line-signatory" : "state.line-none", names);
}

function card({ state, tongue, cited, today, atlas }: Place): Markup {
  const { say, word } = tongue;
  const { iso3 } = state;
  const [cat, opcat] = [statusOf(iso3, "CAT", atlas.register), statusOf(iso3, "OPCAT", atlas.register)];
  const since = boundSince(iso3, "CAT", atlas);
  const [inquiry, complaint] = [articleStatus(iso3, 20, atlas), articleStatus(iso3, 22, atlas)];
  const [late, mechanism, institution, law] = [
    reportLateness(iso3, today, atlas),
    mechanismOf(iso3, atlas),
    institutionOf(iso3, atlas),
    lawScore(iso3, atlas),
  ];
  const score = law.value === "unknown" ? null : law.value;
  const days = late.value.days === null ? "" : ` ${lateWords(late.value.days, tongue)}`;
  const row = (name: Markup, value: Markup): Markup => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const sinceWords =
    since.value === null || since.value === "unknown"
      ? html``
      : html` ${tongue.tell("state.since", { date: dated(since.value, tongue) })}`;
  return html`<dl class="card">
${row(html`${say("card.cat")}`, html`${mark(cat.value, word("status", cat.value))}${sinceWords}${cited.mark(orRow(cat.trace, state))}`)}
${row(html`${say("card.a22")}`, html`${mark(complaint.value, word("status", complaint.value))}${cited.mark(orRow(complaint.trace, state))}`)}
${row(html`${say("card.a20")}`, html`${mark(inquiry.value, word("status", inquiry.value))}${cited.mark(orRow(inquiry.trace, state))}`)}
${row(html`${say("card.opcat")}`, html`${mark(opcat.value, word("status", opcat.value))}${cited.mark(orRow(opcat.trace, state))}`)}
${row(html`${say("card.late")}`, html`${isTerritory(state) ? say("late.of-its-own") : word("late", late.value.late)}${days}${cited.mark(orRow(late.trace, state))}`)}
${row(html`${say("card.mechanism")}`, html`${word("mechanism", mechanism.value.status)}${mechanism.value.name === null ? html`` : html`: ${mechanism.value.name}`}${cited.mark(orRow(mechanism.trace, state))}`)}
${row(html`${say("card.institution")}`, html`${institutionWords(institution.value, tongue)}${cited.mark(orRow(institution.trace, state))}`)}
${row(html`${say("card.law")}`, html`<a href="#law">${score === null ? say("law.no-data") : score.score === null ? say("law.too-little", { percent: Math.round(score.coverage * 100) }) : say("law.score", { score: Math.round(score.score * 100), percent: Math.round(score.coverage * 100) })}</a>`)}
</dl>`;
}

/** One that nobody has written down is not known; that there is none is said only where the row says so. */
function institutionWords({ name, accreditation }: Institution, { say, word }: Tongue): string {
  if (name === null) return accreditation === "none" ? say("card.none-known") : word("truth", "unknown");
  return say("card.institution-named", { name, accreditation: word("accreditation", accreditation) });
}

const lateWords = (days: number, { say }: Tongue): string =>
  days < 730 ? say("late.days", { days }) : say("late.years", { years: Math.floor(days / 365.25) });

/** Notes of the data that are for translators: how a state writes its languages. */
const onWriting = /right to left|\bscript\b|in print/i;

/** What a reader must know before the figures: no row of its own, outside the Convention, a choice taken back, no law read. */
function honest({ state, tongue, cited, atlas }: Place): Markup {
  const { say, tell, date } = tongue;
  const { value } = statusOf(state.iso3, "CAT", atlas.register);
  const notes: Markup[] = [];
  if (isTerritory(state))
    notes.push(
      tell(state.parent ? "honest.territory" : "honest.not-a-member", {
        state: state.name,
        parent: state.parent ? stateLink(state.parent) : "",
      }),
    );
  if (value === "none") notes.push(html`${say("honest.none", { state: state.name })}`);
  if (value === "signatory") notes.push(html`${say("honest.signatory", { state: state.name })}`);
  for (const row of withdrawals(state.iso3, atlas))
    notes.push(
      html`${say("honest.withdrawn", { article: row.treaty.slice(-2), date: date(row.actionDate ?? "") })} ${joined(
        row.notes.map((note) => html`${note}`),
        " ",
      )}${cited.mark([statusCell(row)])}`,
    );
  if (!lawOf(state.iso3, atlas.laws)) notes.push(html`${say("honest.no-law", { state: state.name })}`);
  const own = state.notes
    .filter((note) => !onWriting.test(note))
    .map((note) => html`${note}${cited.mark([stateCell(state)])}`);
  return html`${notes.map((note) => html`<p class="note">${note}</p>`)}${own.length > 0 ? items(own) : null}`;
}

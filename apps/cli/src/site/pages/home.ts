/** One glance: who is bound, who is not, what changed lately, and what a person arrested tonight can do. */

import { changesSince } from "@saksi/treaties/changes";
import { lawOf, laws } from "@saksi/treaties/domestic-laws";
import { states } from "@saksi/treaties/states";
import { statesWith, statusCell, statusRows } from "@saksi/treaties/treaty-status";
import { citations } from "../citations.ts";
import { html, joined, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { Tongue } from "../tongue.ts";
import { map } from "./map.ts";
import { dated, stateLink, statePath } from "./show.ts";

export interface Counts {
  readonly states: number;
  readonly parties: number;
  readonly signatories: number;
  readonly outside: number;
  readonly opcat: number;
  readonly complaints: number;
  /** Laws that were read against the checklist, and states of which none was */
  readonly laws: number;
  readonly unread: number;
}

/** Counted from the rows each time: a page never holds a number of its own. */
export const countsOf = (): Counts => ({
  states: states.length,
  parties: statesWith("CAT").length,
  signatories: statesWith("CAT", "signatory").length,
  outside: statesWith("CAT", "none").length,
  opcat: statesWith("OPCAT").length,
  complaints: statesWith("CAT-A22", "declared").length,
  laws: laws.length,
  unread: states.filter(({ iso3 }) => lawOf(iso3) === undefined).length,
});

export function homePage(tongue: Tongue, today: string): Page {
  const { say, tell } = tongue;
  const counts = countsOf();
  const cited = citations(tongue);
  const rows = statusRows.filter(({ treaty }) => ["CAT", "OPCAT", "CAT-A22"].includes(treaty));
  const source = (treaty: string): Markup => cited.mark(rows.filter((row) => row.treaty === treaty).map(statusCell));
  const names = (codes: readonly string[]): Markup => joined(codes.map(stateLink), ", ");
  const figure = (count: number, words: string, of: Markup): Markup =>
    html`<li><strong>${tongue.number(count)}</strong>${words} ${of}</li>`;
  const body = html`<h1>${say("home.title", { parties: counts.parties, states: counts.states })}</h1>
<p class="lead">${tell("home.lead", { signatories: names(statesWith("CAT", "signatory")), outside: names(statesWith("CAT", "none")) })}${source("CAT")}</p>
<p><a class="act" href="/rights/arrest.html">${say("home.tonight")}</a></p>
<ul class="figures">
${figure(counts.parties, say("home.bound", { states: counts.states }), source("CAT"))}
${figure(counts.signatories + counts.outside, say("home.not-bound", { signatories: counts.signatories }), source("CAT"))}
${figure(counts.opcat, say("home.opcat"), source("OPCAT"))}
${figure(counts.complaints, say("home.complaints"), source("CAT-A22"))}
</ul>
${map(tongue, today)}
<section class="full" aria-labelledby="find"><h2 id="find">${say("home.find")}</h2>
<ul class="columns">${[...states].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ iso3 }) => html`<li>${stateLink(iso3)}</li>`)}</ul>
<p><a href="/states/index.html">${say("home.all-states")}</a></p></section>
<section aria-labelledby="lately"><h2 id="lately">${say("home.lately")}</h2>
<ol class="line">${latest(today).map(({ value, trace }) => html`<li>${dated(value.on, tongue)} <a href="${statePath(value.state)}">${value.title}</a>${cited.mark(trace)}</li>`)}</ol>
<p><a href="/feed.atom">${say("home.all-changes")}</a></p></section>
<section aria-labelledby="tonight"><h2 id="tonight">${say("home.tonight-title")}</h2>
<ol class="steps">${(["one", "two", "three", "four", "five"] as const).map((step) => html`<li>${say(`home.step-${step}`)}</li>`)}</ol>
<p><a href="/rights/index.html">${say("home.rights")}</a></p></section>
${cited.list()}`;
  return {
    path: "index.html",
    title: say("home.page-title"),
    description: say("home.description", { parties: counts.parties, states: counts.states }),
    part: null,
    knownUpTo: rows.map(({ asOf }) => asOf).sort()[0] ?? null,
    card: "cards/site",
    kind: "WebPage",
    body,
    shape: "home",
  };
}

/** The newest first; what lies after the day of the site is a plan, not a change. */
const latest = (today: string): ReturnType<typeof changesSince> =>
  changesSince(`${Number(today.slice(0, 4)) - 3}-01-01`)
    .filter(({ value }) => value.on <= today)
    .slice(0, 8);

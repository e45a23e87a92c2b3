/** One glance: who is bound, who is not, what changed lately, and what a person arrested tonight can do. */

import type { Atlas } from "@saksi/treaties/atlas";
import { changesSince } from "@saksi/treaties/changes";
import { type Law, lawOf } from "@saksi/treaties/domestic-laws";
import { states } from "@saksi/treaties/states";
import { statesWith, statusCell } from "@saksi/treaties/treaty-status";
import { citations } from "../citations.ts";
import { html, joined, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { SiteView } from "../site-view.ts";
import { map } from "./map.ts";
import { mapChoices } from "./maps.ts";
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
export const countsOf = ({ register, laws }: Atlas): Counts => ({
  states: states.length,
  parties: statesWith("CAT", "party", register).length,
  signatories: statesWith("CAT", "signatory", register).length,
  outside: statesWith("CAT", "none", register).length,
  opcat: statesWith("OPCAT", "party", register).length,
  complaints: statesWith("CAT-A22", "declared", register).length,
  laws: laws.filter(isReadWhole).length,
  unread: states.filter(({ iso3 }) => lawOf(iso3, laws.filter(isReadWhole)) === undefined).length,
});

/** Single items that members confirmed are no law that somebody read. */
const isReadWhole = ({ by }: Law): boolean => by === undefined;

export function homePage(view: SiteView): Page {
  const { tongue, atlas } = view;
  const { say, tell } = tongue;
  const counts = countsOf(atlas);
  const cited = citations(tongue);
  const rows = [...atlas.register.values()].filter(({ treaty }) => ["CAT", "OPCAT", "CAT-A22"].includes(treaty));
  const source = (treaty: string): Markup => cited.mark(rows.filter((row) => row.treaty === treaty).map(statusCell));
  const names = (codes: readonly string[]): Markup => joined(codes.map(stateLink), ", ");
  const figure = (count: number, words: string, of: Markup): Markup =>
    html`<li><strong>${tongue.number(count)}</strong>${words} ${of}</li>`;
  const body = html`<h1>${say("home.title", { parties: counts.parties, states: counts.states })}</h1>
<p class="lead">${tell("home.lead", { signatories: names(statesWith("CAT", "signatory", atlas.register)), outside: names(statesWith("CAT", "none", atlas.register)) })}${source("CAT")}</p>
<p><a class="act" href="/rights/arrest.html">${say("home.tonight")}</a></p>
<ul class="figures">
${figure(counts.parties, say("home.bound", { states: counts.states }), source("CAT"))}
${figure(counts.signatories + counts.outside, say("home.not-bound", { signatories: counts.signatories }), source("CAT"))}
${figure(counts.opcat, say("home.opcat"), source("OPCAT"))}
${figure(counts.complaints, say("home.complaints"), source("CAT-A22"))}
</ul>
<h2 id="maps">${say("home.maps")}</h2>${mapChoices(view, "cat")}
${map(view)}
<section class="full" aria-labelledby="find"><h2 id="find">${say("home.find")}</h2>
<ul class="columns">${[...states].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ iso3 }) => html`<li>${stateLink(iso3)}</li>`)}</ul>
<p><a href="/states/index.html">${say("home.all-states")}</a></p></section>
<section aria-labelledby="lately"><h2 id="lately">${say("home.lately")}</h2>
<ol class="line">${latest(view).map(({ value, trace }) => html`<li>${dated(value.on, tongue)} <a href="${statePath(value.state)}">${value.title}</a>${cited.mark(trace)}</li>`)}</ol>
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
    known: cited.known(),
    card: "cards/site",
    kind: "WebPage",
    body,
    shape: "home",
  };
}

/** The newest first; what lies after the day of the site is a plan, not a change. */
const latest = ({ today, atlas }: SiteView): ReturnType<typeof changesSince> =>
  changesSince(`${Number(today.slice(0, 4)) - 3}-01-01`, atlas)
    .filter(({ value }) => value.on <= today)
    .slice(0, 8);

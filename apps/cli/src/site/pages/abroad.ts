/** Courts that may judge torture done in another country: what each asks for, and how often it was done. */

import {
  type Forum,
  forumCell,
  forums,
  forumWarning,
  type Link,
  type Route,
} from "@saksi/treaties/universal-jurisdiction";
import { type Citations, citations } from "../citations.ts";
import { html, joined, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { SiteView } from "../site-view.ts";
import type { Tongue } from "../tongue.ts";
import { dated, items } from "./show.ts";

export const forumPath = ({ iso2 }: Pick<Forum, "iso2">): string => `/abroad/index.html#${iso2.toLowerCase()}`;

export function abroadPage({ tongue }: SiteView): Page {
  const { say } = tongue;
  const cited = citations(tongue);
  const byPractice = [...forums].sort((a, b) => b.practiceWeight - a.practiceWeight || (a.state < b.state ? -1 : 1));
  const shown = byPractice.map((forum) => forumBlock(forum, tongue, cited));
  return {
    path: "abroad/index.html",
    title: say("abroad.title"),
    description: say("abroad.lead", { count: forums.length }),
    part: "rights",
    known: cited.known(),
    card: "cards/site",
    kind: "WebPage",
    body: html`<h1>${say("abroad.title")}</h1><p class="lead">${say("abroad.lead", { count: forums.length })}</p>
<p class="note">${forumWarning}</p><p>${say("abroad.immunity")}</p>
<ul class="choices">${byPractice.map((forum) => html`<li><a href="#${forum.iso2.toLowerCase()}">${forum.state}</a></li>`)}</ul>
${shown}${cited.list()}`,
  };
}

function forumBlock(forum: Forum, tongue: Tongue, cited: Citations): Markup {
  const { say } = tongue;
  const source = cited.mark([forumCell(forum)]);
  const row = (name: string, value: string | null): Markup | null =>
    value === null ? null : html`<div><dt>${name}</dt><dd>${value}${source}</dd></div>`;
  return html`<section aria-labelledby="${forum.iso2.toLowerCase()}"><h2 id="${forum.iso2.toLowerCase()}">${forum.state}</h2>
<p>${say("abroad.practice", { practice: forum.practice })}${source} <small>${forum.legalBasis.join("; ")}</small></p>
${items(forum.routes.map((route) => html`${routeWords(route, tongue)}${source}`))}
<dl class="card">${[
    row(say("abroad.presence"), forum.presence),
    row(say("abroad.gate"), forum.executiveOrProsecutorGate),
    row(say("abroad.limitation"), forum.limitation),
    row(say("abroad.persons"), forum.immunity),
  ].filter((one) => one !== null)}</dl>
${forum.landmarkCases.length === 0 ? null : html`<p><small>${say("abroad.cases")} ${forum.landmarkCases.join("; ")}.</small>${source}</p>`}</section>`;
}

/** What one road asks for: the kind of crime, from which day, and one of the links. */
function routeWords({ contextAny, dateFrom, needsOfficialCapacity, linkAny }: Route, tongue: Tongue): Markup {
  const { say, word } = tongue;
  const one = (all: readonly (Link | "none")[]): string =>
    all.map((link) => word("link", link)).join(` ${say("abroad.and")} `);
  const crime =
    contextAny.length === 4
      ? say(needsOfficialCapacity === true ? "abroad.torture-official" : "abroad.torture")
      : say("abroad.wider", { contexts: contextAny.map((context) => word("context", context)).join(", ") });
  const since =
    dateFrom === null ? html`${say("abroad.any-day")}` : tongue.tell("abroad.since", { date: dated(dateFrom, tongue) });
  return html`${crime} ${since} ${tongue.tell("abroad.links", {
    links: joined(
      linkAny.map((all) => html`${one(all)}`),
      `; ${say("abroad.or")} `,
    ),
  })}`;
}

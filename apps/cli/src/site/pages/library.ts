/** Precedents: one page a decision, and index pages by state, article, topic and forum, so that filters need no script. */

import { termLabel } from "@saksi/domain/vocabulary";
import type { Cell } from "@saksi/treaties/cell";
import type { Confidence } from "@saksi/treaties/confidence";
import { lessons, lessonsWhere } from "@saksi/treaties/lessons";
import {
  type Facet,
  facetCounts,
  type LibraryPrecedent,
  precedents,
  precedentsWhere,
} from "@saksi/treaties/precedents";
import { stateOf } from "@saksi/treaties/states";
import { citations, knownOf } from "../citations.ts";
import { html, joined, type Markup } from "../markup.ts";
import type { Known, Page } from "../site-file.ts";
import type { Tongue } from "../tongue.ts";
import { dated, statePath } from "./show.ts";

const facets: readonly Facet[] = ["state", "article", "topic", "forum"];
const lists: Readonly<Record<Facet, string>> = {
  state: "countries",
  article: "treaty_articles",
  topic: "precedent_topics",
  forum: "precedent_kinds",
};

const facetPath = (facet: Facet, value: string): string =>
  `/library/${facet}-${value.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.html`;
const labelOf = (facet: Facet, value: string): string => termLabel(lists[facet], value);
const precedentPath = ({ id }: Pick<LibraryPrecedent, "id">): string => `/library/${id}.html`;

export const precedentLine = (one: LibraryPrecedent, tongue: Tongue): Markup =>
  html`<a href="${precedentPath(one)}">${one.title}</a><br><small>${joined([html`${one.forum}`, ...(one.decisionDate === null ? [] : [dated(one.decisionDate, tongue)]), html`${labelOf("state", one.state)}`], " · ")}</small>`;

const list = (several: readonly LibraryPrecedent[], tongue: Tongue): Markup =>
  html`<ul class="list">${several.map((one) => html`<li>${precedentLine(one, tongue)}</li>`)}</ul>`;

/** The newest first; a decision without a day last. */
const byDate = (a: LibraryPrecedent, b: LibraryPrecedent): number =>
  (b.decisionDate ?? "").localeCompare(a.decisionDate ?? "", "en") || (a.id < b.id ? -1 : 1);

const known = (several: readonly LibraryPrecedent[]): Known | null =>
  knownOf(several.map(({ asOf, title }) => ({ asOf, source: title })));

const frameOf = (kind: string) => ({ part: "library", card: "cards/site", kind });

export function libraryPages(tongue: Tongue): readonly Page[] {
  return [
    indexPage(tongue),
    ...facets.flatMap((facet) => facetCounts(facet).map(({ value }) => facetPage(facet, value, tongue))),
    ...precedents.map((one) => precedentPage(one, tongue)),
  ];
}

function indexPage(tongue: Tongue): Page {
  const { say } = tongue;
  const choices = facets.map(
    (facet) =>
      html`<h2>${say(`library.by-${facet}`)}</h2><ul class="choices">${facetCounts(facet).map(({ value, count }) => html`<li><a href="${facetPath(facet, value)}">${labelOf(facet, value)} (${count})</a></li>`)}</ul>`,
  );
  return {
    ...frameOf("CollectionPage"),
    path: "library/index.html",
    title: say("library.title"),
    description: say("library.description", { count: precedents.length }),
    known: known(precedents),
    shape: "wide",
    body: html`<h1>${say("library.title")}</h1><p>${say("library.lead", { count: precedents.length })}</p>
<p><a class="act" href="/library/lessons.html">${say("library.to-lessons", { count: lessons.length })}</a></p>
${choices}<h2>${say("library.all")}</h2>${list([...precedents].sort(byDate), tongue)}`,
  };
}

function facetPage(facet: Facet, value: string, tongue: Tongue): Page {
  const { say } = tongue;
  const found = [...precedentsWhere({ [facet]: value })].sort(byDate);
  const name = labelOf(facet, value);
  return {
    ...frameOf("CollectionPage"),
    path: facetPath(facet, value).slice(1),
    title: say("library.facet-title", { name }),
    description: say("library.facet-description", { count: found.length, name }),
    known: known(found),
    body: html`<h1>${say("library.facet-title", { name })}</h1><p>${say("library.facet-description", { count: found.length, name })} <a href="/library/index.html">${say("library.back")}</a></p>${list(found, tongue)}`,
  };
}

function precedentPage(one: LibraryPrecedent, tongue: Tongue): Page {
  const { say, word } = tongue;
  const cited = citations(tongue);
  const { confidence } = one;
  const from = (sure: Confidence): Markup => cited.mark(cellsOfDecision(one, sure));
  const part = (name: "facts" | "holding" | "remedy" | "followed", words: string | null, sure: Confidence): Markup =>
    html`<h2>${say(`precedent.${name}`)}</h2><p>${words ?? word("truth", "unknown")}${from(sure)}</p><p class="soft">${say("precedent.sure", { sure: word("sure", sure) })}</p>`;
  const links = (facet: Facet, values: readonly string[]): Markup =>
    html`<ul class="choices">${values.map((value) => html`<li><a href="${facetPath(facet, value)}">${labelOf(facet, value)}</a></li>`)}</ul>`;
  const taught = lessonsWhere({ precedent: one.id });
  const here = stateOf(one.state);
  const row = (name: string, value: Markup): Markup =>
    html`<div><dt>${name}</dt><dd>${value}${from(confidence.identity)}</dd></div>`;
  return {
    ...frameOf("Article"),
    path: precedentPath(one).slice(1),
    title: one.title,
    description: (one.holding ?? one.facts).slice(0, 200),
    known: known([one]),
    body: html`<h1>${one.title}</h1>
<dl class="card">
${row(say("precedent.forum"), html`${one.forum}`)}
${row(say("precedent.date"), one.decisionDate === null ? html`${word("truth", "unknown")}` : dated(one.decisionDate, tongue))}
${row(say("precedent.state"), here ? html`<a href="${statePath(here.iso3)}">${here.name}</a>` : html`${labelOf("state", one.state)}`)}
${row(say("precedent.reference"), html`${one.reference ?? word("truth", "unknown")}`)}
${row(say("precedent.parties"), html`${one.parties}`)}
</dl>
${part("facts", one.facts, confidence.facts)}
${part("holding", one.holding, confidence.holding)}
${part("remedy", one.remedyOrdered, confidence.holding)}
${part("followed", one.implementationStatus, confidence.implementation ?? "unknown")}
${one.litigationLessons.length > 0 ? html`<h2>${say("precedent.lessons")}</h2><ul>${one.litigationLessons.map((each) => html`<li>${each}${from(confidence.holding)}</li>`)}</ul>` : null}
${taught.length > 0 ? html`<h2>${say("precedent.taught")}</h2><ul>${taught.map((each) => html`<li><a href="/library/lessons.html#${each.id}">${each.title}</a></li>`)}</ul>` : null}
<h2>${say("precedent.articles")}</h2>${links("article", one.issues)}
<h2>${say("precedent.topics")}</h2>${links("topic", one.topics)}
${cited.list()}`,
  };
}

/** A part of a decision is as sure as its own row says; all parts rest on the same sources. */
const cellsOfDecision = (one: LibraryPrecedent, confidence: Confidence): readonly Cell[] =>
  one.sources.map(({ register, citation }) => ({
    file: "precedents.json",
    row: one.id,
    source: `${register}: ${citation}`,
    sourceUrl: null,
    asOf: one.asOf,
    confidence,
    confirmed: termLabel("fact_checks", one.confirmed),
  }));

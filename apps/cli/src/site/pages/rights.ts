/** Know your rights: what the Convention and the safeguards ask of every state, in plain words, with their articles. */

import { checklist } from "@saksi/treaties/obligations";
import { html, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { Sentence, Tongue } from "../tongue.ts";
import { type RightsPage, rightsPages } from "./rights-pages.ts";

export function rightsSite(tongue: Tongue): readonly Page[] {
  const { say } = tongue;
  const index: Page = {
    ...shared,
    path: "rights/index.html",
    title: say("rights.title"),
    description: say("rights.description"),
    body: html`<h1>${say("rights.title")}</h1><p class="lead">${say("rights.lead")}</p>
<ul class="list">${rightsPages.map(({ key }) => html`<li><a class="act" href="/rights/${key}.html">${say(`rights.${key}`)}</a><p>${say(`rights.${key}-about`)}</p></li>`)}</ul>
<p><a href="/abroad/index.html">${say("abroad.title")}</a></p>
<p class="note">${say("rights.national")}</p>`,
  };
  return [index, ...rightsPages.map((page) => rightsPage(page, tongue))];
}

const shared = { part: "rights", card: "cards/site", kind: "WebPage", known: null } as const;

function rightsPage({ key, steps }: RightsPage, tongue: Tongue): Page {
  const { say } = tongue;
  const step = ({ said, from }: RightsPage["steps"][number]): Markup =>
    html`<li><strong>${say(`${said}.title` as Sentence)}</strong><br>${say(`${said}.text` as Sentence)}<br><small>${say("rights.from", { basis: basisOf(from) })}</small></li>`; // the table of pages and the word file are held together by a test
  return {
    ...shared,
    path: `rights/${key}.html`,
    title: say(`rights.${key}`),
    description: say(`rights.${key}-about`),
    body: html`<h1>${say(`rights.${key}`)}</h1><p class="lead">${say(`rights.${key}-about`)}</p>
<ol class="steps">${steps.map(step)}</ol>
<p class="note">${say("rights.national")}</p>
<p>${say("rights.safety")}</p>
<ul class="choices">${rightsPages.filter((other) => other.key !== key).map((other) => html`<li><a href="/rights/${other.key}.html">${say(`rights.${other.key}`)}</a></li>`)}<li><a href="/states/index.html">${say("rights.your-state")}</a></li></ul>`,
  };
}

/** The articles and instruments that the named items of the checklist rest on, each once. */
function basisOf(ids: readonly string[]): string {
  const bases = checklist.filter(({ id }) => ids.includes(id)).flatMap(({ basis }) => basis.split("; "));
  return [...new Set(bases)].map((basis) => basis.replace(/^art\./, "CAT art.")).join("; ");
}

/** What the decisions teach together, by topic, each with the decisions that carry it. */

import { termLabel } from "@saksi/domain/vocabulary";
import { type LibraryLesson, lessons, precedentsOf } from "@saksi/treaties/lessons";
import { knownOf } from "../citations.ts";
import { html, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { Tongue } from "../tongue.ts";

export function lessonsPage(tongue: Tongue): Page {
  const { say } = tongue;
  const topics = [...new Set(lessons.flatMap((one) => one.topics))].sort();
  const byTopic = topics.map((topic) => {
    const taught = lessons.filter((one) => one.topics.includes(topic));
    return html`<li><strong>${termLabel("precedent_topics", topic)}</strong>: ${taught.map((one, at) => html`${at === 0 ? "" : ", "}<a href="#${one.id}" aria-label="${one.title}">${one.id}</a>`)}</li>`;
  });
  return {
    path: "library/lessons.html",
    title: say("lessons.title"),
    description: say("lessons.description", { count: lessons.length }),
    part: "library",
    known: knownOf(lessons.map(({ asOf, title }) => ({ asOf, source: title }))),
    card: "cards/site",
    kind: "CollectionPage",
    body: html`<h1>${say("lessons.title")}</h1><p>${say("lessons.lead", { count: lessons.length })}</p>
${lessons.map((one) => lessonBlock(one, tongue))}
<h2>${say("lessons.by-topic")}</h2><ul class="list">${byTopic}</ul>`,
  };
}

const lessonBlock = (
  one: LibraryLesson,
  { say, word, date }: Tongue,
): Markup => html`<section aria-labelledby="${one.id}"><h2 id="${one.id}">${one.title}</h2>
<p>${one.lesson}</p>
${one.caveat === null ? null : html`<p class="note">${say("lessons.caveat", { caveat: one.caveat })}</p>`}
<p>${say("lessons.from")}</p><ul>${precedentsOf(one).map((each) => html`<li><a href="/library/${each.id}.html">${each.title}</a></li>`)}</ul>
<p class="soft">${say("lessons.known", { date: date(one.asOf), sure: word("sure", one.confidence) })}</p></section>`;

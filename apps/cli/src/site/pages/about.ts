/** About the site: what it is, how it is made, what it cannot say, how to cite and embed it, every page, and what is not here. */

import { lawWarning } from "@saksi/treaties/domestic-laws";
import { statusNotes, statusRow } from "@saksi/treaties/treaty-status";
import { html, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { SiteView } from "../site-view.ts";
import type { Sentence, Tongue } from "../tongue.ts";
import { countsOf } from "./home.ts";

export function aboutPages({ tongue, today, address, atlas }: SiteView): readonly Page[] {
  const { say, date } = tongue;
  const counts = countsOf(atlas);
  const register = date(statusRow("IDN", "CAT", atlas.register)?.asOf ?? today);
  const site = address ?? "https://SITE";
  const say6 = (name: string): Markup[] =>
    (["one", "two", "three", "four", "five", "six"] as const)
      .map((part) => `about.${name}-${part}` as Sentence) // those that the word file does not have are left out below
      .filter((key) => say(key) !== key)
      .map((key) => html`<p>${say(key, { ...counts, date: date(today), register })}</p>`);
  return [
    page(
      tongue,
      "index",
      html`${say6("index")}<ul><li><a href="/about/method.html">${say("about.method")}</a></li><li><a href="/about/limits.html">${say("about.limits")}</a></li><li><a href="/about/cite.html">${say("about.cite")}</a></li><li><a href="/about/embed.html">${say("about.embed")}</a></li></ul>`,
    ),
    page(tongue, "method", html`${say6("method")}`),
    page(
      tongue,
      "limits",
      html`${say6("limits")}<ul>${[...statusNotes, lawWarning].map((note) => html`<li>${note}</li>`)}</ul>`,
    ),
    page(
      tongue,
      "cite",
      html`${say6("cite")}<pre><code>${say("about.cite-line", { date: date(today), address: site })}</code></pre><p>${tongue.tell("about.cite-licence", { licence: html`<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>` })}</p>`,
    ),
    page(
      tongue,
      "embed",
      html`${say6("embed")}<pre><code>${`<a href="${site}/states/idn.html"><img src="${site}/cards/idn.svg" width="600" height="315" alt="${say("about.embed-alt")}"></a>`}</code></pre>
<p>${say("about.embed-framed")}</p><pre><code>${`<iframe src="${site}/cards/idn.svg" width="600" height="315" title="${say("about.embed-alt")}"></iframe>`}</code></pre><p>${say("about.embed-png")}</p>`,
    ),
  ];
}

export function notFoundPage(tongue: Tongue): Page {
  const { say } = tongue;
  return {
    path: "404.html",
    title: say("missing.title"),
    description: say("missing.text"),
    part: null,
    known: null,
    card: "cards/site",
    kind: "WebPage",
    body: html`<h1>${say("missing.title")}</h1><p>${say("missing.text")}</p><p><a class="act" href="/index.html">${say("missing.home")}</a></p>`,
  };
}

/** Every page by its title: for a person what the sitemap is for a machine. */
export function listOfPages(pages: readonly Page[], tongue: Tongue): Page {
  return page(
    tongue,
    "pages",
    html`<ul class="columns">${[...pages]
      .filter(({ path }) => path !== "404.html")
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, title }) => html`<li><a href="/${path}">${title}</a></li>`)}</ul>`,
  );
}

const page = (
  { say }: Tongue,
  name: "index" | "method" | "limits" | "cite" | "embed" | "pages",
  body: Markup,
): Page => ({
  path: `about/${name}.html`,
  title: say(`about.${name}`),
  description: say(`about.${name}-description`),
  part: "about",
  known: null,
  card: "cards/site",
  kind: "AboutPage",
  body: html`<h1>${say(`about.${name}`)}</h1>${body}`,
});

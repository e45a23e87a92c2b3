/** Where the open data lies, table by table. */

import { knownOf } from "../citations.ts";
import { html } from "../markup.ts";
import { tables } from "../open-data.ts";
import type { Page } from "../site-file.ts";
import type { SiteView } from "../site-view.ts";
import { table } from "./show.ts";

export function dataPage(view: SiteView): Page {
  const { tongue } = view;
  const { say, number } = tongue;
  const all = tables(view);
  const rows = all.map(({ name, title, rows: facts }) => [
    html`${title}`,
    html`${number(facts.length)}`,
    html`<span property="distribution" typeof="DataDownload"><a property="contentUrl" href="/data/${name}.csv">CSV</a><meta property="encodingFormat" content="text/csv"></span>`,
    html`<a href="/data/${name}.json">JSON</a>`,
    html`<a href="/data/${name}.schema.json">JSON Schema</a>`,
  ]);
  const head = (["table", "rows", "csv", "json", "schema"] as const).map((name) => html`${say(`data.${name}`)}`);
  return {
    path: "data/index.html",
    title: say("data.title"),
    description: say("data.lead"),
    part: "data",
    known: knownOf(
      all.flatMap(({ title, rows }) => rows.map(({ as_of: date }) => ({ asOf: String(date), source: title }))),
    ),
    card: "cards/site",
    kind: "Dataset",
    shape: "wide",
    body: html`<h1>${say("data.title")}</h1><p>${say("data.lead")}</p>
<p>${tongue.tell("data.package", { package: html`<a href="/data/datapackage.json">datapackage.json</a>`, licence: html`<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>` })}</p>
${table(say("data.title"), head, rows)}
<p>${say("data.stable")}</p>`,
  };
}

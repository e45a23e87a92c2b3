/** Every state in one table: bound since when, by what. The table that the counts of the home page come from. */

import { boundSince } from "@saksi/treaties/bound-since";
import { articleStatus } from "@saksi/treaties/cat-articles";
import { isTerritory, regionOf, type State } from "@saksi/treaties/states";
import { statusOf } from "@saksi/treaties/treaty-status";
import { allStates } from "../all-states.ts";
import { citations } from "../citations.ts";
import { html, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { SiteView } from "../site-view.ts";
import { dated, mark, orRow, stateLink, table } from "./show.ts";

const regions = ["asean", "south", "central", "west", "east"] as const;

export function statesPage({ tongue, atlas }: SiteView): Page {
  const { say, word } = tongue;
  const cited = citations(tongue);
  const row = (state: State): readonly Markup[] => {
    const status = ({ value, trace }: ReturnType<typeof statusOf>): Markup =>
      html`${mark(value, word("status", value))}${cited.mark(orRow(trace, state))}`;
    const since = boundSince(state.iso3, "CAT", atlas);
    return [
      html`${stateLink(state.iso3)}${isTerritory(state) ? html` <small>${word("kind", state.kind)}</small>` : null}`,
      status(statusOf(state.iso3, "CAT", atlas.register)),
      html`${since.value === null ? "–" : since.value === "unknown" ? word("truth", "unknown") : dated(since.value, tongue)}`,
      status(articleStatus(state.iso3, 20, atlas)),
      status(articleStatus(state.iso3, 22, atlas)),
      status(statusOf(state.iso3, "OPCAT", atlas.register)),
    ];
  };
  const head = (["state", "cat", "since", "a20", "a22", "opcat"] as const).map(
    (name) => html`${say(`states.head-${name}`)}`,
  );
  const tables = regions.map((region) => {
    const inside = allStates.filter((state) => regionOf(state) === region);
    return html`<h2 id="${region}">${word("region", region)}</h2>${table(word("region", region), head, inside.map(row))}`;
  });
  const body = html`<h1>${say("states.title")}</h1>
<p>${say("states.lead")}</p>
<ul class="choices">${regions.map((region) => html`<li><a href="#${region}">${word("region", region)}</a></li>`)}</ul>
${tables}
${cited.list()}`;
  return {
    path: "states/index.html",
    title: say("states.title"),
    description: say("states.description"),
    part: "states",
    known: cited.known(),
    card: "cards/site",
    kind: "CollectionPage",
    body,
    shape: "wide",
  };
}

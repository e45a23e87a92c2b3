/** The map in every mode: Asia, its five regions larger, and the table that says the same with its sources. */

import { type MapClass, type MapMode, mapModes, mapOf } from "@saksi/treaties/map";
import { mapBoxes } from "@saksi/treaties/map-shapes";
import { regionOf, type State } from "@saksi/treaties/states";
import { allStates } from "../all-states.ts";
import { citations, knownOf } from "../citations.ts";
import { html, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { SiteView } from "../site-view.ts";
import { classWords, map } from "./map.ts";
import { mark, orRow, stateLink, statePath, table } from "./show.ts";

const regions = ["asean", "south", "central", "west", "east"] as const;

export const mapPages = (view: SiteView): readonly Page[] => mapModes.map((mode) => mapPage(mode, view));

/** Which map, as links: script-free, and each can be sent to somebody. */
export const mapChoices = ({ tongue: { say } }: SiteView, shown: MapMode | null): Markup =>
  html`<ul class="choices">${mapModes.map((mode) => html`<li><a href="/maps/${mode}.html"${mode === shown ? html` aria-current="page"` : null}>${say(`map.${mode}`)}</a></li>`)}</ul>`;

function mapPage(mode: MapMode, view: SiteView): Page {
  const { tongue } = view;
  const { say, word } = tongue;
  const cited = citations(tongue);
  const classes = mapOf({ ...view, mode });
  const title = say(`map.${mode}`);
  const inside = (region: (typeof regions)[number]) => allStates.filter((state) => regionOf(state) === region);
  const row = (state: State): readonly Markup[] => {
    const { iso3 } = state;
    const found = classes.get(iso3);
    if (found === undefined) return [stateLink(iso3), html`${word("truth", "unknown")}`];
    const shown = mark(looksOf(found.value), classWords(view, mode, found.value.key));
    // a law has as many sources as it was read for items: they stand on its state's page
    if (mode === "law") return [stateLink(iso3), html`<a href="${statePath(iso3)}#law">${shown}</a>`];
    return [stateLink(iso3), html`${shown}${cited.mark(orRow(found.trace, state))}`];
  };
  const head = [html`${say("states.head-state")}`, html`${title}`];
  const larger = regions.map(
    (region) =>
      html`<section><h2 id="${region}">${word("region", region)}</h2><figure><svg class="map" viewBox="${mapBoxes[region].join(" ")}" role="img" aria-label="${say("map.region", { region: word("region", region), what: title })}"><use href="#land"/></svg></figure>${table(
        word("region", region),
        head,
        inside(region).map(row),
      )}</section>`,
  );
  const shown = html`<h1>${say("map.title", { what: title })}</h1><p>${say(`map.${mode}-about`)}</p>
${mapChoices(view, mode)}
${map(view, mode)}
<div id="table">${larger}</div>`;
  return {
    path: `maps/${mode}.html`,
    title: say("map.title", { what: title }),
    description: say(`map.${mode}-about`),
    part: "states",
    known: cited.known() ?? knownOf(view.atlas.laws.map(({ asOf, title: source }) => ({ asOf, source }))),
    card: "cards/site",
    kind: "WebPage",
    shape: "wide",
    body: html`${shown}${cited.list()}`,
  };
}

/** A class looks as its place between best and worst. */
const looksOf = ({ key, shade }: MapClass): string =>
  shade === null
    ? key === "unknown" || key === "hidden" || key === "open"
      ? "unknown"
      : "na"
    : shade === 0
      ? "yes"
      : shade < 3
        ? "partly"
        : "no";

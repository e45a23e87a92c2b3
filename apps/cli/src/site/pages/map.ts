/** Asia drawn: who is bound by the Convention, by ground and by pattern, each state a link; the table that says the same is one click away. */

import { type MapClass, mapClassOf, mapLegends, type Pattern } from "@saksi/treaties/map";
import { boundaryNote, landAround, mapBoxes, mapShapes } from "@saksi/treaties/map-shapes";
import { stateOf } from "@saksi/treaties/states";
import { html, type Markup } from "../markup.ts";
import type { Tongue } from "../tongue.ts";
import { statePath } from "./show.ts";

const grounds: Readonly<Record<string, string>> = {
  party: "var(--green)",
  signatory: "var(--blue-ground)",
  none: "var(--amber-ground)",
  withdrawn: "var(--red-ground)",
  unknown: "var(--surface)",
};

export function map(tongue: Tongue, today: string): Markup {
  const { say, word } = tongue;
  const classes = new Map(mapShapes.map(({ iso3 }) => [iso3, mapClassOf(iso3, "cat", today).value]));
  const shown = mapLegends.cat.filter((one) => [...classes.values()].some(({ key }) => key === one.key));
  const shapes = mapShapes.map(({ iso3, path, circle }) => {
    const { key } = classes.get(iso3) ?? { key: "unknown" };
    const label = say("map.state", { state: stateOf(iso3)?.name ?? iso3, status: word("status", key) });
    const small =
      circle === null ? null : html`<circle cx="${circle.x}" cy="${circle.y}" r="${circle.r}" fill="url(#m-${key})"/>`;
    const lead = circle?.from
      ? html`<path d="M${circle.from[0]} ${circle.from[1]}L${circle.x} ${circle.y}" fill="none"/>`
      : null;
    return html`<a href="${statePath(iso3)}" aria-label="${label}"><title>${label}</title>${lead}<path d="${path}" fill="url(#m-${key})"/>${small}</a>`;
  });
  return html`<figure class="full"><svg class="map" viewBox="${mapBoxes.asia.join(" ")}" role="group" aria-label="${say("map.label")}">
<defs>${shown.map(pattern)}</defs>
<path d="${landAround}" fill="var(--sunken)"/>
<g stroke="var(--edge)" stroke-width=".8" stroke-linejoin="round">${shapes}</g></svg>
<figcaption>${shown.map((one) => html`<span class="legend"><svg viewBox="0 0 24 16" aria-hidden="true"><rect width="24" height="16" fill="url(#m-${one.key})" stroke="var(--edge)"/></svg> ${word("status", one.key)}</span> `)}<br>${tongue.tell("map.note", { table: html`<a href="/states/index.html">${say("map.table")}</a>` })} ${boundaryNote}</figcaption></figure>`;
}

/** A ground and what is drawn over it, so that nobody needs to tell colours apart. */
const pattern = ({ key, pattern: over }: MapClass): Markup =>
  html`<pattern id="m-${key}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${grounds[key] ?? "var(--surface)"}" stroke="none"/>${drawn[over]}</pattern>`;

const drawn: Readonly<Record<Pattern, Markup>> = {
  solid: html``,
  empty: html``,
  dots: html`<circle cx="4" cy="4" r="1.6" fill="var(--blue)" stroke="none"/>`,
  lines: html`<path d="M-1 1L1-1M0 8L8 0M7 9L9 7" stroke="var(--amber)" stroke-width="1.4" fill="none"/>`,
  cross: html`<path d="M0 0L8 8M8 0L0 8" stroke="var(--red)" stroke-width="1.2" fill="none"/>`,
  grid: html`<path d="M0 4H8M4 0V8" stroke="var(--edge)" stroke-width=".7" fill="none"/>`,
};

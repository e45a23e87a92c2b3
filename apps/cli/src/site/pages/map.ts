/** Asia drawn in each mode, by ground and by pattern, each state a link; the table that says the same stands below it or one click away. */

import { type MapClass, type MapMode, mapLegends, mapOf, type Pattern } from "@saksi/treaties/map";
import { boundaryNote, landAround, mapBoxes, mapShapes } from "@saksi/treaties/map-shapes";
import { stateOf } from "@saksi/treaties/states";
import { html, type Markup } from "../markup.ts";
import type { SiteView } from "../site-view.ts";
import { statePath } from "./show.ts";

/** How dark a class is on the scale from best to worst; what is outside the scale has the colour of the page. */
const grounds = [
  "var(--green)",
  "var(--green-ground)",
  "var(--blue-ground)",
  "var(--amber-ground)",
  "var(--red-ground)",
] as const;

/** Of the first map: what is not bound is not thereby worst. */
const ownGrounds: Readonly<Record<string, string>> = { none: "var(--amber-ground)" };

export function map(view: SiteView, mode: MapMode = "cat"): Markup {
  const { say } = view.tongue;
  const classes = mapOf({ ...view, mode });
  const shown = mapLegends[mode].filter((one) => [...classes.values()].some(({ value }) => value.key === one.key));
  const words = ({ key }: MapClass): string => classWords(view, mode, key);
  const shapes = mapShapes.map(({ iso3, path, circle }) => {
    const value = classes.get(iso3)?.value;
    const key = value?.key ?? "unknown";
    const label = say("map.state", { state: stateOf(iso3)?.name ?? iso3, status: classWords(view, mode, key) });
    const small =
      circle === null ? null : html`<circle cx="${circle.x}" cy="${circle.y}" r="${circle.r}" fill="url(#m-${key})"/>`;
    const lead = circle?.from
      ? html`<path d="M${circle.from[0]} ${circle.from[1]}L${circle.x} ${circle.y}" fill="none"/>`
      : null;
    return html`<a href="${statePath(iso3)}" aria-label="${label}"><title>${label}</title>${lead}<path d="${path}" fill="url(#m-${key})"/>${small}</a>`;
  });
  const legend = shown.map(
    (one) =>
      html`<span class="legend"><svg viewBox="0 0 24 16" aria-hidden="true"><rect width="24" height="16" fill="url(#m-${one.key})" stroke="var(--edge)"/></svg> ${words(one)}</span> `,
  );
  return html`<figure class="full" id="map"><svg class="map" viewBox="${mapBoxes.asia.join(" ")}" role="group" aria-label="${say("map.label", { what: say(`map.${mode}`) })}">
<defs>${shown.map((one) => pattern(one, mode))}</defs>
<g id="land"><path d="${landAround}" fill="var(--sunken)"/>
<g stroke="var(--edge)" stroke-width=".8" stroke-linejoin="round">${shapes}</g></g></svg>
<figcaption>${legend}<br>${view.tongue.tell("map.note", { table: html`<a href="${mode === "cat" ? "/states/index.html" : "#table"}">${say("map.table")}</a>` })} ${boundaryNote}</figcaption></figure>`;
}

/** Statuses of the register have words of their own everywhere; the classes of the other modes have theirs. */
export const classWords = ({ tongue }: SiteView, mode: MapMode, key: string): string =>
  mode === "cat" || mode === "opcat" ? tongue.word("status", key) : tongue.word(`map-${mode}`, key);

/** A ground and what is drawn over it, so that nobody needs to tell colours apart. */
const pattern = ({ key, pattern: over, shade }: MapClass, mode: MapMode): Markup => {
  const own = mode === "cat" || mode === "opcat" ? ownGrounds[key] : undefined;
  const ground = own ?? (shade === null ? "var(--surface)" : grounds[shade]);
  return html`<pattern id="m-${key}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${ground}" stroke="none"/>${drawn[over]}</pattern>`;
};

const drawn: Readonly<Record<Pattern, Markup>> = {
  solid: html``,
  empty: html``,
  dots: html`<circle cx="4" cy="4" r="1.6" fill="var(--blue)" stroke="none"/>`,
  lines: html`<path d="M-1 1L1-1M0 8L8 0M7 9L9 7" stroke="var(--amber)" stroke-width="1.4" fill="none"/>`,
  cross: html`<path d="M0 0L8 8M8 0L0 8" stroke="var(--red)" stroke-width="1.2" fill="none"/>`,
  grid: html`<path d="M0 4H8M4 0V8" stroke="var(--edge)" stroke-width=".7" fill="none"/>`,
};

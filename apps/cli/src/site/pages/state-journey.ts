/** How a state came to the Convention and what followed, as a line, and the same steps beside its neighbours. */

import { journeyOf, milestoneCell } from "@saksi/treaties/journeys";
import { neighboursOf } from "@saksi/treaties/neighbours";
import { type Reform, reformPath } from "@saksi/treaties/reform-path";
import { html, type Markup } from "../markup.ts";
import type { Tongue } from "../tongue.ts";
import { dated, stateLink, table } from "./show.ts";
import type { Place } from "./state.ts";

export function journeySection(place: Place): Markup {
  const { state, tongue, cited, atlas } = place;
  const { say, word } = tongue;
  const journey = journeyOf(state.iso3, atlas.journeys);
  const line =
    journey === undefined
      ? html`<p>${say("journey.none", { state: state.name })}</p>`
      : html`<p>${journey.summary} <a href="#steps">${say("journey.each")}</a></p><ol class="line" id="steps">${journey.milestones.map(
          (one) =>
            html`<li${one.type === "setback" ? html` class="is-setback"` : html``}>${dated(one.date, tongue)} <small>${word("milestone", one.type)}</small><br>${one.title}${cited.mark([milestoneCell(state.iso3, one)])}${one.note === null ? null : html`<br><small>${one.note}</small>`}</li>`,
        )}</ol>`;
  return html`<h2 id="journey">${say("state.journey")}</h2>${line}${besideNeighbours(place)}`;
}

const steps = [
  "signature",
  "ratification",
  "law",
  "court",
  "institution",
  "protocol",
  "mechanism",
  "complaints",
] as const;

function besideNeighbours({ state, tongue, cited, atlas }: Place): Markup {
  const { say, word } = tongue;
  if (reformPath(state.iso3, atlas).length === 0) return html``;
  const beside = [state, ...neighboursOf(state, atlas)];
  const paths = beside.map(({ iso3 }) => new Map(reformPath(iso3, atlas).map((one) => [one.value.step, one])));
  const rows = steps.map((step) => [
    html`${word("step", step)}`,
    ...paths.map((path) => {
      const found = path.get(step);
      if (step === "signature" && found?.value.on === null && path.get("ratification")?.value.on)
        return html`${say("journey.unsigned")}${cited.mark(found.trace)}`;
      return found
        ? html`${reformWords(found.value, tongue)}${cited.mark(found.trace)}`
        : html`${word("truth", "unknown")}`;
    }),
  ]);
  const head = [html`${say("journey.step")}`, ...beside.map(({ iso3 }) => stateLink(iso3))];
  return html`<h3>${say("journey.beside")}</h3>${table(say("journey.caption"), head, rows)}`;
}

/** When, and how many years after joining; what is not known says so. */
export function reformWords({ on, title, years }: Reform, tongue: Tongue): Markup {
  const { say, word } = tongue;
  if (on === null) return html`${word("truth", "not-yet")}`;
  if (on === "unknown") return html`${word("truth", "unknown")}`;
  const span = (): string =>
    years === null || (years.least === 0 && years.most === 0)
      ? ""
      : years.most < 0
        ? say("journey.before", { years: -years.most })
        : years.least === years.most
          ? say("journey.after", { years: years.least })
          : say("journey.about", { least: years.least, most: years.most });
  return html`${dated(on, tongue)}${title === null ? null : html` <small>${title}</small>`} <small>${span()}</small>`;
}

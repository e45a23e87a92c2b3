/** The law of a state against the checklist, article by article, and what a bill would need. */

import { lawAsAWhole, lawOf, lawWarning } from "@saksi/treaties/domestic-laws";
import { type Ask, asksFor, type GapCell, gapMatrix, lawScore } from "@saksi/treaties/law-gap";
import { html, type Markup } from "../markup.ts";
import { mark, stateLink } from "./show.ts";
import type { Place } from "./state.ts";

export function lawSection(place: Place): Markup {
  const { state, tongue, cited, atlas } = place;
  const { say } = tongue;
  const law = lawOf(state.iso3, atlas.laws);
  const title = html`<h2 id="law">${say("state.law")}</h2>`;
  if (law === undefined)
    return html`${title}<p>${say("law.nothing", { state: state.name })}</p><p><a href="/compare/law.html">${say("law.others")}</a></p>`;
  const score = lawScore(state.iso3, atlas).value;
  return html`${title}
<p><strong>${law.title}</strong>. ${law.citation}.${cited.mark([lawAsAWhole(law)])} ${law.overview}</p>
<p class="note">${lawWarning}</p>
${score === "unknown" ? null : html`<p>${scoreWords(place, score)} <a href="#checklist">${say("law.each-below")}</a></p>`}
<p class="soft">${say("law.key")}</p>
<div id="checklist">
${gapMatrix(state.iso3, atlas).map(({ article, title: heading, cells }) => html`<h3>${/^\d/.test(article) ? say("law.article", { article, title: heading }) : heading}</h3><ul class="matrix">${cells.map((cell) => gapRow(cell, place))}</ul>`)}
</div>
${law.openQuestions.length > 0 ? html`<h3>${say("law.questions")}</h3><ul>${law.openQuestions.map((one) => html`<li>${one}${cited.mark([lawAsAWhole(law)])}</li>`)}</ul>` : null}
${bill(place)}`;
}

type Score = Exclude<ReturnType<typeof lawScore>["value"], "unknown">;

function scoreWords({ tongue: { say, word } }: Place, score: Score): string {
  const percent = (share: number): number => Math.round(share * 100);
  const range = { least: percent(score.least), most: percent(score.most), known: percent(score.coverage) };
  if (score.score === null) return say("law.no-score", range);
  const band = score.band === null || score.band === "unknown" ? word("truth", "unknown") : score.band;
  return say(score.coverage === 1 ? "law.scored-whole" : "law.scored", {
    ...range,
    score: percent(score.score),
    band,
    sure: word("sure", score.confidence),
  });
}

const gapRow = (
  { item, status, section, note, isDoubtful, confidence, trace }: GapCell,
  { tongue, cited }: Place,
): Markup =>
  html`<li id="${item.id}"><span>${mark(status, tongue.word("law", status), isDoubtful)}</span><span>${item.text}${item.isKnockOut ? html` <small>${tongue.say("law.knock-out")}</small>` : null}<br><small>${section === null ? null : html`${section}. `}${note === null ? null : html`${note}. `}${tongue.say("law.sure", { sure: tongue.word("sure", confidence) })}</small>${cited.mark(trace)}</span></li>`;

/** Heaviest first, then easiest, each with the Asian laws that show how. */
function bill({ state, tongue, atlas }: Place): Markup {
  const { say, word } = tongue;
  const asks = asksFor(state.iso3, atlas).map(({ value }) => value);
  if (asks.length === 0) return html``;
  const models = ({ models: found }: Ask): Markup =>
    found.length === 0
      ? html`${say("bill.no-model")}`
      : html`${found.slice(0, 4).map(({ law, item: facts }, at) => html`${at === 0 ? "" : "; "}${stateLink(law.state)}, ${facts.section ?? ""}`)}`;
  return html`<h3 id="bill">${say("bill.title")}</h3><p>${say("bill.lead")}</p>
<ol class="steps">${asks.map((ask) => html`<li>${ask.item.text} <small>${say("bill.how", { weight: ask.item.weight, takes: word("takes", ask.takes) })}</small> <a href="#${ask.item.id}">${word("law", ask.status)}</a><br><small>${say("bill.models")} ${models(ask)}</small></li>`)}</ol>`;
}

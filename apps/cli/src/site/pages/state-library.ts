/** Precedents about a state or from its courts, and the lessons that they carry. */

import { lessonsWhere } from "@saksi/treaties/lessons";
import { precedentsWhere } from "@saksi/treaties/precedents";
import { html, type Markup } from "../markup.ts";
import { precedentLine } from "./library.ts";
import type { Place } from "./state.ts";

export function librarySection({ state, tongue }: Place): Markup {
  const { say } = tongue;
  const found = precedentsWhere({ state: state.iso2 });
  const taught = lessonsWhere({ state: state.iso2 });
  return html`<h2 id="library">${say("state.library")}</h2>
${found.length === 0 ? html`<p>${say("library.none-here", { state: state.name })}</p>` : html`<ul class="list">${found.map((one) => html`<li>${precedentLine(one, tongue)}</li>`)}</ul>`}
${taught.length === 0 ? null : html`<h3>${say("library.lessons-here")}</h3><ul>${taught.map((one) => html`<li><a href="/library/lessons.html#${one.id}">${one.title}</a></li>`)}</ul>`}`;
}

/** Who can hear a complaint from here: procedures that are open or may be, limits at home, and courts abroad. */

import { cellOf } from "@saksi/treaties/cell";
import { type NationalLimit, nationalLimits } from "@saksi/treaties/national-limits";
import { precedentsWhere } from "@saksi/treaties/precedents";
import { procedureOptions } from "@saksi/treaties/procedures";
import { forums, forumWarning } from "@saksi/treaties/universal-jurisdiction";
import { html, joined, type Markup } from "../markup.ts";
import { forumPath } from "./abroad.ts";
import { dated, mark } from "./show.ts";
import type { Place } from "./state.ts";

export function complaintSection(place: Place): Markup {
  const { state, tongue, cited, atlas } = place;
  const { say, word } = tongue;
  const options = procedureOptions({ state: state.iso3, atlas });
  const shown = (isOpen: true | "unknown"): Markup[] =>
    options
      .filter(({ value }) => value.isOpen === isOpen)
      .map(
        ({ value, trace }) =>
          html`<li>${mark(String(isOpen), word("open", String(isOpen)))} <strong>${value.procedure.name}</strong>${cited.mark(trace)}<br><small>${value.procedure.subjectMatter}. ${value.procedure.legalBasis}.${value.acceptedOn === null ? null : html` ${tongue.tell("complaints.since", { date: dated(value.acceptedOn, tongue) })}`}</small></li>`,
      );
  return html`<h2 id="complaints">${say("state.complaints")}</h2>
<p>${say("complaints.lead")} <a href="/rights/complaint.html">${say("complaints.how")}</a></p>
<ul class="list">${shown(true)}</ul>
<details><summary>${say("complaints.ask", { count: shown("unknown").length })}</summary><ul class="list">${shown("unknown")}</ul></details>
<h3 id="limits">${say("complaints.limits")}</h3>${limitsAtHome(place)}
<h3 id="abroad">${say("complaints.abroad")}</h3>${courtsAbroad(place)}`;
}

/** None written down is not none in force: the page says so where a reader might take it for good news. */
function limitsAtHome({ state, tongue, cited }: Place): Markup {
  const { say } = tongue;
  const limits = nationalLimits.filter((limit) => limit.state === state.iso3);
  if (limits.length === 0) return html`<p>${say("complaints.no-limits", { state: state.name })}</p>`;
  const line = (limit: NationalLimit): Markup =>
    html`<li><strong>${limit.procedure}</strong>: ${say("complaints.limit", { span: say(`unit.${limit.unit}`, { count: limit.amount }), from: limit.from })}${cited.mark([cellOf("national-limits.json", limit.id, limit)])}<br><small>${limit.law}</small></li>`;
  const exceptions = precedentsWhere({ state: state.iso2, topic: "statute_of_limitations" });
  return html`<p class="note">${say("complaints.limits-note")}</p><ul class="list">${limits.map(line)}</ul>
${
  exceptions.length === 0
    ? null
    : html`<p>${say("complaints.exceptions")} ${joined(
        exceptions.map(({ id, title }) => html`<a href="/library/${id}.html">${title}</a>`),
        "; ",
      )}</p>`
}`;
}

/** The same courts for every state but its own; what decides is where the person suspected is. */
function courtsAbroad({ state, tongue }: Place): Markup {
  const { say } = tongue;
  const abroad = forums.filter(({ iso2 }) => iso2 !== state.iso2);
  const active = [...abroad]
    .sort((a, b) => b.practiceWeight - a.practiceWeight)
    .filter((one) => one.practiceWeight > 0);
  return html`<p>${say("complaints.abroad-lead", { count: abroad.length, state: state.name })}</p>
<ul class="choices">${active.map((forum) => html`<li><a href="${forumPath(forum)}">${forum.state}</a></li>`)}</ul>
<p><a href="/abroad/index.html">${say("complaints.abroad-all")}</a></p><p class="note">${forumWarning}</p>`;
}

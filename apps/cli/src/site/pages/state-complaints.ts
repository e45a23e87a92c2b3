/** Who can hear a complaint from here: procedures that are open or may be, and limits at home. */

import { cellOf } from "@saksi/treaties/cell";
import { nationalLimits } from "@saksi/treaties/national-limits";
import { procedureOptions } from "@saksi/treaties/procedures";
import { html, type Markup } from "../markup.ts";
import { dated, mark } from "./show.ts";
import type { Place } from "./state.ts";

export function complaintSection({ state, tongue, cited }: Place): Markup {
  const { say, word } = tongue;
  const options = procedureOptions({ state: state.iso3 });
  const shown = (isOpen: true | "unknown"): Markup[] =>
    options
      .filter(({ value }) => value.isOpen === isOpen)
      .map(
        ({ value, trace }) =>
          html`<li>${mark(String(isOpen), word("open", String(isOpen)))} <strong>${value.procedure.name}</strong>${cited.mark(trace)}<br><small>${value.procedure.subjectMatter}. ${value.procedure.legalBasis}.${value.acceptedOn === null ? null : html` ${tongue.tell("complaints.since", { date: dated(value.acceptedOn, tongue) })}`}</small></li>`,
      );
  const limits = nationalLimits.filter((limit) => limit.state === state.iso3);
  return html`<h2 id="complaints">${say("state.complaints")}</h2>
<p>${say("complaints.lead")} <a href="/rights/complaint.html">${say("complaints.how")}</a></p>
${limits.length > 0 ? html`<p class="note">${say("complaints.limits")} ${limits.map((limit, at) => html`${at === 0 ? "" : "; "}${limit.procedure}: ${say(`unit.${limit.unit}`, { count: limit.amount })}, ${limit.law}${cited.mark([cellOf("national-limits.json", limit.id, limit)])}`)}</p>` : null}
<ul class="list">${shown(true)}</ul>
<details><summary>${say("complaints.ask", { count: shown("unknown").length })}</summary><ul class="list">${shown("unknown")}</ul></details>`;
}

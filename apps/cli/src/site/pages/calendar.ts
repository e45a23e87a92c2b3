/** What is coming in the Committee's cycle and for civil society, and what was due lately. */

import { addDays } from "@saksi/domain/day";
import { type CalendarEntry, calendarBetween } from "@saksi/treaties/calendar";
import { citations } from "../citations.ts";
import { html, type Markup } from "../markup.ts";
import type { Page } from "../site-file.ts";
import type { SiteView } from "../site-view.ts";
import { dated, statePath } from "./show.ts";

const aheadDays = 3 * 365;
const backDays = 365;

export function calendarPage({ tongue, today, atlas }: SiteView): Page {
  const { say, word } = tongue;
  const cited = citations(tongue);
  const line = (entry: CalendarEntry): Markup =>
    html`<li id="${entry.id}">${dated(entry.on, tongue)}${entry.until === null ? null : html` – ${dated(entry.until, tongue)}`} <span class="mark">${word("due", entry.kind)}</span><br>${entry.state === null ? entry.title : html`<a href="${statePath(entry.state)}#reporting">${entry.title}</a>`}${cited.mark(entry.trace)}<br><small>${entry.note}</small></li>`;
  const coming = calendarBetween(today, addDays(today, aheadDays), atlas);
  const past = [...calendarBetween(addDays(today, -backDays), addDays(today, -1), atlas)].reverse();
  const body = html`<h1>${say("calendar.title")}</h1><p>${say("calendar.lead")}</p>
<p><a class="act" href="/calendar/saksi.ics">${say("calendar.ics")}</a> <a class="act" href="/feed.atom">${say("frame.feed")}</a></p>
<p class="note">${say("calendar.confirm")}</p>
<h2 id="coming">${tongue.tell("calendar.coming", { day: dated(today, tongue) })}</h2>
${coming.length === 0 ? html`<p>${say("calendar.nothing")}</p>` : html`<ul class="list">${coming.map(line)}</ul>`}
<h2 id="past">${say("calendar.past")}</h2><ul class="list">${past.map(line)}</ul>
${cited.list()}`;
  return {
    path: "calendar/index.html",
    title: say("calendar.title"),
    description: say("calendar.lead"),
    part: "calendar",
    known: cited.known(),
    card: "cards/site",
    kind: "CollectionPage",
    body,
  };
}

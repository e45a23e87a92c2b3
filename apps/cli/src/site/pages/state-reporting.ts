/** The reporting cycle of a state, drawn and as a table: what was due, when it was reviewed, what comes next. */

import { boundSince } from "@saksi/treaties/bound-since";
import { reportLateness } from "@saksi/treaties/overdue";
import { subcommitteeVisits } from "@saksi/treaties/prevention";
import {
  acceptedListFirst,
  followUpDue,
  initialReportDue,
  nextReportDue,
  reviewsOf,
} from "@saksi/treaties/reports-due";
import { sessionNumbered } from "@saksi/treaties/reviews";
import { isTerritory } from "@saksi/treaties/states";
import { statusOf } from "@saksi/treaties/treaty-status";
import { html, type Markup } from "../markup.ts";
import { dated, table } from "./show.ts";
import type { Place } from "./state.ts";

export function reportingSection(place: Place): Markup {
  const { state, tongue, cited, atlas } = place;
  const { say, word } = tongue;
  const title = html`<h2 id="reporting">${say("state.reporting")}</h2>`;
  if (statusOf(state.iso3, "CAT", atlas.register).value !== "party")
    return html`${title}<p>${say(isTerritory(state) ? "reporting.territory" : "reporting.outside", { state: state.name })}</p>`;
  const due = ({ value, trace }: ReturnType<typeof nextReportDue>): Markup =>
    html`${value.due === null ? say("reporting.none-due") : value.due === "unknown" ? word("truth", "unknown") : dated(value.due, tongue)}${value.basis === null ? null : html` <small>${value.basis}</small>`}${cited.mark(trace)}`;
  const late = reportLateness(state.iso3, place.today, atlas);
  const first = acceptedListFirst(state.iso3, atlas);
  const reviews = reviewsOf(state.iso3, atlas);
  const rows = [
    [html`${say("reporting.initial")}`, due(initialReportDue(state.iso3, atlas))],
    ...reviews.value.map((review) => {
      const session = sessionNumbered(review.session);
      const when = review.reviewDates?.[0] ?? session?.start ?? String(review.year);
      return [
        html`${say("reporting.review", { cycle: review.cycle })}`,
        html`${dated(when, tongue)}, ${say("reporting.session", { session: review.session })}${review.concludingObservations === null ? null : html`, ${review.concludingObservations}`}${review.note === null ? null : html` <small>${review.note}</small>`}${cited.mark(reviews.trace.filter(({ row }) => row === `${state.iso3} review ${review.cycle}` || row === `session ${review.session}`))}`,
      ];
    }),
    [html`${say("reporting.follow-up")}`, due(followUpDue(state.iso3, atlas))],
    [html`${say("reporting.next")}`, due(nextReportDue(state.iso3, atlas))],
    [
      html`${say("card.late")}`,
      html`${word("late", late.value.late)}. ${word("why", late.value.why)}${cited.mark(late.trace)}`,
    ],
    [html`${say("reporting.list-first")}`, html`${word("truth", String(first.value))}${cited.mark(first.trace)}`],
    ...visits(place),
  ];
  const head = [html`${say("reporting.what")}`, html`${say("reporting.when")}`];
  return html`${title}${drawn(place)}${table(say("reporting.caption", { state: state.name }), head, rows)}`;
}

function visits({ state, tongue, cited, atlas }: Place): Markup[][] {
  const { value, trace } = subcommitteeVisits(state.iso3, atlas);
  return value.map((visit) => [
    html`${tongue.say("reporting.visit")}`,
    html`${dated(visit.date, tongue)}, ${visit.kind}${visit.note === null ? null : html` <small>${visit.note}</small>`}${cited.mark(trace.filter(({ row }) => row.endsWith(`visit ${visit.date}`)))}`,
  ]);
}

const width = 640;

/** Years from left to right; a ring is a due day, a dot a review. The table below says the same. */
function drawn({ state, tongue, today, atlas }: Place): Markup {
  const since = boundSince(state.iso3, "CAT", atlas).value;
  if (since === null || since === "unknown") return html``;
  const year = (date: string): number => Number(date.slice(0, 4)) + (Number(date.slice(5, 7) || "7") - 1) / 12;
  const [from, to] = [Math.floor(year(since)), Math.floor(year(today)) + 4];
  const x = (date: string): string => (24 + ((year(date) - from) / (to - from)) * (width - 48)).toFixed(1);
  const dues = [
    initialReportDue(state.iso3, atlas),
    followUpDue(state.iso3, atlas),
    nextReportDue(state.iso3, atlas),
  ].flatMap(({ value }) => (value.due === null || value.due === "unknown" ? [] : [value.due]));
  const reviews = reviewsOf(state.iso3, atlas).value.map(
    (review) => review.reviewDates?.[0] ?? sessionNumbered(review.session)?.start ?? String(review.year),
  );
  const step = to - from > 24 ? 8 : 4;
  const ticks = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => String(from + at * step));
  const { say } = tongue;
  return html`<figure><svg class="years" viewBox="0 0 ${width} 84" role="img" aria-label="${say("reporting.drawn", { state: state.name, reviews: reviews.length })}">
<line x1="24" x2="${width - 24}" y1="40" y2="40" stroke="currentColor" stroke-opacity=".4" stroke-width="2"/>
<line x1="${x(today)}" x2="${x(today)}" y1="14" y2="58" stroke="currentColor" stroke-dasharray="3 3"/><text x="${x(today)}" y="11" font-size="11" text-anchor="middle">${say("reporting.today")}</text>
${ticks.map((tick) => html`<text x="${x(`${tick}-01`)}" y="78" font-size="11" text-anchor="middle">${tick}</text>`)}
${dues.map((due) => html`<circle cx="${x(due)}" cy="40" r="8" fill="none" stroke="var(--amber-mark)" stroke-width="3"/>`)}
${reviews.map((review) => html`<circle cx="${x(review)}" cy="40" r="5" fill="var(--green)"/>`)}
</svg><figcaption>${say("reporting.key")}</figcaption></figure>`;
}

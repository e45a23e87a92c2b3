/**
 * What members follow up in a state and a second one confirmed: bills, recommendations, commitments in writing.
 *
 * Each grade stands under the name of who gave it; nothing here mixes them.
 */

import { termLabel } from "@saksi/domain/vocabulary";
import { asideOf, type Bill, type BillStep, billCell, stepsOf } from "@saksi/treaties/bills";
import { type Commitment, commitmentCell, isPastDue } from "@saksi/treaties/commitments";
import {
  type Grader,
  gradeCells,
  graders,
  letterOf,
  type Recommendation,
  recommendationCell,
} from "@saksi/treaties/recommendations";
import { reviewsOf } from "@saksi/treaties/reports-due";
import { trackedIn } from "@saksi/treaties/tracked";
import { html, type Markup } from "../markup.ts";
import { dated, mark, table } from "./show.ts";
import type { Place } from "./state.ts";

export function billSection(place: Place): Markup {
  const { state, tongue } = place;
  const { bills } = trackedIn(state.iso3, place.tracked);
  const title = html`<h2 id="bills">${tongue.say("state.bills")}</h2>`;
  if (bills.length === 0) return html`${title}<p>${tongue.say("bills.none", { state: state.name })}</p>`;
  return html`${title}${bills.map((bill) => oneBill(bill, place))}`;
}

const looksOf = { reached: "yes", "not-said": "unknown", ahead: "na" } as const satisfies Record<
  BillStep["is"],
  string
>;

function oneBill(bill: Bill, { tongue, cited }: Place): Markup {
  const { say, word } = tongue;
  const stage = (code: string): string => termLabel("reform_states", code);
  const steps = stepsOf(bill).map(
    ({ stage: code, is, on }) =>
      html`<li>${mark(looksOf[is], stage(code))} <small>${on === null ? word("step-is", is) : dated(on, tongue)}</small></li>`,
  );
  const aside = asideOf(bill).map(
    ({ stage: code, on, note }) =>
      html`<li class="is-setback">${stage(code)}${on === null ? null : html`, ${dated(on, tongue)}`}${note === null ? null : html` <small>${note}</small>`}</li>`,
  );
  return html`<h3>${bill.title}${cited.mark([billCell(bill)])}</h3>${bill.sponsor === null ? null : html`<p>${say("bills.sponsor", { sponsor: bill.sponsor })}</p>`}
<ol class="road">${steps}</ol>${aside.length === 0 ? null : html`<ul class="line">${aside}</ul>`}${bill.note === null ? null : html`<p>${bill.note}</p>`}`;
}

export function recommendationSection(place: Place): Markup {
  const { state, tongue, cited } = place;
  const { say } = tongue;
  const { recommendations } = trackedIn(state.iso3, place.tracked);
  const title = html`<h2 id="recommendations">${say("state.recommendations")}</h2>`;
  if (recommendations.length === 0)
    return html`${title}<p>${say("recommendations.none", { state: state.name })}${reviewsOf(state.iso3, place.atlas).value.length === 0 ? null : html` ${say("recommendations.elsewhere")}`}</p>`;
  const rows = recommendations.map((one) => [
    html`${one.text}${cited.mark([recommendationCell(one)])}<br><small>${[termLabel("recommendation_sources", one.from), one.document, one.paragraph].filter((part) => part !== null).join(", ")}${one.isFollowUp === true ? html` · ${say("recommendations.follow-up")}` : null}</small>`,
    ...graders.map((by) => gradeOf(one, by, place)),
  ]);
  const head = [html`${say("recommendations.what")}`, ...graders.map((by) => html`${say(`recommendations.${by}`)}`)];
  return html`${title}<p>${say("recommendations.apart")}</p>${table(say("recommendations.caption", { state: state.name }), head, rows, "is-long")}`;
}

function gradeOf(one: Recommendation, by: Grader, { tongue, cited }: Place): Markup {
  const grade = one[by];
  if (grade === null) return html`${tongue.say("recommendations.not-graded")}`;
  return html`${termLabel("implementation_grades", grade.grade)} <small>(${letterOf(grade)})${grade.on === null ? null : html` ${dated(grade.on, tongue)}`}${grade.note === null ? null : html` ${grade.note}`}</small>${cited.mark(gradeCells(one, by))}`;
}

/** Only those confirmed in writing, whose giver was told that they would be shown: `forPublic` left the others out. */
export function commitmentSection(place: Place): Markup {
  const { state, tongue } = place;
  const { commitments } = trackedIn(state.iso3, place.tracked);
  const title = html`<h2 id="commitments">${tongue.say("state.commitments")}</h2>`;
  if (commitments.length === 0) return html`${title}<p>${tongue.say("commitments.none", { state: state.name })}</p>`;
  return html`${title}<ul class="list">${commitments.map((one) => oneCommitment(one, place))}</ul>`;
}

function oneCommitment(one: Commitment, { tongue, cited, today }: Place): Markup {
  const { say, tell } = tongue;
  const by = [termLabel("stakeholder_groups", one.group), one.office].filter((part) => part !== null).join(", ");
  return html`<li><strong>${one.text}</strong>${cited.mark([commitmentCell(one)])}<br><small>${by}${one.event === null ? null : html` · ${one.event}`} · ${dated(one.on, tongue)}${one.writtenOn === null ? null : html` · ${tell("commitments.written", { date: dated(one.writtenOn, tongue) })}`}</small><br>${termLabel("commitment_states", one.standing)}${one.due === null ? null : html`; ${tell("commitments.due", { date: dated(one.due, tongue) })}`}${isPastDue(one, today) ? html` <small>${say("commitments.past")}</small>` : null}${one.evidence.length === 0 ? null : html`<br><small>${one.evidence.map(({ source, sourceUrl }, at) => html`${at === 0 ? "" : "; "}${sourceUrl === null ? html`${source}` : html`<a href="${sourceUrl}" rel="noreferrer">${source}</a>`}`)}</small>`}</li>`;
}

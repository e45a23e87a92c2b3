/** Small pieces that many pages show the same way: dates, statuses, links to states. */

import type { Cell } from "@saksi/treaties/cell";
import type { MechanismStatus } from "@saksi/treaties/prevention";
import { type State, stateCell } from "@saksi/treaties/states";
import { allStates } from "../all-states.ts";
import { html, type Markup } from "../markup.ts";
import type { Tongue } from "../tongue.ts";

export const statePath = (iso3: string): string => `/states/${iso3.toLowerCase()}.html`;

export const stateLink = (iso3: string): Markup => {
  const found = allStates.find((one) => one.iso3 === iso3);
  return found ? html`<a href="${statePath(iso3)}">${found.name}</a>` : html`${iso3}`;
};

/** A date in words with the ISO date behind it; a text that is no date as it is. */
export const dated = (partial: string, { date }: Tongue): Markup =>
  /^\d{4}(-\d\d){0,2}$/.test(partial)
    ? html`<time datetime="${partial}">${date(partial)}</time>`
    : html`${date(partial)}`;

type Looks = "yes" | "part" | "no" | "plain" | "unknown";

const looks: Readonly<Record<string, Looks>> = {
  party: "yes",
  bound: "yes",
  declared: "yes",
  met: "yes",
  true: "yes",
  yes: "yes",
  designated: "yes",
  A: "yes",
  signatory: "part",
  partly: "part",
  contested: "part",
  "in transition": "part",
  B: "part",
  "not-declared": "no",
  "opted-out": "no",
  none: "no",
  withdrawn: "no",
  not: "no",
  false: "no",
  no: "no",
  overdue: "no",
  "not-applicable": "plain",
  na: "plain",
  unknown: "unknown",
} satisfies Record<string, Looks> & Partial<Record<MechanismStatus, Looks>>;

/** A word with a ground and a border of its own: never colour alone. */
export const mark = (code: string, words: string, isDoubtful = false): Markup =>
  html`<span class="mark is-${looks[code] ?? "unknown"}${isDoubtful ? " is-doubtful" : ""}">${words}</span>`;

/** Rows under a head, in a frame that scrolls by itself and can be reached by key; `is-rows` falls apart into lines on a phone. */
export const table = (
  caption: string,
  head: readonly Markup[],
  rows: readonly (readonly Markup[])[],
  shape: "plain" | "is-long" | "is-rows" = "plain",
): Markup =>
  html`<div class="scroll ${shape}" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...others]) => html`<tr><th scope="row">${first ?? html``}</th>${others.map((cell, at) => html`<td${shape === "is-rows" ? html` data-head="${{ safe: head[at + 1]?.safe ?? "" }}"` : null}>${cell}</td>`)}</tr>`)}</tbody></table></div>`;

/** That the register has no row for a territory is itself known from somewhere: the row of our own list that says so. */
export const orRow = (trace: readonly Cell[], state: State): readonly Cell[] =>
  trace.length > 0 ? trace : [stateCell(state)];

export const items = (several: readonly Markup[], shape = ""): Markup =>
  html`<ul class="${shape}">${several.map((one) => html`<li>${one}</li>`)}</ul>`;

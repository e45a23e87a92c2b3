/**
 * Any states side by side, without script: a box to tick at each state, and one that hides the others.
 *
 * The style sheet does it: a table beside a ticked `#only` shows what is ticked. Nothing is sent anywhere, and a reader
 * whose browser is too old for `:has()` sees every state.
 */

import { allStates } from "../all-states.ts";
import { html, type Markup } from "../markup.ts";
import type { Tongue } from "../tongue.ts";

export interface Choice {
  /** What stands before the table: what the boxes are for, and the one that hides */
  readonly before: Markup;
  /** Rules of style that the page needs for it */
  readonly rules?: string;
  /** The box of a state, at the head of its row or column */
  readonly tick: (code: string) => Markup;
}

/** Where each state is a row: the site's style sheet knows how. */
export const byRow = (tongue: Tongue): Choice => ({ before: only(tongue), tick: tickIn(tongue) });

/** Where each state is a column, from the second on: a rule for each. */
export function byColumn(codes: readonly string[], tongue: Tongue): Choice {
  const rules = codes.map(
    (code, at) =>
      `main:has(#only:checked):not(:has(#tick-${code.toLowerCase()}:checked)) tr>:nth-child(${at + 2}){display:none}`,
  );
  return { before: only(tongue), rules: rules.join(""), tick: tickIn(tongue) };
}

const only = ({ say }: Tongue): Markup =>
  html`<p class="only"><label><input type="checkbox" id="only" autocomplete="off"> ${say("compare.only")}</label> <small>${say("compare.only-how")}</small></p>`;

const tickIn =
  ({ say }: Tongue) =>
  (code: string): Markup => {
    const name = allStates.find(({ iso3 }) => iso3 === code)?.name ?? code;
    return html`<input type="checkbox" class="tick" id="tick-${code.toLowerCase()}" autocomplete="off" aria-label="${say("compare.tick", { state: name })}"> `;
  };

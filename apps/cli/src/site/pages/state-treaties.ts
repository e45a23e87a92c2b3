/** Every treaty of a state: status, dates, reservations, each row with its source. */

import { articleStatus } from "@saksi/treaties/cat-articles";
import { instrumentOf } from "@saksi/treaties/instruments";
import { type StatusRow, statusCell } from "@saksi/treaties/treaty-status";
import { html, type Markup } from "../markup.ts";
import { dated, mark, table } from "./show.ts";
import type { Place } from "./state.ts";

export function treatySection({ state, tongue, cited, atlas }: Place): Markup {
  const { say, word } = tongue;
  const rows = [...atlas.register.values()].filter((row) => row.state === state.iso3);
  const title = html`<h2 id="treaties">${say("state.treaties")}</h2>`;
  if (rows.length === 0) return html`${title}<p>${say("treaties.none", { state: state.name })}</p>`;
  const name = ({ treaty }: StatusRow): string =>
    instrumentOf(treaty)?.shortName ?? say("treaties.article", { article: treaty.slice(-2) });
  const when = (date: string | null): Markup => (date === null ? html`` : dated(date, tongue));
  const body = rows.map((row) => [
    html`${name(row)}`,
    html`${mark(row.status, word("status", row.status))}${cited.mark([statusCell(row)])}`,
    when(row.signed),
    html`${when(row.actionDate)}${row.action === null ? null : html` <small>${row.action}</small>`}${row.inForce === null ? null : html`<br><small>${tongue.tell("treaties.in-force", { date: dated(row.inForce, tongue) })}</small>`}`,
    html`${[...row.reservations, ...row.notes].map((note) => html`<p>${note}</p>`)}`,
  ]);
  const head = (["treaty", "status", "signed", "joined", "notes"] as const).map(
    (column) => html`${say(`treaties.${column}`)}`,
  );
  const inquiry = articleStatus(state.iso3, 20, atlas);
  return html`${title}${inquiry.value === "opted-out" ? html`<p>${say("treaties.opted-out")}${cited.mark(inquiry.trace)}</p>` : null}${table(say("treaties.caption", { state: state.name }), head, body, "is-rows")}`;
}

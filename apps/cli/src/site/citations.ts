/** The numbers beside facts and the list they lead to: source, how far it is known, how sure, how it was checked. */

import { type Cell, checks } from "@saksi/treaties/cell";
import { html, type Markup } from "./markup.ts";
import type { Known } from "./site-file.ts";
import type { Tongue } from "./tongue.ts";

export interface Citations {
  /** The numbers for the cells of a fact; a fact without cells says that it has no source here */
  mark(trace: readonly Cell[]): Markup;
  /** Everything cited so far, as the section that ends a page */
  list(): Markup;
  /** How far what was cited is known; `null` where nothing was cited */
  known(): Known | null;
}

const mostRows = 6;

/** The newest date of knowledge among facts, and the oldest with what it belongs to; `null` of none. */
export function knownOf(facts: readonly Pick<Cell, "asOf" | "source">[]): Known | null {
  const [oldest, newest] = [...facts]
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0))
    .flatMap((fact, at, all) => (at === 0 || at === all.length - 1 ? [fact] : []));
  if (oldest === undefined) return null;
  return { upTo: (newest ?? oldest).asOf, oldest: oldest.asOf, of: oldest.source };
}

/** One page's citations. Facts that share source, date, sureness and check share a number. */
export function citations(tongue: Tongue): Citations {
  const cited = new Map<string, { readonly cell: Cell; readonly number: number; readonly rows: Set<string> }>();
  const numberOf = (cell: Cell): number => {
    const key = [cell.source, cell.sourceUrl, cell.asOf, cell.confidence, cell.confirmed, cell.before?.said].join("\n");
    const known = cited.get(key) ?? { cell, number: cited.size + 1, rows: new Set<string>() };
    known.rows.add(`${cell.file}: ${cell.row}`);
    cited.set(key, known);
    return known.number;
  };
  return {
    mark(trace) {
      const numbers = [...new Set(trace.map(numberOf))].sort((a, b) => a - b);
      return html`${numbers.map(
        (number) =>
          html` <a class="source" href="#known-${number}" aria-label="${tongue.say("sources.mark", { number })}">${number}</a>`,
      )}`;
    },
    list: () => {
      if (cited.size === 0) return html``;
      return html`<section class="full" aria-labelledby="sources"><h2 id="sources">${tongue.say("sources.title")}</h2>
<p class="soft">${tongue.say("sources.help")}</p>
<ol class="sources">${[...cited.values()].map(({ cell, number, rows }) => entry(tongue, cell, { number, rows: [...rows] }))}</ol></section>`;
    },
    known: () => knownOf([...cited.values()].map(({ cell }) => cell)),
  };
}

function entry(
  { say, word, date }: Tongue,
  cell: Cell,
  { number, rows }: { readonly number: number; readonly rows: readonly string[] },
): Markup {
  const { before } = cell;
  const source =
    cell.sourceUrl === null
      ? html`${cell.source}`
      : html`<a href="${cell.sourceUrl}" rel="noreferrer">${cell.source}</a>`;
  const where =
    rows.length > mostRows ? say("sources.rows", { count: rows.length, first: rows[0] ?? "" }) : rows.join("; ");
  return html`<li id="known-${number}">${source}. ${say("sources.known", { date: date(cell.asOf) })} ${say("sources.sure", { sure: word("sure", cell.confidence) })} ${say("sources.checked", { how: checks[cell.confirmed] ?? cell.confirmed })} <span class="soft">${where}</span>${before === undefined ? null : html` ${say("sources.before", { said: before.said.join(", "), source: before.source, date: date(before.asOf) })}`}</li>`;
}

/** The numbers beside facts and the list they lead to: source, how far it is known, how sure, how it was checked. */

import { type Cell, checks } from "@saksi/treaties/cell";
import { html, type Markup } from "./markup.ts";
import type { Tongue } from "./tongue.ts";

export interface Citations {
  /** The numbers for the cells of a fact; a fact without cells says that it has no source here */
  mark(trace: readonly Cell[]): Markup;
  /** Everything cited so far, as the section that ends a page */
  list(): Markup;
  /** The oldest date of knowledge on the page; `null` where nothing was cited */
  knownUpTo(): string | null;
}

const mostRows = 6;

/** One page's citations. Facts that share source, date, sureness and check share a number. */
export function citations(tongue: Tongue): Citations {
  const cited = new Map<string, { readonly cell: Cell; readonly number: number; readonly rows: Set<string> }>();
  const numberOf = (cell: Cell): number => {
    const key = [cell.source, cell.sourceUrl, cell.asOf, cell.confidence, cell.confirmed].join("\n");
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
    knownUpTo: () => [...cited.values()].map(({ cell }) => cell.asOf).sort()[0] ?? null,
  };
}

function entry(
  { say, word, date }: Tongue,
  cell: Cell,
  { number, rows }: { readonly number: number; readonly rows: readonly string[] },
): Markup {
  const source =
    cell.sourceUrl === null
      ? html`${cell.source}`
      : html`<a href="${cell.sourceUrl}" rel="noreferrer">${cell.source}</a>`;
  const where =
    rows.length > mostRows ? say("sources.rows", { count: rows.length, first: rows[0] ?? "" }) : rows.join("; ");
  return html`<li id="known-${number}">${source}. ${say("sources.known", { date: date(cell.asOf) })} ${say("sources.sure", { sure: word("sure", cell.confidence) })} ${say("sources.checked", { how: checks[cell.confirmed] ?? cell.confirmed })} <span class="soft">${where}</span></li>`;
}

/** Cards drawn at build: one a state for embedding and for those who share a page, one for the site. No font, no script. */

import { articleStatus } from "@saksi/treaties/cat-articles";
import { knownUpTo } from "@saksi/treaties/cell";
import type { State } from "@saksi/treaties/states";
import { statusCell, statusOf, statusRows } from "@saksi/treaties/treaty-status";
import { html, type Markup } from "./markup.ts";
import { countsOf } from "./pages/home.ts";
import { statusLine } from "./pages/state.ts";
import { fileOf, type SiteFile } from "./site-file.ts";
import type { Tongue } from "./tongue.ts";

interface Card {
  readonly path: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly foot: string;
}

/** Its counts are the register's, so its date is the day on which the register was read. */
export const siteCard = (tongue: Tongue): SiteFile => {
  const { say, date } = tongue;
  const asOf = knownUpTo(statusRows.filter(({ treaty }) => treaty === "CAT").map(statusCell)) ?? "";
  return drawn({
    path: "cards/site.svg",
    title: say("frame.name"),
    lines: [say("home.title", { ...countsOf() }), say("home.opcat-card", { ...countsOf() })],
    foot: say("card.foot", { date: date(asOf) }),
  });
};

export function stateCards(states: readonly State[], tongue: Tongue): readonly SiteFile[] {
  const { say, word, date } = tongue;
  return states.map((state) => {
    const status = statusOf(state.iso3, "CAT");
    const line = (name: string, code: string): string => say("card.line", { name, status: word("status", code) });
    return drawn({
      path: `cards/${state.iso3.toLowerCase()}.svg`,
      title: state.name,
      lines: [
        statusLine(state, tongue),
        line(say("card.a22"), articleStatus(state.iso3, 22).value),
        line(say("card.opcat"), statusOf(state.iso3, "OPCAT").value),
      ],
      foot: say("card.foot", { date: date(status.trace[0]?.asOf ?? state.asOf) }),
    });
  });
}

/** 1200 by 630, as those who show cards ask for; lines are broken at words. */
function drawn({ path, title, lines, foot }: Card): SiteFile {
  const broken = lines.flatMap((line) => wrapped(line, 44));
  const said = broken.map((line, at): Markup => html`<tspan x="80" y="${260 + at * 56}">${line}</tspan>`);
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630" role="img" aria-label="${[title, ...lines, foot].join(" ")}" font-family="system-ui, sans-serif">
<rect width="1200" height="630" fill="#faf8f3"/><rect width="24" height="630" fill="#14532d"/>
<text x="80" y="160" font-size="${title.length > 28 ? 52 : 76}" font-weight="600" fill="#1c1a16">${title}</text>
<text font-size="40" fill="#1c1a16">${said}</text>
<text x="80" y="580" font-size="28" fill="#49453c">${foot}</text></svg>
`;
  return fileOf(path, svg.safe);
}

function wrapped(words: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > most) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The mark in a browser's tab. */
export const icon: SiteFile = fileOf(
  "icon.svg",
  html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#14532d"/><path d="M8 16c4-6 12-6 16 0-4 6-12 6-16 0z" fill="none" stroke="#fff" stroke-width="2.5"/><circle cx="16" cy="16" r="3" fill="#fff"/></svg>
`.safe,
);

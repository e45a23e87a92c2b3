/** Cards drawn at build: one a state for embedding and for those who share a page, one for the site. No script, nothing fetched. */

import { articleStatus } from "@saksi/treaties/cat-articles";
import { knownUpTo } from "@saksi/treaties/cell";
import type { State } from "@saksi/treaties/states";
import { statusCell, statusOf } from "@saksi/treaties/treaty-status";
import { html, type Markup } from "./markup.ts";
import { countsOf } from "./pages/home.ts";
import { statusLine } from "./pages/state.ts";
import { fileOf, type SiteFile } from "./site-file.ts";
import type { SiteView } from "./site-view.ts";

export interface Card {
  /** From the root of the site, without the ending: a drawing ends in `.svg`, a picture in `.png` */
  readonly path: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly foot: string;
  /** Of the band at the start side; the words beside it say the same */
  readonly band: string;
}

export const cardSize = { width: 1200, height: 630 };
export const cardInks = { paper: "#faf8f3", ink: "#1c1a16", soft: "#49453c" };
const green = "#14532d";
const bands: Readonly<Record<string, string>> = { party: green, signatory: "#1c4272", none: "#b97700" };

/** Every card: the site's, then one a state or territory. */
export const cardsOf = (states: readonly State[], view: SiteView): readonly Card[] => [
  siteCard(view),
  ...states.map((state) => stateCard(state, view)),
];

/** Its counts are the register's, so its date is the day on which the register was read. */
function siteCard({ tongue: { say, date }, atlas }: SiteView): Card {
  const rows = [...atlas.register.values()];
  const asOf = knownUpTo(rows.filter(({ treaty }) => treaty === "CAT").map(statusCell)) ?? "";
  return {
    path: "cards/site",
    title: say("frame.name"),
    lines: [say("home.title", { ...countsOf(atlas) }), say("home.opcat-card", { ...countsOf(atlas) })],
    foot: say("card.foot", { date: date(asOf) }),
    band: green,
  };
}

function stateCard(state: State, view: SiteView): Card {
  const { atlas } = view;
  const { say, word, date } = view.tongue;
  const status = statusOf(state.iso3, "CAT", atlas.register);
  const line = (name: string, code: string): string => say("card.line", { name, status: word("status", code) });
  return {
    path: `cards/${state.iso3.toLowerCase()}`,
    title: state.name,
    lines: [
      statusLine(state, view),
      line(say("card.a22"), articleStatus(state.iso3, 22, atlas).value),
      line(say("card.opcat"), statusOf(state.iso3, "OPCAT", atlas.register).value),
    ],
    foot: say("card.foot", { date: date(status.trace[0]?.asOf ?? state.asOf) }),
    band: bands[status.value] ?? cardInks.soft,
  };
}

/** As SVG, for pages that embed it: in the reader's own letters; lines are broken at words. */
export function cardDrawing({ path, title, lines, foot, band }: Card): SiteFile {
  const { width, height } = cardSize;
  const { paper, ink, soft } = cardInks;
  const broken = lines.flatMap((line) => wrapped(line, 44));
  const said = broken.map((line, at): Markup => html`<tspan x="80" y="${260 + at * 56}">${line}</tspan>`);
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${[title, ...lines, foot].join(" ")}" font-family="system-ui, sans-serif">
<rect width="${width}" height="${height}" fill="${paper}"/><rect width="24" height="${height}" fill="${band}"/>
<text x="80" y="160" font-size="${title.length > 28 ? 52 : 76}" font-weight="600" fill="${ink}">${title}</text>
<text font-size="40" fill="${ink}">${said}</text>
<text x="80" y="580" font-size="28" fill="${soft}">${foot}</text></svg>
`;
  return fileOf(`${path}.svg`, svg.safe);
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

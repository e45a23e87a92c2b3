/** The whole site as files: the same facts and the same day give the same bytes. Reads no clock and no disk. */

import { createHash } from "node:crypto";
import { laws } from "@saksi/treaties/domestic-laws";
import { lessons } from "@saksi/treaties/lessons";
import { reportingRows } from "@saksi/treaties/reviews";
import { statusRows } from "@saksi/treaties/treaty-status";
import { allStates } from "./all-states.ts";
import { type Card, cardDrawing, cardsOf, icon } from "./cards.ts";
import { feeds, forCrawlers } from "./feeds.ts";
import { framed } from "./frame.ts";
import { openData } from "./open-data.ts";
import { aboutPages, listOfPages, notFoundPage } from "./pages/about.ts";
import { calendarPage } from "./pages/calendar.ts";
import { comparePages } from "./pages/compare.ts";
import { dataPage } from "./pages/data.ts";
import { homePage } from "./pages/home.ts";
import { lessonsPage } from "./pages/lessons.ts";
import { libraryPages } from "./pages/library.ts";
import { type Publication, publicationsPage } from "./pages/publications.ts";
import { rightsSite } from "./pages/rights.ts";
import { statePage } from "./pages/state.ts";
import { statesPage } from "./pages/states.ts";
import { fileOf, type Page, type SiteFile } from "./site-file.ts";
import type { Tongue } from "./tongue.ts";

export interface SiteQuestion {
  readonly tongue: Tongue;
  /** The day that the site speaks from: what is due after it is to come */
  readonly asOf: string;
  readonly address: string | null;
  readonly publications: readonly Publication[];
  /** The cards as PNG, by `cardPictures`; without them no page names a picture of its own */
  readonly pictures: readonly SiteFile[];
}

/** The cards that a site's pictures are drawn from. */
export const siteCards = (tongue: Tongue): readonly Card[] => cardsOf(allStates, tongue);

/** The newest day up to which anything in the data is known: a site built again next year from the same data is the same. */
export const dataDay = (): string =>
  [...statusRows, ...reportingRows, ...laws, ...lessons]
    .map(({ asOf }) => asOf)
    .filter((asOf) => asOf.length === 10)
    .sort()
    .at(-1) ?? "1970-01-01";

export function buildSite({ tongue, asOf, address, publications, pictures }: SiteQuestion): readonly SiteFile[] {
  const pages: readonly Page[] = [
    homePage(tongue, asOf),
    statesPage(tongue),
    ...allStates.map((state) => statePage(state, tongue, asOf)),
    ...comparePages(tongue, asOf),
    calendarPage(tongue, asOf),
    ...libraryPages(tongue),
    lessonsPage(tongue),
    ...rightsSite(tongue),
    publicationsPage(publications, tongue),
    dataPage(tongue, asOf),
    ...aboutPages({ tongue, today: asOf, address }),
    notFoundPage(tongue),
  ];
  const all = [...pages, listOfPages(pages, tongue)];
  const files = [
    ...all.map((page) => framed(page, { tongue, address, pictures: new Set(pictures.map(({ path }) => path)) })),
    ...siteCards(tongue).map(cardDrawing),
    ...pictures,
    icon,
    ...feeds({ tongue, asOf, address }),
    ...forCrawlers(all, address),
    ...openData(asOf),
    ...publications.flatMap((one) => one.files.map(({ path, bytes }) => ({ path, bytes }))),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...files, sums(files)];
}

/** What `sha256sum --check` reads. */
function sums(files: readonly SiteFile[]): SiteFile {
  const lines = files.map(({ path, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`);
  return fileOf("sha256sums.txt", lines.join(""));
}

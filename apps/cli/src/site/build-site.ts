/** The whole site as files: the same facts and the same day give the same bytes. Reads no clock and no disk. */

import { createHash } from "node:crypto";
import { laws } from "@saksi/treaties/domestic-laws";
import { lessons } from "@saksi/treaties/lessons";
import { reportingRows } from "@saksi/treaties/reviews";
import { forPublic } from "@saksi/treaties/tracked";
import { statusRows } from "@saksi/treaties/treaty-status";
import { allStates } from "./all-states.ts";
import { type Card, cardDrawing, cardsOf, icon } from "./cards.ts";
import { feeds, forCrawlers } from "./feeds.ts";
import { framed } from "./frame.ts";
import { openData } from "./open-data.ts";
import { aboutPages, listOfPages, notFoundPage } from "./pages/about.ts";
import { abroadPage } from "./pages/abroad.ts";
import { calendarPage } from "./pages/calendar.ts";
import { comparePages } from "./pages/compare.ts";
import { dataPage } from "./pages/data.ts";
import { homePage } from "./pages/home.ts";
import { lessonsPage } from "./pages/lessons.ts";
import { libraryPages } from "./pages/library.ts";
import { mapPages } from "./pages/maps.ts";
import { type Publication, publicationPages } from "./pages/publications.ts";
import { rightsSite } from "./pages/rights.ts";
import { statePage } from "./pages/state.ts";
import { statesPage } from "./pages/states.ts";
import { fileOf, type Page, type SiteFile } from "./site-file.ts";
import type { SiteView } from "./site-view.ts";

export interface SiteQuestion {
  readonly view: SiteView;
  readonly publications: readonly Publication[];
  /** The cards as PNG, by `cardPictures`; without them no page names a picture of its own */
  readonly pictures: readonly SiteFile[];
}

/** The cards that a site's pictures are drawn from. */
export const siteCards = (view: SiteView): readonly Card[] => cardsOf(allStates, view);

/** The newest day up to which anything in the data is known: a site built again next year from the same data is the same. */
export const dataDay = (): string =>
  [...statusRows, ...reportingRows, ...laws, ...lessons]
    .map(({ asOf }) => asOf)
    .filter((asOf) => asOf.length === 10)
    .sort()
    .at(-1) ?? "1970-01-01";

export function buildSite({ view: given, publications, pictures }: SiteQuestion): readonly SiteFile[] {
  const view: SiteView = { ...given, tracked: forPublic(given.tracked) };
  const { tongue, address } = view;
  const pages: readonly Page[] = [
    homePage(view),
    statesPage(view),
    ...mapPages(view),
    ...allStates.map((state) => statePage(state, view)),
    ...comparePages(view),
    calendarPage(view),
    ...libraryPages(tongue),
    lessonsPage(tongue),
    ...rightsSite(tongue),
    abroadPage(view),
    ...publicationPages(publications, tongue),
    dataPage(view),
    ...aboutPages(view),
    notFoundPage(tongue),
  ];
  const all = [...pages, listOfPages(pages, tongue)];
  const files = [
    ...all.map((page) => framed(page, { tongue, address, pictures: new Set(pictures.map(({ path }) => path)) })),
    ...siteCards(view).map(cardDrawing),
    ...pictures,
    icon,
    ...feeds(view),
    ...forCrawlers(all, address),
    ...openData(view),
    ...publications.flatMap((one) => one.files.map(({ path, bytes }) => ({ path, bytes }))),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...files, sums(files)];
}

/** What `sha256sum --check` reads. */
function sums(files: readonly SiteFile[]): SiteFile {
  const lines = files.map(({ path, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`);
  return fileOf("sha256sums.txt", lines.join(""));
}

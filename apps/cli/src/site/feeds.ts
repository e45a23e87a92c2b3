/** What others subscribe to: a feed of what changed and a calendar of what comes; and what a crawler looks for. */

import { atlasName } from "@saksi/treaties/atlas-name";
import { writeAtom } from "@saksi/treaties/atom";
import { calendar } from "@saksi/treaties/calendar";
import { changesSince } from "@saksi/treaties/changes";
import { writeIcs } from "@saksi/treaties/ics";
import { fileOf, type Page, type SiteFile } from "./site-file.ts";
import type { SiteView } from "./site-view.ts";

const mostEntries = 60;
const calendarFrom = "2024-01-01";

/** Without an address, links in the feed are relative; names never are. */
export function feeds({ tongue, today, address, atlas }: SiteView): readonly SiteFile[] {
  const { say } = tongue;
  const at = (path: string): string => (address === null ? path : `${address}/${path}`);
  const changes = changesSince("2015-01-01", atlas).filter(({ value }) => value.on <= today);
  const atom = writeAtom({
    id: address === null ? `urn:uuid:${atlasName}` : at("feed.atom"),
    title: say("feed.title"),
    author: say("frame.site"),
    url: at("index.html"),
    selfUrl: at("feed.atom"),
    updated: today,
    language: tongue.lang,
    entries: changes.slice(0, mostEntries).map(({ value, trace }) => ({
      id: `urn:uuid:${atlasName}#${value.id}`,
      title: value.title,
      url: at(`states/${value.state.toLowerCase()}.html`),
      updated: value.on,
      summary: trace
        .map(({ source, asOf: known, confidence }) =>
          say("feed.known", { source, date: tongue.date(known), sure: tongue.word("sure", confidence) }),
        )
        .join(" "),
    })),
  });
  const ics = writeIcs(
    calendar(atlas).filter(({ on }) => on >= calendarFrom),
    {
      name: say("calendar.title"),
      stamp: today,
      urlOf: ({ state }) => (state === null || address === null ? undefined : at(`states/${state.toLowerCase()}.html`)),
    },
  );
  return [fileOf("feed.atom", atom), fileOf("calendar/saksi.ics", ics)];
}

/** A sitemap must name whole addresses: without one there is none, and the list of pages stands in. */
export function forCrawlers(pages: readonly Page[], address: string | null): readonly SiteFile[] {
  const robots = ["User-agent: *", "Allow: /", ...(address === null ? [] : [`Sitemap: ${address}/sitemap.xml`]), ""];
  if (address === null) return [fileOf("robots.txt", robots.join("\n"))];
  const urls = pages
    .filter(({ path }) => path !== "404.html")
    .map(
      ({ path, known }) =>
        `<url><loc>${address}/${path}</loc>${known === null ? "" : `<lastmod>${known.upTo}</lastmod>`}</url>`,
    );
  const sitemap = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
  return [fileOf("robots.txt", robots.join("\n")), fileOf("sitemap.xml", sitemap)];
}

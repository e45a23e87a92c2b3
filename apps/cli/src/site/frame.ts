/**
 * What stands around every page: head, navigation, the date of knowledge, the foot.
 *
 * Pages write links from the root of the site, `/states/idn.html`. Here they become relative, so that the same files work
 * from a folder, under a path and on any host. Nothing comes from elsewhere and nothing runs.
 */

import { cardSize } from "./cards.ts";
import { html, type Markup } from "./markup.ts";
import { dated } from "./pages/show.ts";
import { fileOf, type Page, type SiteFile } from "./site-file.ts";
import { style } from "./style.ts";
import type { Tongue } from "./tongue.ts";

/** The parts of the site in the order of the navigation, each with its first page. */
export const parts = [
  ["states", "/states/index.html"],
  ["compare", "/compare/index.html"],
  ["calendar", "/calendar/index.html"],
  ["library", "/library/index.html"],
  ["rights", "/rights/index.html"],
  ["publications", "/publications/index.html"],
  ["data", "/data/index.html"],
  ["about", "/about/index.html"],
] as const;

/** Shown at any depth, so its links stay as they are. */
const notFound = "404.html";

export interface Frame {
  readonly tongue: Tongue;
  /** Under which the site will be reached, such as `https://atlas.example`: for cards, canonical addresses and the sitemap */
  readonly address: string | null;
  /** Paths of the pictures that the site holds */
  readonly pictures: ReadonlySet<string>;
}

export function framed(page: Page, { tongue, address, pictures }: Frame): SiteFile {
  const { say } = tongue;
  const isHome = page.path === "index.html";
  const title = isHome ? page.title : say("frame.title", { page: page.title, site: say("frame.site") });
  // without an address, relative to the page: not everyone who shows shared links follows it then
  const whole = (path: string): string => `${address === null ? upFrom(page.path) : `${address}/`}${path}`;
  const document = html`<!doctype html>
<html lang="${tongue.lang}" dir="${tongue.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${say("frame.site")}">
${pictures.has(`${page.card}.png`) ? picture(page, whole) : null}
${
  address === null || page.path === notFound
    ? null
    : html`<meta property="og:url" content="${whole(page.path)}">
<link rel="canonical" href="${whole(page.path)}">`
}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="${say("frame.feed")}" href="/feed.atom">
<style>${{ safe: style }}</style>
${page.rules === undefined ? null : html`<style>${{ safe: page.rules }}</style>`}
</head>
<body>
<a class="skip" href="#content">${say("frame.skip")}</a>
<header class="top"><div>
<a class="name" href="/index.html">${say("frame.name")}<span>${say("frame.under")}</span></a>
<nav aria-label="${say("frame.navigation")}"><ul>
${parts.map(([part, first]) => html`<li><a href="${first}"${here(page.part === part)}>${say(`part.${part}`)}</a></li>`)}
</ul></nav>
</div></header>
<main id="content" class="${page.shape ?? "prose"}" vocab="https://schema.org/" typeof="${page.kind}">
<meta property="name" content="${page.title}"><meta property="description" content="${page.description}"><meta property="license" content="https://creativecommons.org/licenses/by/4.0/">
${page.body}
${knownWords(page, tongue)}
</main>
<footer class="foot"><div>
<p><a class="tonight" href="/rights/arrest.html">${say("frame.tonight")}</a></p>
<p>${tongue.tell("frame.terms", { licence: html`<a href="/about/cite.html">${say("frame.licence")}</a>` })}</p>
<p>${say("frame.nothing-else")}</p>
<p><a href="/about/method.html">${say("about.method")}</a> · <a href="/about/limits.html">${say("about.limits")}</a> · <a href="/about/pages.html">${say("about.pages")}</a> · <a href="/feed.atom">${say("frame.feed")}</a></p>
</div></footer>
</body>
</html>
`;
  return fileOf(page.path, page.path === notFound ? document.safe : relative(document, page.path));
}

/** What those who show a shared link look for: it must be a picture of dots, and its address whole. */
const picture = ({ card, title }: Page, whole: (path: string) => string): Markup =>
  html`<meta property="og:image" content="${whole(`${card}.png`)}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${cardSize.width}">
<meta property="og:image:height" content="${cardSize.height}">
<meta property="og:image:alt" content="${title}">
<meta name="twitter:card" content="summary_large_image">`;

const here = (isHere: boolean): Markup => (isHere ? html` aria-current="true"` : html``);

/** The newest fact is the page's date; the oldest stands beside it with what it belongs to, so that neither misleads. */
function knownWords({ known }: Page, tongue: Tongue): Markup {
  if (known === null) return html``;
  const { upTo, oldest, of } = known;
  const date = html`<time datetime="${upTo}" property="dateModified">${tongue.date(upTo)}</time>`;
  const words =
    upTo === oldest
      ? tongue.tell("frame.known", { date })
      : tongue.tell("frame.known-between", { date, oldest: dated(oldest, tongue), of: of ?? "" });
  return html`<p class="known">${words}</p>`;
}

/** Text of a page cannot hold such an attribute: its quotation marks are escaped. */
export function relative({ safe }: Markup, path: string): string {
  const up = upFrom(path);
  return safe.replace(/ (href|src)="\/(?!\/)([^"]*)"/g, (_, name: string, to: string) => ` ${name}="${up}${to}"`);
}

const upFrom = (path: string): string => "../".repeat(path.split("/").length - 1);

/** A dossier becomes one HTML file: no script, nothing from outside, pictures within. */

import type { Assets } from "./assets.ts";
import { base64, utf8 } from "./bytes.ts";
import type { Dossier } from "./dossier.ts";
import type { Edition } from "./edition.ts";
import { plainText } from "./edition.ts";
import { carried } from "./fonts.ts";
import { style } from "./style.ts";
import { blocksToXhtml, escaped, notesToXhtml, type Place, sourcesToXhtml, spoken } from "./xhtml.ts";

/**
 * Fonts that a reader's machine may not have travel inside, one weight a script; the machine's own come first.
 */
export async function renderHtml(edition: Edition, assets: Assets): Promise<Uint8Array> {
  const { dossier, words } = edition;
  const images = new Map(
    dossier.images.map(({ id, mediaType, bytes }) => [id, `data:${mediaType};base64,${base64(bytes)}`]),
  );
  const notes: Place["notes"] = [];
  const place = (prefix: string): Place => ({
    dossier,
    words,
    prefix,
    notes,
    deeper: 2,
    epub: false,
    notesBefore: 0,
    sourcesUrl: "",
    imageUrl: (id) => images.get(id) ?? "",
    contents: contents(dossier),
  });
  const sections = dossier.sections.map((section, index) => {
    const prefix = `s${index}`;
    return `<section${spoken(section)} aria-labelledby="${prefix}"><h2 id="${prefix}">${escaped(section.title)}</h2>\n${blocksToXhtml(section.blocks, place(prefix))}</section>`;
  });
  const sources =
    dossier.sources.length > 0 ? `<h2 id="sources">${escaped(words.sources)}</h2>\n${sourcesToXhtml(dossier)}` : "";
  return utf8(`<!doctype html>
<html${spoken(dossier)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<meta name="referrer" content="no-referrer">
${edition.draft ? '<meta name="robots" content="noindex">' : `<meta name="description" content="${escaped(opening(dossier))}">`}
<meta name="viewport" content="width=device-width">
<title>${escaped(dossier.title)}</title>
<style>${style}
${(await fontFaces(edition, assets)).join("\n")}</style>
</head>
<body>
<header>${pageHead(edition)}<h1>${escaped(dossier.title)}</h1></header>
<main>
${sections.join("\n")}
${notesToXhtml(place(""))}
${sources}
</main>
<footer>${pageHead(edition)}</footer>
</body>
</html>
`);
}

/** The first sentences, for who meets the file in a list of results. */
function opening({ title, sections }: Dossier): string {
  const first = sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === "paragraph");
  const text = first === undefined ? "" : plainText([first]).trim();
  return text === ""
    ? title
    : text.length > 200
      ? `${[...text]
          .slice(0, 199)
          .join("")
          .replace(/\s+\S*$/u, "")}…`
      : text;
}

const fontFaces = ({ fonts }: Edition, assets: Assets): Promise<readonly string[]> =>
  Promise.all(
    carried(fonts.families).map(async ({ name, file }) => {
      const font = base64(await assets.load(`fonts/${file}-400.ttf`));
      return `@font-face{font-family:"${name}";src:url(data:font/ttf;base64,${font})}`;
    }),
  );

/** Classification and, where it applies, the draft mark: at the head of every page there is. */
export const pageHead = ({ dossier, draft, words }: Edition): string =>
  `<div class="head"><p>${escaped(dossier.classification)}</p>${draft ? `<p class="draft">${escaped(words.draft)}</p>` : ""}</div>`;

function contents({ sections }: Dossier): string {
  const items = sections.map((section, index) => {
    const inner = section.blocks.flatMap((block, at) =>
      block.type === "heading" && block.attrs.level === 1
        ? [`<li><a href="#s${index}h${at}"${spoken(block.attrs)}>${escaped(plainText(block.content))}</a></li>`]
        : [],
    );
    return `<li><a href="#s${index}"${spoken(section)}>${escaped(section.title)}</a>${inner.length > 0 ? `<ol>${inner.join("")}</ol>` : ""}</li>`;
  });
  return `<ol>${items.join("")}</ol>`;
}

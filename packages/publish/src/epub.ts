/**
 * A dossier becomes an EPUB 3.3 book: one chapter a section, made by hand and zipped with fixed dates.
 *
 * Fonts of the scripts used are inside, whole (cutting one down breaks Tamil vowels), but for Latin, Chinese, Japanese and
 * Korean, which every reading system brings.
 */

import { type Zippable, zipSync } from "fflate";
import type { Assets } from "./assets.ts";
import { hex, utf8 } from "./bytes.ts";
import type { Sha256 } from "./dossier.ts";
import { type Edition, plainText } from "./edition.ts";
import { carried, type Family } from "./fonts.ts";
import { pageHead } from "./html.ts";
import { style } from "./style.ts";
import { blocksToXhtml, escaped, notesToXhtml, type Place, sourcesToXhtml, spoken } from "./xhtml.ts";

interface Part {
  readonly id: string;
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly properties?: string;
}

/** What EPUB asks for and a dossier has not: the day of the last change, rounded by whoever publishes. `2026-11-21` */
export interface EpubOptions {
  readonly assets: Assets;
  readonly sha256: Sha256;
  readonly day: string;
}

/** The oldest date that a zip can hold: the same bytes whenever they are made. */
const mtime = new Date(1980, 0, 1);

export async function renderEpub(edition: Edition, { assets, sha256, day }: EpubOptions): Promise<Uint8Array> {
  const { dossier } = edition;
  const families = carried(edition.fonts.families);
  const chapters = chapterParts(edition);
  const parts: Part[] = [
    ...chapters,
    { id: "nav", path: "nav.xhtml", mediaType: "application/xhtml+xml", bytes: utf8(nav(edition)), properties: "nav" },
    { id: "style", path: "style.css", mediaType: "text/css", bytes: utf8(`${fontFaces(families)}\n${style}`) },
    ...(await fontParts(families, assets)),
    ...dossier.images.map(({ id, mediaType, bytes }) => ({
      id: `i-${id}`,
      path: imagePath(id, mediaType),
      mediaType,
      bytes,
    })),
  ];
  const content = await sha256(utf8(chapters.map(({ bytes }) => new TextDecoder().decode(bytes)).join("")));
  const book: Zippable = {
    mimetype: [utf8("application/epub+zip"), { level: 0, mtime }],
    "META-INF/container.xml": [utf8(container), { mtime }],
    "EPUB/package.opf": [
      utf8(packageDocument(edition, { parts, chapters, day, identifier: uuid(content) })),
      { mtime },
    ],
  };
  for (const { path, bytes } of parts) book[`EPUB/${path}`] = [bytes, { mtime }];
  return zipSync(book, { level: 6 });
}

const imagePath = (id: string, mediaType: string): string => `${id}.${mediaType === "image/png" ? "png" : "jpg"}`;

function chapterParts(edition: Edition): readonly Part[] {
  const { dossier, words } = edition;
  let notesBefore = 0;
  const texts = dossier.sections.map((section, index) => {
    const place: Place = {
      dossier,
      words,
      notesBefore,
      prefix: `s${index}`,
      deeper: 1,
      epub: true,
      notes: [],
      sourcesUrl: "sources.xhtml",
      imageUrl: (id) => imagePath(id, dossier.images.find((image) => image.id === id)?.mediaType ?? ""),
      contents: contents(edition),
    };
    const title = index === 0 ? `<p class="title">${escaped(dossier.title)}</p>` : "";
    const body = `${title}<h1>${escaped(section.title)}</h1>\n${blocksToXhtml(section.blocks, place)}\n${notesToXhtml(place)}`;
    notesBefore += place.notes.length;
    return page(edition, { ...section, body });
  });
  if (dossier.sources.length > 0) {
    texts.push(
      page(edition, {
        title: words.sources,
        lang: dossier.lang,
        dir: dossier.dir,
        body: `<h1>${escaped(words.sources)}</h1>${sourcesToXhtml(dossier)}`,
      }),
    );
  }
  return texts.map((text, index) => {
    const path = index < dossier.sections.length ? `s${index}.xhtml` : "sources.xhtml";
    return { id: `c${index}`, path, mediaType: "application/xhtml+xml", bytes: utf8(text) };
  });
}

function page(
  edition: Edition,
  { title, body, ...said }: { title: string; lang: string; dir: "ltr" | "rtl"; body: string },
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${spoken({ lang: said.lang, dir: said.dir })}>
<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>${pageHead(edition)}
${body}
</body>
</html>
`;
}

function contents({ dossier, words }: Edition): string {
  const items = dossier.sections.map((section, index) => {
    const inner = section.blocks.flatMap((block, at) =>
      block.type === "heading" && block.attrs.level === 1
        ? [
            `<li><a href="s${index}.xhtml#s${index}h${at}"${spoken(block.attrs)}>${escaped(plainText(block.content))}</a></li>`,
          ]
        : [],
    );
    return `<li><a href="s${index}.xhtml"${spoken(section)}>${escaped(section.title)}</a>${inner.length > 0 ? `<ol>${inner.join("")}</ol>` : ""}</li>`;
  });
  if (dossier.sources.length > 0) items.push(`<li><a href="sources.xhtml">${escaped(words.sources)}</a></li>`);
  return `<ol>${items.join("")}</ol>`;
}

function nav(edition: Edition): string {
  const { dossier, words } = edition;
  const landmarks = `<nav epub:type="landmarks" hidden="hidden" aria-label="Landmarks"><ol><li><a epub:type="bodymatter" href="s0.xhtml">${escaped(dossier.title)}</a></li></ol></nav>`;
  return page(edition, {
    title: words.contents,
    lang: dossier.lang,
    dir: dossier.dir,
    body: `<nav epub:type="toc" role="doc-toc" aria-label="${escaped(words.contents)}"><h1>${escaped(words.contents)}</h1>${contents(edition)}</nav>${landmarks}`,
  });
}

async function fontParts(families: readonly Family[], assets: Assets): Promise<readonly Part[]> {
  const names = families.flatMap(({ file, faces }) => faces.map((face) => `${file}-${face}.ttf`));
  return Promise.all(
    names.map(async (name, index) => ({
      id: `f${index}`,
      path: name,
      mediaType: "font/ttf",
      bytes: await assets.load(`fonts/${name}`),
    })),
  );
}

const fontFaces = (families: readonly Family[]): string =>
  families
    .flatMap(({ name, file, faces }) =>
      faces.map(
        (face) => `@font-face{font-family:"${name}";font-weight:${face.slice(0, 3)};src:url(${file}-${face}.ttf)}`,
      ),
    )
    .join("\n");

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** Named by what it says: the same book has the same identifier (the form of UUID version 8). */
function uuid(hash: Uint8Array): string {
  const digits = hex(hash).slice(0, 32).split("");
  digits[12] = "8";
  digits[16] = "a";
  const text = digits.join("");
  return `urn:uuid:${[text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-")}`;
}

interface Packed {
  readonly parts: readonly Part[];
  readonly chapters: readonly Part[];
  readonly day: string;
  readonly identifier: string;
}

function packageDocument({ dossier, draft, words }: Edition, { parts, chapters, day, identifier }: Packed): string {
  const langs = [...new Set([dossier.lang, ...dossier.sections.map(({ lang }) => lang)])];
  const pictures = dossier.images.length > 0;
  const manifest = parts.map(
    ({ id, path, mediaType, properties }) =>
      `<item id="${id}" href="${path}" media-type="${mediaType}"${properties ? ` properties="${properties}"` : ""}/>`,
  );
  const features = [
    "structuralNavigation",
    "tableOfContents",
    "readingOrder",
    "displayTransformability",
    "alternativeText",
  ];
  const title = draft ? `${dossier.title} (${words.draft})` : dossier.title;
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${dossier.lang}" dir="${dossier.dir}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${identifier}</dc:identifier>
<dc:title>${escaped(title)}</dc:title>
${langs.map((lang) => `<dc:language>${lang}</dc:language>`).join("\n")}
<meta property="dcterms:modified">${day}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
${pictures ? '<meta property="schema:accessMode">visual</meta>\n' : ""}<meta property="schema:accessModeSufficient">textual</meta>
${features.map((feature) => `<meta property="schema:accessibilityFeature">${feature}</meta>`).join("\n")}
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Headings, contents, notes, tables with headers and text for every picture and chart.</meta>
<link rel="dcterms:conformsTo" href="http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-aa"/>
</metadata>
<manifest>
${manifest.join("\n")}
</manifest>
<spine${dossier.dir === "rtl" ? ' page-progression-direction="rtl"' : ""}>
${chapters.map(({ id }) => `<itemref idref="${id}"/>`).join("\n")}
</spine>
</package>
`;
}

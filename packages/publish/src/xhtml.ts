/** Blocks become XHTML that HTML and EPUB share. Everything is escaped here and only here. */

import type { Dossier, Section } from "./dossier.ts";
import type { Block, Chart, Footnote, Inline, List, Mark, Spoken, Table } from "./model.ts";
import type { Words } from "./words.ts";

/** Where a piece of text stands: what its anchors are called, how deep its headings start, what notes it has made so far. */
export interface Place {
  readonly dossier: Dossier;
  readonly words: Words;
  /** Makes anchors unique in one file: `s2` */
  readonly prefix: string;
  /** Added to a heading's level */
  readonly deeper: number;
  readonly epub: boolean;
  /** Number of the first note here, minus one */
  readonly notesBefore: number;
  readonly notes: Footnote[];
  /** URL of a picture, and of the list of sources */
  imageUrl(id: string): string;
  readonly sourcesUrl: string;
  /** The contents, where a `toc` block asks for it */
  readonly contents: string;
}

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

export const spoken = ({ lang, dir }: Spoken | Section | Dossier): string =>
  ` lang="${lang}" xml:lang="${lang}" dir="${dir}"`;

export const blocksToXhtml = (blocks: readonly Block[], place: Place): string =>
  blocks.map((block, index) => blockToXhtml(block, place, `${place.prefix}h${index}`)).join("\n");

function blockToXhtml(block: Block, place: Place, anchor: string): string {
  const said = spoken(block.attrs);
  switch (block.type) {
    case "heading": {
      const level = block.attrs.level + place.deeper;
      return `<h${level} id="${anchor}"${said}>${inlines(block.content, place)}</h${level}>`;
    }
    case "paragraph":
      return `<p${said}>${inlines(block.content, place)}</p>`;
    case "bulletList":
    case "orderedList":
      return listToXhtml(block, place);
    case "blockquote":
      return `<blockquote${said}>${block.content.map((inner) => blockToXhtml(inner, place, anchor)).join("")}</blockquote>`;
    case "table":
      return tableToXhtml(block, place);
    case "figure":
      return `<figure${said}><img src="${escaped(place.imageUrl(block.attrs.image))}" alt="${escaped(block.attrs.alt)}"/>${caption(block.attrs.caption)}</figure>`;
    case "chart":
      return chartToXhtml(block, place);
    case "caseReference":
      return `<p class="case"${said}><strong>${escaped(block.attrs.label)}</strong></p>`;
    case "toc":
      return `<nav${said}${place.epub ? ' epub:type="toc"' : ""} aria-label="${escaped(place.words.contents)}"><p class="title">${escaped(place.words.contents)}</p>${place.contents}</nav>`;
    default:
      return never(block);
  }
}

/** The notes of one file: asides in EPUB, so that a reader can pop them up; a list in HTML. */
export function notesToXhtml({ notes, words, epub, notesBefore, ...place }: Place): string {
  if (notes.length === 0) return "";
  const all: Place = { ...place, notes: [], words, epub, notesBefore };
  const items = notes.map((note, index) => {
    const number = notesBefore + index + 1;
    const back = `<a href="#r${number}" role="doc-backlink" aria-label="${escaped(words.back)} ${number}">↑</a>`;
    const text = inlines(note.content, all);
    return epub
      ? `<aside id="n${number}" epub:type="footnote" role="doc-footnote" aria-label="${escaped(words.note)} ${number}"><p>${number}. ${text} ${back}</p></aside>`
      : `<li id="n${number}" value="${number}">${text} ${back}</li>`;
  });
  return epub
    ? `<div class="notes">${items.join("\n")}</div>`
    : `<h2 id="notes">${escaped(words.notes)}</h2>\n<ol class="notes">${items.join("\n")}</ol>`;
}

export function sourcesToXhtml({ sources }: Dossier): string {
  const items = sources.map(({ id, text, lang, href }) => {
    const link = href ? ` <a href="${escaped(href)}" rel="noreferrer">${escaped(href)}</a>` : "";
    return `<li id="${id}" lang="${lang}" xml:lang="${lang}" dir="auto">${escaped(text)}${link}</li>`;
  });
  return `<ol class="sources">${items.join("\n")}</ol>`;
}

function inlines(nodes: readonly Inline[], place: Place): string {
  return nodes.map((node) => inline(node, place)).join("");
}

function inline(node: Inline, place: Place): string {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduce(marked, escaped(node.text));
    case "redaction":
      return `<span class="redacted">${escaped(place.words.redacted)}</span>`;
    case "citation": {
      const number = place.dossier.sources.findIndex(({ id }) => id === node.attrs.source) + 1;
      return `<a class="cite" href="${place.sourcesUrl}#${node.attrs.source}">[${number}]</a>`;
    }
    case "footnote": {
      place.notes.push(node);
      const number = place.notesBefore + place.notes.length;
      const type = place.epub ? ' epub:type="noteref"' : "";
      return `<a id="r${number}" href="#n${number}"${type} role="doc-noteref" aria-label="${escaped(place.words.note)} ${number}"><sup>${number}</sup></a>`;
    }
    default:
      return never(node);
  }
}

function marked(text: string, mark: Mark): string {
  switch (mark.type) {
    case "strong":
      return `<strong>${text}</strong>`;
    case "em":
      return `<em>${text}</em>`;
    case "lang":
      return `<span${spoken(mark.attrs)}>${text}</span>`;
    case "link":
      return `<a href="${escaped(mark.attrs.href)}" rel="noreferrer">${text}</a>`;
    default:
      return never(mark);
  }
}

function listToXhtml(list: List, place: Place): string {
  const tag = list.type === "bulletList" ? "ul" : "ol";
  const items = list.content.map(
    (item) => `<li${spoken(item.attrs)}>${item.content.map((inner) => blockToXhtml(inner, place, "")).join("")}</li>`,
  );
  return `<${tag}${spoken(list.attrs)}>${items.join("")}</${tag}>`;
}

function tableToXhtml({ attrs, content }: Table, place: Place): string {
  const rows = (from: number, to: number, tag: string): string =>
    content
      .slice(from, to)
      .map(({ content: cells }) => {
        const inner = cells.map(
          (cell) => `<${tag}${spoken(cell.attrs)}>${inlines(cell.content, place)}</${tag === "td" ? "td" : "th"}>`,
        );
        return `<tr>${inner.join("")}</tr>`;
      })
      .join("");
  const body =
    content.length > attrs.headerRows ? `<tbody>${rows(attrs.headerRows, content.length, "td")}</tbody>` : "";
  return `<table${spoken(attrs)}><caption>${escaped(attrs.caption)}</caption><thead>${rows(0, attrs.headerRows, 'th scope="col"')}</thead>${body}</table>`;
}

/** A drawing whose every fact is also text beside it: rows of a table, steps of a list. */
function chartToXhtml({ attrs }: Chart, { words }: Place): string {
  const { data } = attrs;
  const open = `<figure class="chart" aria-label="${escaped(attrs.alt)}"${spoken(attrs)}>`;
  const row = (label: string, from: number, share: number, value: string): string =>
    `<tr><th scope="row">${escaped(label)}</th><td class="draw"><span class="bar" style="margin-inline-start:${percent(from)};width:${percent(share)}"></span></td><td>${escaped(value)}</td></tr>`;
  let drawing: string;
  if (data.kind === "bar") {
    const most = Math.max(1, ...data.bars.map(({ value }) => value));
    drawing = `<table>${data.bars.map(({ label, value }) => row(label, 0, value / most, String(value))).join("")}</table>`;
  } else if (data.kind === "timeline") {
    drawing = `<table>${data.spans.map(({ label, when, from, to }) => row(label, from, Math.max(to - from, 0.012), when)).join("")}</table>`;
  } else {
    const rungs = data.rungs.map(
      ({ label, state, note }) =>
        `<li class="${state}">${escaped(label)}${note ? ` – ${escaped(note)}` : ""} <span class="state">${escaped(words.rung[state])}</span></li>`,
    );
    drawing = `<ol class="ladder">${rungs.join("")}</ol>`;
  }
  return `${open}${drawing}${caption(attrs.caption)}</figure>`;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
const caption = (text: string): string => (text === "" ? "" : `<figcaption>${escaped(text)}</figcaption>`);

/** The switch above names every node; a new one does not compile until it is drawn. */
function never(node: never): never {
  throw new Error(`unknown node ${(node as { type?: string }).type}`);
}

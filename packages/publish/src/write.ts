/** Nodes of the document model, made in one place each. Direction follows the language. */

import type { Section } from "./dossier.ts";
import { dirOf } from "./lang.ts";
import type {
  Block,
  Blockquote,
  Footnote,
  Heading,
  Inline,
  List,
  Mark,
  Paragraph,
  Spoken,
  Table,
  Text,
} from "./model.ts";

export const spokenIn = (lang: string): Spoken => ({ lang, dir: dirOf(lang) });

export const text = (words: string, ...marks: readonly Mark[]): Text =>
  marks.length > 0 ? { type: "text", text: words, marks } : { type: "text", text: words };

export const footnote = (...content: Footnote["content"]): Footnote => ({ type: "footnote", content });

export const heading = (lang: string, level: number, ...content: readonly Inline[]): Heading => ({
  type: "heading",
  attrs: { ...spokenIn(lang), level },
  content,
});

export const paragraph = (lang: string, ...content: readonly Inline[]): Paragraph => ({
  type: "paragraph",
  attrs: spokenIn(lang),
  content,
});

/** Plain text as paragraphs: an empty line ends one, other breaks are spaces. */
export const paragraphs = (lang: string, words: string): readonly Paragraph[] =>
  words
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s+/g, " ").trim())
    .filter((one) => one !== "")
    .map((one) => paragraph(lang, text(one)));

export const bullets = (lang: string, lines: readonly (readonly Inline[])[]): List => ({
  type: "bulletList",
  attrs: spokenIn(lang),
  content: lines.map((line) => ({ type: "listItem", attrs: spokenIn(lang), content: [paragraph(lang, ...line)] })),
});

/** A table whose first row is its head. */
export const table = (lang: string, caption: string, rows: readonly (readonly string[])[]): Table => ({
  type: "table",
  attrs: { ...spokenIn(lang), caption, headerRows: 1 },
  content: rows.map((cells) => ({
    type: "tableRow",
    content: cells.map((cell) => ({
      type: "tableCell",
      attrs: spokenIn(lang),
      content: cell === "" ? [] : [text(cell)],
    })),
  })),
});

export const section = (title: string, lang: string, blocks: readonly Block[]): Section => ({
  title,
  ...spokenIn(lang),
  blocks,
});

export const blockquote = (lang: string, content: readonly Paragraph[]): Blockquote => ({
  type: "blockquote",
  attrs: spokenIn(lang),
  content,
});

/**
 * A dossier becomes a Word file. Fonts are named, not embedded; charts are tables of their facts.
 */

import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { repacked } from "./docx-repack.ts";
import { docxStyles } from "./docx-styles.ts";
import { type Edition, plainText } from "./edition.ts";
import { familiesFor } from "./fonts.ts";
import type { Block, Chart, Footnote, Inline, List, Table as ModelTable, Spoken } from "./model.ts";

interface Writing {
  readonly edition: Edition;
  readonly notes: Footnote[];
  /** Ordered lists so far: each counts from one */
  lists: number;
}

export async function renderDocx(edition: Edition): Promise<Uint8Array> {
  const { dossier, words } = edition;
  const writing: Writing = { edition, notes: [], lists: 0 };
  const body = dossier.sections.flatMap(({ title, blocks, ...said }, section) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      bidirectional: said.dir === "rtl",
      children: [new Bookmark({ id: `part${section}`, children: [run(title, said)] })],
    }),
    ...blocks.flatMap((block, at) => blockChildren(block, writing, `part${section}_${at}`)),
  ]);
  const document = new Document({
    title: dossier.title,
    creator: "Saksi",
    lastModifiedBy: "Saksi",
    numbering: {
      config: [
        {
          reference: "steps",
          levels: [0, 1, 2].map((level) => ({
            level,
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            alignment: AlignmentType.START,
            style: { paragraph: { indent: { start: 480 * (level + 1), hanging: 360 } } },
          })),
        },
      ],
    },
    styles: docxStyles,
    footnotes: footnotesOf(writing),
    sections: [
      {
        headers: { default: new Header({ children: [pageHead(edition)] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.END,
                children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            bidirectional: dossier.dir === "rtl",
            children: [run(dossier.title, dossier)],
          }),
          ...body,
          ...(dossier.sources.length > 0 ? sourceChildren(edition, words.sources) : []),
        ],
      },
    ],
  });
  return repacked(new Uint8Array(await Packer.toArrayBuffer(document)));
}

const pageHead = ({ dossier, draft, words }: Edition): Paragraph =>
  new Paragraph({
    bidirectional: dossier.dir === "rtl",
    children: [
      run(dossier.classification, dossier),
      ...(draft ? [run("  ·  ", dossier), run(words.draft, dossier, { bold: true })] : []),
    ],
  });

/** A run in its language: the fonts for its letters, the side it starts from. */
function run(
  text: string,
  { lang, dir }: Spoken,
  looks: { readonly bold?: boolean; readonly italics?: boolean; readonly style?: string } = {},
): TextRun {
  const [latin, ...others] = familiesFor(lang).map(({ name }) => name);
  const font = latin ?? "Noto Sans";
  const base = lang.split("-")[0] ?? lang;
  const eastAsia = others.find((name) => /SC$|JP$|KR$/.test(name)) ?? font;
  const complex = scriptFonts[base] ?? font;
  const rtl = dir === "rtl";
  return new TextRun({
    text,
    ...looks,
    rightToLeft: rtl,
    ...(scriptFonts[base] !== undefined && looks.bold && { boldComplexScript: true }),
    font: { ascii: complex, hAnsi: complex, cs: complex, eastAsia },
    language:
      rtl || scriptFonts[base] !== undefined
        ? { value: "en-US", bidirectional: lang }
        : ["zh", "ja", "ko"].includes(base)
          ? { value: "en-US", eastAsia: lang }
          : { value: lang },
  });
}

const scriptFonts: Readonly<Record<string, string>> = {
  th: "Noto Sans Thai",
  lo: "Noto Sans Lao",
  km: "Noto Sans Khmer",
  my: "Noto Sans Myanmar",
  hi: "Noto Sans Devanagari",
  ne: "Noto Sans Devanagari",
  mr: "Noto Sans Devanagari",
  si: "Noto Sans Sinhala",
  ta: "Noto Sans Tamil",
  bn: "Noto Sans Bengali",
  ur: "Noto Nastaliq Urdu",
  ar: "Noto Naskh Arabic",
  fa: "Noto Naskh Arabic",
  ps: "Noto Naskh Arabic",
};

function blockChildren(block: Block, writing: Writing, anchor: string): readonly FileChild[] {
  const { dossier } = writing.edition;
  const said = block.attrs;
  const bidirectional = said.dir === "rtl";
  switch (block.type) {
    case "heading": {
      const level = ([HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const)[
        block.attrs.level - 1
      ];
      return [
        new Paragraph({
          heading: level ?? HeadingLevel.HEADING_4,
          bidirectional,
          children: [new Bookmark({ id: anchor, children: inlineRuns(block.content, said, writing) })],
        }),
      ];
    }
    case "paragraph":
      return [
        new Paragraph({ bidirectional, spacing: { after: 120 }, children: inlineRuns(block.content, said, writing) }),
      ];
    case "bulletList":
    case "orderedList":
      return listChildren(block, writing, 0);
    case "blockquote":
      return block.content.map(
        (inner) =>
          new Paragraph({
            bidirectional,
            indent: { start: 480 },
            spacing: { after: 120 },
            children: inlineRuns(inner.content, inner.attrs, writing),
          }),
      );
    case "table":
      return tableChildren(block, writing);
    case "figure": {
      const image = dossier.images.find(({ id }) => id === block.attrs.image);
      if (image === undefined) return [];
      const width = Math.min(image.width, 560);
      const picture = new ImageRun({
        type: image.mediaType === "image/png" ? "png" : "jpg",
        data: image.bytes,
        transformation: { width, height: Math.round((image.height * width) / image.width) },
        altText: { name: image.id, title: image.id, description: block.attrs.alt },
      });
      return [new Paragraph({ children: [picture] }), ...captionOf(block.attrs.caption, said)];
    }
    case "chart":
      return [chartTable(block, writing), ...captionOf(block.attrs.caption || block.attrs.alt, said)];
    case "caseReference":
      return [new Paragraph({ bidirectional, children: [run(block.attrs.label, said, { bold: true })] })];
    case "toc":
      return contentsOf(writing.edition);
    default:
      return block satisfies never;
  }
}

/**
 * Plain links, without numbers of pages: only a word processor that lays out the text knows those, and a field that asks it
 * greets the reader with a warning about other files.
 */
const contentsOf = ({ dossier, words }: Edition): readonly Paragraph[] => [
  new Paragraph({
    style: "ContentsTitle",
    bidirectional: dossier.dir === "rtl",
    children: [run(words.contents, dossier)],
  }),
  ...dossier.sections.flatMap((section, at) => [
    contentsEntry(section.title, section, `part${at}`, 0),
    ...section.blocks.flatMap((block, within) =>
      block.type === "heading" && block.attrs.level === 1
        ? [contentsEntry(plainText(block.content), block.attrs, `part${at}_${within}`, 1)]
        : [],
    ),
  ]),
];

const contentsEntry = (title: string, said: Spoken, anchor: string, level: number): Paragraph =>
  new Paragraph({
    bidirectional: said.dir === "rtl",
    indent: { start: level * 360 },
    spacing: { after: 40 },
    children: [new InternalHyperlink({ anchor, children: [run(title, said, { style: "Hyperlink" })] })],
  });

const captionOf = (caption: string, said: Spoken): readonly Paragraph[] =>
  caption === ""
    ? []
    : [
        new Paragraph({
          bidirectional: said.dir === "rtl",
          spacing: { after: 160 },
          children: [run(caption, said, { italics: true })],
        }),
      ];

function listChildren(list: List, writing: Writing, level: number): readonly Paragraph[] {
  if (list.type === "orderedList") writing.lists += 1;
  const look =
    list.type === "bulletList"
      ? { bullet: { level } }
      : { numbering: { reference: "steps", level, instance: writing.lists } };
  return list.content.flatMap(({ content }) =>
    content.flatMap((inner) =>
      inner.type === "paragraph"
        ? [
            new Paragraph({
              bidirectional: inner.attrs.dir === "rtl",
              spacing: { after: 60 },
              ...look,
              children: inlineRuns(inner.content, inner.attrs, writing),
            }),
          ]
        : listChildren(inner, writing, level + 1),
    ),
  );
}

function tableChildren({ attrs, content }: ModelTable, writing: Writing): readonly FileChild[] {
  const rows = content.map(
    ({ content: cells }, index) =>
      new TableRow({
        tableHeader: index < attrs.headerRows,
        cantSplit: true,
        children: cells.map((cell) => {
          const bidirectional = cell.attrs.dir === "rtl";
          const bold = index < attrs.headerRows;
          return new TableCell({
            children: [new Paragraph({ bidirectional, children: inlineRuns(cell.content, cell.attrs, writing, bold) })],
          });
        }),
      }),
  );
  const table = new Table({
    rows,
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: attrs.dir === "rtl",
  });
  return [...captionOf(attrs.caption, attrs), table, new Paragraph({})];
}

function chartTable({ attrs }: Chart, { edition }: Writing): Table {
  const { data } = attrs;
  const rows =
    data.kind === "bar"
      ? data.bars.map(({ label, value }) => [label, String(value)])
      : data.kind === "timeline"
        ? data.spans.map(({ label, when }) => [label, when])
        : data.rungs.map(({ label, note, state }) => [label, note, edition.words.rung[state]]);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: attrs.dir === "rtl",
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (cell) =>
              new TableCell({
                children: [new Paragraph({ bidirectional: attrs.dir === "rtl", children: [run(cell, attrs)] })],
              }),
          ),
        }),
    ),
  });
}

function inlineRuns(nodes: readonly Inline[], said: Spoken, writing: Writing, bold = false): ParagraphChild[] {
  return nodes.map((node): ParagraphChild => {
    switch (node.type) {
      case "text": {
        const marks = node.marks ?? [];
        const lang = marks.find(({ type }) => type === "lang");
        const link = marks.find(({ type }) => type === "link");
        const own = lang?.type === "lang" ? lang.attrs : said;
        // A run that says "not bold" would undo the look of its heading.
        const looks = {
          ...((bold || marks.some(({ type }) => type === "strong")) && { bold: true }),
          ...(marks.some(({ type }) => type === "em") && { italics: true }),
        };
        if (link?.type === "link")
          return new ExternalHyperlink({
            link: link.attrs.href,
            children: [run(node.text, own, { ...looks, style: "Hyperlink" })],
          });
        return run(node.text, own, looks);
      }
      case "redaction":
        return run(writing.edition.words.redacted, said);
      case "citation": {
        const number = writing.edition.dossier.sources.findIndex(({ id }) => id === node.attrs.source) + 1;
        return new InternalHyperlink({ anchor: node.attrs.source, children: [run(`[${number}]`, said)] });
      }
      case "footnote":
        writing.notes.push(node);
        return new FootnoteReferenceRun(writing.notes.length);
      default:
        return node satisfies never;
    }
  });
}

/** Notes are collected while the body is written, so this comes after it. Their language is that of the document. */
function footnotesOf(writing: Writing): Record<string, { children: Paragraph[] }> {
  const { dossier } = writing.edition;
  const said = { lang: dossier.lang, dir: dossier.dir };
  return Object.fromEntries(
    writing.notes.map(({ content }, index) => [
      String(index + 1),
      { children: [new Paragraph({ children: inlineRuns(content, said, writing) })] },
    ]),
  );
}

function sourceChildren({ dossier }: Edition, title: string): readonly Paragraph[] {
  const items = dossier.sources.map(({ id, text, href, lang }, index) => {
    const said: Spoken = { lang, dir: "ltr" };
    const link =
      href === undefined
        ? []
        : [run(" ", said), new ExternalHyperlink({ link: href, children: [run(href, said, { style: "Hyperlink" })] })];
    return new Paragraph({
      children: [new Bookmark({ id, children: [run(`${index + 1}. `, said)] }), run(text, said), ...link],
    });
  });
  return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title, dossier)] }), ...items];
}

/**
 * What a document may contain: ProseMirror JSON with a closed schema. An editor reads and writes it as it is; every
 * renderer is an exhaustive switch over it, so nothing is lost silently.
 *
 * Language and direction stand on every block. A redaction holds neither the text nor its length.
 */

import type { Dir } from "./lang.ts";

/** What every block says about its text. `dir` follows from `lang`; both are written so that a renderer only copies. */
export interface Spoken {
  readonly lang: string;
  readonly dir: Dir;
}

export type Mark =
  | { readonly type: "strong" }
  | { readonly type: "em" }
  | { readonly type: "lang"; readonly attrs: Spoken }
  /** https only */
  | { readonly type: "link"; readonly attrs: { readonly href: string } };

export interface Text {
  readonly type: "text";
  readonly text: string;
  readonly marks?: readonly Mark[];
}
/** A note's own text holds no further notes. */
export interface Footnote {
  readonly type: "footnote";
  readonly content: readonly (Text | Citation | Redaction)[];
}
/** Points at a source of the dossier by its id. */
export interface Citation {
  readonly type: "citation";
  readonly attrs: { readonly source: string };
}
/** Something was here. What, and how long it was, is gone. */
export interface Redaction {
  readonly type: "redaction";
}
export type Inline = Text | Footnote | Citation | Redaction;

export interface Heading {
  readonly type: "heading";
  /** 1 to 3 inside a section; never skips a level. Holds no footnote, since it is copied to the contents. */
  readonly attrs: Spoken & { readonly level: number };
  readonly content: readonly Inline[];
}
export interface Paragraph {
  readonly type: "paragraph";
  readonly attrs: Spoken;
  readonly content: readonly Inline[];
}
export interface List {
  readonly type: "bulletList" | "orderedList";
  readonly attrs: Spoken;
  readonly content: readonly ListItem[];
}
export interface ListItem {
  readonly type: "listItem";
  readonly attrs: Spoken;
  readonly content: readonly (Paragraph | List)[];
}
export interface Blockquote {
  readonly type: "blockquote";
  readonly attrs: Spoken;
  readonly content: readonly Paragraph[];
}
export interface Table {
  readonly type: "table";
  readonly attrs: Spoken & { readonly caption: string; readonly headerRows: number };
  readonly content: readonly TableRow[];
}
export interface TableRow {
  readonly type: "tableRow";
  readonly content: readonly TableCell[];
}
export interface TableCell {
  readonly type: "tableCell";
  readonly attrs: Spoken;
  readonly content: readonly Inline[];
}
export interface Figure {
  readonly type: "figure";
  /** `image` names one of the dossier's images */
  readonly attrs: Spoken & { readonly image: string; readonly alt: string; readonly caption: string };
}
export interface Chart {
  readonly type: "chart";
  readonly attrs: Spoken & { readonly alt: string; readonly caption: string; readonly data: ChartData };
}
export type ChartData =
  | { readonly kind: "bar"; readonly bars: readonly { readonly label: string; readonly value: number }[] }
  /** Uncertain dates as ranges: `from` and `to` place the bar (0 to 1 of the width), `when` says it in words */
  | {
      readonly kind: "timeline";
      readonly spans: readonly {
        readonly label: string;
        readonly when: string;
        readonly from: number;
        readonly to: number;
      }[];
    }
  | {
      readonly kind: "ladder";
      readonly rungs: readonly { readonly label: string; readonly state: RungState; readonly note: string }[];
    };
export type RungState = "reached" | "waiting" | "refused" | "not-reached";

/** A case as this publication calls it. Never the case code. */
export interface CaseReference {
  readonly type: "caseReference";
  readonly attrs: Spoken & { readonly label: string };
}
/** The contents are made here, from sections and headings. */
export interface Toc {
  readonly type: "toc";
  readonly attrs: Spoken;
}
export type Block = Heading | Paragraph | List | Blockquote | Table | Figure | Chart | CaseReference | Toc;

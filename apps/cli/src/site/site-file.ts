/** What a built site is: files by path, and pages before they are files. */

import type { Markup } from "./markup.ts";

export interface SiteFile {
  /** From the root of the site, with `/`, such as `states/idn.html` */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** How far what a page says is known: its newest fact, and its oldest. A year, month or day. */
export interface Known {
  readonly upTo: string;
  readonly oldest: string;
  /** The source of the oldest fact; `null`: the page has one date alone */
  readonly of: string | null;
}

export interface Page {
  readonly path: string;
  readonly title: string;
  /** One sentence for a search engine or someone who quotes the page */
  readonly description: string;
  /** Which part of the site it belongs to: a key of the navigation; `null`: of none */
  readonly part: string | null;
  /** `null`: it says nothing that ages */
  readonly known: Known | null;
  /** Of the social card, from the root of the site, without its ending */
  readonly card: string;
  /** What the page is about, in words of schema.org: WebPage, Dataset, Book */
  readonly kind: string;
  readonly body: Markup;
  /** A class of the article: `wide` for tables */
  readonly shape?: string;
  /** Rules of style that this page alone needs */
  readonly rules?: string;
}

export const fileOf = (path: string, content: string): SiteFile => ({ path, bytes: new TextEncoder().encode(content) });

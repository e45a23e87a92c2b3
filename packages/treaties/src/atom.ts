/** A feed (RFC 4287) of what changed. Pure text: no clock; `updated` is the newest entry's or the data's own day. */

import { firstDay } from "@saksi/domain/partial-date";

export interface FeedEntry {
  /** An address that never changes */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** A date as exact as known; a month counts from its first day */
  readonly updated: string;
  readonly summary: string;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly url: string;
  /** Where the feed itself lies */
  readonly selfUrl: string;
  /** Day up to which the data is known */
  readonly updated: string;
  readonly language: string;
  readonly entries: readonly FeedEntry[];
}

/** The feed as the text of an `.atom` file, `application/atom+xml; charset=utf-8`. */
export const writeAtom = (feed: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    ...head(feed),
    `  <link rel="self" type="application/atom+xml" href="${escaped(feed.selfUrl)}"/>`,
    `  <author><name>${escaped(feed.author)}</name></author>`,
    ...feed.entries.flatMap((entry) => [
      "  <entry>",
      ...head(entry).map((line) => `  ${line}`),
      `    <summary>${escaped(entry.summary)}</summary>`,
      "  </entry>",
    ]),
    "</feed>",
    "",
  ].join("\n");

const head = ({ id, title, url, updated }: Pick<FeedEntry, "id" | "title" | "url" | "updated">): readonly string[] => [
  `  <id>${escaped(id)}</id>`,
  `  <title>${escaped(title)}</title>`,
  `  <updated>${firstDay(updated) ?? "1970-01-01"}T00:00:00Z</updated>`,
  `  <link rel="alternate" href="${escaped(url)}"/>`,
];

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Marks as entities; characters that XML forbids are left out. */
const escaped = (text: string): string =>
  [...text]
    .filter((character) => /[\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(character))
    .map((character) => marks[character] ?? character)
    .join("");

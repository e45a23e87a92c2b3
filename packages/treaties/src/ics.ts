/** A calendar file (RFC 5545): whole days, folded lines, names that stay. Pure text; the stamp comes in. */

import { addDays } from "@saksi/domain/day";
import type { Day } from "@saksi/domain/partial-date";
import { atlasName } from "./atlas-name.ts";
import type { CalendarEntry } from "./calendar.ts";

export interface IcsOptions {
  readonly name: string;
  /** The day the data was last known: `DTSTAMP`, so that the same data gives the same bytes */
  readonly stamp: Day;
  /** Where an entry's page is */
  readonly urlOf?: (entry: CalendarEntry) => string | undefined;
}

/** The calendar as the bytes of a `.ics` file, `text/calendar; charset=utf-8`. */
export function writeIcs(entries: readonly CalendarEntry[], { name, stamp, urlOf }: IcsOptions): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Saksi//Atlas//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => [
      "BEGIN:VEVENT",
      `UID:${entry.id}@${atlasName}`,
      `DTSTAMP:${compact(stamp)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(entry.on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(entry.until ?? entry.on, 1))}`,
      `SUMMARY:${escaped(entry.title)}`,
      `DESCRIPTION:${escaped([entry.note, ...sourcesOf(entry)].join("\n"))}`,
      `CATEGORIES:${escaped(entry.kind)}`,
      ...[urlOf?.(entry)].flatMap((url) => (url === undefined ? [] : [`URL:${url}`])),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

const sourcesOf = ({ trace }: CalendarEntry): readonly string[] =>
  trace.map(({ source, asOf, confidence }) => `Source: ${source}; known up to ${asOf}; confidence ${confidence}.`);

const compact = (day: Day): string => day.replaceAll("-", "");

/** Marks and line ends as the format wants them; other control characters, which it forbids, are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r?\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

/** At most 75 octets a line; what follows begins with a space. A character is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

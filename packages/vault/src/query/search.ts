/**
 * Words anywhere in what this member may open, newest first. A name is found with a spelling slip. What identifying
 * fields say is never in an answer: a hit there says only that a name matched.
 */

import type { HitRow, Questions } from "../port.ts";
import { hidesText, namesIn, snippetTexts } from "../projection/search-columns.ts";
import { snippet } from "../search/snippet.ts";
import { isNearName, nameQuery } from "../search/trigrams.ts";
import { sql } from "../sql.ts";
import { amongAsked, wordsAsked } from "./found.ts";
import { type FoundRecord, type Reader, recordNumbered } from "./record-row.ts";

type Asks = Questions["search"]["asks"];

const usualLimit = 50;
const mostNamesCompared = 300;

export function search(reader: Reader, asks: Asks): readonly HitRow[] {
  const among = amongAsked(reader, asks);
  const query = wordsAsked(asks.words);
  if (query === undefined || among === "nothing") return [];
  const { limit = usualLimit } = asks;
  const newest = (columns: string) =>
    reader.db
      .all<{ rowid: number }>(sql`
        select rowid from found where found match ${`${columns} : (${query})${among}`} order by rowid desc limit ${limit}`)
      .map(({ rowid }) => rowid);
  const found = newest("{words hidden}");
  const names = named(reader, asks.words, among);
  const rids = [...new Set([...found, ...names])].sort((one, other) => other - one).slice(0, limit);
  const records = rids.flatMap((rid) => recordNumbered(reader, rid) ?? []);
  // Asked a second time only where something could have matched that must not be shown.
  const mayHide = names.length > 0 || records.some(({ row }) => hidesText(row.type));
  const shown = new Set(mayHide ? newest("words") : found);
  return records.map((record) => hit(record, { words: asks.words, byName: !shown.has(record.rid) }));
}

/** Records whose names are like the words asked for. */
function named(reader: Reader, words: string, among: string): readonly number[] {
  const query = nameQuery(words);
  if (query === undefined) return [];
  const near = reader.db.all<{ rowid: number }>(sql`
    select rowid from found where found match ${`names : (${query})${among}`} order by rank limit ${mostNamesCompared}`);
  return near
    .map(({ rowid }) => rowid)
    .filter((rid) => {
      const record = recordNumbered(reader, rid);
      return record && namesIn(record.row.type, record.standing).some((name) => isNearName(words, name));
    });
}

function hit({ row }: FoundRecord, { words, byName }: { readonly words: string; readonly byName: boolean }): HitRow {
  const { id, space, type, title, case: caseId, fields } = row;
  const texts = byName ? [] : snippetTexts(type, fields);
  return { id, space, type, title, case: caseId, snippet: textAround(texts, words), byName };
}

/** Around the hit in the first text that has one of the words as it was typed; else the beginning of the first. */
function textAround(texts: readonly string[], words: string): string {
  const asked = words.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
  const hasWord = (text: string) => asked.some((word) => text.normalize("NFC").toLowerCase().includes(word));
  const text = texts.find(hasWord) ?? texts[0];
  return text === undefined ? "" : snippet(text, words);
}

/**
 * Words anywhere in what this member may open, newest first. A name is found with a spelling slip. What identifying
 * fields say is never in an answer: a hit there says only that a name matched.
 */

import type { HitRow, Questions } from "../port.ts";
import { hidesText, namesIn, searchedTexts, shownTexts, snippetTexts } from "../projection/search-columns.ts";
import { snippet } from "../search/snippet.ts";
import { findsIn, isBroad } from "../search/tokens.ts";
import { isNearName, nameQuery } from "../search/trigrams.ts";
import { sql } from "../sql.ts";
import { amongAsked, wordsAsked } from "./found.ts";
import { matching } from "./matching.ts";
import { type FoundRecord, type Reader, recordNumbered } from "./record-row.ts";

type Asks = Questions["search"]["asks"];

const usualLimit = 50;
const mostNamesCompared = 300;
const mostLookedThrough = 400;
/** Of the first fifty, at least five must hold it: else fifty would not be among the four hundred. */
const tellsEnough = 50;

type Finds = (texts: readonly string[]) => boolean;

export function search(reader: Reader, asks: Asks): readonly HitRow[] {
  const among = amongAsked(reader, asks);
  const query = wordsAsked(asks.words);
  if (query === undefined || among === "nothing") return [];
  const { limit = usualLimit } = asks;
  const finds = findsIn(asks.words);
  const found = (isBroad(asks.words) && amongNewest(reader, { asks, finds, limit })) || newestFound();
  const names = named(reader, asks.words, among);
  const rids = [...new Set([...found, ...names])].sort((one, other) => other - one).slice(0, limit);
  return rids.flatMap((rid) => {
    const record = recordNumbered(reader, rid);
    return record ? hit(record, asks.words, finds) : [];
  });

  function newestFound(): readonly number[] {
    const question = `{words hidden} : (${query})${among}`;
    const rows = reader.db.all<{ rowid: number }>(sql`
      select rowid from found where found match ${question} order by rowid desc limit ${limit}`);
    return rows.map(({ rowid }) => rowid);
  }
}

/**
 * What a letter or two find is in almost every record: the newest are looked through themselves. Null where they do not
 * hold enough; then few records do, and the index is quick.
 */
function amongNewest(
  reader: Reader,
  { asks, finds, limit }: { readonly asks: Asks; readonly finds: Finds; readonly limit: number },
): readonly number[] | null {
  const newest = reader.db.all<{ rid: number }>(sql`
    select rid from record where ${matching(reader, { space: asks.space, type: asks.type })}
      order by rid desc limit ${mostLookedThrough}`);
  const found: number[] = [];
  for (const [index, { rid }] of newest.entries()) {
    if (index === tellsEnough && found.length < tellsEnough / 10) return null;
    const record = recordNumbered(reader, rid);
    if (record && finds(searchedTexts(record.row.type, record.standing))) found.push(rid);
    if (found.length === limit) return found;
  }
  return null;
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

function hit({ row, standing }: FoundRecord, words: string, finds: Finds): HitRow {
  const { id, space, type, title, case: caseId, fields } = row;
  const texts = snippetTexts(type, fields);
  const byName = hidesText(type) && !finds(shownTexts(type, standing));
  return { id, space, type, title, case: caseId, snippet: byName ? "" : textAround(texts, words), byName };
}

/** Around the hit in the first text that has one of the words as it was typed; else the beginning of the first. */
function textAround(texts: readonly string[], words: string): string {
  const asked = words.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
  const hasWord = (text: string) => asked.some((word) => text.normalize("NFC").toLowerCase().includes(word));
  const text = texts.find(hasWord) ?? texts[0];
  return text === undefined ? "" : snippet(text, words);
}

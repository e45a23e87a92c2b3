/** A list of one type: filtered, in an order, a page at a time. Never scans bodies unless a filter has no other way. */

import { recordTypeNamed } from "@saksi/domain/record-types";
import type { Value } from "@saksi/domain/value";
import type { Questions, RecordRow } from "../port.ts";
import { facetAsked, holds } from "../projection/facets.ts";
import { joined, type Statement, sql } from "../sql.ts";
import { narrowedBy } from "./found.ts";
import { matching } from "./matching.ts";
import { type Reader, rowsOf } from "./record-row.ts";

type Asks = Questions["records"]["asks"];

export function records(reader: Reader, asks: Asks): readonly RecordRow[] {
  const found = foundAsked(reader, asks);
  if (found === "nothing") return [];
  const where = joined([matching(reader, asks), ...(found ? [inFound(reader, found, asks)] : [])], sql` and `);
  const sorted = sql`select rid from record where ${where} order by ${order(asks)}`;
  const page = (limit: number, offset: number) =>
    reader.db.all<{ rid: number }>(sql`${sorted} limit ${limit} offset ${offset}`).map(({ rid }) => rid);
  const { limit = -1, offset = 0 } = asks;
  const held = Object.entries(asks.where ?? {});
  return held.length === 0 ? rowsOf(reader, page(limit, offset)) : heldPage(reader, { held, limit, offset, page });
}

const mostLookedAt = 500;

/** Looks at the records themselves: a facet is a hash, and long fields have none. Stops when the page is full. */
function heldPage(
  reader: Reader,
  given: {
    readonly held: readonly (readonly [string, Value])[];
    readonly limit: number;
    readonly offset: number;
    readonly page: (limit: number, offset: number) => readonly number[];
  },
): readonly RecordRow[] {
  const rows: RecordRow[] = [];
  const wanted = given.limit < 0 ? mostLookedAt : given.limit + given.offset;
  const lookedAt = Math.min(mostLookedAt, Math.max(wanted, 20));
  let passed = 0;
  for (let from = 0; ; from += lookedAt) {
    const rids = given.page(lookedAt, from);
    for (const row of rowsOf(reader, rids)) {
      if (given.limit >= 0 && rows.length >= given.limit) return rows;
      if (!given.held.every(([name, value]) => holds(row.fields[name], value))) continue;
      passed += 1;
      if (passed > given.offset) rows.push(row);
    }
    if (rids.length < lookedAt) return rows;
  }
}

/** What to ask the search index for; undefined when it need not be asked. */
function foundAsked({ text }: Reader, { type, words, where = {} }: Asks): string | "nothing" | undefined {
  const declared = recordTypeNamed(type);
  // While the index lags it would leave records out: then the records themselves are looked at.
  const indexed = text.isWhole() ? Object.entries(where) : [];
  const facets = indexed.flatMap(([name, value]) => facetAsked(declared, name, value) ?? []);
  const asked = facets.map((facet) => `facets : ${facet}`);
  if (words !== undefined && words.trim() !== "") {
    const query = narrowedBy(words);
    if (query === "nothing") return "nothing";
    asked.push(query);
  }
  return asked.length === 0 ? undefined : asked.map((each) => `(${each})`).join(" AND ");
}

const mostToSort = 2000;

/**
 * Few that match are looked up and sorted. Of many, the list is walked in its order: those that do not match are skipped,
 * by the index where words are asked for, else by looking at the records, as is done anyway.
 */
function inFound({ db }: Reader, query: string, { words }: Asks): Statement {
  const rids = sql`(select rowid from found where found match ${query})`;
  const few =
    db.all(sql`select rowid from found where found match ${query} limit ${mostToSort + 1}`).length <= mostToSort;
  if (few) return sql`rid in ${rids}`;
  return words === undefined ? sql`true` : sql`+rid in ${rids}`;
}

function order({ order: by = "changed", descending = by === "changed" }: Asks): Statement {
  if (by === "changed") return descending ? sql`changed desc, rid desc` : sql`changed, rid`;
  if (by === "title") return descending ? sql`title_key desc, rid desc` : sql`title_key, rid`;
  return descending ? sql`when_key desc, rid desc` : sql`when_key nulls last, rid`;
}

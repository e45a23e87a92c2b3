/** A list of one type: filtered, in an order, a page at a time. Never scans bodies unless a filter has no other way. */

import { recordTypeNamed } from "@saksi/domain/record-types";
import type { Value } from "@saksi/domain/value";
import type { Questions, RecordRow } from "../port.ts";
import { facetAsked, holds } from "../projection/facets.ts";
import { joined, type Statement, sql } from "../sql.ts";
import { narrowedBy } from "./found.ts";
import { matching } from "./matching.ts";
import { type Reader, recordNumbered, rowsOf } from "./record-row.ts";

type Asks = Questions["records"]["asks"];

export function records(reader: Reader, asks: Asks): readonly RecordRow[] {
  const found = foundAsked(asks);
  if (found === "nothing") return [];
  const where = joined([matching(reader, asks), ...(found ? [inFound(reader, found)] : [])], sql` and `);
  const { limit = -1, offset = 0 } = asks;
  const sorted = sql`select rid from record where ${where} order by ${order(asks)}`;
  const slow = Object.entries(asks.where ?? {});
  if (slow.length === 0) {
    const page = reader.db.all<{ rid: number }>(sql`${sorted} limit ${limit} offset ${offset}`);
    return rowsOf(
      reader,
      page.map(({ rid }) => rid),
    );
  }
  const held = reader.db.all<{ rid: number }>(sorted);
  return heldPage(
    reader,
    held.map(({ rid }) => rid),
    { slow, limit, offset },
  );
}

/** Looks at the records themselves: a facet is a hash, and long fields have none. Stops when the page is full. */
function heldPage(
  reader: Reader,
  rids: readonly number[],
  given: { readonly slow: readonly (readonly [string, Value])[]; readonly limit: number; readonly offset: number },
): readonly RecordRow[] {
  const rows: RecordRow[] = [];
  let passed = 0;
  for (const rid of rids) {
    if (given.limit >= 0 && rows.length >= given.limit) break;
    const row = recordNumbered(reader, rid)?.row;
    if (!row || !given.slow.every(([name, value]) => holds(row.fields[name], value))) continue;
    passed += 1;
    if (passed > given.offset) rows.push(row);
  }
  return rows;
}

/** What to ask the search index for; undefined when it need not be asked. */
function foundAsked({ type, words, where = {} }: Asks): string | "nothing" | undefined {
  const declared = recordTypeNamed(type);
  const facets = Object.entries(where).flatMap(([name, value]) => facetAsked(declared, name, value) ?? []);
  const asked = facets.map((facet) => `facets : ${facet}`);
  if (words !== undefined && words.trim() !== "") {
    const query = narrowedBy(words);
    if (query === "nothing") return "nothing";
    asked.push(query);
  }
  return asked.length === 0 ? undefined : asked.map((each) => `(${each})`).join(" AND ");
}

const mostToSort = 2000;

/** Few that match are looked up and sorted; of many, the list is walked in its order and those that do not match skipped. */
function inFound({ db }: Reader, query: string): Statement {
  const few =
    db.all(sql`select rowid from found where found match ${query} limit ${mostToSort + 1}`).length <= mostToSort;
  const rids = sql`(select rowid from found where found match ${query})`;
  return few ? sql`rid in ${rids}` : sql`+rid in ${rids}`;
}

function order({ order: by = "changed", descending = by === "changed" }: Asks): Statement {
  if (by === "changed") return descending ? sql`changed desc, rid desc` : sql`changed, rid`;
  if (by === "title") return descending ? sql`title_key desc, rid desc` : sql`title_key, rid`;
  return descending ? sql`when_key desc, rid desc` : sql`when_key nulls last, rid`;
}

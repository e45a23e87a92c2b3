import type { Questions } from "../port.ts";
import { joined, sql } from "../sql.ts";
import { narrowedBy } from "./found.ts";
import { matching } from "./matching.ts";
import type { Reader } from "./record-row.ts";

type Row = Questions["count"]["row"];

/** How many records there are, by type and state. */
export function count(reader: Reader, asks: Questions["count"]["asks"]): readonly Row[] {
  const conditions = [matching(reader, asks)];
  if (asks.words !== undefined && asks.words.trim() !== "") {
    const query = narrowedBy(asks.words);
    if (query === "nothing") return [];
    conditions.push(sql`rid in (select rowid from found where found match ${query})`);
  }
  return reader.db.all<Row>(sql`
    select type, state, count(*) as count from record where ${joined(conditions, sql` and `)}
      group by type, state order by type, state`);
}

import type { Questions, RecordRow } from "../port.ts";
import { sql } from "../sql.ts";
import { type Reader, ridOf, rowsOf } from "./record-row.ts";

/** Everything of the same space that points at a record, oldest first by its own time; what has no date comes last. */
export function linked(reader: Reader, { id, space, type }: Questions["linked"]["asks"]): readonly RecordRow[] {
  const rid = ridOf(reader, id, space);
  if (rid === undefined) return [];
  const ofType = type === undefined ? sql`true` : sql`type = ${type}`;
  const rids = reader.db.all<{ rid: number }>(sql`
    select rid from record
      where rid in (select rid from record where case_id = ${id} union select rid from link where target = ${id})
        and rid <> ${rid} and sid = (select sid from record where rid = ${rid}) and ${ofType}
      order by when_key nulls last, changed, rid`);
  return rowsOf(
    reader,
    rids.map((each) => each.rid),
  );
}

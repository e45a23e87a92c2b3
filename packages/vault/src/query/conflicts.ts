import type { ConflictRow, Questions } from "../port.ts";
import { sql } from "../sql.ts";
import { matching } from "./matching.ts";
import { type Reader, recordNumbered } from "./record-row.ts";

/** Every field of which more than one writing stands: a person is to decide. */
export function conflicts(reader: Reader, asks: Questions["conflicts"]["asks"]): readonly ConflictRow[] {
  const rids = reader.db.all<{ rid: number }>(sql`
    select rid from record where conflicts is not null and ${matching(reader, asks)} order by changed desc, rid desc`);
  return rids.flatMap(({ rid }) => {
    const found = recordNumbered(reader, rid);
    if (!found) return [];
    const { id, space, type, title } = found.row;
    return found.row.conflicts.map((field) => {
      const versions = (found.standing.get(field) ?? []).map(({ version }) => version);
      return { id, space, type, title, field, versions };
    });
  });
}

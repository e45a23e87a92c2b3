import type { RecordId, SpaceId } from "@saksi/domain/id";
import { toHex } from "@saksi/wire/bytes";
import type { Reader } from "../query/record-row.ts";
import { sql } from "../sql.ts";
import type { RefusedChange } from "./opened-change.ts";

interface Row {
  readonly id: RecordId;
  readonly entry: Uint8Array;
  readonly part: number;
  readonly refused: RefusedChange["reason"];
}

/** The changes of a space that had no effect, and why. */
export function refusedIn({ db, spaces }: Reader, space: SpaceId): readonly RefusedChange[] {
  const sid = spaces.knownSid(space);
  if (sid === undefined) return [];
  const rows = db.all<Row>(sql`
    select record.id, change.entry, change.part, change.refused from change join record using (rid)
      where change.refused is not null and record.sid = ${sid} order by change.entry, change.part`);
  return rows.map(({ id, entry, part, refused }) => ({
    space,
    record: id,
    entry: toHex(entry),
    index: part,
    reason: refused,
  }));
}

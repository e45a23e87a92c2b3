import type { Version } from "@saksi/domain/id";
import { toHex } from "@saksi/wire/bytes";
import type { HistoryRow, Questions } from "../port.ts";
import { comparePlaces, type Place } from "../projection/order.ts";
import { sql } from "../sql.ts";
import { type Reader, recordNumbered, ridOf } from "./record-row.ts";

interface Row extends Place {
  readonly received: number | null;
  readonly member: string;
  readonly version: Uint8Array;
}

/**
 * Everything that was ever said of a record, in the log's order. What was said is read from the log again: a change
 * whose body is gone has no row.
 */
export function history(reader: Reader, { id, space }: Questions["history"]["asks"]): readonly HistoryRow[] {
  const rid = ridOf(reader, id, space);
  const found = rid === undefined ? undefined : recordNumbered(reader, rid);
  if (rid === undefined || !found) return [];
  const { db, context } = reader;
  const rows = db.all<Row>(sql`
    select part, position, place, received, member, version from change where rid = ${rid} and refused is null`);
  const standing = new Map<string, string[]>();
  for (const [field, stands] of found.standing)
    for (const { version } of stands) standing.set(version, [...(standing.get(version) ?? []), field]);
  return [...rows].sort(comparePlaces).flatMap((row) => {
    const change = context.reopen(row.place, row.part);
    if (!change) return [];
    const version = toHex(row.version) as Version;
    return [
      {
        version,
        member: row.member,
        by: context.memberName(found.row.space, row.member),
        at: change.at,
        receivedAt: row.received === null ? null : new Date(row.received).toISOString(),
        position: row.position,
        fields: change.fields,
        stands: standing.get(version) ?? [],
        supersedes: change.supersedes,
      },
    ];
  });
}

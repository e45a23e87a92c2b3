import type { SpaceId, Version } from "@saksi/domain/id";
import { toHex } from "@saksi/wire/bytes";
import type { Questions, RecordDetail, Writing } from "../port.ts";
import type { Stand } from "../projection/standing.ts";
import { sql } from "../sql.ts";
import { type Reader, recordNumbered, ridsOf } from "./record-row.ts";

/**
 * One record, with the versions that stand, and every writing of what is in conflict. No row where it is not here; a row
 * of each space where no space is named and several have this id.
 */
export const record = (reader: Reader, { id, space }: Questions["record"]["asks"]): readonly RecordDetail[] =>
  ridsOf(reader, id, space).flatMap((rid) => detail(reader, rid));

function detail(reader: Reader, rid: number): readonly RecordDetail[] {
  const found = recordNumbered(reader, rid);
  if (!found) return [];
  const versions = [...found.standing].map(([field, stands]) => [field, stands.map(({ version }) => version)] as const);
  const contested = [...found.standing].filter(([, stands]) => stands.length > 1);
  const { space } = found.row;
  const standing = contested.map(([field, stands]) => [field, writings(reader, { rid, space, stands })] as const);
  return [{ ...found.row, versions: Object.fromEntries(versions), standing: Object.fromEntries(standing) }];
}

function writings(
  { db, context }: Reader,
  { rid, space, stands }: { readonly rid: number; readonly space: SpaceId; readonly stands: readonly Stand[] },
): readonly Writing[] {
  const changes = db.all<{ version: Uint8Array; member: string; place: number; part: number }>(sql`
    select version, member, place, part from change where rid = ${rid} and refused is null`);
  const byVersion = new Map(changes.map((change) => [toHex(change.version), change]));
  return stands.flatMap(({ version, value }) => {
    const said = byVersion.get(version);
    if (!said) return [];
    const at = context.reopen(said.place, said.part)?.at ?? "";
    return [
      { version: version as Version, value, member: said.member, by: context.memberName(space, said.member), at },
    ];
  });
}

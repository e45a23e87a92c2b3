/** A record as lists show it, read from the tables by its number. */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { RecordRow } from "../port.ts";
import { isNewer } from "../projection/list-columns.ts";
import type { TablesContext } from "../projection/opened-change.ts";
import type { SpaceNumbers } from "../projection/space-numbers.ts";
import { fieldsOf, readStanding, type Standing } from "../projection/standing.ts";
import type { TextIndex } from "../projection/text-index.ts";
import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";

/** What every question reads from. */
export interface Reader {
  readonly db: Sqlite;
  readonly context: TablesContext;
  readonly spaces: SpaceNumbers;
  readonly text: Pick<TextIndex, "isWhole">;
}

export interface FoundRecord {
  readonly rid: number;
  readonly row: RecordRow;
  readonly standing: Standing;
}

interface Stored {
  readonly id: RecordId;
  readonly sid: number;
  readonly type: string;
  readonly title: string;
  readonly when_key: string | null;
  readonly state: string | null;
  readonly case_id: RecordId | null;
  readonly circle: number;
  readonly conflicts: string | null;
  readonly at: string;
  readonly position: number | null;
  readonly version: string;
  readonly fields: string;
  readonly others: string | null;
}

const storedOf = (rid: number) => sql`
  select record.id, record.sid, record.type, record.title, record.when_key, record.state, record.case_id, record.circle,
    record.conflicts, record.at, record.position, body.version, body.fields, body.others
  from record join body using (rid) where record.rid = ${rid}`;

export function recordNumbered({ db, spaces }: Reader, rid: number): FoundRecord | undefined {
  const [stored] = db.all<Stored>(storedOf(rid));
  if (!stored) return undefined;
  const standing = readStanding(stored);
  const fields = fieldsOf(standing, stored);
  const row: RecordRow = {
    id: stored.id,
    space: spaces.spaceOf(stored.sid),
    type: stored.type,
    title: stored.title,
    when: dayOf(stored.when_key),
    state: stored.state,
    case: stored.case_id,
    circle: stored.circle,
    fields,
    conflicts: stored.conflicts === null ? [] : (JSON.parse(stored.conflicts) as string[]),
    changedAt: stored.at,
    position: stored.position,
    newer: isNewer(stored.type, fields),
  };
  return { rid, row, standing };
}

export const rowsOf = (reader: Reader, rids: readonly number[]): readonly RecordRow[] =>
  rids.flatMap((rid) => recordNumbered(reader, rid)?.row ?? []);

/** A sort key begins with the first day; `0000…` is open at its start, `9999…` is no date. */
const dayOf = (key: string | null): string | null =>
  key === null || key.startsWith("0000") || key.startsWith("9999") ? null : key.slice(0, 10);

/**
 * The number of a record by its id. Should two spaces hold one id, that of the space is meant that the log knew first:
 * records of different spaces never mix, and nobody can take a record's place from another space.
 */
export const ridOf = (reader: Reader, id: string, space?: SpaceId): number | undefined => ridsOf(reader, id, space)[0];

/** One a space; more than one only where somebody who is in both gave an id of the one to a record of the other. */
export function ridsOf({ db, spaces }: Reader, id: string, space?: SpaceId): readonly number[] {
  const found = db.all<{ rid: number; sid: number }>(sql`
    select rid, sid from record where id = ${id}
      order by (select min(place) from change where change.rid = record.rid)`);
  return found.filter(({ sid }) => space === undefined || sid === spaces.knownSid(space)).map(({ rid }) => rid);
}

export const spacesOfRecord = (reader: Reader, id: RecordId): readonly SpaceId[] =>
  ridsOf(reader, id).flatMap((rid) => recordNumbered(reader, rid)?.row.space ?? []);

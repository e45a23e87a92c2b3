/** Conditions on the columns of `record` that lists and counts share. */

import type { SpaceId } from "@saksi/domain/id";
import { joined, type Statement, sql } from "../sql.ts";
import type { Reader } from "./record-row.ts";

export interface Matching {
  readonly space?: SpaceId | undefined;
  readonly type?: string | undefined;
  readonly state?: string | undefined;
  readonly case?: string | undefined;
}

/** What the record must be, as a condition for `where`. A space that is not here matches nothing. */
export function matching({ spaces }: Reader, { space, type, state, case: caseId }: Matching): Statement {
  const conditions = [sql`true`];
  if (type !== undefined) conditions.push(sql`type = ${type}`);
  if (space !== undefined) conditions.push(sql`sid = ${spaces.knownSid(space) ?? -1}`);
  if (state !== undefined) conditions.push(sql`state = ${state}`);
  if (caseId !== undefined) {
    conditions.push(sql`rid in (
      select rid from record where case_id = ${caseId} union select rid from link where target = ${caseId})`);
  }
  return joined(conditions, sql` and `);
}

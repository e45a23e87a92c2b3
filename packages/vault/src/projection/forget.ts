import type { SpaceId } from "@saksi/domain/id";
import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";
import type { SpaceNumbers } from "./space-numbers.ts";

/** Takes every row of a space away. Inside a transaction. */
export function forgetSpace(db: Sqlite, spaces: SpaceNumbers, space: SpaceId): void {
  const sid = spaces.knownSid(space);
  if (sid === undefined) return;
  const ofSpace = sql`(select rid from record where sid = ${sid})`;
  db.run(sql`delete from link where rid in ${ofSpace}`);
  db.run(sql`delete from body where rid in ${ofSpace}`);
  db.run(sql`delete from change where rid in ${ofSpace}`);
  db.run(sql`delete from text_again where rid in ${ofSpace}`);
  db.run(sql`delete from found where rowid in ${ofSpace}`);
  db.run(sql`delete from withheld where sid = ${sid}`);
  db.run(sql`delete from record where sid = ${sid}`);
  db.run(sql`delete from space where sid = ${sid}`);
  spaces.again();
}

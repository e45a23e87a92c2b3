import type { Questions } from "../port.ts";
import { sql } from "../sql.ts";
import type { Reader } from "./record-row.ts";

/** How many parts of a space this device has no key for. That they exist is all that is known of them. */
export function withheld(
  { db, spaces }: Reader,
  { space }: Questions["withheld"]["asks"],
): readonly { count: number }[] {
  return db.all<{ count: number }>(sql`
    select count(*) as count from withheld where sid = ${spaces.knownSid(space) ?? -1}`);
}

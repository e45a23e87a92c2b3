import type { SpaceId } from "@saksi/domain/id";
import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";

/** A space's id is long; rows hold a number for it, this device's own. */
export interface SpaceNumbers {
  /** Makes one where there is none; inside a transaction. */
  sidOf(space: SpaceId): number;
  /** Undefined where nothing of that space was ever projected. */
  knownSid(space: SpaceId): number | undefined;
  spaceOf(sid: number): SpaceId;
  /** After a transaction was undone, or a space forgotten. */
  again(): void;
}

export function spaceNumbers(db: Sqlite): SpaceNumbers {
  const sids = new Map<SpaceId, number>();
  const spaces = new Map<number, SpaceId>();

  function knownSid(space: SpaceId): number | undefined {
    const sid = sids.get(space) ?? db.all<{ sid: number }>(sql`select sid from space where space = ${space}`)[0]?.sid;
    if (sid !== undefined) remember(space, sid);
    return sid;
  }

  function remember(space: SpaceId, sid: number): number {
    sids.set(space, sid);
    spaces.set(sid, space);
    return sid;
  }

  return {
    knownSid,
    sidOf(space) {
      const known = sids.get(space) ?? knownSid(space);
      if (known !== undefined) return known;
      const [row] = db.all<{ sid: number }>(sql`insert into space (space) values (${space}) returning sid`);
      if (!row) throw new Error("no number for a space");
      return row.sid;
    },
    spaceOf(sid) {
      const known =
        spaces.get(sid) ?? db.all<{ space: SpaceId }>(sql`select space from space where sid = ${sid}`)[0]?.space;
      if (known === undefined) throw new Error("no such space");
      remember(known, sid);
      return known;
    },
    again() {
      sids.clear();
      spaces.clear();
    },
  };
}

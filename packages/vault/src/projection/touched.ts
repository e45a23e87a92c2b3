/** Collects what one transaction touched, so that only the questions that read it are asked again. */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { Touched } from "./opened-change.ts";
import type { WrittenRecord } from "./project.ts";

const mostNamed = 200;

export interface Touching {
  record(record: WrittenRecord): void;
  space(space: SpaceId): void;
  /** Search finds more than before. */
  text(): void;
  take(): Touched | undefined;
  /** After a transaction was undone: nothing was touched. */
  again(): void;
}

export function touching(spaceOf: (sid: number) => SpaceId): Touching {
  let sids = new Set<number>();
  let spaces = new Set<SpaceId>();
  let types = new Set<string>();
  let records = new Set<RecordId>();
  let text = false;
  function again(): void {
    [sids, spaces, types, records, text] = [new Set(), new Set(), new Set(), new Set(), false];
  }

  return {
    record({ id, type, sid }) {
      sids.add(sid);
      types.add(type);
      if (records.size <= mostNamed) records.add(id);
    },
    space: (space) => void spaces.add(space),
    text() {
      text = true;
    },
    again,
    take() {
      for (const sid of sids) spaces.add(spaceOf(sid));
      const told: Touched = { spaces, types, records: records.size > mostNamed ? "all" : records, text };
      const any = spaces.size > 0 || text;
      again();
      return any ? told : undefined;
    },
  };
}

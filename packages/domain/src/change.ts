/** One edit of one record: what is said, and which earlier writings it answers. The bytes of a part are this, as JSON. */

import type { RecordId, SpaceId, Version } from "./id.ts";
import type { Fields } from "./value.ts";

/** What a person is about to save. With an id, only the given fields change; without, a record begins. */
export interface Draft {
  readonly id?: RecordId;
  readonly type: string;
  readonly space?: SpaceId;
  readonly fields: Fields;
  /** The versions the writer saw, by field. Not given: whatever stands now. A stale base makes a sibling, never a loss. */
  readonly base?: Readonly<Record<string, readonly Version[]>>;
  /** Keep a record for the smaller circle although its type does not ask for it. Fixed when the record begins. */
  readonly circle?: 0 | 1;
}

/** The content of one part. Unknown types and fields are kept as they are. */
export interface Change {
  readonly record: RecordId;
  readonly type: string;
  /** Claimed time, ISO 8601 with offset: what the device's clock said; orders nothing */
  readonly at: string;
  /** 16 random bytes, hexadecimal; with space and author's device they give the version's name */
  readonly nonce: string;
  readonly fields: Fields;
  /** By field: the versions this writing answers */
  readonly supersedes: Readonly<Record<string, readonly Version[]>>;
}

/**
 * What the projection is given, and all that it gives back: the seam between whoever opens entries and the tables.
 *
 * Tables are a cache of the log. Whatever the order in which changes come here, and however often, the rows are a
 * function of the set of changes and of the places they hold in the log.
 */

import type { Change, Draft } from "@saksi/domain/change";
import type { RecordId, SpaceId, Version } from "@saksi/domain/id";
import type { Result } from "@saksi/wire/result";
import type { MemberId, Questions } from "../port.ts";
import type { Problem } from "../problem.ts";

/** One part of an admitted entry, opened. */
export interface OpenedChange {
  readonly space: SpaceId;
  /** Entry id, hexadecimal */
  readonly entry: string;
  /** Which part of the entry, from 0 */
  readonly index: number;
  /** In the relay's log; null while unsent */
  readonly position: number | null;
  /** When the relay received it, milliseconds; null while unsent */
  readonly receivedAt: number | null;
  /** The author's key, 32 bytes: part of the version's name */
  readonly device: Uint8Array;
  readonly member: MemberId;
  readonly circle: number;
  readonly change: Change;
  /** Where the entry lies in this device's own log; orders unsent entries, and finds the body again */
  readonly place: number;
}

/** An entry of our own that the relay has accepted. */
export interface PlacedEntry {
  readonly entry: string;
  readonly position: number;
  readonly receivedAt: number | null;
}

/** A stale entry of our own, sealed and signed anew: same parts, another id and place. */
export interface ResealedEntry {
  readonly entry: string;
  readonly by: string;
  readonly place: number;
}

/** A part that this device has no key for: that it exists is all that is known. */
export interface WithheldPart {
  readonly space: SpaceId;
  readonly entry: string;
  readonly index: number;
  readonly circle: number;
  readonly place: number;
}

/** What comes in from the composition root. */
export interface TablesContext {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  /** Opens one part of the log again, for history and for the rare change of order. Null: gone, or not ours to open. */
  readonly reopen: (place: number, index: number) => Change | null;
  /** The name that the roster has for a member; empty when it has none */
  readonly memberName: (space: SpaceId, member: MemberId) => string;
  /** Calls back once, soon: a frame later on screens, at once in tests. Watched questions wait for it. */
  readonly soon: (work: () => void) => void;
}

/** Why a change had no effect although its entry was admitted. Listed, never thrown. */
export interface RefusedChange {
  readonly space: SpaceId;
  readonly record: RecordId;
  readonly entry: string;
  readonly index: number;
  /** A record's circle and type are those of its first change; a device names each of its writings once. */
  readonly reason: "other-circle" | "other-type" | "version-used-twice";
}

export type TableQuestion = "records" | "count" | "record" | "linked" | "withheld" | "history" | "conflicts" | "search";

/** What one transaction touched. */
export interface Touched {
  /** Every space of which a row changed */
  readonly spaces: ReadonlySet<SpaceId>;
  readonly types: ReadonlySet<string>;
  /** `all`: so many that naming them would be longer */
  readonly records: ReadonlySet<RecordId> | "all";
  /** Search finds more than before */
  readonly text: boolean;
}

export interface DraftsGiven {
  readonly space: SpaceId;
  /** ISO 8601 with offset */
  readonly now: string;
  readonly random: (bytes: number) => Uint8Array;
  /** The circles that this member may write in that space */
  readonly circles: readonly number[];
}

/** One change a draft, in the order of the drafts, and the circle that each part is sealed for. */
export interface WrittenDrafts {
  readonly changes: readonly Change[];
  readonly circles: readonly number[];
}

export interface Settling {
  readonly asked: { readonly id: RecordId; readonly field: string; readonly version: Version };
  readonly given: {
    /** ISO 8601 with offset */
    readonly now: string;
    readonly random: (bytes: number) => Uint8Array;
    /** This device's key in a space, 32 bytes */
    readonly deviceOf: (space: SpaceId) => Uint8Array;
  };
  readonly settled: {
    readonly space: SpaceId;
    readonly circle: number;
    readonly change: Change;
    readonly version: Version;
  };
}

export interface Tables {
  /** True when the tables were made new: replay the whole log, then call `whole`. Stays true over a crash in between. */
  readonly stale: boolean;
  whole(): void;
  /** The furthest place of the log whose changes are projected, or null: where to go on after a crash. */
  place(): number | null;

  /** One transaction; again is nothing. */
  project(changes: readonly OpenedChange[]): void;
  withhold(parts: readonly WithheldPart[]): void;
  placed(entries: readonly PlacedEntry[]): void;
  resealed(entries: readonly ResealedEntry[]): void;
  forget(space: SpaceId): void;

  /** On while many entries are pulled or replayed: indexes and text come after. Off: the indexes are made. */
  bulk(on: "on" | "off"): void;
  /** Indexes up to `limit` waiting records for search, newest first; returns how many still wait. */
  indexText(limit: number): number;

  changesOf(drafts: readonly Draft[], given: DraftsGiven): Result<WrittenDrafts, Problem>;
  /** The change by which a person decides between writings that stand. */
  changeToSettle(asked: Settling["asked"], given: Settling["given"]): Result<Settling["settled"], Problem>;
  /** The space that holds a record, if this device has it. */
  spaceOf(id: RecordId): SpaceId | undefined;
  /** Every space that has a record of this id, the one known first at the beginning */
  spacesOf(id: RecordId): readonly SpaceId[];
  /** How many there are, at no cost. */
  recordsIn(space: SpaceId): number;
  refused(space: SpaceId): readonly RefusedChange[];

  ask<Name extends TableQuestion>(name: Name, asks: Questions[Name]["asks"]): readonly Questions[Name]["row"][];
  watch<Name extends TableQuestion>(
    name: Name,
    asks: Questions[Name]["asks"],
    onRows: (rows: readonly Questions[Name]["row"][]) => void,
  ): () => void;
  /** For questions that are answered elsewhere and count or name records. Called at once, after the transaction. */
  onTouched(listener: (touched: Touched) => void): () => void;
  /** No more work of its own is begun; the database is the caller's to close. */
  close(): void;
}

/**
 * All that a page or a command may ask of an open vault. Keys never cross; every value is plain data that survives
 * structured clone. In the browser the vault lives in a worker of the leader tab and this is the line between; in Node
 * a command calls it directly.
 */

import type { Draft } from "@saksi/domain/change";
import type { RecordId, SpaceId, Version } from "@saksi/domain/id";
import type { Fields, FileValue, Value } from "@saksi/domain/value";
import type { Result } from "@saksi/wire/result";
import type { Problem } from "./problem.ts";

export type Role = "keeper" | "writer" | "reader";
/** An opaque random number, 16 hexadecimal characters: a person in one space */
export type MemberId = string;

/** What the device says of itself before and after unlocking. */
export type VaultState =
  | { readonly state: "absent" }
  | { readonly state: "locked" }
  | {
      readonly state: "open";
      readonly profile: Profile;
      readonly storage: Storage;
      /** Places in the log that cannot be read, where there are any: work, or a space, may be missing here */
      readonly unreadable?: number;
    };

/** `memory`: this browser keeps nothing; everything goes when the tab closes. */
export type Storage = "kept" | "memory";

/** Who holds this vault. Sealed in the roster of each space they enter. */
export interface Profile {
  readonly name: string;
  readonly organisation: string;
}

export interface SpaceRow {
  readonly space: SpaceId;
  readonly name: string;
  /** Made-up sample data; says so on every screen */
  readonly sample: boolean;
  readonly role: Role;
  readonly circles: readonly number[];
  readonly members: number;
  readonly records: number;
  /** Address of the relay, or null: kept on this device alone so far */
  readonly relay: string | null;
  readonly sync: SyncState;
}

/** Saved means on disk; sent means that the relay answered. */
export interface SyncState {
  readonly phase: "alone" | "idle" | "working" | "offline" | "stopped";
  /** Entries saved here that the relay has not accepted yet, and since when the oldest waits (ISO 8601) */
  readonly unsent: number;
  readonly unsentSince: string | null;
  /** Chunks of attachments not uploaded yet */
  readonly unsentChunks: number;
  /** When the relay's head was last verified (ISO 8601), and the log's size then */
  readonly verifiedAt: string | null;
  readonly size: number;
  /** Every signature below this position was checked one by one; the rest hang on a newer one by their chains so far */
  readonly checked: number;
  /** Why it stopped: removed from the space, a forked history, a relay that is too new… `set-aside` stops nothing */
  readonly problem: Problem | null;
  /** Relay's clock minus this device's, milliseconds, when last seen; a warning over ten minutes */
  readonly clockSkewMs: number | null;
}

export interface MemberRow {
  readonly member: MemberId;
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
  readonly circles: readonly number[];
  readonly devices: number;
  readonly me: boolean;
  readonly removed: boolean;
  /** A device of theirs signed two entries in one place: it was copied, or its keys are in other hands */
  readonly twoFaced: boolean;
}

export interface WaitingRow {
  /** Opaque id of the request at the door */
  readonly request: string;
  readonly name: string;
  readonly organisation: string;
  /** Six words that both people see */
  readonly code: string;
  readonly role: Role;
  readonly circles: readonly number[];
  /** Members of the same name. If it is the same person with one more device, they invite it themselves instead. */
  readonly namesakes: readonly MemberId[];
}

export interface JoiningRow {
  readonly space: SpaceId;
  readonly relay: string;
  readonly code: string;
  readonly state: "waiting" | "admitted" | "expired" | "refused";
}

export interface RecordRow {
  readonly id: RecordId;
  readonly space: SpaceId;
  readonly type: string;
  readonly title: string;
  /** For sorting and lists: first day, ISO, or null */
  readonly when: string | null;
  readonly state: string | null;
  readonly case: RecordId | null;
  readonly circle: number;
  /** What stands, by field; where two stand the first in the log's order, and the field is in `conflicts` */
  readonly fields: Fields;
  readonly conflicts: readonly string[];
  /** Last change: claimed time, and position in the relay's log or null while unsent */
  readonly changedAt: string;
  readonly position: number | null;
  /** Written by a newer Saksi: the type, or these fields, are not known here. Kept, exported, never overwritten. */
  readonly newer: boolean;
}

export interface Writing {
  readonly version: Version;
  readonly value: Value;
  readonly member: MemberId;
  readonly by: string;
  readonly at: string;
}

export interface RecordDetail extends RecordRow {
  readonly versions: Readonly<Record<string, readonly Version[]>>;
  /** Every writing that stands of each field in conflict, with who and when */
  readonly standing: Readonly<Record<string, readonly Writing[]>>;
}

export interface HistoryRow {
  readonly version: Version;
  readonly member: MemberId;
  readonly by: string;
  /** Three facts, shown as three: claimed time, the relay's receipt, the place in the log */
  readonly at: string;
  readonly receivedAt: string | null;
  readonly position: number | null;
  readonly fields: Fields;
  /** Fields of this writing that nothing has answered since */
  readonly stands: readonly string[];
  readonly supersedes: Readonly<Record<string, readonly Version[]>>;
}

export interface HitRow {
  readonly id: RecordId;
  readonly space: SpaceId;
  readonly type: string;
  readonly title: string;
  readonly case: RecordId | null;
  /** Text around the hit; never from an identifying field */
  readonly snippet: string;
  /** True when an identifying field matched; what it says is not shown */
  readonly byName: boolean;
}

export interface ConflictRow {
  readonly id: RecordId;
  readonly space: SpaceId;
  readonly type: string;
  readonly title: string;
  readonly field: string;
  readonly versions: readonly Version[];
}

/** A question a screen asks, and the shape of a row of its answer. One file a question in `query/`. */
export interface Questions {
  spaces: { asks: Record<never, never>; row: SpaceRow };
  members: { asks: { readonly space: SpaceId }; row: MemberRow };
  records: {
    asks: {
      readonly space?: SpaceId;
      readonly type: string;
      readonly where?: Readonly<Record<string, Value>>;
      readonly case?: RecordId;
      readonly state?: string;
      /** Words to find, as in `search` */
      readonly words?: string;
      readonly order?: "changed" | "when" | "title";
      readonly descending?: boolean;
      readonly limit?: number;
      readonly offset?: number;
    };
    row: RecordRow;
  };
  count: {
    asks: {
      readonly space?: SpaceId;
      readonly type?: string;
      readonly state?: string;
      readonly case?: RecordId;
      readonly words?: string;
    };
    row: { readonly type: string; readonly state: string | null; readonly count: number };
  };
  /**
   * `space`: a member of two spaces may have given a record of the one an id of the other. Without it a row of each, and
   * the person says which is meant; `linked` and `history` then answer for the space that was known first.
   */
  record: { asks: { readonly id: RecordId; readonly space?: SpaceId }; row: RecordDetail };
  /** Everything that links to a record, and everything of its case when it is one, of any type, oldest first */
  linked: {
    asks: { readonly id: RecordId; readonly space?: SpaceId; readonly type?: string };
    row: RecordRow;
  };
  /** How many records of smaller circles touch a case but are withheld from this member: a number, never what */
  withheld: { asks: { readonly space: SpaceId }; row: { readonly count: number } };
  history: { asks: { readonly id: RecordId; readonly space?: SpaceId }; row: HistoryRow };
  conflicts: { asks: { readonly space?: SpaceId }; row: ConflictRow };
  search: {
    asks: { readonly words: string; readonly space?: SpaceId; readonly type?: string; readonly limit?: number };
    row: HitRow;
  };
  joining: { asks: Record<never, never>; row: JoiningRow };
  transfers: { asks: Record<never, never>; row: TransferRow };
}
export type QuestionName = keyof Questions;

/**
 * An attachment on its way up or down. What a person paused stays so until they resume it, also after a lock or a kill;
 * everything else goes on by itself.
 *
 * `waiting-for-sender`: the relay does not have the rest yet. `unfinished`: a file was being sealed and was broken off, so
 * `chunks` counts only what is sealed; attaching the same file again goes on from there.
 */
export interface TransferRow {
  readonly exhibit: RecordId;
  readonly direction: "up" | "down";
  readonly chunks: number;
  readonly done: number;
  readonly state: "moving" | "paused" | "waiting-for-network" | "waiting-for-sender" | "stopped" | "unfinished";
}

export interface Saved {
  readonly ids: readonly RecordId[];
}

export type Invited = { readonly role: Role; readonly circles: readonly number[] } | { readonly own: true };

export interface Invitation {
  readonly link: string;
  readonly expiresAt: string;
}

/** Progress of long work; every long method takes one and can be stopped. */
export type OnProgress = (progress: {
  readonly done: number;
  readonly total: number | null;
  readonly step: string;
}) => void;

export interface Vault {
  state(): Promise<VaultState>;
  /** Makes this device's vault. Refuses where one exists. */
  create(given: { readonly passphrase: string; readonly profile: Profile }): Promise<Result<void, Problem>>;
  unlock(passphrase: string): Promise<Result<void, Problem>>;
  lock(): Promise<void>;

  /** Begins a space on this device; with a relay it is opened there at once when there is a network, else later. */
  createSpace(given: {
    readonly name: string;
    readonly relay?: string;
    readonly admission?: string;
    readonly sample?: boolean;
  }): Promise<Result<SpaceId, Problem>>;
  /** Gives a space that lived on this device alone a relay, and seeds it. */
  connectSpace(given: {
    readonly space: SpaceId;
    readonly relay: string;
    readonly admission?: string;
  }): Promise<Result<void, Problem>>;
  /** A link for one person; `own`: for one more device of this member, with the rights of this one. Any member may. */
  invite(given: { readonly space: SpaceId; readonly app?: string } & Invited): Promise<Result<Invitation, Problem>>;
  /** Leaves a request at the door that the link opens. The code is shown to both people. */
  join(link: string): Promise<Result<{ readonly space: SpaceId; readonly code: string }, Problem>>;
  /** Requests waiting at the doors of invitations made by this device. */
  waiting(space: SpaceId): Promise<Result<readonly WaitingRow[], Problem>>;
  admit(given: {
    readonly space: SpaceId;
    readonly code: string;
  }): Promise<Result<{ readonly member: MemberId }, Problem>>;
  /** Removes every device of a member and rotates the keys, in one roster entry. What they read they keep. */
  remove(given: { readonly space: SpaceId; readonly member: MemberId }): Promise<Result<void, Problem>>;
  /** Another role or other circles for a member. Fewer circles mean new keys; what was read in them stays read. */
  changeRights(given: {
    readonly space: SpaceId;
    readonly member: MemberId;
    readonly role: Role;
    readonly circles: readonly number[];
  }): Promise<Result<void, Problem>>;

  /** Saves drafts of one space as one entry (or several, when over 100 records): all of them or none. */
  write(drafts: readonly Draft[], space?: SpaceId): Promise<Result<Saved, Problem>>;
  /** A person's decision between writings that stand: a change that supersedes them all. */
  settle(given: {
    readonly id: RecordId;
    readonly field: string;
    readonly version: Version;
  }): Promise<Result<{ readonly version: Version }, Problem>>;

  ask<Name extends QuestionName>(name: Name, asks: Questions[Name]["asks"]): Promise<readonly Questions[Name]["row"][]>;
  /** The same, again whenever what it is made of changed. Returns how to stop. */
  watch<Name extends QuestionName>(
    name: Name,
    asks: Questions[Name]["asks"],
    onRows: (rows: readonly Questions[Name]["row"][]) => void,
  ): () => void;

  /** Hashes first, then seals chunk by chunk; resumable by calling again with the same file. Sets the exhibit's `file`. */
  attach(given: {
    readonly exhibit: RecordId;
    readonly file: Blob | FileSource;
    readonly name: string;
    readonly mediaType: string;
    readonly onProgress?: OnProgress;
    readonly signal?: AbortSignal;
  }): Promise<Result<FileValue, Problem>>;
  /**
   * The original bytes, checked against their hash, chunk by chunk. Where some are not here they are brought first; what
   * could not be brought goes on coming in the background, and so it does when this call is stopped while bringing.
   */
  fetch(given: {
    readonly exhibit: RecordId;
    readonly onChunk: (bytes: Uint8Array) => void | Promise<void>;
    readonly onProgress?: OnProgress;
    readonly signal?: AbortSignal;
  }): Promise<Result<FileValue, Problem>>;

  /** Stops the way of an exhibit's file to or from the relay, after the chunk that is on its way; a `fetch` of it answers `stopped-by-person`. */
  pauseTransfer(exhibit: RecordId): Promise<Result<void, Problem>>;
  resumeTransfer(exhibit: RecordId): Promise<Result<void, Problem>>;
  /** Gives up a file that is `unfinished`, with what is sealed of it, or that was to come here. Nothing sent is taken back. */
  leaveTransfer(exhibit: RecordId): Promise<Result<void, Problem>>;

  sync(given?: {
    readonly space?: SpaceId;
  }): Promise<Result<{ readonly pushed: number; readonly pulled: number; readonly head: number }, Problem>>;

  /** One encrypted file (age) with keys and logs; a device restored from it must notice when the relay knows more. */
  backup(given: {
    readonly passphrase: string;
    readonly onBytes: (bytes: Uint8Array) => void | Promise<void>;
    readonly onProgress?: OnProgress;
  }): Promise<Result<void, Problem>>;
  restore(given: {
    readonly passphrase: string;
    readonly file: Blob | FileSource;
    readonly onProgress?: OnProgress;
  }): Promise<Result<void, Problem>>;

  close(): Promise<void>;
}

/** A file that is read piece by piece where there is no Blob. */
export interface FileSource {
  readonly size: number;
  read(at: number, length: number): Promise<Uint8Array>;
}

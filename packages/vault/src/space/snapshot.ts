/**
 * The ledger as it was at some place of the log, kept beside the tables so that opening costs only what came after.
 * A cache: any doubt about it, and the log is read from its beginning.
 */

import type { LogState } from "@saksi/wire/admit";
import { concat } from "@saksi/wire/bytes";
import { growingTree, type Tree } from "@saksi/wire/merkle";
import type { Crypto } from "../crypto.ts";
import { type CircleKey, circleKeys } from "../keys/circle-keys.ts";
import type { Place } from "../log/log-place.ts";
import { sql } from "../sql.ts";
import type { Sqlite } from "../sqlite.ts";
import { freeze, thaw } from "./freeze.ts";
import { type Ledger, newLedger } from "./ledger.ts";
import { deviceKeys, newSpace, type Space, type SpaceState } from "./space.ts";

const format = 3;

const schema = sql`
  create table if not exists ledger_snapshot (
    one integer primary key check (one = 1), format integer not null, place integer not null, ledger text not null
  ) strict;
  create table if not exists ledger_hashes (
    space text not null, level integer not null, at integer not null, hashes blob not null, primary key (space, level, at)
  ) strict;
`;

/** What of a space is frozen: everything but what is made from its secrets, and the tree, which is bytes. */
type FrozenSpace = Omit<SpaceState, "log"> & {
  readonly id: string;
  readonly seed: Uint8Array;
  readonly kem: Uint8Array;
  readonly keys: readonly CircleKey[];
  readonly log: Omit<LogState, "tree"> | null;
};

interface FrozenLedger extends Omit<Ledger, "spaces" | "held"> {
  readonly spaces: readonly FrozenSpace[];
}

export function saveSnapshot(db: Sqlite, ledger: Ledger, place: Place): void {
  db.script(schema);
  const { spaces, held: _, ...rest } = ledger;
  const frozen: FrozenLedger = { ...rest, spaces: [...spaces.values()].map(frozenSpace) };
  db.transaction(() => {
    for (const { id, log } of spaces.values())
      for (const [level, hashes] of (log?.tree.rows() ?? []).entries()) keepNew(db, { space: id, level, hashes });
    db.run(sql`insert or replace into ledger_snapshot values (1, ${format}, ${place}, ${freeze(frozen)})`);
  });
}

/** A level of a tree only grows: each snapshot adds a row with what is new of it, from byte `at` on. */
function keepNew(
  db: Sqlite,
  { space, level, hashes }: { readonly space: string; readonly level: number; readonly hashes: Uint8Array },
): void {
  const [kept] = db.all<{ bytes: number }>(sql`
    select coalesce(max(at + length(hashes)), 0) as bytes from ledger_hashes where space = ${space} and level = ${level}`);
  const isOther = (kept?.bytes ?? 0) > hashes.length; // another device of ours began to read this log anew
  if (isOther) db.run(sql`delete from ledger_hashes where space = ${space} and level = ${level}`);
  const at = isOther ? 0 : (kept?.bytes ?? 0);
  if (at < hashes.length)
    db.run(sql`insert into ledger_hashes values (${space}, ${level}, ${at}, ${hashes.subarray(at)})`);
}

/** Before the log is read from its beginning: what is kept then adds to nothing. */
export function dropSnapshot(db: Sqlite): void {
  db.script(sql`drop table if exists ledger_snapshot; drop table if exists ledger_hashes;`);
}

/** Null: none, or of another format. */
export function loadSnapshot(db: Sqlite, crypto: Crypto): { readonly ledger: Ledger; readonly place: Place } | null {
  db.script(schema);
  const [row] = db.all<{ format: number; place: number; ledger: string }>(
    sql`select format, place, ledger from ledger_snapshot`,
  );
  if (row?.format !== format) return null;
  const { spaces, ...rest } = thaw(row.ledger) as FrozenLedger; // written by saveSnapshot of the same format
  const ledger: Ledger = { ...newLedger(), ...rest };
  for (const frozen of spaces) ledger.spaces.set(frozen.id, thawedSpace(crypto, frozen, treeOf(db, crypto, frozen.id)));
  return { ledger, place: row.place as Place }; // a place, as it was bound
}

/** Not frozen: JSON leaves out what is undefined. */
const madeAgain = { device: undefined, bytes: undefined };

function frozenSpace(space: Space): FrozenSpace {
  const { device, keys, log } = space;
  return {
    ...space,
    seed: device.seed,
    kem: device.kemSecret,
    keys: keys.all(),
    log: log && { space: log.space, roster: log.roster, chains: log.chains, received: log.received },
    ...madeAgain,
  };
}

function thawedSpace(crypto: Crypto, { id, seed, kem, keys, log, ...state }: FrozenSpace, tree: Tree): Space {
  return {
    ...newSpace(id, deviceKeys(crypto, seed, kem)),
    ...state,
    keys: circleKeys(keys),
    log: log && { ...log, tree },
  };
}

function treeOf(db: Sqlite, crypto: Crypto, space: string): Tree {
  const levels: Uint8Array[][] = [];
  for (const { level, hashes } of db.all<{ level: number; hashes: Uint8Array }>(
    sql`select level, hashes from ledger_hashes where space = ${space} order by level, at`,
  )) {
    const pieces = levels[level] ?? [];
    levels[level] = [...pieces, hashes];
  }
  return growingTree(
    crypto.sha256,
    levels.map((pieces) => concat(...pieces)),
  );
}

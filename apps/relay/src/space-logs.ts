/**
 * Where every space's log stands, in memory: roster, chains and tree, rebuilt from what the store keeps when they are
 * not at hand. Bodies of records are not read again for that: they were judged before they were kept.
 */

import { admit, beginLog, type LogState, place, type ReadEntry, readEntry, wrapsNamed } from "@saksi/wire/admit";
import { toHex } from "@saksi/wire/bytes";
import { decodeHeader, kinds } from "@saksi/wire/header";
import type { Tree } from "@saksi/wire/merkle";
import type { Sha256 } from "@saksi/wire/primitives";
import type { Store, StoredEntry } from "./store.ts";

export interface KeptLog {
  readonly log: LogState;
  /** Entries that are durable. The tree may hold more while a push is being written: never sign beyond this. */
  readonly size: number;
  /** When the newest of them was received */
  readonly receivedAt: number;
}

export interface SpaceLogs {
  /** The log as the store has it; `null` where there is no such space. */
  current(space: Uint8Array): Promise<KeptLog | null>;
  /** Runs `work` while nothing else appends to this space. `replace` puts the new state in place; `null` forgets it. */
  alone<Value>(space: Uint8Array, work: (turn: Turn) => Promise<Value>): Promise<Value>;
}

export interface Turn {
  current(): Promise<KeptLog | null>;
  replace(kept: KeptLog | null): void;
}

const readAtOnce = 500;

/** @param given.mostEntries  entries of all spaces together whose hashes stay in memory, 64 bytes each */
export function spaceLogs(given: {
  readonly store: Store;
  readonly sha256: Sha256;
  readonly mostEntries: number;
}): SpaceLogs {
  const { store, sha256, mostEntries } = given;
  const kept = new Map<string, KeptLog>(); // least recently used first
  const turns = new Map<string, Promise<unknown>>();

  function keep(key: string, log: KeptLog): void {
    kept.delete(key);
    kept.set(key, log);
    let entries = 0;
    for (const { size } of kept.values()) entries += size;
    for (const [other, { size }] of kept) {
      if (entries <= mostEntries || other === key) return;
      kept.delete(other);
      entries -= size;
    }
  }

  async function loaded(space: Uint8Array): Promise<KeptLog | null> {
    const head = await store.head(space);
    if (head === null) return null;
    const key = toHex(space);
    let log = kept.get(key) ?? null;
    while (log === null || log.size < head.size) {
      const rows = await store.entries(space, log?.size ?? 0, readAtOnce);
      if (rows.length === 0) throw new Error("the store has fewer entries than its head says");
      for (const row of rows) log = await grown(space, log, row);
      await new Promise(setImmediate); // a long log is read again in steps; others are answered in between
    }
    keep(key, log);
    return log;
  }

  async function grown(space: Uint8Array, before: KeptLog | null, row: StoredEntry): Promise<KeptLog> {
    const entry = reread(sha256, row);
    const wraps = entry.content.kind === "roster" ? await store.chunk(space, wrapsNamed(entry.content.roster)) : null;
    const size = row.position + 1;
    if (before === null) {
      const log = beginLog(sha256, entry, wraps ?? new Uint8Array(0), row.receivedAt);
      if (!log.ok) throw new Error(`a kept genesis is refused: ${log.error.kind}`);
      const tree = rememberingRoot(log.value.tree);
      return { log: { ...log.value, tree }, size, receivedAt: row.receivedAt };
    }
    const step = admit(sha256, before.log, entry, wraps, "later");
    if (!step.ok) throw new Error(`a kept entry is refused: ${step.error.kind}`);
    return { log: place(sha256, before.log, step.value, row.receivedAt), size, receivedAt: row.receivedAt };
  }

  function alone<Value>(space: Uint8Array, work: (turn: Turn) => Promise<Value>): Promise<Value> {
    const key = toHex(space);
    const turn: Turn = {
      current: () => loaded(space),
      replace: (log) => (log === null ? void kept.delete(key) : keep(key, log)),
    };
    const before = turns.get(key) ?? Promise.resolve();
    const mine = before
      .then(() => work(turn))
      .catch((problem: unknown) => {
        kept.delete(key); // its tree may have grown beyond what is kept: read it again
        throw problem;
      });
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    turns.set(key, settled);
    void settled.then(() => {
      if (turns.get(key) === settled) turns.delete(key);
    });
    return mine;
  }

  return {
    alone,
    async current(space) {
      const head = await store.head(space);
      if (head === null) return null;
      const log = kept.get(toHex(space));
      return log?.size === head.size ? log : alone(space, (turn) => turn.current());
    },
  };
}

/** A push quotes one root in every entry; computing it takes a hash a level of the tree. Earlier roots never change. */
function rememberingRoot(tree: Tree): Tree {
  let known: { readonly size: number; readonly root: Uint8Array } | null = null;
  return {
    ...tree,
    root(size = tree.size()) {
      if (known?.size !== size) known = { size, root: tree.root(size) };
      return known.root.slice();
    },
  };
}

/** A kept entry without its record parts: order and authority need none of them, but a roster entry's body is the roster. */
function reread(sha256: Sha256, row: StoredEntry): ReadEntry {
  const decoded = decodeHeader(row.header);
  if (!decoded.ok) throw new Error("a kept header does not decode");
  if (decoded.value.header.kind !== kinds.roster)
    return { ...decoded.value, signed: row, id: row.id, content: { kind: "parts", parts: [] } };
  const entry = readEntry({ sha256, verify: null }, row);
  if (!entry.ok) throw new Error(`a kept roster entry is refused: ${entry.error.kind}`);
  return entry.value;
}

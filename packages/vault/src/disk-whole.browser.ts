/**
 * Whole files in OPFS, where nothing can be renamed over another: two folders, and each file in one of them.
 *
 *   slot = turn u32 ‖ length u32 ‖ SHA-256(turn ‖ length ‖ bytes) ‖ bytes        (little-endian)
 *
 * A write goes to the slot that does not hold, is flushed, and only then is the other emptied, so that an old key slot
 * does not outlive a changed passphrase. A crash leaves at least one slot whole; of two, the later turn holds.
 */

import { checkName } from "./disk.ts";
import { namesIn, openHandle, type SyncHandle } from "./disk-opfs.browser.ts";

export interface WholeFiles {
  list(): Promise<readonly string[]>;
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

const checkedBytes = 8;
const headBytes = checkedBytes + 32;

/** @param folders  two, each given to this alone */
export function wholeFiles(folders: readonly [FileSystemDirectoryHandle, FileSystemDirectoryHandle]): WholeFiles {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: a handle that is open refuses to be opened again. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  async function withSlots<Value>(
    name: string,
    work: (slots: readonly [SyncHandle, SyncHandle]) => Promise<Value>,
  ): Promise<Value> {
    const first = await openHandle(folders[0], name);
    const second = await openHandle(folders[1], name);
    try {
      return await work([first, second]);
    } finally {
      first.close();
      second.close();
    }
  }

  const isThere = async (name: string) =>
    (await Promise.all(folders.map(namesIn))).some((names) => names.includes(name));

  return {
    list: () => inTurn(async () => [...new Set((await Promise.all(folders.map(namesIn))).flat())]),
    read: (name) =>
      inTurn(async () => {
        if (!(await isThere(checkName(name)))) return undefined;
        return withSlots(name, async (slots) => (await holding(slots))?.bytes);
      }),
    write: (name, bytes) =>
      inTurn(() =>
        withSlots(checkName(name), async (slots) => {
          const held = await holding(slots);
          const free = held?.slot === slots[0] ? slots[1] : slots[0];
          await writeSlot(free, (held?.turn ?? 0) + 1, bytes);
          held?.slot.truncate(0);
          held?.slot.flush();
        }),
      ),
    remove: (name) =>
      inTurn(async () => {
        if (!(await isThere(checkName(name)))) return;
        for (const folder of folders) await folder.removeEntry(name).catch(ignoreMissing);
      }),
  };
}

interface Held {
  readonly slot: SyncHandle;
  readonly turn: number;
  readonly bytes: Uint8Array;
}

async function holding(slots: readonly SyncHandle[]): Promise<Held | undefined> {
  const whole = (await Promise.all(slots.map(readSlot))).filter((held) => held !== undefined);
  return whole.sort((a, b) => b.turn - a.turn)[0];
}

async function readSlot(slot: SyncHandle): Promise<Held | undefined> {
  const all = new Uint8Array(slot.getSize());
  slot.read(all, { at: 0 });
  if (all.length < headBytes) return undefined;
  const view = new DataView(all.buffer);
  const bytes = all.slice(headBytes);
  if (view.getUint32(4, true) !== bytes.length) return undefined;
  const wanted = await checksum(all.subarray(0, checkedBytes), bytes);
  const same = wanted.every((byte, index) => byte === all[checkedBytes + index]);
  return same ? { slot, turn: view.getUint32(0, true), bytes } : undefined;
}

async function writeSlot(slot: SyncHandle, turn: number, bytes: Uint8Array): Promise<void> {
  const all = new Uint8Array(headBytes + bytes.length);
  const view = new DataView(all.buffer);
  view.setUint32(0, turn, true);
  view.setUint32(4, bytes.length, true);
  all.set(await checksum(all.subarray(0, checkedBytes), bytes), checkedBytes);
  all.set(bytes, headBytes);
  slot.truncate(0);
  if (slot.write(all, { at: 0 }) !== all.length) throw new DOMException("written in part", "QuotaExceededError");
  slot.flush();
}

async function checksum(checked: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const all = new Uint8Array(checked.length + bytes.length);
  all.set(checked);
  all.set(bytes, checked.length);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error) || error.name !== "NotFoundError") throw error;
}

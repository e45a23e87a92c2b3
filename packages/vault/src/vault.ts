/**
 * A vault: what one device keeps of all its spaces. Read this first.
 *
 * A save goes the whole road: draft → change → sealed parts → signed entry → own log, flushed → tables → screens; and
 * from there to the relay when there is a network. What others wrote comes the other way: pulled → verified → admitted
 * → own log → opened → tables.
 */

import type { RecordId } from "@saksi/domain/id";
import { err, ok, type Result } from "@saksi/wire/result";
import type { Attachments } from "./attach/attachments.ts";
import { attachmentsOf } from "./attach/of-vault.ts";
import { writeBackup } from "./backup/backup.ts";
import { restoreBackup } from "./backup/restore.ts";
import type { Disk } from "./disk.ts";
import { storageFault } from "./disk-fault.ts";
import { saveDrafts, settleConflict } from "./entry/save.ts";
import { admitByCode, makeInvitation, waitingAtDoors } from "./join/invite.ts";
import { knock, lookAtDoors } from "./join/join.ts";
import { beginVault, keyFile, type Unlocked, unlockVault } from "./keys/unlock.ts";
import { oneDisk } from "./one-disk.ts";
import type { Vault } from "./port.ts";
import type { Problem } from "./problem.ts";
import { type Asking, ask, watch } from "./space/ask.ts";
import { connectToRelay, keepNewSpace } from "./space/connect.ts";
import { foundSpace } from "./space/found.ts";
import type { Session } from "./space/session.ts";
import type { Space } from "./space/space.ts";
import { ledgerWatch } from "./space/watching.ts";
import type { Surroundings } from "./surroundings.ts";
import { changeRights } from "./sync/change-rights.ts";
import { type Desk, openDesk } from "./sync/desk.ts";
import { removeMember } from "./sync/remove.ts";
import { syncAll } from "./sync/sync-all.ts";

export type { Vault } from "./port.ts";
export type { Surroundings } from "./surroundings.ts";

type Answer<Value> = Result<Value, Problem>;

interface Open extends Unlocked {
  readonly desk: Desk;
  readonly files: Attachments;
}

export function openVault(around: Surroundings): Vault {
  const { crypto, now } = around;
  const disk = oneDisk(() => around.openDisk());
  let beginning: Promise<unknown> = Promise.resolve();
  let open: Open | null = null;
  const watches = ledgerWatch(around.soon);
  /** Screens keep their questions while the vault is locked; each is asked again when it opens. */
  const questions = new Set<{ start: (asking: Asking) => () => void; stop: () => void }>();

  const asking = ({ session, desk, files }: Open): Asking => ({
    session,
    now,
    doing: desk.doing,
    transfers: files.transfers,
    watchLedger: watches.watch,
  });

  async function withDisk<Value>(work: (own: Disk) => Promise<Answer<Value>>): Promise<Answer<Value>> {
    const opened = await disk.open();
    return opened.ok ? work(opened.value) : opened;
  }

  /** What begins a session, one after the other: two tabs may ask for it at once. */
  function inTurn<Value>(work: (own: Disk) => Promise<Answer<Value>>): Promise<Answer<Value>> {
    const mine = beginning.then(() => answered(() => withDisk(work)));
    beginning = mine.catch(() => undefined);
    return mine;
  }

  function begun(unlocked: Answer<Unlocked>, own: Disk): Answer<void> {
    if (!unlocked.ok) return unlocked;
    const { session } = unlocked.value;
    const files: Attachments = attachmentsOf({ session, disk: own, client: (url) => desk.client(url), now });
    const desk = openDesk(around, session, files);
    open = { ...unlocked.value, desk, files };
    session.onChanged(watches.changed);
    session.tables.onTouched(watches.changed);
    for (const question of questions) question.stop = question.start(asking(open));
    desk.follow();
    desk.waitAtDoors(() => lookAtDoors({ session, desk, now: now() }));
    return ok(undefined);
  }

  /** Runs what needs an open vault. */
  async function opened<Value>(work: (open: Open) => Promise<Answer<Value>> | Answer<Value>): Promise<Answer<Value>> {
    const then = open;
    if (then === null) return err({ kind: "locked" });
    return answered(async () => work(then)).catch((error: unknown) => {
      if (open === then) throw error;
      return err({ kind: "locked" }); // it was locked in the middle; what was saved is on disk
    });
  }

  /** The same for what changes anything: after a full disk everything is brought together first. */
  const changing = <Value>(work: (open: Open) => Promise<Answer<Value>> | Answer<Value>): Promise<Answer<Value>> =>
    opened((open) => {
      open.session.mend();
      return work(open);
    });

  const inSpace = <Value>(
    id: string,
    work: (given: {
      session: Session;
      desk: Desk;
      space: Space;
      now: number;
    }) => Promise<Answer<Value>> | Answer<Value>,
  ): Promise<Answer<Value>> =>
    changing(({ session, desk }) => {
      const space = session.ledger.spaces.get(id);
      return space === undefined
        ? err({ kind: "no-such-space", space: id })
        : work({ session, desk, space, now: now() });
    });

  function nudgeFor(exhibit: RecordId, { session, desk }: Pick<Open, "session" | "desk">): void {
    const space = session.ledger.spaces.get(session.tables.spaceOf(exhibit) ?? "");
    if (space) desk.nudge(space);
  }

  function lock(): void {
    for (const question of questions) question.stop();
    open?.desk.close();
    open?.session.close();
    open = null;
  }

  return {
    async state() {
      const there = open ? null : await withDisk(async (own) => ok((await own.readWhole(keyFile)) !== undefined));
      // Only now: an unlock may have ended meanwhile, and the page keeps what it hears last.
      if (open) {
        const profile = open.session.ledger.profile ?? { name: "", organisation: "" };
        const unreadable = open.session.log.damaged().length;
        return { state: "open", profile, storage: around.storage, ...(unreadable > 0 ? { unreadable } : {}) };
      }
      return { state: there?.ok && !there.value ? "absent" : "locked" };
    },
    create: (given) =>
      inTurn(async (own) => (open ? err({ kind: "vault-exists" }) : begun(await beginVault(around, own, given), own))),
    unlock: (passphrase) =>
      inTurn(async (own) => (open ? ok(undefined) : begun(await unlockVault(around, own, passphrase), own))),
    lock: async () => lock(),

    createSpace: ({ name, sample = false, relay, admission }) =>
      changing(async ({ session, desk }) => {
        const { profile } = session.ledger;
        if (profile === null) throw new Error("a vault has a profile");
        const founded = foundSpace(crypto, { name, sample, profile, now: now() });
        const kept = await keepNewSpace({ session, desk }, founded, relay === undefined ? null : { relay, admission });
        return kept.ok ? ok(kept.value.id) : kept;
      }),
    connectSpace: ({ space: id, relay, admission }) =>
      inSpace(id, (given) => connectToRelay(given, { relay, admission })),
    invite: ({ space: id, app, ...invited }) =>
      inSpace(id, async (given) => {
        const synced = await given.desk.sync(given.space);
        return synced.ok ? makeInvitation(given, invited, app) : synced;
      }),
    join: (link) =>
      changing(async ({ session, desk }) => {
        const { profile } = session.ledger;
        if (profile === null) throw new Error("a vault has a profile");
        const knocked = await knock({ session, desk, now: now() }, link, profile);
        if (knocked.ok) desk.waitAtDoors(() => lookAtDoors({ session, desk, now: now() }));
        return knocked;
      }),
    waiting: (id) =>
      inSpace(id, async (given) => {
        const waiting = await waitingAtDoors(given);
        return waiting.ok ? ok(waiting.value.map(({ row }) => row)) : waiting;
      }),
    admit: ({ space: id, code }) => inSpace(id, (given) => admitByCode(given, code)),
    remove: ({ space: id, member }) => inSpace(id, (given) => removeMember(given, member)),
    changeRights: ({ space: id, ...wanted }) => inSpace(id, (given) => changeRights(given, wanted)),

    write: (drafts, space) =>
      changing(({ session, desk }) => {
        const saved = saveDrafts(session, drafts, { space, now: now() });
        if (!saved.ok) return saved;
        if (saved.value.space) desk.nudge(saved.value.space);
        return ok({ ids: saved.value.ids });
      }),
    settle: (asked) =>
      changing(({ session, desk }) => {
        const settled = settleConflict(session, asked, now());
        if (!settled.ok) return settled;
        desk.nudge(settled.value.space);
        return ok({ version: settled.value.version });
      }),

    async ask(name, asks) {
      if (!open) return [];
      // A screen may search while words still follow the rows; a command answers once, so it waits for them.
      if (!around.follow) indexAll(open.session);
      return ask(asking(open), name, asks);
    },
    watch(name, asks, onRows) {
      const question = { start: (from: Asking) => watch(from, name, asks, onRows), stop: () => {} };
      questions.add(question);
      if (open) question.stop = question.start(asking(open));
      return () => {
        question.stop();
        questions.delete(question);
      };
    },
    sync: (given) => changing(({ session, desk }) => syncAll({ session, desk, now: now() }, given?.space)),

    attach: (given) =>
      changing(async ({ session, desk, files }) => {
        const attached = await files.attach(given);
        nudgeFor(given.exhibit, { session, desk });
        return attached;
      }),
    fetch: (given) =>
      opened(async ({ session, desk, files }) => {
        const fetched = await files.fetch(given);
        if (!fetched.ok) nudgeFor(given.exhibit, { session, desk });
        return fetched;
      }),
    pauseTransfer: (exhibit) =>
      opened(({ files }) => {
        files.pause(exhibit);
        return ok(undefined);
      }),
    leaveTransfer: (exhibit) => opened(async ({ files }) => ok(await files.leave(exhibit))),
    resumeTransfer: (exhibit) =>
      opened(({ session, desk, files }) => {
        files.resume(exhibit);
        nudgeFor(exhibit, { session, desk });
        return ok(undefined);
      }),

    backup: (given) => opened(() => withDisk((own) => writeBackup(own, given))),
    restore: (given) =>
      inTurn(async (own) => (open ? err({ kind: "vault-exists" }) : restoreBackup(around, own, given))),

    async close() {
      lock();
      await disk.close();
    },
  };
}

/** On a full disk a search finds what has words already. */
function indexAll({ tables }: Session): void {
  try {
    while (tables.indexText(5000) > 0);
  } catch (error) {
    if (!storageFault(error)) throw error;
  }
}

/** What storage refused is an answer; anything else that is thrown is our mistake. */
async function answered<Value>(work: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await work();
  } catch (error) {
    const fault = storageFault(error);
    if (fault) return err(fault);
    throw error;
  }
}

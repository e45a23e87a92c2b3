/**
 * What the page keeps of the vault: a line to its worker, and what state it is in. One a page, made in `main.tsx`.
 *
 * [Note: locking] To lock is to end the worker, so that nothing in its memory can be read afterwards. It ends itself
 * ([Note: ending] in `hold.browser.ts`) and a new one begins here. Screens with unsaved words are asked to save them first
 * (`beforeLock`). A vault that lives in memory alone is locked without ending its worker, or locking would destroy it.
 */

import type { Vault, VaultState } from "@saksi/vault/port";
import { connect } from "@saksi/vault/worker/connect.browser";
import { type StartedWorker, startWorker, type Which } from "./worker.ts";

/** What the person sees before there is anything of the vault to see. */
export type Opening = VaultState | { readonly state: "starting" } | { readonly state: "crashed" };

export interface VaultHost {
  readonly vault: Vault;
  opening(): Opening;
  onOpening(listener: () => void): () => void;
  /** Saves what `beforeLock` was told of, then locks; at most two seconds */
  lock(): Promise<void>;
  /** Saves now what screens hold, for a lock that is about to happen in another tab */
  saveDrafts(): Promise<void>;
  /** Whether something long is under way that a person waits for */
  working(): boolean;
  beforeLock(save: () => Promise<unknown> | undefined): () => void;
  /** Leaves this vault where it is and goes on with the other one */
  turnTo(which: Which): void;
  which(): Which;
  /** After a crash: a fresh worker */
  restart(): void;
  /** Ends the worker in the middle of whatever it does. Nothing works afterwards but leaving the page. */
  end(): void;
}

const longestLockMs = 2000;

export function vaultHost(first: Which): VaultHost {
  const connection = connect();
  const { vault } = connection;
  const listeners = new Set<() => void>();
  const drafts = new Set<() => Promise<unknown> | undefined>();
  let now: Opening = { state: "starting" };
  let current = first;
  let worker: StartedWorker = start();

  function start(): StartedWorker {
    const started = startWorker(current, {
      crash(what) {
        if (started === worker) crash(what);
      },
      end() {
        if (started !== worker || now.state === "crashed") return;
        worker = start();
        become({ state: "locked" });
      },
    });
    connection.attach(started.line);
    return started;
  }

  function become(next: Opening): void {
    now = next;
    for (const listener of listeners) listener();
  }

  /** @param what  our own words, for a console: never a person's */
  function crash(what: string): void {
    reportError(new Error(what));
    worker.end();
    become({ state: "crashed" });
    connection.detach();
  }

  function restart(): void {
    connection.detach();
    worker.end();
    worker = start();
  }

  async function look(): Promise<void> {
    const asked = worker;
    try {
      const next = await vault.state();
      if (asked === worker) become(next);
    } catch (error) {
      if (asked === worker) crash(error instanceof Error ? error.message : "the vault did not answer");
    }
  }
  connection.onState(() => {
    if (now.state !== "crashed") void look();
  });

  const saveDrafts = async () => {
    await Promise.race([Promise.allSettled([...drafts].map(async (save) => save())), wait(longestLockMs)]);
  };

  return {
    vault,
    opening: () => now,
    onOpening(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async lock() {
      const locking = worker;
      await saveDrafts();
      const answered = vault.lock().then(
        () => true,
        () => true,
      );
      const inTime = await Promise.race([answered, wait(longestLockMs).then(() => false)]);
      // Another worker means that it was locked meanwhile, and perhaps opened again by the person.
      if (locking !== worker || now.state !== "open") return;
      become({ state: "locked" });
      // A holder that does not answer is ended from here, where it is ours.
      if (!inTime) restart();
    },
    saveDrafts,
    working: connection.working,
    beforeLock(save) {
      drafts.add(save);
      return () => drafts.delete(save);
    },
    turnTo(which) {
      current = which;
      now = { state: "starting" };
      for (const listener of listeners) listener();
      restart();
    },
    which: () => current,
    restart() {
      now = { state: "starting" };
      for (const listener of listeners) listener();
      restart();
    },
    end() {
      worker.end();
      connection.detach();
    },
  };
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

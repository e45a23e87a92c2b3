/** One tab holds the vault, the others ask it: Web Locks choose, a broadcast channel carries. Runs in each tab's worker. */

import type { Vault } from "../port.ts";
import { type Line, lineOver, type ToPage, type ToVault } from "./port-messages.ts";
import { serve } from "./serve.ts";

/** On the common channel: a worker that waits names itself; one that was given the vault says so. */
type Common = { readonly hello: string } | { readonly leading: string };

const forever = new Promise<never>(() => {});

/**
 * Serves this tab's page: from this worker once it is given the lock, and until then from whichever worker holds it.
 *
 * The lock goes with the worker, so a closed or crashed tab hands the vault over within moments; it opens locked.
 * Each waiting worker holds a lock of its own name, by which the holder learns that it is gone.
 *
 * [Note: ending] To lock a kept vault ends the worker that held the keys, and with it every worker that led to it. They
 * end themselves, in the turn in which the vault was locked: nobody can reach the old holder any more and unlock it,
 * only for a slower page to end it under their hands. Pages begin new workers when they hear of it.
 *
 * @param open    opens the vault; called once, after the lock was granted, never while another tab has it open
 * @param me      a random word
 * @param name    which vault: one lock, one channel each
 * @param end     ends this worker
 */
export async function holdVault({
  page,
  open,
  me,
  name,
  end,
}: {
  readonly page: Line<ToVault, ToPage>;
  readonly open: () => Promise<Vault>;
  readonly me: string;
  readonly name: string;
  readonly end: () => void;
}): Promise<void> {
  const common = new BroadcastChannel(name);
  const say = (words: Common) => common.postMessage(words);
  const mine = new BroadcastChannel(`${name}/${me}`);
  let follows = true;
  let hold: ((worker: string) => void) | null = null;

  page.listen((message) => {
    if (follows) mine.postMessage(message);
  });
  mine.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
    if (!follows) return;
    page.post(data);
    if (data.kind === "ended") end();
  });
  // Held before the first hello: whoever holds the vault takes a free lock to mean that this worker is gone.
  await new Promise<void>((held) => {
    void navigator.locks.request(`${name}/${me}`, () => {
      held();
      return forever;
    });
  });
  common.addEventListener("message", ({ data }: MessageEvent<Common>) => {
    if ("hello" in data) hold?.(data.hello);
    else if (follows) say({ hello: me });
  });
  say({ hello: me });

  await navigator.locks.request(name, async () => {
    // What the last holder still says to those who follow is no longer meant for this worker.
    follows = false;
    mine.close();
    const lines = new Map([[me, page]]);
    const vault = endingAtLock(await open(), () => {
      for (const line of lines.values()) line.post({ kind: "ended" });
      end();
    });
    const stateChanged = () => {
      for (const line of lines.values()) line.post({ kind: "state-changed" });
    };
    const serving = { holder: me, stateChanged };

    serve(page, vault, serving);
    hold = (worker) => {
      if (lines.has(worker)) return;
      const channel = new BroadcastChannel(`${name}/${worker}`);
      const line = lineOver<ToVault, ToPage>(channel, () => channel.close());
      lines.set(worker, line);
      const stop = serve(line, vault, serving);
      void navigator.locks.request(`${name}/${worker}`, () => {
        lines.delete(worker);
        stop();
      });
    };
    say({ leading: me });
    await forever;
  });
}

/** A vault in memory goes on: to end its worker would destroy it. */
function endingAtLock(vault: Vault, end: () => void): Vault {
  return {
    ...vault,
    async lock() {
      const before = await vault.state();
      await vault.lock();
      if (before.state === "open" && before.storage === "kept") end();
    },
  };
}

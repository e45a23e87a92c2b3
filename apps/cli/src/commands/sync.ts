import { setTimeout as wait } from "node:timers/promises";
import type { SpaceId } from "@saksi/domain/id";
import type { Vault } from "@saksi/vault/port";
import type { Problem } from "@saksi/vault/problem";
import { chooseSpace } from "../choose-space.ts";
import { type Command, done, need, Stopped, type World } from "../command.ts";
import { failed } from "../words/problems.ts";

/**
 * Pushes what is unsent and pulls what is new; with `--watch` until Ctrl-C, and a lost network is waited for.
 *
 * The rows of a long pull are there before each of its signatures was checked one by one; the command ends when all
 * were. Ctrl-C leaves the rest to the next time, which goes on from there.
 */
export const sync: Command = {
  name: "sync",
  usage: "saksi sync [--watch] [--space ID]",
  help: "Sends what the relay does not have and takes what is new, every entry checked. With --watch it goes on until Ctrl-C.",
  options: { watch: { type: "boolean" } },
  words: [0, 0],
  async run({ options, open, world }) {
    const vault = await open();
    const given = typeof options.space === "string" ? { space: (await chooseSpace(vault, options)).space } : {};
    const first = need(await vault.sync(given), failed);
    await standstill(vault, given.space);
    if (options.watch !== true) {
      const unchecked = await untilChecked(vault, world);
      const line = `${first.pushed} sent, ${first.pulled} taken, log at ${first.head}.`;
      const rest = unchecked > 0 ? [`${unchecked} signatures are still to be checked, next time.`] : [];
      return done({ ...first, unchecked }, line, ...rest);
    }
    let total = first;
    while (!world.signal.aborted) {
      await wait(1000, undefined, { signal: world.signal }).catch(() => undefined); // Ctrl-C ends the wait
      const next = world.signal.aborted ? null : await vault.sync(given);
      if (next?.ok) {
        if (next.value.pushed + next.value.pulled > 0 && options.json !== true)
          world.print(`${next.value.pushed} sent, ${next.value.pulled} taken, log at ${next.value.head}.`);
        total = {
          pushed: total.pushed + next.value.pushed,
          pulled: total.pulled + next.value.pulled,
          head: next.value.head,
        };
      } else if (next !== null && next.error.kind !== "offline") need(next, failed);
    }
    return done(total, `${total.pushed} sent, ${total.pulled} taken.`);
  },
};

const lookEveryMs = 100;
/** Five hundred are checked in a tenth of that on the slowest machine: whoever stands still for so long was stopped. */
const mostLooksAtNothing = 100;

/** What this device wrote will not leave it, however often it tries: that is not done. */
async function standstill(vault: Vault, named: SpaceId | undefined): Promise<void> {
  for (const { space, sync } of await vault.ask("spaces", {})) {
    const meant = named === undefined || named === space;
    const kind = sync.problem?.kind;
    if (sync.problem && meant && (kind === "cloned-device" || kind === "damaged-file"))
      throw new Stopped(failed(sync.problem));
  }
}

/** How many signatures are left: none, or Ctrl-C came. One that does not hold ends the command by its name. */
async function untilChecked(vault: Vault, world: World): Promise<number> {
  let before = Number.POSITIVE_INFINITY;
  for (let looks = 0; ; looks += 1) {
    const { bad, left } = await checking(vault);
    if (bad) throw new Stopped(failed(bad));
    if (left === 0 || world.signal.aborted || looks > mostLooksAtNothing) return left;
    if (left < before) looks = 0;
    before = left;
    world.progress(`${left} signatures to check`);
    await wait(lookEveryMs, undefined, { signal: world.signal }).catch(() => undefined); // Ctrl-C ends the wait
  }
}

async function checking(vault: Vault): Promise<{ readonly bad: Problem | null; readonly left: number }> {
  let bad: Problem | null = null;
  let left = 0;
  for (const { sync } of await vault.ask("spaces", {})) {
    if (sync.problem?.kind === "bad-entry") bad = sync.problem;
    if (sync.phase === "idle" || sync.phase === "working") left += Math.max(0, sync.size - sync.checked);
  }
  return { bad, left };
}

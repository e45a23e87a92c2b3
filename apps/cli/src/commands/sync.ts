import { setTimeout as wait } from "node:timers/promises";
import { chooseSpace } from "../choose-space.ts";
import { type Command, done, need } from "../command.ts";
import { failed } from "../words/problems.ts";

/** Pushes what is unsent and pulls what is new; with `--watch` until Ctrl-C, and a lost network is waited for. */
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
    if (options.watch !== true)
      return done(first, `${first.pushed} sent, ${first.pulled} taken, log at ${first.head}.`);
    let total = first;
    while (!world.signal.aborted) {
      await wait(1000, undefined, { signal: world.signal }).catch(() => undefined); // Ctrl-C ends the wait
      const next = world.signal.aborted ? null : await vault.sync(given);
      if (next?.ok) {
        if (next.value.pushed + next.value.pulled > 0)
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

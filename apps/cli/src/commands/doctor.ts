import { access, constants } from "node:fs/promises";
import { type Command, done, no } from "../command.ts";

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly note: string;
}

/** Says what of this machine and this vault is as it should be. Reads; never writes. Exits 1 where something is not. */
export const doctor: Command = {
  name: "doctor",
  usage: "saksi doctor",
  help: "Looks at this machine and this vault, and says what is not as it should be. Reads; never writes.",
  words: [0, 0],
  async run({ folder, open, world }) {
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    const checks: Check[] = [
      {
        name: "node",
        ok: major > 20 || (major === 20 && minor >= 19),
        note: `Node ${process.versions.node}; 20.19 or newer is needed`,
      },
      {
        name: "clock",
        ok: world.now() > Date.parse("2026-01-01"),
        note: `this device says ${new Date(world.now()).toISOString()}`,
      },
      { name: "folder", ok: await isWritable(folder()), note: "the vault folder can be read and written" },
    ];
    const vault = await open();
    const now = await vault.state();
    const unreadable = now.state === "open" ? (now.unreadable ?? 0) : 0;
    checks.push({
      name: "log",
      ok: unreadable === 0,
      note:
        unreadable === 0
          ? "every part of it opens"
          : `${unreadable} of its places cannot be read: work, or a whole space, may be missing here. Keep this folder, and restore a backup beside it`,
    });
    for (const { space, sync } of await vault.ask("spaces", {})) {
      const skew = sync.clockSkewMs ?? 0;
      const problem = sync.problem?.kind ?? (Math.abs(skew) > 600_000 ? "clock-skew" : null);
      const state = sync.phase === "alone" ? "on this device alone" : `verified ${sync.verifiedAt ?? "never"}`;
      checks.push({
        name: `space ${space.slice(0, 8)}`,
        ok: problem === null,
        note: `${problem ?? "whole"}; ${sync.unsent} unsent; ${state}`,
      });
      const doubtful = (await vault.ask("members", { space })).filter(({ twoFaced, removed }) => twoFaced && !removed);
      for (const { member } of doubtful)
        checks.push({
          name: `member ${member}`,
          ok: false,
          note: "a device of theirs signed two entries in one place: it was copied, or its keys are in other hands",
        });
    }
    const lines = checks.map(({ name, ok, note }) => `${ok ? "ok  " : "LOOK"}  ${name}: ${note}`);
    return checks.every(({ ok }) => ok) ? done({ checks }, ...lines) : no({ checks }, ...lines);
  },
};

async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false; // that is the answer
  }
}

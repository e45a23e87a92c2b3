/** From words to an exit code: finds the command, reads its options, opens the vault where it is wanted, prints once. */

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Vault } from "@saksi/vault/port";
import { type Call, type Command, misused, type Outcome, Stopped, type World } from "./command.ts";
import { failed } from "./words/problems.ts";

export type OpenVault = (folder: string) => Promise<Vault>;

const everywhere = {
  json: { type: "boolean" },
  vault: { type: "string" },
  space: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Runs one command line. The exit code is the command's; whatever it printed is whole. */
export async function run(
  commands: readonly Command[],
  argv: readonly string[],
  world: World,
  openVault: OpenVault,
): Promise<number> {
  const json = argv.includes("--json");
  const command = find(commands, argv);
  const outcome = command === undefined ? unknown(commands, argv) : await carryOut(command, argv, world, openVault);
  if (outcome.kind === "answer") {
    if (json) world.print(JSON.stringify(outcome.json));
    else for (const line of outcome.lines) world.print(line);
  } else {
    const { kind, ...facts } = outcome.problem;
    world.tell(json ? JSON.stringify({ error: { kind, message: outcome.message, ...facts } }) : outcome.message);
  }
  return outcome.exit;
}

/** The command whose name takes the most of the first words. */
function find(commands: readonly Command[], argv: readonly string[]): Command | undefined {
  const words = plainWords(argv);
  return commands
    .filter(({ name }) => name.split(" ").every((word, index) => words[index] === word))
    .sort((one, other) => other.name.split(" ").length - one.name.split(" ").length)[0];
}

/** Words that are no option and no value of an option known everywhere; without any, `--help` is the word. */
function plainWords(argv: readonly string[]): readonly string[] {
  const { values, positionals } = parseArgs({ args: [...argv], strict: false, options: everywhere });
  return positionals.length === 0 && values.help === true ? ["help"] : positionals;
}

async function carryOut(
  command: Command,
  argv: readonly string[],
  world: World,
  openVault: OpenVault,
): Promise<Outcome> {
  let vault: Vault | null = null;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...everywhere, ...command.options },
    });
    const options = values as Call["options"];
    if (options.help === true && positionals.length > 0)
      return { kind: "answer", exit: 0, json: { usage: command.usage }, lines: [command.usage, "", command.help] };
    const words = positionals.slice(command.name.split(" ").length);
    if (words.length < command.words[0] || words.length > command.words[1])
      return misused("usage", `Usage: ${command.usage}`);
    const folder = (): string => folderOf(options, world);
    const passphrase = (question: string): Promise<string> => passphraseOf(question, world);
    const here = async (): Promise<Vault> => {
      vault ??= await openVault(folder());
      return vault;
    };
    const open = async (): Promise<Vault> => {
      if (!existsSync(folder())) throw new Stopped(failed({ kind: "no-vault" })); // a slip of the pen makes no folders
      const opened = await here();
      const { state } = await opened.state();
      if (state === "absent") throw new Stopped(failed({ kind: "no-vault" }));
      if (state === "locked") {
        const unlocked = await opened.unlock(await passphrase("Passphrase: "));
        if (!unlocked.ok) throw new Stopped(failed(unlocked.error));
      }
      return opened;
    };
    return await command.run({ words, options, world, folder, passphrase, here, open });
  } catch (problem) {
    if (problem instanceof Stopped) return problem.outcome;
    if (isArgumentError(problem)) return misused("usage", `${problem.message}\nUsage: ${command.usage}`);
    const fault = fileFault(problem);
    return fault ?? ownFault(problem);
  } finally {
    await (vault as Vault | null)?.close();
  }
}

function unknown(commands: readonly Command[], argv: readonly string[]): Outcome {
  const [word] = plainWords(argv);
  const near = commands
    .filter(({ name }) => word !== undefined && name.split(" ")[0] === word)
    .map(({ usage }) => `  ${usage}`);
  if (near.length > 0) return misused("usage", ["Usage:", ...near].join("\n"));
  return misused(
    "no-such-command",
    `${word === undefined ? "Name a command." : `There is no command ${looksLikeOne(word) ? word : "of this name"}.`} See: saksi help`,
  );
}

/** Anything else may be a path or a person's name, put where a command belongs. */
const looksLikeOne = (word: string): boolean => /^[a-z]{1,12}$/.test(word);

function folderOf(options: Call["options"], world: World): string {
  const given = options.vault ?? world.env.SAKSI_VAULT;
  if (typeof given === "string" && given !== "") return given;
  throw new Stopped(misused("which-vault", "Name the vault folder with --vault DIR or SAKSI_VAULT."));
}

async function passphraseOf(question: string, world: World): Promise<string> {
  const given = world.env.SAKSI_PASSPHRASE ?? (await world.askHidden(question));
  if (given !== null) return given;
  throw new Stopped(misused("no-passphrase", "Nobody is there to ask for the passphrase. Set SAKSI_PASSPHRASE."));
}

const isArgumentError = (problem: unknown): problem is Error =>
  problem instanceof TypeError && String((problem as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS");

/** A file that a person named. Its name may say who it is about, so that only what went wrong is told. */
function fileFault(problem: unknown): Outcome | undefined {
  if (!(problem instanceof Error && "syscall" in problem && "code" in problem)) return undefined;
  const code = String(problem.code);
  const full = code === "ENOSPC" || code === "EDQUOT";
  return {
    kind: "failed",
    exit: 3,
    problem: full ? { kind: "disk-full" } : { kind: "file-fault" },
    message: faults[code] ?? `A file could not be read or written: ${code}.`,
  };
}

const faults: Readonly<Record<string, string>> = {
  ENOENT: "There is no file or folder where the command line says.",
  EACCES: "This account may not read or write there. Look at who owns the file or folder.",
  EPERM: "This account may not read or write there. Look at who owns the file or folder.",
  EROFS: "What is there can be read only.",
  EISDIR: "There is a folder where a file was expected.",
  EEXIST: "There is a file where a folder was expected.",
  ENOTDIR: "There is a file where a folder was expected.",
  ENOSPC: "There is no room left on this disk. Nothing was half saved; make room and try again.",
  EDQUOT: "This account has no room left on this disk. Nothing was half saved; make room and try again.",
};

/** A mistake of ours. Its message may quote somebody's words, its stack a person's folders: told is where in our code. */
function ownFault(problem: unknown): Outcome {
  const name = problem instanceof Error ? problem.name : typeof problem;
  const stack = problem instanceof Error ? (problem.stack ?? "") : "";
  const places = [...stack.matchAll(/([\w.-]+:\d+:\d+)\)?$/gm)].slice(0, 3).map(([, place]) => place);
  return {
    kind: "failed",
    exit: 3,
    problem: { kind: "own-fault" },
    message: `This is a mistake of the program, not yours: ${name} at ${places.join(", ")}. What was saved before is kept. Please report this line.`,
  };
}

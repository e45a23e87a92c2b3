/** What a command is: words in, one JSON value or a few lines out, and an exit code that scripts can trust. */

import type { PublishTools } from "@saksi/publish/publish";
import type { Vault } from "@saksi/vault/port";
import type { Problem } from "@saksi/vault/problem";

/** 0 done · 1 the answer is no · 2 misused · 3 could not */
export type Exit = 0 | 1 | 2 | 3;

export type Outcome =
  | { readonly kind: "answer"; readonly exit: 0 | 1; readonly json: unknown; readonly lines: readonly string[] }
  | {
      readonly kind: "failed";
      readonly exit: 2 | 3;
      readonly problem: { readonly kind: string };
      readonly message: string;
    };

export const done = (json: unknown, ...lines: readonly string[]): Outcome => ({ kind: "answer", exit: 0, json, lines });
export const no = (json: unknown, ...lines: readonly string[]): Outcome => ({ kind: "answer", exit: 1, json, lines });
export const misused = (kind: string, message: string): Outcome => ({
  kind: "failed",
  exit: 2,
  problem: { kind },
  message,
});

/** Everything that a command touches outside itself. Made once, in `main.ts`. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  /** Milliseconds with fractions, of a clock that only goes forward */
  readonly stopwatch: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readInput: () => Promise<Uint8Array>;
  readonly print: (line: string) => void;
  /** Standard error: problems, prompts, progress */
  readonly tell: (text: string) => void;
  /** One line that is written over by the next; nothing where nobody looks */
  readonly progress: (text: string) => void;
  /** Reads one line without showing it; null where nobody is there to ask */
  readonly askHidden: (question: string) => Promise<string | null>;
  /** Fonts, hashes and the typesetter */
  readonly publishing: () => PublishTools;
  /** Aborted when the person presses Ctrl-C */
  readonly signal: AbortSignal;
}

export interface Call {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly world: World;
  /** The vault folder, by `--vault` or SAKSI_VAULT */
  readonly folder: () => string;
  readonly passphrase: (question: string) => Promise<string>;
  /** The vault of the folder as it stands: not made yet, or locked; closed by the caller of the command */
  readonly here: () => Promise<Vault>;
  /** The same, unlocked */
  readonly open: () => Promise<Vault>;
}

export interface Command {
  /** Words that choose it: `put`, `space invite` */
  readonly name: string;
  readonly usage: string;
  readonly help: string;
  readonly options?: Readonly<
    Record<string, { readonly type: "string" | "boolean"; readonly multiple?: true; readonly short?: string }>
  >;
  /** Fewest and most words after the name */
  readonly words: readonly [least: number, most: number];
  run(call: Call): Promise<Outcome>;
}

/** A problem that ends a command from any depth; `run.ts` turns it into an outcome. */
export class Stopped extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super("stopped");
    this.outcome = outcome;
  }
}

/** The value, or the end of the command. */
export function need<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem },
  failed: (problem: Problem) => Outcome,
): Value {
  if (result.ok) return result.value;
  throw new Stopped(failed(result.error));
}

/** Where `-o` says that files go; a command that writes files cannot do without. */
export function outputOf(options: Call["options"], command: Pick<Command, "usage">): string {
  const { output } = options;
  if (typeof output === "string") return output;
  throw new Stopped(misused("usage", `Usage: ${command.usage}`));
}

import { type Command, done } from "../command.ts";

/** Every command, one line each; the list is given by the table it is part of. */
export const helpOf = (commands: () => readonly Command[]): Command => ({
  name: "help",
  usage: "saksi help",
  help: "What can be asked of this program.",
  words: [0, 4],
  async run() {
    const rows = commands().map(({ usage, help }) => ({ usage, help }));
    const lines = rows.flatMap(({ usage, help }) => [usage, `    ${help}`]);
    return done(
      { commands: rows },
      "Everywhere: --json, --vault DIR (or SAKSI_VAULT), --space ID. Passphrase: prompt, or SAKSI_PASSPHRASE.",
      "",
      ...lines,
    );
  },
});

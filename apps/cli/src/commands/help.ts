import { type Command, done, misused } from "../command.ts";

/** Every command, one line each; the list is given by the table it is part of. */
export const helpOf = (commands: () => readonly Command[]): Command => ({
  name: "help",
  usage: "saksi help [COMMAND]",
  help: "What can be asked of this program.",
  words: [0, 4],
  async run({ words }) {
    const meant = commands().filter(({ name }) => words.every((word, at) => name.split(" ")[at] === word));
    if (meant.length === 0) return misused("no-such-command", "There is no command of this name. See: saksi help");
    const rows = meant.map(({ usage, help }) => ({ usage, help }));
    const lines = rows.flatMap(({ usage, help }) => [usage, `    ${help}`]);
    return done(
      { commands: rows },
      "Everywhere: --json, --vault DIR (or SAKSI_VAULT), --space ID. Passphrase: prompt, or SAKSI_PASSPHRASE.",
      "",
      ...lines,
    );
  },
});

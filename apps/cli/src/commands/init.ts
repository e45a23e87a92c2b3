import { type Command, done, misused, need, Stopped } from "../command.ts";
import { failed } from "../words/problems.ts";

/** Makes the vault of this device. The passphrase is asked twice where a person types it. */
export const init: Command = {
  name: "init",
  usage: "saksi init --name NAME --organisation ORG [--vault DIR]",
  help: "Makes a vault: the encrypted folder in which this device keeps its spaces. Nobody can open it without the passphrase.",
  options: { name: { type: "string" }, organisation: { type: "string" } },
  words: [0, 0],
  async run({ options, folder, passphrase, here, world }) {
    const { name, organisation } = options;
    if (typeof name !== "string" || typeof organisation !== "string") return misused("usage", `Usage: ${init.usage}`);
    if (name.trim() === "" || organisation.trim() === "")
      return misused("empty-name", "Others decide by your name and organisation whom they let in: say both.");
    const chosen = await passphrase("New passphrase: ");
    if (world.env.SAKSI_PASSPHRASE === undefined && chosen !== (await passphrase("Once more: "))) {
      throw new Stopped(misused("passphrases-differ", "The two passphrases differ. Nothing was made."));
    }
    need(await (await here()).create({ passphrase: chosen, profile: { name, organisation } }), failed);
    return done({ vault: folder() }, `Made a vault in ${folder()}.`);
  },
};

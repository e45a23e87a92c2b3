/** A process that attaches one file, and says each piece that it sealed, until it is killed: `node writer.mjs FOLDER FILE`. */

import { closeSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { openNodeVault } from "../vault.node.ts";
import { attachPassphrase, cheapCost } from "./saves.ts";

const [, , folder = "", path = ""] = process.argv;
const vault = await openNodeVault(folder, { argon2Cost: cheapCost });
const unlocked = await vault.unlock(attachPassphrase);
const [exhibit] = await vault.ask("records", { type: "exhibit" });
if (!unlocked.ok || !exhibit) throw new Error("the vault did not open");

const file = openSync(path, "r");
const attached = await vault.attach({
  exhibit: exhibit.id,
  file: {
    size: statSync(path).size,
    async read(at, length) {
      const bytes = new Uint8Array(length);
      readSync(file, bytes, 0, length, at);
      return bytes;
    },
  },
  name: "made-up.bin",
  mediaType: "application/octet-stream",
  onProgress: ({ step, done }) => step === "seal" && void writeSync(1, `${done}\n`),
});
closeSync(file);
await vault.close();
writeSync(1, attached.ok ? "attached\n" : `${attached.error.kind}\n`);

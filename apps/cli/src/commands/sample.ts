import { sampleAlliance } from "@saksi/domain/sample/alliance";
import { loadSample } from "@saksi/vault/load-sample";
import { type Command, done, need } from "../command.ts";
import { failed } from "../words/problems.ts";
import { progressTo } from "./files.ts";

/** Puts the made-up alliance into this vault: three spaces, thirty cases, the same every time. */
export const sample: Command = {
  name: "sample",
  usage: "saksi sample",
  help: "Puts the made-up sample alliance into this vault: three organisations, thirty cases, twelve scripts. Nobody in it exists.",
  words: [0, 0],
  async run({ open, world }) {
    const vault = await open();
    const spaces = need(await loadSample(vault, sampleAlliance(), progressTo(world)), failed);
    return done({ spaces }, ...spaces);
  },
};

/** The public site of the atlas, built into a folder. */

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Command, done, misused, outputOf } from "../command.ts";
import { buildSite, dataDay } from "../site/build-site.ts";
import { sitePublications } from "../site/site-publications.ts";
import { english } from "../site/tongue.ts";
import { progressTo } from "./files.ts";

/** Reads no vault: the site holds public facts only. Exits 0 done, 2 misused, 3 where a publication could not be made. */
export const site: Command = {
  name: "site",
  usage: "saksi site -o DIR [--as-of DAY] [--address URL] [--without-publications]",
  help: "Builds the public site: states, calendar, decisions, rights, open data. The same data gives the same bytes; --as-of is the day it speaks from, else the data's own. --address is where it will be reached, for cards and the sitemap.",
  options: {
    output: { type: "string", short: "o" },
    "as-of": { type: "string" },
    address: { type: "string" },
    "without-publications": { type: "boolean" },
  },
  words: [0, 0],
  async run(call) {
    const { options, world } = call;
    const folder = outputOf(options, site);
    const asOf = options["as-of"] ?? dataDay();
    if (typeof asOf !== "string" || !isDay(asOf)) return misused("bad-day", "--as-of takes a day such as 2026-11-21.");
    const address = addressOf(options.address);
    if (address === undefined)
      return misused("bad-address", "--address takes an address such as https://atlas.example.");
    const books =
      options["without-publications"] === true
        ? { publications: [] }
        : await sitePublications({ tongue: english, asOf }, world.publishing(), progressTo(world));
    if (!("publications" in books))
      return { kind: "failed", exit: 3, problem: books.problem, message: "A publication could not be made." };
    const files = buildSite({ tongue: english, asOf, address, publications: books.publications });
    for (const { path, bytes } of files) {
      const at = join(folder, path);
      await mkdir(dirname(at), { recursive: true });
      await writeFile(at, bytes);
    }
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    return done(
      { folder, files: files.length, bytes, asOf },
      `${files.length} files, ${Math.round(bytes / 1000)} kB, as of ${asOf}: ${folder}`,
    );
  },
};

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** Without a slash at its end; `null` where none was given, `undefined` where it is not one. */
function addressOf(given: unknown): string | null | undefined {
  if (given === undefined) return null;
  if (typeof given !== "string" || !URL.canParse(given) || !/^https?:/.test(given)) return undefined;
  return given.replace(/\/+$/, "");
}

/** The public site of the atlas, built into a folder. */

import type { KeyObject } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { shippedAlone } from "@saksi/treaties/alliance-atlas";
import { type Call, type Command, done, misused, no, type Outcome, outputOf, Stopped } from "../command.ts";
import { buildSite, dataDay, siteCards } from "../site/build-site.ts";
import { cardPictures } from "../site/card-pictures.ts";
import { publicHex, publishSite, siteKeyFrom, takeBackSite } from "../site/publish-site.ts";
import type { SiteFile } from "../site/site-file.ts";
import { sitePublications } from "../site/site-publications.ts";
import { english } from "../site/tongue.ts";
import { progressTo } from "./files.ts";

/** Reads no vault: the site holds public facts only. Exits 0 done, 2 misused, 3 where a publication could not be made. */
export const site: Command = {
  name: "site",
  usage:
    "saksi site -o DIR [--as-of DAY] [--address URL] [--without-publications] [--publish RELAY --key FILE]\n       saksi site --take-back EDITION --publish RELAY --key FILE",
  help: "Builds the public site: states, calendar, decisions, rights, open data. The same data gives the same bytes; --as-of is the day it speaks from, else the data's own. --address is where it will be reached, for cards and the sitemap. --publish also hands it to a relay that was started with the public half of --key (an Ed25519 key in PEM, from: openssl genpkey -algorithm ed25519); --take-back makes the relay show the edition before.",
  options: {
    output: { type: "string", short: "o" },
    "as-of": { type: "string" },
    address: { type: "string" },
    "without-publications": { type: "boolean" },
    publish: { type: "string" },
    key: { type: "string" },
    "take-back": { type: "string" },
  },
  words: [0, 0],
  async run(call) {
    const { options, world } = call;
    if (options["take-back"] !== undefined) return takenBack(call);
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
    const view = { tongue: english, today: asOf, address, ...shippedAlone };
    const pictures = await cardPictures(siteCards(view), english, world.publishing());
    const files = buildSite({ view, publications: books.publications, pictures });
    for (const { path, bytes } of files) {
      const at = join(folder, path);
      await mkdir(dirname(at), { recursive: true });
      await writeFile(at, bytes);
    }
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    const built = { folder, files: files.length, bytes, asOf };
    const line = `${files.length} files, ${Math.round(bytes / 1000)} kB, as of ${asOf}: ${folder}`;
    return options.publish === undefined ? done(built, line) : published(files, { call, built, line });
  },
};

interface Built {
  readonly call: Call;
  readonly built: object;
  readonly line: string;
}

async function published(files: readonly SiteFile[], { call, built, line }: Built): Promise<Outcome> {
  const { relay, key } = await relayAndKey(call);
  const edition = Math.floor(call.world.now() / 1000);
  const answer = await publishSite(files, { relay, key, edition, signal: call.world.signal });
  if ("refused" in answer) return refused(answer.refused, { built, key: publicHex(key) });
  return done({ ...built, ...answer, key: publicHex(key) }, line, `published as edition ${answer.edition}: ${relay}`);
}

async function takenBack(call: Call): Promise<Outcome> {
  const edition = Number(call.options["take-back"]);
  if (!Number.isSafeInteger(edition) || edition < 0) return misused("usage", `Usage: ${site.usage}`);
  const { relay, key } = await relayAndKey(call);
  const answer = await takeBackSite({ relay, key, edition, signal: call.world.signal });
  if ("refused" in answer) return refused(answer.refused, { built: {}, key: publicHex(key) });
  return done({ takenBack: edition }, `edition ${edition} is taken back: ${relay}`);
}

async function relayAndKey({ options, world }: Call): Promise<{ relay: string; key: KeyObject }> {
  const { publish: relay, key: file } = options;
  if (typeof relay !== "string" || !URL.canParse(relay) || typeof file !== "string")
    throw new Stopped(misused("usage", `Usage: ${site.usage}`));
  const key = siteKeyFrom(new TextDecoder().decode(await world.readFile(file)));
  if (key !== null) return { relay, key };
  const help = "--key takes an Ed25519 private key in PEM: openssl genpkey -algorithm ed25519 -out FILE";
  throw new Stopped(misused("bad-key", help));
}

function refused(refusal: string | null, { built, key }: { readonly built: object; readonly key: string }): Outcome {
  if (refusal === null)
    return {
      kind: "failed",
      exit: 3,
      problem: { kind: "offline" },
      message: "The relay cannot be reached. Nothing was changed there.",
    };
  return no(
    { ...built, refused: refusal, key },
    `The relay refused: ${refusal}. It knows this key where it was started with --site-key ${key}`,
  );
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** Without a slash at its end; `null` where none was given, `undefined` where it is not one. */
function addressOf(given: unknown): string | null | undefined {
  if (given === undefined) return null;
  if (typeof given !== "string" || !URL.canParse(given) || !/^https?:/.test(given)) return undefined;
  return given.replace(/\/+$/, "");
}

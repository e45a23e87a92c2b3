/** The public site of the atlas, built into a folder. */

import type { KeyObject } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asText } from "@saksi/domain/field-values";
import { forPublic } from "@saksi/treaties/tracked";
import { bookApprovals } from "@saksi/vault/query/book-approvals";
import { type Call, type Command, done, misused, no, type Outcome, outputOf, Stopped } from "../command.ts";
import { buildSite, dataDay, siteCards } from "../site/build-site.ts";
import { cardPictures } from "../site/card-pictures.ts";
import { finishedPublications } from "../site/finished-publications.ts";
import type { Publication } from "../site/pages/publications.ts";
import { publicHex, publishSite, siteKeyFrom, takeBackSite } from "../site/publish-site.ts";
import type { SiteFile } from "../site/site-file.ts";
import { sitePublications } from "../site/site-publications.ts";
import { english } from "../site/tongue.ts";
import { type AtlasHere, atlasHere, plainFacts } from "./atlas-here.ts";
import { linesOfFacts } from "./atlas-lines.ts";
import { progressTo } from "./files.ts";

/** Of a vault it reads only what two members stand for in the space named as the atlas. Exits 0 done, 2 misused, 3 where a publication could not be made. */
export const site: Command = {
  name: "site",
  usage:
    "saksi site -o DIR [--as-of DAY] [--address URL] [--shipped] [--space ID] [--library DIR] [--without-publications] [--publish RELAY --key FILE]\n       saksi site --take-back EDITION --publish RELAY --key FILE",
  help: "Builds the public site: states, calendar, decisions, rights, open data. The same data gives the same bytes; --as-of is the day it speaks from, else the data's own. Facts that a second member confirmed in the space named as the atlas stand in place of the shipped ones, and those left out are named with the reason; --shipped does without. --address is where it will be reached, for cards and the sitemap; a relay over https is one. --library takes in finished publications: a folder with a library.json that names them. --publish also hands it to a relay that was started with the public half of --key (an Ed25519 key in PEM, from: openssl genpkey -algorithm ed25519); --take-back makes the relay show the edition before.",
  options: {
    output: { type: "string", short: "o" },
    "as-of": { type: "string" },
    address: { type: "string" },
    shipped: { type: "boolean" },
    library: { type: "string" },
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
    const here = await atlasHere(call);
    if (here.from?.isSample)
      return misused("sample-space", "The facts of a sample are made up; no site is built of them.");
    const asOf = options["as-of"] ?? newestDay(here, world.now());
    if (typeof asOf !== "string" || !isDay(asOf)) return misused("bad-day", "--as-of takes a day such as 2026-11-21.");
    const address = addressOf(options.address ?? addressAt(options.publish));
    if (address === undefined)
      return misused("bad-address", "--address takes an address such as https://atlas.example.");
    // A book that a second member approved, in the vault whose atlas this is, is no draft.
    const approvalsOf = async (hash: string) => (here.from === null ? [] : bookApprovals(await call.open(), hash));
    if (options.publish !== undefined) await relayAndKey(call); // whoever mistypes it need not wait for a site
    const books =
      options["without-publications"] === true
        ? { publications: [] }
        : await sitePublications({ tongue: english, asOf, approvalsOf }, world.publishing(), progressTo(world));
    if (!("publications" in books))
      return { kind: "failed", exit: 3, problem: books.problem, message: "A publication could not be made." };
    const finished = typeof options.library === "string" ? await finishedIn(options.library, call) : [];
    const view = { tongue: english, today: asOf, address, atlas: here.atlas, tracked: forPublic(here.tracked) };
    const pictures = await cardPictures(siteCards(view), english, world.publishing());
    const files = buildSite({ view, publications: [...finished, ...books.publications], pictures });
    for (const { path, bytes } of files) {
      const at = join(folder, path);
      await mkdir(dirname(at), { recursive: true });
      await writeFile(at, bytes);
    }
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    const built = { folder, files: files.length, bytes, asOf, facts: plainFacts(here) };
    const line = `${files.length} files, ${Math.round(bytes / 1000)} kB, as of ${asOf}: ${folder}`;
    const lines = [...linesOfFacts(here), line];
    return options.publish === undefined ? done(built, ...lines) : published(files, { call, built, lines });
  },
};

/** The newest day of the shipped data, or of a confirmed fact; one that claims to be known tomorrow moves nothing. */
function newestDay({ all }: AtlasHere, now: number): string {
  const today = new Date(now).toISOString().slice(0, 10);
  const days = all.flatMap(({ record, counts }) =>
    counts.is === "confirmed" ? (asText(record.fields.asOf) ?? []) : [],
  );
  return [dataDay(), ...days.filter((day) => isDay(day) && day <= today)].sort().at(-1) ?? dataDay();
}

async function finishedIn(folder: string, { world }: Call): Promise<readonly Publication[]> {
  const answer = await finishedPublications((name) => world.readFile(join(folder, name)));
  if ("publications" in answer) return answer.publications;
  const { kind, at, message } = answer.problem;
  throw new Stopped(misused(kind, `${at}: ${message} Nothing was built.`));
}

interface Built {
  readonly call: Call;
  readonly built: object;
  readonly lines: readonly string[];
}

async function published(files: readonly SiteFile[], { call, built, lines }: Built): Promise<Outcome> {
  const { relay, key } = await relayAndKey(call);
  const edition = Math.floor(call.world.now() / 1000);
  const answer = await publishSite(files, { relay, key, edition, signal: call.world.signal });
  if ("refused" in answer) return refused(answer.refused, { built, key: publicHex(key) });
  return done(
    { ...built, ...answer, key: publicHex(key) },
    ...lines,
    `published as edition ${answer.edition}: ${relay}`,
  );
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

/** Whoever publishes to a relay over https is reached there, unless `--address` says otherwise; a relay at home says nothing. */
const addressAt = (relay: unknown): string | undefined =>
  typeof relay === "string" && relay.startsWith("https://") ? relay : undefined;

/** Without a slash at its end; `null` where none was given, `undefined` where it is not one. */
function addressOf(given: unknown): string | null | undefined {
  if (given === undefined) return null;
  if (typeof given !== "string" || !URL.canParse(given) || !/^https?:/.test(given)) return undefined;
  return given.replace(/\/+$/, "");
}

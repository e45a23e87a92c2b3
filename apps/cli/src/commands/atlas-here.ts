/** The atlas as this vault knows it: what is shipped, with the facts over it that members of its atlas space confirmed. */

import { existsSync } from "node:fs";
import type { AllianceAtlas } from "@saksi/treaties/alliance-atlas";
import type { Vault } from "@saksi/vault/port";
import { atlasSpaces, type NamedAtlas } from "@saksi/vault/query/atlas-spaces";
import { type Counted, countedOf, countedTypes } from "@saksi/vault/query/counted";
import { headAgeHours } from "@saksi/vault/query/head-age";
import { chooseSpace } from "../choose-space.ts";
import { type Call, misused, Stopped } from "../command.ts";
import { failed } from "../words/problems.ts";

export interface AtlasHere extends AllianceAtlas {
  /** The space they come from; `null`: none is named, or no vault is there, and all is as shipped */
  readonly from: {
    readonly space: string;
    readonly name: string;
    readonly isSample: boolean;
    /** Over a day ago nobody asked the relay: what was taken back since is not known here */
    readonly isOld: boolean;
  } | null;
  readonly all: readonly Counted[];
}

/** What to do where there is a vault that cannot be opened now: nobody gives the passphrase, another program has it. */
export type WhenClosed = "stop" | "say so and take what is shipped";

/**
 * Without a vault, with `--shipped`, or where no space is named as the atlas: what is shipped. Made-up facts of a sample
 * are taken only from a space that `--space` names.
 */
export async function atlasHere(call: Call, whenClosed: WhenClosed = "stop"): Promise<AtlasHere> {
  const { allianceAtlas, shippedAlone } = await import("@saksi/treaties/alliance-atlas"); // the atlas is large
  const vault = await vaultIfAny(call, whenClosed);
  const named = vault && (await namedIn(vault, call.options));
  if (!vault || !named) return { ...shippedAlone, from: null, all: [] };
  const all = await allIn(vault, named);
  const confirmed = all.filter(({ counts }) => counts.is === "confirmed").map(({ record }) => record);
  const { space, name, sample: isSample, sync } = named.space;
  const isOld = headAgeHours(sync, call.world.now()) > 24;
  return { ...allianceAtlas(confirmed), from: { space, name, isSample, isOld }, all };
}

/** Every fact, bill, recommendation and commitment of the space, whether it counts or not. */
export const allIn = async (vault: Vault, { space }: NamedAtlas): Promise<readonly Counted[]> =>
  (await Promise.all(countedTypes.map((type) => countedOf(vault, space.space, type)))).flat();

async function vaultIfAny({ options, world, open }: Call, whenClosed: WhenClosed): Promise<Vault | null> {
  const folder = options.vault ?? world.env.SAKSI_VAULT;
  const isThere = typeof folder === "string" && folder !== "" && existsSync(folder);
  if (options.shipped === true || !isThere) return null;
  try {
    return await open();
  } catch (stop) {
    // An empty folder is no vault; whoever named it with `--vault` meant one.
    const kind = stop instanceof Stopped && stop.outcome.kind === "failed" ? stop.outcome.problem.kind : "";
    if (kind === "no-vault" && options.vault === undefined) return null;
    if (whenClosed === "stop" || !closed.includes(kind)) throw stop;
    world.tell("The vault cannot be opened now: this is the atlas as shipped, without your alliance's own facts.");
    return null;
  }
}

const closed: readonly string[] = ["no-passphrase", "another-writer"];

/** The only space that is named as an atlas, or the one that `--space` names. */
export async function namedIn(vault: Vault, options: Call["options"]): Promise<NamedAtlas | null> {
  const named = await atlasSpaces(vault);
  if (options.space !== undefined) {
    const { space } = await chooseSpace(vault, options);
    const found = named.find((one) => one.space.space === space);
    if (found) return found;
    throw new Stopped(
      misused("not-an-atlas", "This space is not named as the atlas. A keeper of it can: saksi put atlas-space"),
    );
  }
  const [only, ...others] = named.filter(({ space }) => !space.sample);
  if (others.length > 0)
    throw new Stopped(failed({ kind: "which-space", spaces: named.map(({ space }) => space.space as string) }));
  return only ?? null;
}

/** Where confirmed facts came from, how many, and which were left out; `null`: all is as shipped. */
export const plainFacts = ({ from, all, refused }: AtlasHere) =>
  from && {
    ...from,
    confirmed: all.filter(({ counts }) => counts.is === "confirmed").length,
    waiting: all.filter(({ counts }) => counts.is !== "confirmed").length,
    refused,
  };

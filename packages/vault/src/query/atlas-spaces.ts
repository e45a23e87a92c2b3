/** Spaces that keep an alliance's facts for the atlas: those where a keeper said so, by signature. */

import { asYesNo } from "@saksi/domain/field-values";
import type { RecordRow, SpaceRow, Vault } from "../port.ts";

type Asking = Pick<Vault, "ask">;

export interface NamedAtlas {
  readonly space: SpaceRow;
  /** The record that says so */
  readonly record: RecordRow;
}

/** Made-up ones last: a sample never stands before an alliance's own. */
export async function atlasSpaces(vault: Asking): Promise<readonly NamedAtlas[]> {
  const spaces = await vault.ask("spaces", {});
  const named = await Promise.all(spaces.map((space) => namedIn(vault, space)));
  return named.flat().sort((a, b) => Number(a.space.sample) - Number(b.space.sample));
}

/** The latest word of a keeper counts; what a writer puts there, also over it, changes nothing. */
async function namedIn(vault: Asking, space: SpaceRow): Promise<readonly NamedAtlas[]> {
  const [rows, members] = await Promise.all([
    vault.ask("records", { space: space.space, type: "atlas-space" }),
    vault.ask("members", { space: space.space }),
  ]);
  const keepers = new Set(members.filter(({ role }) => role === "keeper").map(({ member }) => member));
  const words = await Promise.all(
    rows.map(async (record) => {
      const history = await vault.ask("history", { id: record.id, space: record.space });
      return history
        .filter(({ member, fields }) => keepers.has(member) && asYesNo(fields.kept) !== undefined)
        .map(({ position, fields }) => ({ record, place: position ?? unsent, kept: asYesNo(fields.kept) === true }));
    }),
  );
  const last = words
    .flat()
    .sort((a, b) => a.place - b.place)
    .at(-1);
  return last?.kept === true ? [{ space, record: last.record }] : [];
}

/** After everything that the relay has. */
const unsent = Number.MAX_SAFE_INTEGER;

/** Facts for the atlas that wait for this member: others wrote them, and nobody who may has looked at the source yet. */

import { maySamePerson } from "@saksi/domain/authors";
import type { RecordRow, Vault } from "../port.ts";
import { atlasSpaces } from "./atlas-spaces.ts";
import { countedOf, countedTypes } from "./counted.ts";

/** Of every space that a keeper named as an atlas and in which I may write. */
export async function factsForMe(vault: Pick<Vault, "ask">): Promise<readonly RecordRow[]> {
  const named = await atlasSpaces(vault);
  const found = await Promise.all(
    named.map(async ({ space: { space } }) => {
      const me = (await vault.ask("members", { space })).find((row) => row.me);
      if (me === undefined || me.role === "reader" || me.twoFaced) return [];
      const all = await Promise.all(countedTypes.map((type) => countedOf(vault, space, type)));
      return all.flat().flatMap(({ record, counts, authors }) => {
        const isOpen = counts.is === "waiting" && counts.why !== "in-conflict";
        return isOpen && !authors.some((author) => maySamePerson(author, me)) ? [record] : [];
      });
    }),
  );
  return found.flat();
}

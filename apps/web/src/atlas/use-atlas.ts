/** The atlas as the alliance of this vault knows it: what is shipped, and over it what two members stand for. */

import { type AllianceAtlas, allianceAtlas, shippedAlone } from "@saksi/treaties/alliance-atlas";
import type { Vault } from "@saksi/vault/port";
import { atlasSpaces, type NamedAtlas } from "@saksi/vault/query/atlas-spaces";
import { type Counted, countedOf, countedTypes } from "@saksi/vault/query/counted";
import { useEffect, useState } from "react";
import { useUntilLock } from "../search/use-until-lock.ts";
import { useRows, useVault } from "../vault/use-vault.ts";

export interface AtlasInUse extends AllianceAtlas {
  /** Every space that a keeper named as an atlas */
  readonly named: readonly NamedAtlas[];
  /** The one whose facts are shown; `null`: none is named, all is as shipped */
  readonly chosen: NamedAtlas | null;
  /** What members wrote there, whether it counts or not */
  readonly all: readonly Counted[];
  /** The first answer of the vault is here; until then all is as shipped */
  readonly isReady: boolean;
}

const shipped: AtlasInUse = { ...shippedAlone, named: [], chosen: null, all: [], isReady: false };

/** Read again whenever a record of the atlas, a member or a space changed. */
export function useAtlas(): AtlasInUse & { readonly choose: (space: string) => void } {
  const vault = useVault();
  const [answer, setAnswer] = useState(shipped);
  const [wanted, choose] = useUntilLock<string | null>("atlas space", null);
  const signs = [
    useRows("spaces", {}, "keep"),
    useRows("records", { type: "atlas-space" }, "keep"),
    useRows("records", { type: "confirmation" }, "keep"),
    useRows("records", { type: "fact" }, "keep"),
    useRows("records", { type: "bill" }, "keep"),
    useRows("records", { type: "recommendation" }, "keep"),
    useRows("records", { type: "commitment" }, "keep"),
  ];
  useEffect(() => {
    let stopped = false;
    void atlasIn(vault, wanted).then((found) => {
      if (!stopped) setAnswer(found);
    });
    return () => {
      stopped = true;
    };
  }, [vault, wanted, ...signs]);
  return { ...answer, choose };
}

/** Of a sample nothing is laid over the atlas: what is made up stands in its own list alone. */
async function atlasIn(vault: Vault, wanted: string | null): Promise<AtlasInUse> {
  const named = await atlasSpaces(vault);
  const chosen = named.find(({ space }) => space.space === wanted) ?? named[0] ?? null;
  if (chosen === null) return { ...shipped, named, isReady: true };
  const { space, sample } = chosen.space;
  const all = (await Promise.all(countedTypes.map((type) => countedOf(vault, space, type)))).flat();
  const confirmed = all.filter(({ counts }) => counts.is === "confirmed" && !sample).map(({ record }) => record);
  return { ...allianceAtlas(confirmed), named, chosen, all, isReady: true };
}

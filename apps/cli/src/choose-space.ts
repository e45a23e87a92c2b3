/** Which space a command means: the one named, or the only one there is. */

import { isSpaceId } from "@saksi/domain/id";
import type { SpaceRow, Vault } from "@saksi/vault/port";
import { type Call, Stopped } from "./command.ts";
import { failed } from "./words/problems.ts";

export async function chooseSpace(vault: Vault, options: Call["options"]): Promise<SpaceRow> {
  const spaces = await vault.ask("spaces", {});
  const named = options.space;
  if (typeof named === "string") {
    const found = spaces.filter(({ space }) =>
      isSpaceId(named) ? space === named : named.length >= 8 && space.startsWith(named),
    );
    const [only] = found;
    if (only === undefined || found.length > 1) throw new Stopped(failed({ kind: "no-such-space", space: named }));
    return only;
  }
  const [only] = spaces;
  if (only === undefined) throw new Stopped(failed({ kind: "no-such-space", space: "" }));
  if (spaces.length > 1)
    throw new Stopped(failed({ kind: "which-space", spaces: spaces.map(({ space }) => space as string) }));
  return only;
}

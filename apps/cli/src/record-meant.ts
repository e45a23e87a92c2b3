/** Which record a command means: the one of this id, in the space that is named where two spaces have one. */

import { isRecordId } from "@saksi/domain/id";
import type { RecordDetail, Vault } from "@saksi/vault/port";
import { chooseSpace } from "./choose-space.ts";
import { type Call, Stopped } from "./command.ts";
import { failed } from "./words/problems.ts";

export async function recordMeant(vault: Vault, id: string, options: Call["options"]): Promise<RecordDetail> {
  const named = options.space === undefined ? {} : { space: (await chooseSpace(vault, options)).space };
  const [record, ...others] = isRecordId(id) ? await vault.ask("record", { id, ...named }) : [];
  if (record === undefined) throw new Stopped(failed({ kind: "no-such-record", id }));
  if (others.length === 0) return record;
  throw new Stopped(failed({ kind: "which-space", spaces: [record, ...others].map(({ space }) => space as string) }));
}

/** A case and all that belongs to it, as rules and drawings walk it; read again whenever something of it changed. */

import type { CaseFile } from "@saksi/domain/case-file";
import type { RecordId, SpaceId } from "@saksi/domain/id";
import { caseFileOf } from "@saksi/vault/query/case-file";
import { useEffect, useState } from "react";
import { useRows, useVault } from "../vault/use-vault.ts";

/** `undefined` while it is read; `null` where this device has no such case. */
export function useCaseFile(id: RecordId, space?: SpaceId): CaseFile | null | undefined {
  const vault = useVault();
  const [file, setFile] = useState<CaseFile | null>();
  // What is tied to the case is watched; each change of it is the sign to walk the file again.
  const linked = useRows("linked", { id, ...(space && { space }) }, "keep");
  const itself = useRows("record", { id, ...(space && { space }) }, "keep");
  // Identities hang on a person, not on the case; a name in one of them may be what must not be published.
  const identities = useRows("records", { type: "identity", limit: 1, ...(space && { space }) }, "keep");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `linked`, `itself` and `identities` are signs, not values
  useEffect(() => {
    let stopped = false;
    void caseFileOf(vault, id, space).then((read) => {
      if (!stopped) setFile(read);
    });
    return () => {
      stopped = true;
    };
  }, [vault, id, space, linked, itself, identities]);
  return file;
}

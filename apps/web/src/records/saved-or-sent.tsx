/** *Saved on this device*, then *Sent* when the relay answered: two facts that are never confused. */

import type { RecordRow } from "@saksi/vault/port";
import { Badge } from "../components/badge.tsx";
import { useRows } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";

export function SavedOrSent({ record }: { readonly record: Pick<RecordRow, "space" | "position"> }) {
  const [space] = (useRows("spaces", {}) ?? []).filter((one) => one.space === record.space);
  return (
    <span role="status">
      {record.position !== null && space?.relay != null ? (
        <Badge tone="done">{say("record.sent")}</Badge>
      ) : (
        <Badge tone={space?.relay == null ? "plain" : "waits"}>{say("record.saved")}</Badge>
      )}
    </span>
  );
}

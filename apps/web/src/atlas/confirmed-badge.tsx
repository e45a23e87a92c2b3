/** Whether a second member confirmed what stands here; said beside it, in the same words everywhere. */

import { Badge } from "../components/badge.tsx";
import { say } from "../words/say.ts";

/** What a record says, and whether a second member confirmed it. */
export interface Seen<Value> {
  readonly value: Value;
  readonly isConfirmed: boolean;
}

export function ConfirmedBadge({ isConfirmed }: { readonly isConfirmed: boolean }) {
  return (
    <Badge tone={isConfirmed ? "done" : "waits"}>
      {say(isConfirmed ? "atlas.fact.confirmed" : "atlas.fact.waits")}
    </Badge>
  );
}

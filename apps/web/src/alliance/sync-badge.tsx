/** Where a space stands with its server: saved means on this device, sent means that the server answered. */

import type { SpaceRow } from "@saksi/vault/port";
import { Badge } from "../components/badge.tsx";
import type { Tone } from "../components/notice.tsx";
import { type MessageId, say } from "../words/say.ts";

const phases: Readonly<Record<SpaceRow["sync"]["phase"], readonly [Tone, MessageId]>> = {
  alone: ["plain", "sync.alone"],
  idle: ["done", "sync.idle"],
  working: ["info", "sync.working"],
  offline: ["plain", "sync.offline"],
  stopped: ["danger", "sync.stopped"],
};

export function SyncBadge({ space: { sync } }: { readonly space: SpaceRow }) {
  const waits = sync.phase === "idle" && sync.unsent + sync.unsentChunks > 0;
  const [tone, text] = waits ? (["waits", "sync.unsent"] as const) : phases[sync.phase];
  return <Badge tone={tone}>{say(text, { count: sync.unsent })}</Badge>;
}

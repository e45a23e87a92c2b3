/** Giving a space its relay: the relay's own key is taken once, by the founder; what was written before is seeded. */

import { err, ok, type Result } from "@saksi/wire/result";
import { isRelay } from "../join/link.ts";
import type { Problem } from "../problem.ts";
import type { Desk } from "../sync/desk.ts";
import type { Session } from "./session.ts";
import type { Space } from "./space.ts";

export async function connectToRelay(
  { session, desk, space }: { readonly session: Session; readonly desk: Desk; readonly space: Space },
  { relay, admission = "" }: { readonly relay: string; readonly admission?: string | undefined },
): Promise<Result<void, Problem>> {
  if (!isRelay(relay)) return err({ kind: "bad-link" });
  if (space.anchored) return err({ kind: "relay-refused", refusal: "space-exists", status: 409 });
  const url = relay.replace(/\/+$/, "");
  // the relay's key is asked for in the first round that reaches it
  session.keep([{ kind: "note", note: { note: "relay", space: space.id, url, key: "", admission } }]);
  const synced = await desk.sync(space);
  desk.nudge(space);
  return synced.ok ? ok(undefined) : synced;
}

import type { SpaceId } from "@saksi/domain/id";
import { fromHex } from "@saksi/wire/bytes";
import { ok, type Result } from "@saksi/wire/result";
import type { Problem } from "../problem.ts";
import type { Within } from "./attach.ts";
import { chunkFile } from "./chunk-file.ts";

/**
 * Sends the chunks of a space that wait. Each is noted when the relay has it, so that a break costs one chunk; putting
 * one again changes nothing. A chunk that is gone from disk is skipped: whoever fetches the file will say so.
 */
export async function uploadChunks(
  within: Within,
  space: SpaceId,
  signal?: AbortSignal,
): Promise<Result<{ readonly sent: number }, Problem>> {
  const relay = within.relay(space);
  if (!relay) return ok({ sent: 0 });
  let sent = 0;
  const waiting = within.rows.unsent(space);
  for (const { hash, exhibit } of waiting) {
    if (signal?.aborted) break;
    // Somebody may have paused it meanwhile.
    if (within.rows.isPaused(exhibit)) continue;
    const sealed = await within.disk.readWhole(chunkFile(hash));
    const name = fromHex(hash);
    if (sealed && name) {
      within.moving.relayWas("moving");
      const put = await relay.put(name, sealed);
      if (!put.ok) {
        within.moving.relayWas(put.error.kind === "offline" ? "waiting-for-network" : "stopped");
        return put;
      }
      sent += 1;
    }
    within.rows.sent(space, hash);
    within.changed();
  }
  return ok({ sent });
}

/**
 * A file on its way to this device: chunks that are not here are asked of the relay, checked by their names and kept. What
 * was asked for is noted until all of it has come, so that it goes on by itself after a break, a lock or a kill.
 */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { FileValue } from "@saksi/domain/value";
import { fromHex, toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import type { OnProgress } from "../port.ts";
import type { Problem } from "../problem.ts";
import type { Within } from "./attach.ts";
import { chunkFile } from "./chunk-file.ts";
import { readFileValue } from "./file-value.ts";

interface Bringing {
  readonly exhibit: RecordId;
  readonly space: SpaceId;
  readonly file: FileValue;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** A relay that lacks so many chunks one after the other is asked for the rest another time. */
const mostMissesInARow = 8;

/** `file-not-here`: so many chunks are not on this device, because the relay lacks some or there is no way to it. */
export async function bringFile(within: Within, given: Bringing): Promise<Result<null, Problem>> {
  const { exhibit, file, space, onProgress, signal } = given;
  const { rows, moving, disk } = within;
  const relay = within.relay(space);
  const names = new Set(await disk.listWhole());
  const absent = [...new Set(file.chunks)].filter((hash) => !names.has(chunkFile(hash)));
  const chunks = file.chunks.length;
  let done = chunks - absent.length;
  if (absent.length === 0) return over(within, exhibit);
  if (!relay) return err({ kind: "file-not-here", id: exhibit, missing: absent.length });
  const noted = () => {
    rows.want({ exhibit, space, chunks, done });
    moving.show({ exhibit, direction: "down", chunks, done, state: "moving" });
  };
  const waits = (problem: Problem): Result<never, Problem> => {
    moving.over(exhibit, "down");
    return err(problem);
  };
  noted();
  let misses = 0;
  for (const hash of absent) {
    if (signal?.aborted || rows.isPaused(exhibit)) return waits({ kind: "stopped-by-person" });
    const name = fromHex(hash);
    const got = name ? await relay.get(name) : undefined;
    if (got?.ok && toHex(within.crypto.sha256(got.value)) === hash) {
      await disk.writeWhole(chunkFile(hash), got.value);
      done += 1;
      misses = 0;
      noted();
      onProgress?.({ done, total: chunks, step: "download" });
      continue;
    }
    misses += 1;
    const reached = got?.ok || isNotThereYet(got?.error);
    if (!reached) moving.lacks(exhibit, "waiting-for-network");
    if (!reached || misses === mostMissesInARow) break;
    moving.lacks(exhibit, "waiting-for-sender");
  }
  return done === chunks
    ? over(within, exhibit)
    : waits({ kind: "file-not-here", id: exhibit, missing: chunks - done });
}

/** Whatever was asked for in a space and has not come. A file that the exhibit no longer names is no longer wanted. */
export async function bringWanted(
  within: Within,
  space: SpaceId,
  bring: (given: Bringing) => Promise<unknown>,
): Promise<void> {
  for (const wanted of within.rows.wanted()) {
    if (wanted.space !== space || wanted.paused) continue;
    const file = readFileValue(within.exhibit(wanted.exhibit)?.file);
    if (file) await bring({ exhibit: wanted.exhibit, space, file });
    else over(within, wanted.exhibit);
  }
}

function over({ rows, moving }: Within, exhibit: RecordId): Result<null, Problem> {
  rows.came(exhibit);
  moving.over(exhibit, "down");
  return ok(null);
}

/** The relay answered, and does not have it. */
const isNotThereYet = (problem: Problem | undefined): boolean =>
  problem?.kind === "relay-refused" && problem.refusal === "no-such-chunk";

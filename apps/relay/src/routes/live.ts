/**
 * GET /v1/spaces/:space/live: a stream that says the size of the log, as a CBOR sequence of integers: once at the
 * start, again whenever it grew, and every heartbeat whether it grew or not.
 */

import { toHex } from "@saksi/wire/bytes";
import { encode } from "@saksi/wire/cbor";
import { Hono } from "hono";
import { type Access, accessTo } from "../access.ts";
import { asBody, refusalAnswer } from "../answer.ts";
import type { RelayParts } from "../relay-parts.ts";

export function liveRoute(parts: RelayParts): Hono {
  const streams = new Map<string, number>(); // by device
  let all = 0;

  function count(device: string, by: 1 | -1): void {
    all += by;
    const left = (streams.get(device) ?? 0) + by;
    if (left > 0) streams.set(device, left);
    else streams.delete(device);
  }

  return new Hono().get("/spaces/:space/live", async (c) => {
    const allowed = await accessTo(parts, c.req.param("space"), c.req.header("authorization"));
    if (!allowed.ok) return refusalAnswer(allowed.error);
    const device = toHex(allowed.value.session.device);
    const { streams: most, streamsOfDevice } = parts.limits;
    if (all >= most || (streams.get(device) ?? 0) >= streamsOfDevice)
      return refusalAnswer({ kind: "too-fast", after: 30 });
    count(device, 1);
    return new Response(
      sizes(parts, allowed.value, () => count(device, -1)),
      { headers: { "content-type": "application/cbor-seq", "cache-control": "no-store", "x-accel-buffering": "no" } },
    );
  });
}

function sizes(parts: RelayParts, { session, kept, still }: Access, gone: () => void): ReadableStream<Uint8Array> {
  const undo: (() => void)[] = [];
  let size = kept.size;

  function stop(): void {
    if (undo.length === 0) return;
    for (const each of undo.splice(0)) each();
    gone();
  }

  return new ReadableStream(
    {
      start(controller) {
        const end = (): void => {
          if (undo.length > 0) controller.close();
          stop();
        };
        const say = async (): Promise<void> => {
          // who reads too slowly is told the newest size with the next heartbeat
          if (undo.length === 0 || (controller.desiredSize ?? 0) <= 0) return;
          if (await still()) {
            if (undo.length > 0) controller.enqueue(asBody(encode(size)));
          } else end();
        };
        const moved = (now: number): void => {
          size = Math.max(size, now);
          say().catch(end);
        };
        const heart = setInterval(() => moved(size), parts.limits.heartbeatMs);
        undo.push(parts.hints.listen(session.space, moved), parts.hints.onClose(end), () => clearInterval(heart));
        controller.enqueue(asBody(encode(size)));
      },
      cancel: stop,
    },
    { highWaterMark: 16 },
  );
}

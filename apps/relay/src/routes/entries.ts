/** The log of a space: push, pull, what the relay signs about it, and hints that it grew. */

import { writeCheckpoint } from "@saksi/wire/checkpoint";
import { readPush, writeEnd, writePlaced, writePlacements } from "@saksi/wire/exchange";
import { limits } from "@saksi/wire/header";
import { Hono } from "hono";
import { type Access, accessTo } from "../access.ts";
import { asBody, cborAnswer, refusalAnswer } from "../answer.ts";
import { keepEntries } from "../keep-entries.ts";
import type { RelayParts } from "../relay-parts.ts";
import type { KeptLog } from "../space-logs.ts";

/** What is read ahead for one puller: so many entries at first, then about so many bytes. */
const firstRun = 8;
const runBytes = 512 * 1024;
const mostRun = 256;

export function entryRoutes(parts: RelayParts): Hono {
  const access = (space: string, authorization: string | undefined) => accessTo(parts, space, authorization);

  return new Hono()
    .post("/spaces/:space/entries", async (c) => {
      const allowed = await access(c.req.param("space"), c.req.header("authorization"));
      if (!allowed.ok) return refusalAnswer(allowed.error);
      const body = await parts.bodies.ofMember(c.req.raw, limits.pushBytes);
      if (!body.ok) return refusalAnswer(body.error);
      const push = readPush(body.value);
      if (!push.ok) return refusalAnswer({ kind: push.error.kind });
      const { space } = allowed.value.session;
      const kept = await keepEntries(parts, space, push.value);
      const now = await parts.logs.current(space);
      if (now !== null && now.size > allowed.value.kept.size) parts.hints.moved(space, now.size);
      if (!kept.ok) return refusalAnswer(kept.error);
      parts.metrics.keptEntries(kept.value.length);
      return cborAnswer(writePlacements(kept.value), 201);
    })

    .get("/spaces/:space/entries", async (c) => {
      const allowed = await access(c.req.param("space"), c.req.header("authorization"));
      if (!allowed.ok) return refusalAnswer(allowed.error);
      const after = Number(c.req.query("after") ?? "0");
      if (!Number.isSafeInteger(after) || after < 0) return refusalAnswer({ kind: "bad-encoding" });
      return new Response(pulled(parts, allowed.value, after), {
        headers: { "content-type": "application/cbor-seq", "cache-control": "no-store" },
      });
    })

    .get("/spaces/:space/checkpoint", async (c) => {
      const allowed = await access(c.req.param("space"), c.req.header("authorization"));
      if (!allowed.ok) return refusalAnswer(allowed.error);
      const { session, kept } = allowed.value;
      return cborAnswer(writeEnd(checkpointOf(parts, session.space, kept)));
    });
}

/** Of what is durable, never of what is being written. */
function checkpointOf({ primitives, checkpointKey }: RelayParts, space: Uint8Array, { log, size }: KeptLog): string {
  const signer = { sha256: primitives.sha256, sign: checkpointKey.sign, key: checkpointKey.publicKey };
  return writeCheckpoint(signer, space, { size, root: log.tree.root(size) });
}

/** Entries as they stood when it was asked, then the checkpoint over exactly those. Read as fast as the other side takes them. */
function pulled(parts: RelayParts, { session, kept, still }: Access, after: number): ReadableStream<Uint8Array> {
  let at = after;
  let count = firstRun;
  return new ReadableStream({
    async pull(controller) {
      if (!(await still())) return controller.error(new Error("the session ended"));
      if (at >= kept.size) {
        controller.enqueue(asBody(writeEnd(checkpointOf(parts, session.space, kept))));
        return controller.close();
      }
      const rows = await parts.store.entries(session.space, at, Math.min(count, kept.size - at));
      if (rows.length === 0) throw new Error("the store has fewer entries than its head says");
      const run = Buffer.concat(rows.map(writePlaced));
      controller.enqueue(run);
      at += rows.length;
      count = Math.min(mostRun, Math.max(1, Math.floor(runBytes / (run.length / rows.length))));
    },
  });
}

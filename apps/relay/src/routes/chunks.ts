/** PUT and GET /v1/spaces/:space/chunks/:hash: sealed pieces of files, and the wraps of roster entries, by their hash. */

import { fromHex } from "@saksi/wire/bytes";
import { Hono } from "hono";
import { accessTo } from "../access.ts";
import { asBody, refusalAnswer } from "../answer.ts";
import { declaredBytes, piecesOf } from "../read-body.ts";
import { chunkBytesOf } from "../relay-limits.ts";
import type { RelayParts } from "../relay-parts.ts";

export const chunkRoutes = (parts: RelayParts): Hono =>
  new Hono()
    .put("/spaces/:space/chunks/:hash", async (c) => {
      const allowed = await accessTo(parts, c.req.param("space"), c.req.header("authorization"));
      if (!allowed.ok) return refusalAnswer(allowed.error);
      const hash = fromHex(c.req.param("hash"));
      if (hash?.length !== 32) return refusalAnswer({ kind: "bad-encoding" });
      const { session, device } = allowed.value;
      const mostBytes = chunkBytesOf[device.role];
      if (declaredBytes(c.req.raw) > mostBytes)
        return refusalAnswer({ kind: device.role === "reader" ? "not-allowed" : "too-large" });
      const kept = await parts.store.keepChunk(session.space, {
        hash,
        content: piecesOf(c.req.raw),
        mostBytes,
        quota: { bytes: parts.limits.spaceBytes, chunks: parts.limits.spaceChunks },
        receivedAt: parts.now(),
      });
      if (kept === "kept") return new Response(null, { status: 204 });
      return refusalAnswer({ kind: kept === "too-large" && device.role === "reader" ? "not-allowed" : kept });
    })

    .get("/spaces/:space/chunks/:hash", async (c) => {
      const allowed = await accessTo(parts, c.req.param("space"), c.req.header("authorization"));
      if (!allowed.ok) return refusalAnswer(allowed.error);
      const hash = fromHex(c.req.param("hash"));
      const chunk = hash?.length === 32 ? await parts.store.chunk(allowed.value.session.space, hash) : null;
      if (chunk === null) return refusalAnswer({ kind: "no-such-chunk" });
      return new Response(asBody(chunk), {
        headers: {
          "content-type": "application/octet-stream",
          "content-length": `${chunk.length}`,
          "cache-control": "no-store",
        },
      });
    });

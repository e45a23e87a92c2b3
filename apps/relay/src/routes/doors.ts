/**
 * PUT and GET /v1/doors/:id/request and /answer: two slots in which a guest and a host leave each other sealed bytes.
 * Whoever knows the id holds the invitation; a slot is written once, and both are gone after a week.
 */

import { fromHex } from "@saksi/wire/bytes";
import { limits } from "@saksi/wire/header";
import type { Refusal } from "@saksi/wire/refusal";
import { err, ok, type Result } from "@saksi/wire/result";
import { Hono } from "hono";
import { addressOf, type RelayEnv } from "../address.ts";
import { asBody, refusalAnswer } from "../answer.ts";
import type { RelayParts } from "../relay-parts.ts";
import type { DoorSlot } from "../store.ts";

export const doorRoutes = (parts: RelayParts): Hono<RelayEnv> =>
  new Hono<RelayEnv>()
    .put("/doors/:id/:slot", async (c) => {
      const door = doorOf(c.req.param("id"), c.req.param("slot"));
      if (!door.ok) return refusalAnswer(door.error);
      const after = parts.rates.slotsOfAddress(addressOf(c));
      if (after > 0) return refusalAnswer({ kind: "too-fast", after });
      const body = await parts.bodies.ofStranger(c.req.raw, limits.doorBytes);
      if (!body.ok) return refusalAnswer(body.error);
      if (body.value.length === 0) return refusalAnswer({ kind: "bad-encoding" });
      const now = parts.now();
      const times = { now, expires: now + parts.limits.doorMs, mostDoors: parts.limits.doors };
      const filled = await parts.store.fillSlot(door.value, body.value, times);
      if (filled === "kept") return new Response(null, { status: 204 });
      if (filled === "taken") return refusalAnswer({ kind: "slot-taken" });
      return refusalAnswer({ kind: filled === "full" ? "quota" : "expired" });
    })

    .get("/doors/:id/:slot", async (c) => {
      const door = doorOf(c.req.param("id"), c.req.param("slot"));
      if (!door.ok) return refusalAnswer(door.error);
      const content = await parts.store.readSlot(door.value, parts.now());
      if (content === "empty") return refusalAnswer({ kind: "slot-empty" });
      if (content === "expired") return refusalAnswer({ kind: "expired" });
      return new Response(asBody(content), {
        headers: { "content-type": "application/octet-stream", "cache-control": "no-store" },
      });
    });

/** 16 to 32 bytes in hexadecimal: too many to guess. */
function doorOf(idHex: string, slot: string): Result<DoorSlot, Refusal> {
  const id = fromHex(idHex);
  if (slot !== "request" && slot !== "answer") return err({ kind: "not-found" });
  return id && id.length >= 16 && id.length <= 32 ? ok({ id, slot }) : err({ kind: "bad-encoding" });
}

/**
 * POST /v1/spaces: a genesis becomes a space, where the operator's code was given if there is one.
 * POST /v1/spaces/:space/seed: a space that was lost here comes back from a member.
 */

import { timingSafeEqual } from "node:crypto";
import { fromHex } from "@saksi/wire/bytes";
import { encode } from "@saksi/wire/cbor";
import { readOpening, readSeed, writeSeeded } from "@saksi/wire/exchange";
import { limits } from "@saksi/wire/header";
import { Hono } from "hono";
import { addressOf, type RelayEnv } from "../address.ts";
import { cborAnswer, refusalAnswer } from "../answer.ts";
import { beginSpace } from "../begin-space.ts";
import { openingBytes } from "../relay-limits.ts";
import type { RelayParts } from "../relay-parts.ts";
import { seedSpace } from "../seed-space.ts";

export const spacesRoute = (parts: RelayParts): Hono<RelayEnv> =>
  new Hono<RelayEnv>()
    .post("/spaces/:space/seed", async (c) => {
      const space = fromHex(c.req.param("space"));
      if (space?.length !== 32) return refusalAnswer({ kind: "bad-encoding" });
      const body = await parts.bodies.ofStranger(c.req.raw, limits.pushBytes);
      if (!body.ok) return refusalAnswer(body.error);
      const seed = readSeed(body.value);
      if (!seed.ok) return refusalAnswer({ kind: "bad-encoding" });
      const seeded = await seedSpace(parts, space, seed.value);
      return seeded.ok ? cborAnswer(writeSeeded(seeded.value)) : refusalAnswer(seeded.error);
    })
    .post("/spaces", async (c) => {
      const after = parts.rates.openingsOfAddress(addressOf(c));
      if (after > 0) return refusalAnswer({ kind: "too-fast", after });
      const body = await parts.bodies.ofStranger(c.req.raw, openingBytes);
      if (!body.ok) return refusalAnswer(body.error);
      const opening = readOpening(body.value);
      if (!opening.ok) return refusalAnswer({ kind: "bad-encoding" });
      if (parts.admission !== null && !isSameCode(parts, opening.value.admission))
        return refusalAnswer({ kind: "admission-needed" });
      const begun = await beginSpace(parts, opening.value);
      if (!begun.ok) return refusalAnswer(begun.error);
      parts.metrics.keptEntries(1);
      return cborAnswer(encode([begun.value.position, begun.value.receivedAt]), 201);
    });

/** Compares hashes, so that the time it takes tells neither a letter nor the length. */
function isSameCode({ admission, primitives: { sha256 } }: RelayParts, given: string): boolean {
  const hash = (text: string): Uint8Array => sha256(new TextEncoder().encode(text));
  return timingSafeEqual(hash(admission ?? ""), hash(given));
}

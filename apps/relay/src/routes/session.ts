/** POST /v1/session: a challenge to sign, then a token for the device that signed it. */

import { readSessionRequest, writeChallenge, writeToken } from "@saksi/wire/exchange";
import { activeDevice } from "@saksi/wire/roster";
import { Hono } from "hono";
import { cborAnswer, refusalAnswer } from "../answer.ts";
import { sessionBytes } from "../relay-limits.ts";
import type { RelayParts } from "../relay-parts.ts";

/**
 * A challenge is given for any space and any key, so that asking tells a stranger nothing. Whether the space is here
 * and the device in it is said only to who holds the device's key.
 */
export const sessionRoute = (parts: RelayParts): Hono =>
  new Hono().post("/session", async (c) => {
    const body = await parts.bodies.ofStranger(c.req.raw, sessionBytes);
    if (!body.ok) return refusalAnswer(body.error);
    const request = readSessionRequest(body.value);
    if (!request.ok) return refusalAnswer({ kind: "bad-encoding" });
    const asked = request.value;
    if (asked.step === "ask") return cborAnswer(writeChallenge(parts.sessions.challenge(asked)));
    const answered = await parts.sessions.answered(asked);
    if (!answered.ok) return refusalAnswer(answered.error);
    const kept = await parts.logs.current(asked.space);
    if (kept === null) return refusalAnswer({ kind: "no-such-space" });
    const device = activeDevice(kept.log.roster, asked.device);
    if (!device.ok) return refusalAnswer(device.error);
    return cborAnswer(writeToken(parts.sessions.open(asked)), 201);
  });

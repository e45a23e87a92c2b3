/** May this request touch this space: a token of this space whose device the roster still holds, and not too fast. */

import { fromHex, sameBytes, toHex } from "@saksi/wire/bytes";
import type { Refusal } from "@saksi/wire/refusal";
import { err, ok, type Result } from "@saksi/wire/result";
import { activeDevice, type RosterDevice } from "@saksi/wire/roster";
import type { RelayParts } from "./relay-parts.ts";
import type { Session } from "./sessions.ts";
import type { KeptLog } from "./space-logs.ts";

export interface Access {
  readonly session: Session;
  readonly device: RosterDevice;
  readonly kept: KeptLog;
  /** Asked again in the middle of long answers: a removal ends them. */
  readonly still: () => Promise<boolean>;
}

/** @param spaceHex  as the path names it */
export async function accessTo(
  parts: Pick<RelayParts, "sessions" | "logs" | "rates">,
  spaceHex: string,
  authorization: string | undefined,
): Promise<Result<Access, Refusal>> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? "")?.[1];
  if (token === undefined) return err({ kind: "session-needed" });
  const session = parts.sessions.find(token);
  if (session === null) return err({ kind: "session-expired" });
  const space = fromHex(spaceHex);
  if (space === null || !sameBytes(space, session.space)) return err({ kind: "session-needed" });
  const after = parts.rates.requestsOfDevice(toHex(session.device));
  if (after > 0) return err({ kind: "too-fast", after });
  const kept = await parts.logs.current(session.space);
  if (kept === null) return err({ kind: "no-such-space" });
  const device = activeDevice(kept.log.roster, session.device);
  if (!device.ok) {
    parts.sessions.end(token);
    return device;
  }
  const still = async (): Promise<boolean> => {
    const now = await parts.logs.current(session.space);
    return parts.sessions.find(token) !== null && now !== null && activeDevice(now.log.roster, session.device).ok;
  };
  return ok({ session, device: device.value, kept, still });
}

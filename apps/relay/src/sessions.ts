/**
 * Who may ask: challenges that carry their own proof, and short-lived tokens kept as hashes in memory. A restart ends
 * every session; devices sign again without asking anyone.
 */

import { createHmac, timingSafeEqual } from "node:crypto";
import { concat, toHex } from "@saksi/wire/bytes";
import { encode } from "@saksi/wire/cbor";
import { sessionMessage } from "@saksi/wire/exchange";
import type { Sha256 } from "@saksi/wire/primitives";
import type { Refusal } from "@saksi/wire/refusal";
import { err, ok, type Result } from "@saksi/wire/result";
import { isSignedBy } from "./judged-signature.ts";
import type { RelayLimits } from "./relay-limits.ts";
import type { RelayPrimitives } from "./relay-parts.ts";

export interface Session {
  readonly space: Uint8Array;
  readonly device: Uint8Array;
  readonly expires: number;
}

export interface Sessions {
  challenge(who: { space: Uint8Array; device: Uint8Array }): { nonce: Uint8Array; expires: number };
  /** Whether the device signed this relay's own, fresh, unused challenge. */
  answered(given: SessionAnswer): Promise<Result<null, Refusal>>;
  open(who: { space: Uint8Array; device: Uint8Array }): { token: string; expires: number };
  find(token: string): Session | null;
  end(token: string): void;
  count(): number;
}

export interface SessionAnswer {
  readonly space: Uint8Array;
  readonly device: Uint8Array;
  readonly nonce: Uint8Array;
  readonly signature: Uint8Array;
}

export function relaySessions(given: {
  readonly primitives: RelayPrimitives;
  readonly origins: readonly string[];
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  readonly limits: Pick<RelayLimits, "sessions" | "sessionsOfDevice" | "sessionMs" | "challengeMs">;
}): Sessions {
  const { primitives, origins, now, random, limits } = given;
  const secret = random(32);
  const open = new Map<string, Session>(); // by hash of the token, oldest first
  const byDevice = new Map<string, string[]>(); // those hashes, by device
  const used = new Map<string, number>(); // answered nonces until they expire

  /** 8 bytes of expiry, 8 random, 16 of proof that we made it for this device: nothing is kept for those who never answer. */
  const nonceOf = (head: Uint8Array, space: Uint8Array, device: Uint8Array): Uint8Array =>
    concat(
      head,
      createHmac("sha256", secret)
        .update(encode([head, space, device]))
        .digest()
        .subarray(0, 16),
    );

  function forgetUsed(): void {
    for (const [nonce, expires] of used) {
      if (expires > now()) return;
      used.delete(nonce);
    }
  }

  function close(key: string): void {
    const session = open.get(key);
    if (session === undefined) return;
    open.delete(key);
    const device = toHex(session.device);
    const others = (byDevice.get(device) ?? []).filter((other) => other !== key);
    if (others.length > 0) byDevice.set(device, others);
    else byDevice.delete(device);
  }

  /** The oldest give way: of this device when it has its share, of all when memory is full. */
  function makeRoom(device: string): void {
    const [oldestOwn] = byDevice.get(device) ?? [];
    if ((byDevice.get(device)?.length ?? 0) >= limits.sessionsOfDevice && oldestOwn !== undefined) close(oldestOwn);
    const [oldest] = open.keys();
    if (open.size >= limits.sessions && oldest !== undefined) close(oldest);
  }

  return {
    challenge({ space, device }) {
      const expires = now() + limits.challengeMs;
      const head = new Uint8Array(16);
      new DataView(head.buffer).setBigUint64(0, BigInt(expires));
      head.set(random(8), 8);
      return { nonce: nonceOf(head, space, device), expires };
    },

    async answered({ space, device, nonce, signature }) {
      const ours = timingSafeEqual(nonceOf(nonce.subarray(0, 16), space, device), nonce);
      const expires = Number(new DataView(nonce.buffer, nonce.byteOffset, 8).getBigUint64(0));
      forgetUsed();
      if (!ours || expires <= now() || used.has(toHex(nonce))) return err({ kind: "session-expired" });
      for (const origin of origins) {
        const message = sessionMessage({ origin, space, device, nonce, expires });
        if (!(await isSignedBy(primitives.verify, device, message, signature))) continue;
        if (used.has(toHex(nonce))) return err({ kind: "session-expired" });
        used.set(toHex(nonce), expires);
        return ok(null);
      }
      return err({ kind: "bad-signature" });
    },

    open({ space, device }) {
      const token = Buffer.from(random(32)).toString("base64url");
      const expires = now() + limits.sessionMs;
      const key = hashOf(primitives.sha256, token);
      makeRoom(toHex(device));
      open.set(key, { space: space.slice(), device: device.slice(), expires });
      byDevice.set(toHex(device), [...(byDevice.get(toHex(device)) ?? []), key]);
      return { token, expires };
    },

    find(token) {
      const key = hashOf(primitives.sha256, token);
      const session = open.get(key);
      if (session === undefined) return null;
      if (session.expires > now()) return session;
      close(key);
      return null;
    },

    end: (token) => close(hashOf(primitives.sha256, token)),
    count: () => open.size,
  };
}

const hashOf = (sha256: Sha256, token: string): string => toHex(sha256(new TextEncoder().encode(token)));

/**
 * An invitation as a link. Everything stands in the fragment, which browsers do not send: whoever serves the page never
 * sees it.
 *
 * Fragment: base64url of CBOR
 * `[1, relay, checkpoint key, space, inviter's device, role, circles, size, root, secret (16 bytes), expires]`
 */

import { type Cbor, decode, encode } from "@saksi/wire/cbor";
import { fromBase64, toBase64 } from "@saksi/wire/checkpoint";
import { err, ok, type Result } from "@saksi/wire/result";
import { type Circles, type Role, roles } from "@saksi/wire/roster-body";
import type { Problem } from "../problem.ts";

export interface Link {
  readonly relay: string;
  /** What the relay's checkpoints are signed with */
  readonly key: Uint8Array;
  readonly space: Uint8Array;
  /** The device of the member who invites */
  readonly inviter: Uint8Array;
  readonly role: Role;
  readonly circles: Circles;
  /** The log that the inviter had verified: what the guest is shown must extend it */
  readonly size: number;
  readonly root: Uint8Array;
  readonly secret: Uint8Array;
  /** Milliseconds since 1970 */
  readonly expires: number;
}

export const secretBytes = 16;
export const linkMs = 7 * 24 * 60 * 60 * 1000;

/** @param app  address of the web app, without a fragment */
export function writeLink(app: string, link: Link): string {
  const { relay, key, space, inviter, role, circles, size, root, secret, expires } = link;
  const bytes = encode([1, relay, key, space, inviter, roles.indexOf(role), circles, size, root, secret, expires]);
  return `${app}#${toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Takes the whole link or its fragment alone. */
export function readLink(text: string): Result<Link, Problem> {
  const fragment = text.trim().split("#").at(-1) ?? "";
  if (!/^[A-Za-z0-9_-]{100,2000}$/.test(fragment)) return err({ kind: "bad-link" });
  const read = decodeFragment(fragment);
  if (read === null) return err({ kind: "bad-link" });
  const [version, relay, key, space, inviter, role, circles, size, root, secret, expires] = read;
  if (version !== 1 || read.length !== 11 || typeof relay !== "string") return err({ kind: "bad-link" });
  const address = relayAddress(relay);
  if (!address.ok) return address;
  if (!isBytes(key, 32) || !isBytes(space, 32) || !isBytes(inviter, 32) || !isBytes(root, 32))
    return err({ kind: "bad-link" });
  if (!isBytes(secret, secretBytes) || !isCount(size) || !isCount(expires) || !isCount(circles) || !isCount(role))
    return err({ kind: "bad-link" });
  const named = roles[role];
  if (named === undefined || circles > 255) return err({ kind: "bad-link" });
  return ok({ relay, key, space, inviter, role: named, circles, size, root, secret, expires });
}

function decodeFragment(fragment: string): readonly Cbor[] | null {
  const text = fragment.replaceAll("-", "+").replaceAll("_", "/");
  try {
    const read = decode(fromBase64(text.padEnd(Math.ceil(text.length / 4) * 4, "=")));
    return read.ok && Array.isArray(read.value) ? (read.value as readonly Cbor[]) : null;
  } catch {
    return null; // not base64
  }
}

/**
 * An address that a relay can have: nothing that a page could run, and nothing that is spoken to in the clear. What is
 * sealed stays sealed without TLS; who talks to whom, the tokens of a session and the door of a guest would not.
 *
 * @returns  without a slash at its end; `unsafe-relay`: plain HTTP to somewhere else than this machine or an onion service
 */
export function relayAddress(text: string): Result<string, Problem> {
  if (!URL.canParse(text)) return err({ kind: "bad-link" });
  const { protocol, hostname, username, password, hash, search } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:") return err({ kind: "bad-link" });
  if (username + password + hash + search !== "") return err({ kind: "bad-link" });
  if (protocol === "http:" && !isPrivateWay(hostname)) return err({ kind: "unsafe-relay" });
  return ok(text.replace(/\/+$/, ""));
}

/** Names that never leave this machine, and onion services, whose name is their key. */
const isPrivateWay = (host: string): boolean =>
  /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost|127(\.\d{1,3}){3}|\[::1\]|([a-z0-9-]+\.)*[a-z2-7]{56}\.onion)$/.test(
    host,
  );

const isBytes = (value: Cbor | undefined, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length;
const isCount = (value: Cbor | undefined): value is number => typeof value === "number" && value >= 0;

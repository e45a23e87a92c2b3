/**
 * A public site as one signed thing: the files as a CBOR list of `[path, bytes]`, and a seal over their hash.
 *
 * The seal is `[key, edition, sha256 of the list, signature]`; the signature is over `"saksi/v1/site\0" ‖ [edition, sha256]`.
 * It travels apart from the list, in a header, so that nobody uploads a byte before the relay knows the signature.
 */

import { concat, fromHex, textBytes } from "@saksi/wire/bytes";
import { encode, reading } from "@saksi/wire/cbor";
import type { Refusal } from "@saksi/wire/refusal";
import { err, type Result } from "@saksi/wire/result";

export interface SiteSeal {
  /** Ed25519, 32 bytes */
  readonly key: Uint8Array;
  /** Counts upwards; a smaller one never replaces a greater */
  readonly edition: number;
  readonly sha256: Uint8Array;
  readonly signature: Uint8Array;
}

export type SiteContent = ReadonlyMap<string, Uint8Array>;

export const siteMostBytes = 64 * 1024 ** 2;
const mostFiles = 5000;

/** What a publisher signs. `withdraw` names the edition that is to go. */
export const signedSite = (purpose: "publish" | "withdraw", edition: number, sha256: Uint8Array): Uint8Array =>
  concat(textBytes(purpose === "publish" ? "saksi/v1/site\0" : "saksi/v1/site-withdraw\0"), encode([edition, sha256]));

/** The header `saksi-site`: the CBOR of the seal in hexadecimal. */
export function readSeal(header: string | undefined): Result<SiteSeal, Refusal> {
  const bytes = header === undefined || header.length > 600 ? null : fromHex(header);
  if (!bytes) return err({ kind: "bad-encoding" });
  const seal = reading(bytes, (from): SiteSeal => {
    from.array(4);
    return { key: from.bytes(32), edition: from.integer(), sha256: from.bytes(32), signature: from.bytes(64) };
  });
  return seal.ok ? seal : err({ kind: "bad-encoding" });
}

/** Refuses paths that a browser or a disk could read as another place, names of the relay's own, and a site without a first page. */
export function readSite(bytes: Uint8Array): Result<SiteContent, Refusal> {
  const read = reading(bytes, (from) => {
    const count = from.array();
    if (count > mostFiles) from.refuse();
    const files = new Map<string, Uint8Array>();
    const folded = new Set<string>();
    for (let at = 0; at < count; at += 1) {
      from.array(2);
      const path = from.text();
      if (!isSitePath(path) || folded.has(path.toLowerCase())) from.refuse();
      folded.add(path.toLowerCase());
      files.set(path, from.bytes());
    }
    return files;
  });
  if (!read.ok || !read.value.has("index.html")) return err({ kind: "bad-encoding" });
  return read;
}

const ownNames = new Set(["v1", "app", "healthz", "metrics"]);

/** Plain names with `/` between; none begins with a dot. */
export function isSitePath(path: string): boolean {
  const names = path.split("/");
  return (
    path.length <= 200 &&
    names.every((name) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name)) &&
    !ownNames.has((names[0] ?? "").toLowerCase())
  );
}

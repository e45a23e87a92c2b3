/** The name of one writing of the fields of one record. Recomputed from the log, never read from it. */

import type { SpaceId, Version } from "@saksi/domain/id";
import { textBytes } from "@saksi/wire/bytes";
import { domains } from "@saksi/wire/primitives";
import { entryBytes, hexOf } from "./entry-bytes.ts";

const prefix = textBytes(domains.version);

interface Writing {
  readonly space: SpaceId;
  /** The author's key, 32 bytes */
  readonly device: Uint8Array;
  /** 32 hexadecimal characters, the change's own; one version names all the fields of a change */
  readonly nonce: string;
}

/** First 16 bytes of SHA-256 over `"saksi/v1/version\0" ‖ space (32) ‖ author's device (32) ‖ nonce (16)`. */
export function versionOf(sha256: (bytes: Uint8Array) => Uint8Array, { space, device, nonce }: Writing): Version {
  const bytes = new Uint8Array(prefix.length + 80);
  bytes.set(prefix, 0);
  bytes.set(entryBytes(space), prefix.length);
  bytes.set(device, prefix.length + 32);
  bytes.set(entryBytes(nonce), prefix.length + 64);
  return hexOf(sha256(bytes), 16) as Version;
}

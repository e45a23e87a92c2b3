/** The strict verdict of `wire` on a signature, with a library that may answer later. */

import { verifySignature } from "@saksi/wire/signature";
import type { RelayPrimitives } from "./relay-parts.ts";

export async function isSignedBy(
  verify: RelayPrimitives["verify"],
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const wellFormed = verifySignature(() => true, publicKey, message, signature);
  return wellFormed && (await verify(publicKey, message, signature));
}

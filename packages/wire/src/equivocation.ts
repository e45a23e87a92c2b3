/**
 * Proof that one device said two different things in one place of its chain: it was copied, or its keys are in other
 * hands. Anybody can check it with the two headers and signatures alone.
 *
 * Only record entries of one epoch under one roster head prove it. An honest device signs a `dseq` again where the roster
 * moved under it, or where a change of the roster was refused; a relay that kept the first could show both.
 */

import { sameBytes } from "./bytes.ts";
import { decodeHeader, entryId, kinds, signedBytes } from "./header.ts";
import type { Primitives } from "./primitives.ts";
import { verifySignature } from "./signature.ts";

/** A header as it was signed; the body is not needed. */
export interface SignedHeader {
  readonly header: Uint8Array;
  /** 64 bytes */
  readonly signature: Uint8Array;
}

export function isEquivocation({ sha256, verify }: Primitives, one: SignedHeader, other: SignedHeader): boolean {
  const [first, second] = [decodeHeader(one.header), decodeHeader(other.header)];
  if (!first.ok || !second.ok) return false;
  const [a, b] = [first.value.header, second.value.header];
  const samePlace = sameBytes(a.space, b.space) && sameBytes(a.device, b.device) && a.dseq === b.dseq;
  const sameRoster = a.epoch === b.epoch && sameBytes(a.rosterHead, b.rosterHead);
  const records = a.kind === kinds.record && b.kind === kinds.record;
  if (!samePlace || !sameRoster || !records) return false;
  if (sameBytes(entryId(sha256, one.header), entryId(sha256, other.header))) return false;
  return [one, other].every(({ header, signature }) =>
    verifySignature(verify, a.device, signedBytes(header), signature),
  );
}

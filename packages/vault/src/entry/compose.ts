/** A signed entry at the end of this device's chain: what goes into its header, and its body under that header. */

import type { SignedEntry } from "@saksi/wire/admit";
import { bindingOf, encodeHeader, entryId, type Header, type Kind, kinds, signedBytes } from "@saksi/wire/header";
import { bodyRoot, encodeBody, type Part, wholeLength } from "@saksi/wire/part";
import { encodeRosterBody, rosterBodyRoot } from "@saksi/wire/roster-body";
import type { Crypto, Signer } from "../crypto.ts";
import { sealPart } from "./seal.ts";

/** What an entry follows: the end of its device's chain, and the log as its author knows it. */
export type Following = Pick<Header, "space" | "dseq" | "dprev" | "rosterHead" | "seenSize" | "seenRoot" | "epoch">;

export interface OwnEntry {
  readonly id: Uint8Array;
  readonly dseq: number;
  readonly kind: Kind;
  readonly signed: SignedEntry;
}

export interface PlainPart {
  readonly circle: number;
  readonly bytes: Uint8Array;
  readonly chunks: readonly Uint8Array[];
}

type Author = { readonly crypto: Crypto; readonly signer: Signer };

/** @param keyOf  the circle's key of the epoch in `following` */
export function composeRecordEntry(
  author: Author,
  following: Following,
  plain: readonly PlainPart[],
  keyOf: (circle: number) => Uint8Array,
): OwnEntry {
  const start = { ...following, kind: kinds.record, device: author.signer.publicKey };
  const binding = bindingOf(start);
  const parts = plain.map(({ circle, bytes, chunks }, index) =>
    sealPart(author.crypto, {
      key: keyOf(circle),
      place: { binding, circle, index, count: plain.length },
      bytes,
      chunks,
    }),
  );
  const { sha256 } = author.crypto;
  const header = { ...start, bodyRoot: bodyRoot(sha256, parts), bodyLength: wholeLength(parts) };
  return signed(author, header, encodeBody(parts));
}

/**
 * @param publicBytes  the operation, as the relay reads it
 * @param plain        the half for members, sealed under circle 0 of the epoch in force after this entry
 */
export function composeRosterEntry(
  author: Author,
  following: Following,
  given: { readonly publicBytes: Uint8Array; readonly plain: Uint8Array; readonly key: Uint8Array },
): OwnEntry {
  const start = { ...following, kind: kinds.roster, device: author.signer.publicKey };
  const place = { binding: bindingOf(start), circle: 0, index: 0, count: 1 };
  const sealed: Part = sealPart(author.crypto, { key: given.key, place, bytes: given.plain, chunks: [] });
  const body = encodeRosterBody(given.publicBytes, sealed);
  const root = rosterBodyRoot(author.crypto.sha256, given.publicBytes, sealed);
  return signed(author, { ...start, bodyRoot: root, bodyLength: body.length }, body);
}

function signed({ crypto, signer }: Author, header: Header, body: Uint8Array): OwnEntry {
  const bytes = encodeHeader(header);
  const signature = signer.sign(signedBytes(bytes));
  const id = entryId(crypto.sha256, bytes);
  return { id, dseq: header.dseq, kind: header.kind, signed: { header: bytes, signature, body } };
}

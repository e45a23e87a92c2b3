/**
 * Every signature and every quote that a long pull left for later, checked beside other work, oldest first. The tail was
 * checked before anything was shown (see [Note: tail first] in pull.ts); this is what makes a claim about each entry.
 */

import { quoteHolds, type SignedEntry } from "@saksi/wire/admit";
import { toHex } from "@saksi/wire/bytes";
import { type DecodedHeader, decodeHeader, type Header, signedBytes } from "@saksi/wire/header";
import { verifySignature } from "@saksi/wire/signature";
import type { SignatureCheck } from "../crypto.ts";
import type { Problem } from "../problem.ts";
import { decodeLogRecord } from "../space/log-record.ts";
import type { Session } from "../space/session.ts";
import { type Space, sizeOf } from "../space/space.ts";
import type { Surroundings } from "../surroundings.ts";

const atOnce = 500;
const underWay = new WeakSet<Space>();

/** Begins where the last time ended; nothing where one is under way. Resolves when all that is here was checked. */
export async function checkSignatures(given: {
  readonly session: Session;
  readonly space: Space;
  readonly signal: AbortSignal;
  readonly sleep: Surroundings["sleep"];
}): Promise<void> {
  const { session, space, signal, sleep } = given;
  if (underWay.has(space) || space.checked >= sizeOf(space)) return;
  underWay.add(space);
  try {
    let waiting: SignatureCheck[] = [];
    let reached = space.checked;
    const holds = quotesOf(space);
    for (const { record } of session.log.scan()) {
      const read = decodeLogRecord(record);
      if (read?.kind !== "placed" || toHex(read.space) !== space.id || read.position < space.checked) continue;
      const { header } = headerOf(read.signed);
      if (!holds(header)) return stop(session, space, stopped(read.position, "quote-wrong"));
      const check = {
        publicKey: header.device,
        message: signedBytes(read.signed.header),
        signature: read.signed.signature,
      };
      if (!isWellFormed(check)) return stop(session, space, stopped(read.position, "bad-signature"));
      waiting.push(check);
      reached = read.position + 1;
      if (waiting.length < atOnce) continue;
      if (!(await session.crypto.verifyAll(waiting)))
        return stop(session, space, stopped(reached - 1, "bad-signature"));
      if (signal.aborted) return;
      space.checked = reached; // so that the next time goes on from here
      waiting = [];
      await sleep(0); // verdicts come so close together that a browser would run no timer: no row would show until the end
      if (signal.aborted) return;
    }
    if (!(await session.crypto.verifyAll(waiting))) return stop(session, space, stopped(reached - 1, "bad-signature"));
    if (signal.aborted) return;
    session.keep([{ kind: "note", note: { note: "checked", space: space.id, size: sizeOf(space) } }]);
  } finally {
    underWay.delete(space);
  }
}

/** Bodies were held to the body root of their header when they came in; a signature is over the header alone. */
function headerOf({ header }: SignedEntry): DecodedHeader {
  const read = decodeHeader(header);
  if (!read.ok) throw new Error(`the log holds a header that cannot be read: ${read.error.kind}`);
  return read.value;
}

/** The same refusals of odd keys and nonces as everywhere; the verdict itself comes from `verifyAll`. */
const isWellFormed = ({ publicKey, message, signature }: SignatureCheck): boolean =>
  verifySignature(() => true, publicKey, message, signature);

/** Authors quote the same head many times over; each head is computed once. */
function quotesOf(space: Space): (header: Header) => boolean {
  const roots = new Map<number, boolean>();
  let last = "";
  return (header) => {
    const quote = toHex(header.seenRoot);
    const known = quote === last ? roots.get(header.seenSize) : undefined;
    if (known !== undefined) return known;
    const holds = space.log !== null && quoteHolds(space.log, header);
    if (quote !== last) roots.clear();
    last = quote;
    roots.set(header.seenSize, holds);
    return holds;
  };
}

const stopped = (position: number, reason: string): Problem => ({ kind: "bad-entry", position, reason });

function stop(session: Session, space: Space, problem: Problem): void {
  session.keep([{ kind: "note", note: { note: "stopped", space: space.id, problem } }]);
}

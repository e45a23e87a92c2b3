/** A request's body, never more of it than the route takes, and never more of all of them than memory has room for. */

import { concat } from "@saksi/wire/bytes";
import type { Refusal } from "@saksi/wire/refusal";
import { err, ok, type Result } from "@saksi/wire/result";

/** `unavailable`: others are sending so much at this moment that there is no room for this one. */
export type ReadBody = (request: Request, mostBytes: number) => Promise<Result<Uint8Array, Refusal>>;

/** @param mostArriving  bytes of all bodies that may be half here at once: a slow sender holds what it has sent */
export function bodyReader(mostArriving: number): ReadBody {
  let arriving = 0;
  return async (request, mostBytes) => {
    if (declaredBytes(request) > mostBytes) return err({ kind: "too-large" });
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    try {
      for await (const piece of piecesOf(request)) {
        bytes += piece.length;
        arriving += piece.length;
        if (bytes > mostBytes) return err({ kind: "too-large" });
        if (arriving > mostArriving) return err({ kind: "unavailable" });
        pieces.push(piece);
      }
      return ok(concat(...pieces));
    } finally {
      arriving -= bytes;
    }
  };
}

/** What the sender says it will send; nothing said is 0, and counted as it comes. */
export function declaredBytes(request: Request): number {
  const declared = Number(request.headers.get("content-length") ?? 0);
  return Number.isFinite(declared) ? declared : 0;
}

/** Leaving the loop early gives up the rest of the body. */
export async function* piecesOf(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body === null) return;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // the sender is gone already
  }
}

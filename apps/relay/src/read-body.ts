/** A request's body, never more of it than the route takes. */

import { concat } from "@saksi/wire/bytes";
import type { Refusal } from "@saksi/wire/refusal";
import { err, ok, type Result } from "@saksi/wire/result";

export async function readBody(request: Request, mostBytes: number): Promise<Result<Uint8Array, Refusal>> {
  if (declaredBytes(request) > mostBytes) return err({ kind: "too-large" });
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of piecesOf(request)) {
    bytes += piece.length;
    if (bytes > mostBytes) return err({ kind: "too-large" });
    pieces.push(piece);
  }
  return ok(concat(...pieces));
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

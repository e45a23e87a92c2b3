/** How a route answers: CBOR, or a refusal with the status that `wire` gives its kind. */

import { writeRefusal } from "@saksi/wire/exchange";
import { type Refusal, statusOf } from "@saksi/wire/refusal";

/** A response takes views of plain memory only; ours never are of shared memory. */
export const asBody = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

export const cborAnswer = (bytes: Uint8Array, status = 200): Response =>
  new Response(asBody(bytes), {
    status,
    headers: { "content-type": "application/cbor", "content-length": `${bytes.length}`, "cache-control": "no-store" },
  });

/** The header names the kind as well, for whoever watches the relay and must not read bodies. */
export function refusalAnswer(refusal: Refusal, status = statusOf(refusal.kind)): Response {
  const answer = cborAnswer(writeRefusal(refusal), status);
  answer.headers.set("saksi-refusal", refusal.kind);
  if (refusal.after !== undefined) answer.headers.set("retry-after", `${refusal.after}`);
  return answer;
}

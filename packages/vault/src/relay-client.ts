/**
 * What the vault says to a relay, over `fetch`: bytes out, bytes or a refusal by kind back. Tokens travel in
 * `Authorization` and nowhere else; addresses carry ids only.
 */

import type { SignedEntry } from "@saksi/wire/admit";
import { concat, toHex } from "@saksi/wire/bytes";
import { type Cbor, decode, decodeSequence } from "@saksi/wire/cbor";
import {
  type Placement,
  type Pulled,
  readChallenge,
  readPlacements,
  readPulled,
  readRefusal,
  readSeeded,
  readToken,
  type Seed,
  sessionMessage,
  writeOpening,
  writePush,
  writeSeed,
  writeSessionRequest,
} from "@saksi/wire/exchange";
import { limits } from "@saksi/wire/header";
import { err, ok, type Result } from "@saksi/wire/result";
import type { Signer } from "./crypto.ts";

/** `entry`: which of a push. `afterSeconds`: when to ask again. */
export type RelayProblem =
  | { readonly kind: "offline" }
  | {
      readonly kind: "relay-refused";
      readonly refusal: string;
      readonly status: number;
      readonly entry?: number;
      readonly afterSeconds?: number;
    };

export type RelayAnswer<Value> = Result<Value, RelayProblem>;

export interface RelayClient {
  /** The key that its checkpoints are signed with, as it says itself: for founders, who have nobody to ask. */
  key(): Promise<RelayAnswer<Uint8Array>>;
  open(
    opening: SignedEntry & { readonly wraps: Uint8Array; readonly admission: string },
  ): Promise<RelayAnswer<Placement>>;
  /** Gives back what the relay lost; answers how many entries it has then. Needs no session. */
  seed(space: Uint8Array, seed: Seed): Promise<RelayAnswer<number>>;
  push(who: Asker, entries: readonly SignedEntry[]): Promise<RelayAnswer<readonly Placement[]>>;
  /** Entries from a position on as they arrive, and at the end the checkpoint. Ends after the first problem. */
  pull(who: Asker, after: number): AsyncIterable<RelayAnswer<readonly Pulled[]>>;
  putChunk(who: Asker, hash: Uint8Array, bytes: Uint8Array): Promise<RelayAnswer<null>>;
  chunk(who: Asker, hash: Uint8Array): Promise<RelayAnswer<Uint8Array>>;
  /** Sizes of the log as it grows, until the signal or the relay ends it. */
  live(who: Asker, signal: AbortSignal): AsyncIterable<RelayAnswer<number>>;
  putSlot(door: string, slot: DoorSlot, bytes: Uint8Array): Promise<RelayAnswer<null>>;
  slot(door: string, slot: DoorSlot): Promise<RelayAnswer<Uint8Array>>;
  /** The relay's clock minus ours, milliseconds, by its last answer */
  clockSkewMs(): number | null;
}

export type DoorSlot = "request" | "answer";

/** Who asks about which space. */
export interface Asker {
  readonly space: Uint8Array;
  readonly signer: Signer;
}

/** Several values are read at once: one value at a time would cost more than what it says. */
const readAtLeast = 256 * 1024;

export function relayClient(given: {
  readonly url: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly now: () => number;
}): RelayClient {
  const base = given.url.replace(/\/+$/, "");
  const origin = new URL(given.url).origin;
  const tokens = new Map<string, { readonly token: string; readonly expires: number }>();
  let skewMs: number | null = null;

  async function ask(path: string, init: RequestInit = {}): Promise<RelayAnswer<Response>> {
    let response: Response;
    try {
      response = await given.fetch(new Request(`${base}${path}`, { redirect: "error", credentials: "omit", ...init }));
    } catch {
      return err({ kind: "offline" }); // every failure of fetch: no network, no such host, cut off
    }
    const date = Date.parse(response.headers.get("date") ?? "");
    if (!Number.isNaN(date)) skewMs = date - given.now();
    return response.ok ? ok(response) : err(await refusalIn(response));
  }

  async function askBytes(path: string, init?: RequestInit): Promise<RelayAnswer<Uint8Array>> {
    const response = await ask(path, init);
    return response.ok ? bytesIn(response.value) : response;
  }

  async function tokenOf({ space, signer }: Asker): Promise<RelayAnswer<string>> {
    const name = toHex(space) + toHex(signer.publicKey);
    const known = tokens.get(name);
    if (known && known.expires > given.now() + (skewMs ?? 0) + 5000) return ok(known.token);
    const who = { space, device: signer.publicKey };
    const asked = await askBytes("/v1/session", posting(writeSessionRequest({ step: "ask", ...who })));
    if (!asked.ok) return asked;
    const challenge = readChallenge(asked.value);
    if (!challenge.ok) return err(garbled);
    const { nonce, expires } = challenge.value;
    const signature = signer.sign(sessionMessage({ origin, ...who, nonce, expires }));
    const answer = writeSessionRequest({ step: "answer", ...who, nonce, signature });
    const answered = await askBytes("/v1/session", posting(answer));
    if (!answered.ok) return answered;
    const token = readToken(answered.value);
    if (!token.ok) return err(garbled);
    tokens.set(name, token.value);
    return ok(token.value.token);
  }

  /** With a token; once more with a new one where the relay has forgotten it. */
  async function askAs(who: Asker, path: string, init: RequestInit = {}): Promise<RelayAnswer<Response>> {
    for (const again of [true, false]) {
      const token = await tokenOf(who);
      if (!token.ok) return token;
      const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${token.value}` };
      const answer = await ask(`/v1/spaces/${toHex(who.space)}${path}`, { ...init, headers });
      const forgotten = !answer.ok && answer.error.kind === "relay-refused" && answer.error.status === 401;
      if (!forgotten || !again) return answer;
      tokens.delete(toHex(who.space) + toHex(who.signer.publicKey));
    }
    return err({ kind: "offline" });
  }

  async function askBytesAs(who: Asker, path: string, init?: RequestInit): Promise<RelayAnswer<Uint8Array>> {
    const response = await askAs(who, path, init);
    return response.ok ? bytesIn(response.value) : response;
  }

  async function* run(who: Asker, path: string, signal?: AbortSignal): AsyncIterable<RelayAnswer<readonly Cbor[]>> {
    const response = await askAs(who, path, signal ? { signal } : {});
    if (!response.ok) return yield response;
    const least = signal ? 1 : readAtLeast;
    try {
      yield* valuesIn(response.value, least);
    } catch {
      yield err({ kind: "offline" });
    }
  }

  return {
    async key() {
      const bytes = await askBytes("/v1/key");
      if (!bytes.ok) return bytes;
      const key = decode(bytes.value);
      return key.ok && key.value instanceof Uint8Array && key.value.length === 32 ? ok(key.value) : err(garbled);
    },
    async open(opening) {
      const bytes = await askBytes("/v1/spaces", posting(writeOpening(opening)));
      const placed = bytes.ok ? decode(bytes.value) : null;
      if (!bytes.ok) return bytes;
      const [position, receivedAt] = placed?.ok && Array.isArray(placed.value) ? (placed.value as readonly Cbor[]) : [];
      return typeof position === "number" && typeof receivedAt === "number"
        ? ok({ position, receivedAt })
        : err(garbled);
    },
    async seed(space, seed) {
      const bytes = await askBytes(`/v1/spaces/${toHex(space)}/seed`, posting(writeSeed(seed)));
      if (!bytes.ok) return bytes;
      const size = readSeeded(bytes.value);
      return size.ok ? ok(size.value) : err(garbled);
    },
    async push(who, entries) {
      const bytes = await askBytesAs(who, "/entries", posting(writePush(entries)));
      const places = bytes.ok ? readPlacements(bytes.value) : null;
      if (!bytes.ok) return bytes;
      return places?.ok && places.value.length === entries.length ? ok(places.value) : err(garbled);
    },
    async *pull(who, after) {
      for await (const values of run(who, `/entries?after=${after}`)) {
        if (!values.ok) return yield values;
        const pulled = values.value.map(readPulled);
        const known = pulled.filter((value) => value !== null);
        yield known.length === pulled.length ? ok(known) : err(garbled);
      }
    },
    async putChunk(who, hash, bytes) {
      const put = await askAs(who, `/chunks/${toHex(hash)}`, putting(bytes));
      return put.ok ? ok(null) : put;
    },
    chunk: (who, hash) => askBytesAs(who, `/chunks/${toHex(hash)}`),
    async *live(who, signal) {
      for await (const values of run(who, "/live", signal)) {
        if (!values.ok) return yield values;
        const newest = values.value.findLast((value) => typeof value === "number");
        if (typeof newest === "number") yield ok(newest);
      }
    },
    async putSlot(door, slot, bytes) {
      const put = await ask(`/v1/doors/${door}/${slot}`, putting(bytes));
      return put.ok ? ok(null) : put;
    },
    slot: (door, slot) => askBytes(`/v1/doors/${door}/${slot}`),
    clockSkewMs: () => skewMs,
  };
}

const garbled: RelayProblem = { kind: "relay-refused", refusal: "bad-encoding", status: 200 };

const posting = (body: Uint8Array): RequestInit => withBody("POST", body);
const putting = (body: Uint8Array): RequestInit => withBody("PUT", body);
const withBody = (method: string, body: Uint8Array): RequestInit => ({
  method,
  body: body as Uint8Array<ArrayBuffer>, // never over shared memory: every body is made here
  headers: { "content-type": "application/cbor" },
});

async function refusalIn(response: Response): Promise<RelayProblem> {
  const { status } = response;
  const bytes = await bytesIn(response);
  if (!bytes.ok && bytes.error.kind === "offline") return { kind: "offline" };
  const refusal = readRefusal(bytes.ok ? bytes.value : new Uint8Array(0));
  // something between us and the relay answered: a proxy, a portal
  if (!refusal.ok) return status >= 500 ? { kind: "offline" } : { kind: "relay-refused", refusal: "not-found", status };
  const { kind, entry, after } = refusal.value;
  return {
    kind: "relay-refused",
    refusal: kind,
    status,
    ...(entry === undefined ? {} : { entry }),
    ...(after === undefined ? {} : { afterSeconds: after }),
  };
}

/** The largest answer there is, a blob of wraps, and room for what CBOR adds. An answer without an end is no answer. */
const mostBytes = limits.wrapBytes + 4096;
/** An entry with its body, and room for what CBOR adds. */
const mostValueBytes = limits.bodyBytes + 16_384;

async function bytesIn(response: Response): Promise<RelayAnswer<Uint8Array>> {
  if (response.body === null) return ok(new Uint8Array(0));
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ok(concat(...pieces));
      bytes += value.length;
      if (bytes > mostBytes) return err(garbled);
      pieces.push(value);
    }
  } catch {
    return err({ kind: "offline" });
  } finally {
    reader.cancel().catch(() => undefined); // the connection may be gone already
  }
}

/** Whole values as they arrive, many at a time; the bytes of each stay as they came. */
async function* valuesIn(response: Response, least: number): AsyncIterable<RelayAnswer<readonly Cbor[]>> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  let left: Uint8Array = new Uint8Array(0);
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (value) {
        pieces.push(value);
        bytes += value.length;
      }
      if (!done && bytes < least) continue;
      const whole = concat(left, ...pieces);
      const values = decodeSequence(whole);
      if (!values.ok) return yield err(garbled);
      left = whole.subarray(values.value.taken);
      if (left.length > mostValueBytes) return yield err(garbled); // a value without an end
      pieces = [];
      bytes = 0;
      if (values.value.values.length > 0) yield ok(values.value.values);
      if (!done) continue;
      if (left.length > 0) yield err({ kind: "offline" }); // cut off in the middle
      return;
    }
  } finally {
    reader.cancel().catch(() => undefined); // the connection may be gone already
  }
}

/** A relay in this process with a store in a folder of its own, and members who ask it: for tests and measurements. */

import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SignedEntry } from "@saksi/wire/admit";
import { type Cbor, decodeSequence } from "@saksi/wire/cbor";
import {
  type Pulled,
  readChallenge,
  readPlacements,
  readPulled,
  readRefusal,
  readToken,
  writePush,
  writeSessionRequest,
} from "@saksi/wire/exchange";
import type { Refusal } from "@saksi/wire/refusal";
import { createRelay, type Relay, type RelayOptions } from "./app.ts";
import {
  adding,
  answerTo,
  type ExampleDevice,
  type ExampleRosterStep,
  type ExampleSpace,
  exampleDevice,
  exampleGenesis,
  hex,
  sha256,
} from "./example-entries.ts";
import { checkpointKeyFrom, nodePrimitives } from "./node-primitives.ts";
import { openSqliteStore } from "./store.sqlite.ts";
import type { Store } from "./store.ts";

export const exampleOrigin = "https://relay.example";

export interface ExampleRelay extends Relay {
  readonly folder: string;
  readonly store: Store;
  readonly lines: readonly string[];
  /** Moves the relay's clock on. */
  wait(ms: number): void;
  stop(): void;
}

export function exampleRelay(changed: Partial<RelayOptions> = {}): ExampleRelay {
  const folder = mkdtempSync(join(tmpdir(), "saksi-relay-"));
  const store = openSqliteStore(folder);
  const lines: string[] = [];
  let clock = Date.UTC(2026, 10, 21, 12);
  const relay = createRelay({
    store,
    primitives: nodePrimitives(),
    checkpointKey: checkpointKeyFrom(new Uint8Array(32).fill(7)),
    origins: [exampleOrigin],
    now: () => clock,
    random: (length) => Uint8Array.from(randomBytes(length)),
    log: (line) => lines.push(line),
    ...changed,
  });
  return {
    ...relay,
    folder,
    store,
    lines,
    wait: (ms) => {
      clock += ms;
    },
    stop() {
      relay.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The part of a relay that members need; a `fetch` over a socket serves as well. */
export type Asked = (path: string, init?: RequestInit) => Promise<Response>;

export const bytesOf = async (answer: Response | Promise<Response>): Promise<Uint8Array> =>
  new Uint8Array(await (await answer).arrayBuffer());

export async function refusalOf(answer: Response | Promise<Response>): Promise<Refusal & { status: number }> {
  const response = await answer;
  const refusal = readRefusal(await bytesOf(response));
  if (!refusal.ok) throw new Error(`not a refusal: ${response.status}`);
  return { ...refusal.value, status: response.status };
}

/** How a member asks about one space. */
export interface ExampleMember {
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
  path(below: string): string;
  get(path: string): Promise<Response>;
  put(path: string, body: Uint8Array): Promise<Response>;
  push(...entries: SignedEntry[]): Promise<Response>;
  /** Puts the wraps, then pushes the entry. */
  step(step: ExampleRosterStep): Promise<Response>;
  pull(after?: number): Promise<Pulled[]>;
}

export const asked = (method: string, body: Uint8Array, token?: string): RequestInit => ({
  method,
  body: body as Uint8Array<ArrayBuffer>,
  headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
});

export async function signIn(
  ask: Asked,
  space: Uint8Array,
  device: ExampleDevice,
  origin = exampleOrigin,
): Promise<Response> {
  const who = { space, device: device.key };
  const first = await ask("/v1/session", asked("POST", writeSessionRequest({ step: "ask", ...who })));
  const challenge = readChallenge(await bytesOf(first));
  if (!challenge.ok) throw new Error("no challenge");
  const { nonce, expires } = challenge.value;
  const signature = answerTo(device, { origin, space, nonce, expires });
  return ask("/v1/session", asked("POST", writeSessionRequest({ step: "answer", ...who, nonce, signature })));
}

export async function memberOf(
  ask: Asked,
  space: Uint8Array,
  device: ExampleDevice,
  origin = exampleOrigin,
): Promise<ExampleMember> {
  const answer = await signIn(ask, space, device, origin);
  const token = readToken(await bytesOf(answer));
  if (!token.ok) throw new Error(`no token: ${answer.status} ${answer.headers.get("saksi-refusal")}`);
  return withToken(ask, space, token.value.token);
}

export function withToken(ask: Asked, space: Uint8Array, token: string): ExampleMember {
  const base = `/v1/spaces/${hex(space)}`;
  const authorization = { authorization: `Bearer ${token}` };
  const member: ExampleMember = {
    token,
    headers: authorization,
    path: (below) => base + below,
    get: (path) => ask(`${base}${path}`, { headers: authorization }),
    put: (path, body) => ask(`${base}${path}`, asked("PUT", body, token)),
    push: (...entries) => ask(`${base}/entries`, asked("POST", writePush(entries), token)),
    async step({ entry, wraps }) {
      const put = await member.put(`/chunks/${hex(sha256(wraps))}`, wraps);
      return put.status === 204 ? member.push(entry) : put;
    },
    async pull(after = 0) {
      const bytes = await bytesOf(member.get(`/entries?after=${after}`));
      const run = decodeSequence(bytes);
      if (!run.ok || run.value.taken !== bytes.length) throw new Error("not a run of values");
      return run.value.values.map(orThrow);
    },
  };
  return member;
}

function orThrow(value: Cbor): Pulled {
  const pulled = readPulled(value);
  if (pulled === null) throw new Error("neither an entry nor a checkpoint");
  return pulled;
}

export async function positionsOf(answer: Response | Promise<Response>): Promise<number[]> {
  const response = await answer;
  const places = readPlacements(await bytesOf(response));
  if (!places.ok) throw new Error(`refused: ${response.headers.get("saksi-refusal")}`);
  return places.value.map(({ position }) => position);
}

/** A space at the relay with its keeper signed in. */
export async function openedSpace(
  ask: Asked,
  origin = exampleOrigin,
): Promise<{ space: ExampleSpace; keeper: ExampleDevice; member: ExampleMember }> {
  const { space, keeper, openingBytes } = exampleGenesis();
  const answer = await ask("/v1/spaces", asked("POST", openingBytes));
  if (answer.status !== 201) throw new Error(`no space: ${answer.headers.get("saksi-refusal")}`);
  return { space, keeper, member: await memberOf(ask, space.id, keeper, origin) };
}

/** Someone whom the keeper adds, signed in. */
export async function joined(
  ask: Asked,
  given: { space: ExampleSpace; keeper: ExampleDevice; member: ExampleMember },
  rights: Parameters<typeof exampleDevice>[1] = {},
): Promise<{ device: ExampleDevice; member: ExampleMember }> {
  const device = exampleDevice(given.space, rights);
  await positionsOf(given.member.step(adding(given.space, given.keeper, device.listed)));
  return { device, member: await memberOf(ask, given.space.id, device) };
}

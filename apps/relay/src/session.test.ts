import { readChallenge, readToken, writeSessionRequest } from "@saksi/wire/exchange";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answerTo, type ExampleDevice, type ExampleSpace, exampleDevice, hex } from "./example-entries.ts";
import {
  asked,
  bytesOf,
  type ExampleMember,
  type ExampleRelay,
  exampleOrigin,
  exampleRelay,
  openedSpace,
  refusalOf,
  signIn,
} from "./example-relay.ts";
import { relayLimits } from "./relay-limits.ts";

let relay: ExampleRelay;
let space: ExampleSpace;
let keeper: ExampleDevice;
let member: ExampleMember;
beforeEach(async () => {
  relay = exampleRelay();
  ({ space, keeper, member } = await openedSpace(relay.request));
});
afterEach(() => relay.stop());

async function challenge(device: ExampleDevice) {
  const body = writeSessionRequest({ step: "ask", space: space.id, device: device.key });
  const read = readChallenge(await bytesOf(relay.request("/v1/session", asked("POST", body))));
  if (!read.ok) throw new Error("no challenge");
  return read.value;
}

const answer = (device: ExampleDevice, nonce: Uint8Array, signature: Uint8Array) =>
  relay.request(
    "/v1/session",
    asked("POST", writeSessionRequest({ step: "answer", space: space.id, device: device.key, nonce, signature })),
  );

test("a token lives for half an hour and opens the space in the meantime", async () => {
  const token = readToken(await bytesOf(signIn(relay.request, space.id, keeper)));
  expect(token.ok && token.value.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect((await member.get("/checkpoint")).status).toBe(200);
  relay.wait(relayLimits.sessionMs);
  expect(await refusalOf(member.get("/checkpoint"))).toEqual({ kind: "session-expired", status: 401 });
});

test("a signature for another relay opens nothing here", async () => {
  expect(await refusalOf(signIn(relay.request, space.id, keeper, "https://other.example"))).toMatchObject({
    kind: "bad-signature",
  });
});

test("a challenge is answered once, in time, by the device it was given to", async () => {
  const { nonce, expires } = await challenge(keeper);
  const signed = (device: ExampleDevice, forNonce = nonce) =>
    answerTo(device, { origin: exampleOrigin, space: space.id, nonce: forNonce, expires });
  const other = exampleDevice(space);
  expect(await refusalOf(answer(other, nonce, signed(other)))).toMatchObject({ kind: "session-expired" });
  const changed = nonce.map((byte, index) => (index === 12 ? byte ^ 1 : byte));
  expect(await refusalOf(answer(keeper, changed, signed(keeper, changed)))).toMatchObject({ kind: "session-expired" });
  expect(await refusalOf(answer(keeper, nonce, signed(other)))).toMatchObject({ kind: "bad-signature" });
  expect((await answer(keeper, nonce, signed(keeper))).status).toBe(201);
  expect(await refusalOf(answer(keeper, nonce, signed(keeper)))).toMatchObject({ kind: "session-expired" });
  const late = await challenge(keeper);
  relay.wait(relayLimits.challengeMs);
  const signature = answerTo(keeper, { origin: exampleOrigin, space: space.id, ...late });
  expect(await refusalOf(answer(keeper, late.nonce, signature))).toMatchObject({ kind: "session-expired" });
});

test("asking tells a stranger nothing: every space and key gets a challenge, and only the key's owner an answer", async () => {
  const stranger = exampleDevice(space);
  expect((await challenge(stranger)).nonce.length).toBe(32);
  expect(await refusalOf(signIn(relay.request, space.id, stranger))).toMatchObject({
    kind: "not-in-roster",
    status: 403,
  });
  const nowhere = new Uint8Array(32).fill(1);
  expect(await refusalOf(signIn(relay.request, nowhere, stranger))).toMatchObject({
    kind: "no-such-space",
    status: 404,
  });
});

test("a device has a few sessions, and the oldest gives way", async () => {
  for (let count = 0; count < relayLimits.sessionsOfDevice; count += 1) await signIn(relay.request, space.id, keeper);
  expect(await refusalOf(member.get("/checkpoint"))).toMatchObject({ kind: "session-expired" });
});

test("nothing of a space is given without a token, and a token counts in its header only", async () => {
  const base = `/v1/spaces/${hex(space.id)}`;
  for (const path of [
    "/entries?after=0",
    "/checkpoint",
    "/live",
    `/chunks/${hex(space.id)}`,
    `/checkpoint?token=${member.token}`,
  ])
    expect(await refusalOf(relay.request(base + path))).toEqual({ kind: "session-needed", status: 401 });
  for (const headers of [
    { authorization: member.token },
    { authorization: "Bearer short" },
    { cookie: `token=${member.token}` },
  ])
    expect(await refusalOf(relay.request(`${base}/checkpoint`, { headers }))).toMatchObject({ kind: "session-needed" });
  expect(await refusalOf(relay.request("/v1/session", asked("POST", new Uint8Array(600))))).toMatchObject({
    kind: "too-large",
  });
  expect(await refusalOf(relay.request("/v1/session", asked("POST", Uint8Array.of(1))))).toMatchObject({
    kind: "bad-encoding",
  });
});

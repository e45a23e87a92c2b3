import { afterEach, beforeEach, expect, test } from "vitest";
import { asked, bytesOf, type ExampleRelay, exampleRelay, refusalOf } from "./example-relay.ts";
import { relayLimits } from "./relay-limits.ts";

let relay: ExampleRelay;
beforeEach(() => {
  relay = exampleRelay();
});
afterEach(() => relay.stop());

const door = "/v1/doors/00112233445566778899aabbccddeeff";
const put = (path: string, body: Uint8Array) => relay.request(path, asked("PUT", body));

test("guest and host each leave their bytes once, and each finds the other's", async () => {
  expect(await refusalOf(relay.request(`${door}/request`))).toEqual({ kind: "slot-empty", status: 404 });
  expect((await put(`${door}/request`, Uint8Array.of(1, 2))).status).toBe(204);
  expect((await put(`${door}/request`, Uint8Array.of(1, 2))).status).toBe(204);
  expect(await refusalOf(put(`${door}/request`, Uint8Array.of(9)))).toEqual({ kind: "slot-taken", status: 409 });
  expect(await bytesOf(relay.request(`${door}/request`))).toEqual(Uint8Array.of(1, 2));
  expect((await put(`${door}/answer`, Uint8Array.of(3))).status).toBe(204);
  expect(await bytesOf(relay.request(`${door}/answer`))).toEqual(Uint8Array.of(3));
});

test("a door is gone after a week, and says that it was one", async () => {
  await put(`${door}/request`, Uint8Array.of(1));
  relay.wait(relayLimits.doorMs);
  expect(await refusalOf(relay.request(`${door}/request`))).toEqual({ kind: "expired", status: 410 });
  expect(await refusalOf(put(`${door}/answer`, Uint8Array.of(1)))).toMatchObject({ kind: "expired" });
  expect((await relay.sweep()).doors).toBe(1);
  expect(await refusalOf(relay.request(`${door}/request`))).toMatchObject({ kind: "expired" });
});

test("slots are small, doors are hard to guess, and there are only two slots", async () => {
  expect(await refusalOf(put(`${door}/request`, new Uint8Array(16 * 1024 + 1)))).toMatchObject({ kind: "too-large" });
  expect((await put(`${door}/request`, new Uint8Array(16 * 1024))).status).toBe(204);
  expect(await refusalOf(put(`${door}/answer`, new Uint8Array(0)))).toMatchObject({ kind: "bad-encoding" });
  expect(await refusalOf(put("/v1/doors/0011/request", Uint8Array.of(1)))).toMatchObject({ kind: "bad-encoding" });
  expect(await refusalOf(put(`${door}/third`, Uint8Array.of(1)))).toMatchObject({ kind: "not-found" });
});

test("nobody fills the relay with doors", async () => {
  relay.stop();
  relay = exampleRelay({ limits: { doors: 2, slotsOfAddress: { burst: 4, perSecond: 1 } } });
  const other = (digit: number) => `/v1/doors/${`${digit}`.repeat(32)}/request`;
  expect((await put(other(1), Uint8Array.of(1))).status).toBe(204);
  expect((await put(other(2), Uint8Array.of(1))).status).toBe(204);
  expect(await refusalOf(put(other(3), Uint8Array.of(1)))).toEqual({ kind: "quota", status: 507 });
  expect((await put(other(2).replace("request", "answer"), Uint8Array.of(1))).status).toBe(204);
  expect(await refusalOf(put(other(1), Uint8Array.of(1)))).toMatchObject({ kind: "too-fast", after: 1 });
});

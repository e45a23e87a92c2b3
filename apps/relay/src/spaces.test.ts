import { decode } from "@saksi/wire/cbor";
import { writeOpening } from "@saksi/wire/exchange";
import { afterEach, expect, test } from "vitest";
import { exampleGenesis, record } from "./example-entries.ts";
import {
  asked,
  bytesOf,
  type ExampleRelay,
  exampleRelay,
  memberOf,
  openedSpace,
  positionsOf,
  refusalOf,
} from "./example-relay.ts";

let relay: ExampleRelay;
afterEach(() => relay.stop());

const open = (bytes: Uint8Array) => relay.request("/v1/spaces", asked("POST", bytes));

test("a space is opened once; sent again, its genesis answers the same place", async () => {
  relay = exampleRelay();
  const { space, keeper, openingBytes } = exampleGenesis();
  const first = await open(openingBytes);
  expect(first.status).toBe(201);
  const placed = await bytesOf(first);
  expect(decode(placed)).toEqual({ ok: true, value: [0, Date.UTC(2026, 10, 21, 12)] });
  relay.wait(5000);
  expect(await bytesOf(open(openingBytes))).toEqual(placed);
  const member = await memberOf(relay.request, space.id, keeper);
  expect(await positionsOf(member.push(record(keeper)))).toEqual([1]);
});

test("where the operator set a code, nobody begins a space without it", async () => {
  relay = exampleRelay({ admission: "three made up words" });
  for (const code of ["", "three made up word", "three made up words "])
    expect(await refusalOf(open(exampleGenesis(code).openingBytes))).toEqual({ kind: "admission-needed", status: 403 });
  expect((await open(exampleGenesis("three made up words").openingBytes)).status).toBe(201);
});

test("a genesis is judged like every entry", async () => {
  relay = exampleRelay();
  const { opening, keeper } = exampleGenesis();
  const told = (changed: Partial<typeof opening>) => refusalOf(open(writeOpening({ ...opening, ...changed })));
  expect(await told({ signature: new Uint8Array(64) })).toMatchObject({ kind: "bad-signature" });
  expect(await told({ wraps: exampleGenesis().opening.wraps })).toMatchObject({ kind: "wraps-mismatch" });
  expect(await told({ body: exampleGenesis().opening.body })).toMatchObject({ kind: "body-mismatch" });
  expect(await told(record(keeper))).toMatchObject({ kind: "genesis-expected" });
  expect(await refusalOf(open(Uint8Array.of(0x80)))).toMatchObject({ kind: "bad-encoding" });
  expect(await refusalOf(open(new Uint8Array(3 * 1024 * 1024)))).toMatchObject({ kind: "too-large", status: 413 });
  expect(await relay.store.counts()).toEqual({ spaces: 0, entries: 0 });
});

test("a space takes no more bytes than its quota, and says at which entry it was full", async () => {
  relay = exampleRelay({ limits: { spaceBytes: 10_000 } });
  const { keeper, member } = await openedSpace(relay.request);
  const refused = await refusalOf(member.push(record(keeper, 1000), record(keeper, 1000), record(keeper, 5000)));
  expect(refused).toEqual({ kind: "quota", entry: 2, status: 507 });
  expect((await member.pull()).length).toBe(4);
});

test("an address begins so many spaces, then waits", async () => {
  relay = exampleRelay({ limits: { openingsOfAddress: { burst: 2, perSecond: 0.1 } } });
  for (let count = 0; count < 2; count += 1) expect((await open(exampleGenesis().openingBytes)).status).toBe(201);
  const answer = await open(exampleGenesis().openingBytes);
  expect(answer.headers.get("retry-after")).toBe("10");
  expect(await refusalOf(answer)).toEqual({ kind: "too-fast", after: 10, status: 429 });
  relay.wait(10_000);
  expect((await open(exampleGenesis().openingBytes)).status).toBe(201);
});

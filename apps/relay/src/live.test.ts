import { decodeSequence } from "@saksi/wire/cbor";
import { afterEach, expect, test } from "vitest";
import { record, removing } from "./example-entries.ts";
import { type ExampleRelay, exampleRelay, joined, openedSpace, positionsOf, refusalOf } from "./example-relay.ts";

let relay: ExampleRelay;
afterEach(() => relay.stop());

/** Sizes as they are said; the next one, or `null` at the end. */
function listening(answer: Response): { next(): Promise<number | null>; stop(): Promise<void> } {
  const reader = answer.body?.getReader();
  if (!reader) throw new Error("no stream");
  return {
    async next() {
      const { done, value } = await reader.read();
      if (done) return null;
      const run = decodeSequence(value);
      return run.ok ? (run.value.values.at(-1) as number) : null;
    },
    stop: () => reader.cancel(),
  };
}

test("whoever listens hears the size at once, and every time the log grew", async () => {
  relay = exampleRelay();
  const { keeper, member } = await openedSpace(relay.request);
  const live = listening(await member.get("/live"));
  expect(await live.next()).toBe(1);
  await positionsOf(member.push(record(keeper), record(keeper)));
  expect(await live.next()).toBe(3);
  await live.stop();
});

test("a push that is kept in part is heard as well", async () => {
  relay = exampleRelay();
  const { keeper, member } = await openedSpace(relay.request);
  const live = listening(await member.get("/live"));
  await live.next();
  await refusalOf(member.push(record(keeper), { ...record(keeper), signature: new Uint8Array(64) }));
  expect(await live.next()).toBe(2);
  await live.stop();
});

test("a heartbeat says the size again", async () => {
  relay = exampleRelay({ limits: { heartbeatMs: 20 } });
  const { member } = await openedSpace(relay.request);
  const live = listening(await member.get("/live"));
  expect([await live.next(), await live.next(), await live.next()]).toEqual([1, 1, 1]);
  await live.stop();
});

test("a device that is removed stops hearing", async () => {
  relay = exampleRelay({ limits: { heartbeatMs: 20 } });
  const { space, keeper, member } = await openedSpace(relay.request);
  const gone = await joined(relay.request, { space, keeper, member });
  const live = listening(await gone.member.get("/live"));
  expect(await live.next()).toBe(2);
  const pin = { device: gone.device.key, dseq: 0, id: new Uint8Array(32) };
  await positionsOf(member.step(removing(space, keeper, { gone: [pin], stay: [keeper.listed] })));
  const heard: (number | null)[] = [];
  for (let count = 0; count < 50 && heard.at(-1) !== null; count += 1) heard.push(await live.next());
  expect(heard.at(-1)).toBeNull();
  expect(heard).not.toContain(3);
});

test("a device listens a few times at once, and those who left do not count", async () => {
  relay = exampleRelay({ limits: { streamsOfDevice: 2 } });
  const { member } = await openedSpace(relay.request);
  const open = [listening(await member.get("/live")), listening(await member.get("/live"))];
  expect(await refusalOf(member.get("/live"))).toEqual({ kind: "too-fast", after: 30, status: 429 });
  await open[0]?.stop();
  expect((await member.get("/live")).status).toBe(200);
});

test("a relay that goes down ends its streams", async () => {
  relay = exampleRelay();
  const { member } = await openedSpace(relay.request);
  const live = listening(await member.get("/live"));
  await live.next();
  relay.close();
  expect(await live.next()).toBeNull();
});

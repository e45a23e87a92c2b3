import { expect, test } from "vitest";
import { relayClient } from "./relay-client.ts";

const signer = { publicKey: new Uint8Array(32), sign: () => new Uint8Array(64) };
const who = { space: new Uint8Array(32), signer };
const garbled = { ok: false, error: { kind: "relay-refused", refusal: "bad-encoding", status: 200 } };

/** A relay whose every answer begins like this and never ends. */
function endless(start: readonly number[], status = 200) {
  let sent = 0;
  const client = relayClient({
    url: "https://relay.example",
    now: () => 0,
    fetch: async () => {
      const body = new ReadableStream<Uint8Array>({
        start: (to) => to.enqueue(Uint8Array.from(start)),
        pull(to) {
          sent += 65_536;
          if (sent > 64 * 1024 * 1024) throw new Error("nobody stopped reading");
          to.enqueue(new Uint8Array(65_536));
        },
      });
      return new Response(body, { status });
    },
  });
  return { client, sent: () => sent };
}

test("an answer without an end is given up, whatever was asked", async () => {
  const { client, sent } = endless([]);
  expect(await client.key()).toEqual(garbled);
  expect(await client.slot("00", "answer")).toEqual(garbled);
  expect(await client.chunk(who, new Uint8Array(32))).toEqual(garbled);
  expect(sent()).toBeLessThan(3 * 4 * 1024 * 1024);
});

test("so is a refusal without an end", async () => {
  const { client } = endless([], 400);
  expect(await client.key()).toMatchObject({ error: { kind: "relay-refused", refusal: "not-found", status: 400 } });
});

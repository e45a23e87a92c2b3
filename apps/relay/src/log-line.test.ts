import { afterEach, expect, test } from "vitest";
import { hex, record, sha256 } from "./example-entries.ts";
import {
  asked,
  bytesOf,
  type ExampleRelay,
  exampleRelay,
  joined,
  openedSpace,
  positionsOf,
  refusalOf,
} from "./example-relay.ts";
import { faultLine } from "./log-line.ts";

let relay: ExampleRelay;
afterEach(() => relay.stop());

test("logs say that it works, and nobody's name, place, space, device, token or address", async () => {
  relay = exampleRelay();
  const { space, keeper, member } = await openedSpace(relay.request);
  const other = await joined(relay.request, { space, keeper, member });
  await positionsOf(member.push(record(keeper)));
  await refusalOf(member.push({ ...record(keeper), signature: new Uint8Array(64) }));
  const chunk = new Uint8Array(10);
  await member.put(`/chunks/${hex(sha256(chunk))}`, chunk);
  const door = "/v1/doors/00112233445566778899aabbccddeeff";
  await relay.request(`${door}/request`, asked("PUT", Uint8Array.of(1)));
  await relay.request("/somewhere/secret-words?and=more", { headers: { "x-forwarded-for": "192.0.2.77" } });
  await bytesOf(member.get("/entries?after=0"));

  const text = relay.lines.join("\n");
  expect(relay.lines.length).toBeGreaterThan(10);
  expect(text).toContain("POST /v1/spaces/:space/entries 400 bad-signature");
  const secrets = [hex(space.id), hex(keeper.key), hex(other.device.key), hex(sha256(chunk)), door.slice(10)].map(
    (one) => one.slice(0, 8),
  );
  for (const secret of [...secrets, member.token, "secret-words", "192.0.2.77", "in-process", "Bearer"])
    expect(text).not.toContain(secret);
});

test("a fault of ours is told with an id and nothing else, and logged without its words", async () => {
  relay = exampleRelay();
  const failing = exampleRelay({
    store: { ...relay.store, counts: () => Promise.reject(new TypeError("the words of a witness")) },
  });
  const fault = await failing.request("/healthz");
  const id = fault.headers.get("saksi-error") ?? "";
  expect(id).toMatch(/^[0-9a-f]{16}$/);
  expect(await refusalOf(fault)).toEqual({ kind: "unavailable", status: 500 });
  const lines = failing.lines.join("\n");
  expect(lines).toContain(`fault ${id} TypeError`);
  expect(lines).not.toContain("witness");
  failing.stop();
});

test("a fault is found by file and line", () => {
  relay = exampleRelay();
  expect(faultLine(0, "0f", new RangeError("secret"))).toMatch(
    /^1970-01-01T00:00:00.000Z fault 0f RangeError log-line\.test\.ts:\d+/,
  );
});

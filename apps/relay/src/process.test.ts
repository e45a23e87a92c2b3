import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { logLeaf, type SignedEntry } from "@saksi/wire/admit";
import { sameBytes } from "@saksi/wire/bytes";
import { entryId } from "@saksi/wire/header";
import { rootOf } from "@saksi/wire/merkle";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExampleDevice, exampleGenesis, hex, record, sha256 } from "./example-entries.ts";
import { bundledRelay, type RelayProcess, relayAnswer, startedRelay } from "./example-process.ts";
import { asked, type ExampleMember, memberOf, positionsOf } from "./example-relay.ts";

let file: string;
let data: string;
beforeAll(async () => {
  file = await bundledRelay();
  data = mkdtempSync(join(tmpdir(), "saksi-process-"));
});
afterAll(() => {
  rmSync(dirname(file), { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
});

const code = "three-made-up-words";
const start = (folder: string) => startedRelay(join(file), ["--data", folder, "--admission", code]);

/** Pushes until the relay is gone; what it acknowledged, and what it may or may not have kept. */
async function pushUntilGone(member: ExampleMember, device: ExampleDevice) {
  const acknowledged: SignedEntry[] = [];
  for (;;) {
    const batch = Array.from({ length: 5 }, () => record(device, 700));
    const answer = await member.push(...batch).catch(() => null);
    if (answer?.status !== 201) return { acknowledged, unsure: batch };
    acknowledged.push(...batch);
  }
}

async function entriesOf(member: ExampleMember) {
  const pulled = await member.pull();
  const entries = pulled.flatMap((value) => (value.kind === "entry" ? [value.entry] : []));
  const end = pulled.at(-1);
  return { entries, note: end?.kind === "end" ? end.checkpoint : "" };
}

const rootIn = (note: string): string => Buffer.from(note.split("\n")[2] ?? "", "base64").toString("hex");

test("a relay that is killed in the middle of pushes has every entry it acknowledged, and one history", async () => {
  const folder = join(data, "killed");
  const { space, keeper, openingBytes } = exampleGenesis(code);
  let relay: RelayProcess = await start(folder);
  expect((await relay.ask("/v1/spaces", asked("POST", openingBytes))).status).toBe(201);
  const known: SignedEntry[] = [];
  for (let round = 0; round < 4; round += 1) {
    const member = await memberOf(relay.ask, space.id, keeper, relay.origin);
    const pushing = pushUntilGone(member, keeper);
    await new Promise((resolve) => setTimeout(resolve, 60 + 70 * round));
    expect(await relay.end("SIGKILL")).toBe("SIGKILL");
    const { acknowledged, unsure } = await pushing;
    known.push(...acknowledged);

    relay = await start(folder);
    const again = await memberOf(relay.ask, space.id, keeper, relay.origin);
    const { entries, note } = await entriesOf(again);
    for (const [index, { header, signature, body }] of known.entries()) {
      const kept = entries[index + 1];
      expect(kept && sameBytes(kept.header, header) && sameBytes(kept.body, body)).toBe(true);
      expect(kept && sameBytes(kept.signature, signature)).toBe(true);
    }
    // nothing half: a push that was not acknowledged is there whole or not at all
    expect([known.length + 1, known.length + 1 + unsure.length]).toContain(entries.length);
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index));
    const leaves = entries.map(({ header, receivedAt }) => logLeaf(sha256, entryId(sha256, header), receivedAt));
    expect(rootIn(note)).toBe(hex(rootOf(sha256, leaves)));
    // sent again, it stands where it stood or goes where it belongs
    const places = await positionsOf(again.push(...unsure));
    expect(places).toEqual(unsure.map((_, index) => known.length + 1 + index));
    known.push(...unsure);
  }
  expect(known.length).toBeGreaterThan(20);
  expect(await relay.end("SIGTERM")).toBe(0);
});

test("neither its folder nor its log holds an admission code, a token or an address", async () => {
  const folder = join(data, "canaries");
  const { space, keeper, openingBytes } = exampleGenesis(code);
  const relay = await start(folder);
  await relay.ask("/v1/spaces", asked("POST", openingBytes));
  const member = await memberOf(relay.ask, space.id, keeper, relay.origin);
  await positionsOf(member.push(record(keeper)));
  const file = new Uint8Array(3000).fill(4);
  await member.put(`/chunks/${hex(sha256(file))}`, file);
  await relay.end("SIGTERM");

  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  const kept = files.filter((name) => statSync(name).isFile()).map((name) => readFileSync(name).toString("latin1"));
  expect(kept.length).toBeGreaterThan(2);
  for (const text of kept) for (const canary of [code, member.token, "127.0.0.1"]) expect(text).not.toContain(canary);
  const requests = relay
    .said()
    .split("\n")
    .filter((line) => line.includes("/v1/"));
  expect(requests.length).toBeGreaterThan(4);
  for (const canary of [code, member.token, "127.0.0.1", hex(space.id).slice(0, 8)])
    expect(requests.join("\n")).not.toContain(canary);
  if (process.platform !== "win32") {
    expect(statSync(join(folder, "checkpoint.key")).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  }
});

test("its checkpoint key is the same after a restart, and a second relay on the folder is told so", async () => {
  const folder = join(data, "key");
  const keyOf = async (relay: RelayProcess) => hex(new Uint8Array(await (await relay.ask("/v1/key")).arrayBuffer()));
  const first = await start(folder);
  const key = await keyOf(first);
  const second = await relayAnswer(file, ["--port", "0", "--data", folder]);
  expect(second.code).toBe(3);
  expect(second.text).toContain("another relay is using key");
  expect(await first.end("SIGTERM")).toBe(0);
  const again = await start(folder);
  expect(await keyOf(again)).toBe(key);
  expect(await again.end("SIGTERM")).toBe(0);
});

test("a stop ends open streams and lets it exit", async () => {
  const { space, keeper, openingBytes } = exampleGenesis(code);
  const relay = await start(join(data, "stop"));
  await relay.ask("/v1/spaces", asked("POST", openingBytes));
  const member = await memberOf(relay.ask, space.id, keeper, relay.origin);
  const live = (await member.get("/live")).body?.getReader();
  expect((await live?.read())?.done).toBe(false);
  const began = performance.now();
  expect(await relay.end("SIGTERM")).toBe(0);
  expect(performance.now() - began).toBeLessThan(4000);
});

test("a mistyped flag is exit 2, help is exit 0", async () => {
  expect(await relayAnswer(file, ["--prot", "1"])).toMatchObject({ code: 2 });
  const later = await relayAnswer(file, ["--database", "postgres://x"]);
  expect(later.code).toBe(2);
  expect(later.text).toContain("not in this version");
  expect(await relayAnswer(file, ["--help"])).toMatchObject({ code: 0 });
});

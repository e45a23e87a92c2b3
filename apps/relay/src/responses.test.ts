import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode } from "@saksi/wire/cbor";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hex, record } from "./example-entries.ts";
import { bytesOf, type ExampleRelay, exampleRelay, openedSpace, positionsOf, refusalOf } from "./example-relay.ts";
import { webAppFiles } from "./web-app-files.ts";

let relay: ExampleRelay;
let app: string;
beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), "saksi-app-"));
  mkdirSync(join(app, "assets"));
  writeFileSync(join(app, "index.html"), "<!doctype html><title>Saksi</title>");
  writeFileSync(join(app, "sw.js"), "// a worker that serves what was kept\n".repeat(100));
  writeFileSync(join(app, "assets", "main-DxY_3-4a.js"), "export const made = 'up';\n".repeat(100));
  writeFileSync(join(app, "assets", "sqlite-Ab12Cd34.wasm"), Uint8Array.of(0, 97, 115, 109));
  relay = exampleRelay({ app: { files: webAppFiles(app), connect: ["https://other.example"] } });
});
afterEach(() => {
  relay.stop();
  rmSync(app, { recursive: true, force: true });
});

const header = async (path: string, name: string, headers: Record<string, string> = {}) =>
  (await relay.request(path, { headers })).headers.get(name);

test("every response is guarded, whatever it is", async () => {
  const { member } = await openedSpace(relay.request);
  const paths = ["/", "/app", "/app/", "/app/sw.js", "/healthz", "/metrics", "/v1/key", "/nowhere", "/v1/nowhere"];
  const answers = await Promise.all(paths.map((path) => relay.request(path)));
  for (const { headers } of [...answers, await member.get("/entries?after=0"), await member.get("/entries?after=-1")]) {
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("set-cookie")).toBeNull();
  }
});

test("the app runs its own code and asks its own relays, and nothing else", async () => {
  const policy = await header("/app/", "content-security-policy");
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^ ]+';/);
  expect(policy).toContain("connect-src 'self' https://other.example;");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain("unsafe-inline");
});

test("the site runs no script and is an origin of its own", async () => {
  for (const path of ["/", "/nowhere", "/healthz", "/v1/key"]) {
    const policy = await header(path, "content-security-policy");
    expect(policy).toMatch(/^sandbox; default-src 'none'; script-src 'none';/);
  }
  const page = await (await relay.request("/")).text();
  expect(page).toContain('href="/app/"');
  expect(page).not.toContain("<script");
});

test("the app's files come with their types; what never changes is kept for ever, what may change is asked for again", async () => {
  expect(await header("/app/", "content-type")).toBe("text/html; charset=utf-8");
  expect(await header("/app/", "cache-control")).toBe("no-cache");
  expect(await header("/app/sw.js", "service-worker-allowed")).toBe("/app/");
  expect(await header("/app/sw.js", "cache-control")).toBe("no-cache");
  expect(await header("/app/assets/sqlite-Ab12Cd34.wasm", "content-type")).toBe("application/wasm");
  expect(await header("/app/assets/main-DxY_3-4a.js", "content-type")).toBe("text/javascript; charset=utf-8");
  expect(await header("/app/assets/main-DxY_3-4a.js", "cache-control")).toBe("public, max-age=31536000, immutable");
  const packed = await relay.request("/app/assets/main-DxY_3-4a.js", { headers: { "accept-encoding": "gzip, br" } });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect((await bytesOf(packed)).length).toBeLessThan(500);
  expect(await header("/app", "location")).toBe("/app/");
});

test("no path leads out of the app's folder", async () => {
  for (const path of [
    "/app/../main.ts",
    "/app/%2e%2e/%2e%2e/etc/passwd",
    "/app/..%2f..%2fetc/passwd",
    "/app/assets",
    "/app/constructor",
  ])
    expect((await relay.request(path)).status).toBe(404);
});

test("a relay without the app says so", async () => {
  const bare = exampleRelay();
  const answer = await bare.request("/app/");
  expect([answer.status, await answer.text()]).toEqual([404, "The web app is not on this server.\n"]);
  bare.stop();
});

test("any page may ask the relay, with a token in its header and without a cookie", async () => {
  const asking = {
    method: "OPTIONS",
    headers: { origin: "https://app.example", "access-control-request-method": "PUT" },
  };
  const preflight = await relay.request("/v1/spaces", asking);
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization, content-type");
  expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
  expect(await header("/v1/key", "access-control-allow-origin")).toBe("*");
  expect(await header("/app/", "access-control-allow-origin")).toBeNull();
});

test("health, the relay's key and counts are there for who watches it; counts name nobody", async () => {
  const { space, keeper, member } = await openedSpace(relay.request);
  await positionsOf(member.push(record(keeper)));
  await refusalOf(member.push(record(keeper, 10, { epoch: 4 })));
  expect(await (await relay.request("/healthz")).text()).toBe("ok\n");
  const key = decode(await bytesOf(relay.request("/v1/key")));
  expect(key.ok && (key.value as Uint8Array).length).toBe(32);
  const metrics = await (await relay.request("/metrics")).text();
  expect(metrics).toContain("saksi_entries_kept_total 2\n");
  expect(metrics).toContain('saksi_answers_total{route="/v1/spaces/:space/entries",outcome="stale-epoch"} 1\n');
  expect(metrics).toContain("saksi_spaces 1\n");
  expect(metrics).not.toContain(hex(space.id).slice(0, 8));
});

test("what no route answers is refused by name", async () => {
  for (const [path, method] of [
    ["/v2/session", "GET"],
    ["/v1/spaces", "GET"],
    ["/v1/site", "PUT"],
    ["/v1/session", "DELETE"],
  ])
    expect(await refusalOf(relay.request(path ?? "", { method: method ?? "" }))).toEqual({
      kind: "not-found",
      status: 404,
    });
});

test("an address that asks too fast waits, and so does a device", async () => {
  const slow = exampleRelay({ limits: { requestsOfAddress: { burst: 8, perSecond: 0.5 } } });
  for (let count = 0; count < 8; count += 1) expect((await slow.request("/v1/key")).status).toBe(200);
  expect(await refusalOf(slow.request("/v1/key"))).toEqual({ kind: "too-fast", after: 2, status: 429 });
  expect((await slow.request("/healthz")).status).toBe(200);
  slow.wait(2000);
  expect((await slow.request("/v1/key")).status).toBe(200);
  slow.stop();

  const strict = exampleRelay({ limits: { requestsOfDevice: { burst: 2, perSecond: 1 } } });
  const { member } = await openedSpace(strict.request);
  await member.get("/checkpoint");
  await member.get("/checkpoint");
  expect(await refusalOf(member.get("/checkpoint"))).toMatchObject({ kind: "too-fast", after: 1 });
  strict.stop();
});

test("a file that a new build took away is not found, and is no fault of the relay's", async () => {
  rmSync(join(app, "sw.js"));
  const answer = await relay.request("/app/sw.js", { headers: { "accept-encoding": "gzip" } });
  expect(answer.status).toBe(404);
});

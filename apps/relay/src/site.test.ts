import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@saksi/wire/bytes";
import { type Cbor, encode } from "@saksi/wire/cbor";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bytesOf, type ExampleRelay, exampleRelay, refusalOf } from "./example-relay.ts";
import { isSitePath, signedSite } from "./site-bundle.ts";

const publisher = generateKeyPairSync("ed25519").privateKey;
const rawKey = (key: KeyObject): Uint8Array =>
  Uint8Array.from(createPublicKey(key).export({ format: "der", type: "spki" }).subarray(12));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash("sha256").update(bytes).digest());

let folder: string;
let relay: ExampleRelay;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saksi-site-"));
  relay = started();
});
afterEach(() => {
  relay.stop();
  rmSync(folder, { recursive: true, force: true });
});

const started = (keys: readonly Uint8Array[] = [rawKey(publisher)]): ExampleRelay =>
  exampleRelay({ site: { folder, keys } });

type Files = Readonly<Record<string, string>>;
const listOf = (files: Files): Uint8Array =>
  encode(Object.entries(files).map(([path, text]): Cbor => [path, utf8(text)]));

interface Upload {
  readonly edition: number;
  readonly by?: KeyObject;
  readonly purpose?: "publish" | "withdraw";
  readonly body?: Uint8Array;
  readonly hash?: Uint8Array;
}

function ask(files: Files, { edition, by = publisher, purpose = "publish", ...changed }: Upload): Promise<Response> {
  const body = changed.body ?? listOf(files);
  const hash = changed.hash ?? sha256(listOf(files));
  const signature = Uint8Array.from(sign(null, signedSite(purpose, edition, hash), by));
  return relay.request("/v1/site", {
    method: purpose === "publish" ? "PUT" : "DELETE",
    headers: { "saksi-site": toHex(encode([rawKey(by), edition, hash, signature])) },
    ...(purpose === "publish" ? { body: body as Uint8Array<ArrayBuffer> } : {}),
  });
}

const first: Files = {
  "index.html": "<!doctype html><title>First</title><style>p{color:green}</style><p>First",
  "states/index.html": "<p>States",
  "cards/idn.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "data/states.csv": "iso3\r\nIDN\r\n",
  "404.html": "<p>Not here",
};
const shown = async (path: string): Promise<string> => (await relay.request(path)).text();

test("a signed site is shown at the root, under a policy that runs nothing and lets in its own style alone", async () => {
  expect((await ask(first, { edition: 1 })).status).toBe(201);
  const answer = await relay.request("/");
  expect(await answer.text()).toBe(first["index.html"]);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/^sandbox allow-scripts allow-downloads; default-src 'none'; script-src 'none';/);
  expect(policy).toContain(`style-src 'sha256-${createHash("sha256").update("p{color:green}").digest("base64")}'`);
  expect(policy).not.toMatch(/unsafe|allow-same-origin/);
  expect(await shown("/states/")).toBe("<p>States");
  expect((await relay.request("/states")).headers.get("location")).toBe("/states/");
});

test("what is missing shows the site's own page with the right number; the relay's own routes stay its own", async () => {
  await ask(first, { edition: 1 });
  const missing = await relay.request("/states/nowhere.html");
  expect([missing.status, await missing.text()]).toEqual([404, "<p>Not here"]);
  expect(await shown("/healthz")).toBe("ok\n");
  expect((await relay.request("/v1/nowhere")).headers.get("saksi-refusal")).toBe("not-found");
});

test("a card may stand on another page, a table is saved, and a page that is known is not sent again", async () => {
  await ask(first, { edition: 1 });
  const card = await relay.request("/cards/idn.svg");
  expect(card.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(card.headers.get("content-type")).toBe("image/svg+xml");
  expect(card.headers.get("content-security-policy")).toContain("frame-ancestors *");
  const page = await relay.request("/");
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  const csv = await relay.request("/data/states.csv");
  expect(csv.headers.get("content-disposition")).toBe("attachment");
  const known = { "if-none-match": csv.headers.get("etag") ?? "" };
  expect((await relay.request("/data/states.csv", { headers: known })).status).toBe(304);
});

test("nobody publishes but with a key that was named, its signature, and the very bytes that were signed", async () => {
  const stranger = generateKeyPairSync("ed25519").privateKey;
  expect(await refusalOf(ask(first, { edition: 1, by: stranger }))).toMatchObject({ kind: "not-allowed", status: 403 });
  expect(await refusalOf(ask(first, { edition: 1, body: listOf({ "index.html": "other" }) }))).toMatchObject({
    kind: "hash-mismatch",
  });
  const forged = toHex(encode([rawKey(publisher), 2, sha256(listOf(first)), new Uint8Array(64)]));
  const answer = relay.request("/v1/site", { method: "PUT", headers: { "saksi-site": forged }, body: "x" });
  expect(await refusalOf(answer)).toMatchObject({ kind: "bad-signature" });
  expect(await refusalOf(relay.request("/v1/site", { method: "PUT", body: "x" }))).toMatchObject({
    kind: "bad-encoding",
  });
  expect(await shown("/")).toContain("never holds a key");
  relay.stop();
  relay = started([]);
  expect(await refusalOf(ask(first, { edition: 1 }))).toMatchObject({ kind: "not-found" });
});

test("an edition that is not newer is refused, so that nobody brings an old site back by sending it again", async () => {
  await ask(first, { edition: 5 });
  for (const edition of [5, 4]) expect(await refusalOf(ask(first, { edition }))).toMatchObject({ kind: "expired" });
});

test("taking an edition back shows the one before; its number does not return, nor is it taken back twice", async () => {
  await ask(first, { edition: 1 });
  await ask({ "index.html": "Second" }, { edition: 2 });
  expect(await shown("/")).toBe("Second");
  const withdrawal: Upload = { edition: 2, purpose: "withdraw" };
  expect((await ask({ "index.html": "Second" }, withdrawal)).status).toBe(200);
  expect(await shown("/")).toBe(first["index.html"]);
  expect(await refusalOf(ask({ "index.html": "Second" }, withdrawal))).toMatchObject({ kind: "expired" });
  relay.stop();
  relay = started();
  expect(await shown("/")).toBe(first["index.html"]);
  expect(await refusalOf(ask({ "index.html": "Second" }, { edition: 2 }))).toMatchObject({ kind: "expired" });
  expect((await ask({ "index.html": "Third" }, { edition: 3 })).status).toBe(201);
});

test("a signature to publish does not take back, nor the other way round", async () => {
  await ask(first, { edition: 1 });
  const hash = sha256(listOf(first));
  const seal = encode([
    rawKey(publisher),
    1,
    hash,
    Uint8Array.from(sign(null, signedSite("publish", 1, hash), publisher)),
  ]);
  const answer = relay.request("/v1/site", { method: "DELETE", headers: { "saksi-site": toHex(seal) } });
  expect(await refusalOf(answer)).toMatchObject({ kind: "bad-signature" });
});

test("the site is there after a restart; an upload that broke off and a file that was changed are not shown", async () => {
  await ask(first, { edition: 1 });
  await ask({ "index.html": "Second" }, { edition: 2 });
  writeFileSync(join(folder, "3.site.part"), "half");
  const kept = readFileSync(join(folder, "2.site"));
  writeFileSync(join(folder, "2.site"), kept.subarray(0, kept.length - 3));
  relay.stop();
  relay = started();
  expect(await shown("/")).toBe(first["index.html"]);
  expect(readdirSync(folder)).toContain("1.site");
});

test("paths that could mean another place, and names of the relay's own, are refused with the whole bundle", async () => {
  const bad = [
    "../x.html",
    "/x.html",
    "a//b.html",
    "a/../b",
    ".env",
    "a/.git",
    "a\\b",
    "v1/site",
    "App/x",
    "healthz",
    "a b",
    "",
    "é.html",
  ];
  for (const [at, path] of bad.entries()) {
    expect(isSitePath(path), path).toBe(false);
    const files = { ...first, [path]: "x" };
    expect(await refusalOf(ask(files, { edition: at + 1 })), path).toMatchObject({ kind: "bad-encoding" });
  }
  expect(await refusalOf(ask({ ...first, "INDEX.html": "x" }, { edition: 90 }))).toMatchObject({
    kind: "bad-encoding",
  });
  expect(await refusalOf(ask({ "a.html": "x" }, { edition: 91 }))).toMatchObject({ kind: "bad-encoding" });
  expect(readdirSync(folder)).toEqual([]);
});

test("the edition that is shown can be asked for", async () => {
  expect(await refusalOf(relay.request("/v1/site"))).toMatchObject({ kind: "not-found" });
  await ask(first, { edition: 7 });
  expect(await bytesOf(relay.request("/v1/site"))).toEqual(encode([7]));
});

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { cacheName, type Files, isHeavy, kept, placeOf } from "./files.ts";

const scope = "https://relay.example/app/";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("a file whose bytes differ by one character is refused", async () => {
  const built = sha256("body{color:#111}");
  expect(await kept(new Response("body{color:#111}"), built)).not.toBeNull();
  expect(await kept(new Response("body{color:#112}"), built)).toBeNull();
  expect(await kept(new Response("", { status: 404 }), sha256(""))).toBeNull();
  expect(await kept(new Response("anything"), undefined)).toBeNull();
});

test("what is kept has the policy it came with, and nothing of how it was packed", async () => {
  const headers = { "content-security-policy": "default-src 'none'", "content-encoding": "gzip" };
  const file = await kept(new Response("x", { headers }), sha256("x"));
  expect(file?.headers.get("content-security-policy")).toBe("default-src 'none'");
  expect(file?.headers.has("content-encoding")).toBe(false);
});

test("the app's places open the page, its files are files, and the relay's routes are left alone", () => {
  expect(placeOf(`${scope}#/cases/abc`, scope, "navigate")).toBe("index.html");
  expect(placeOf(`${scope}assets/a.js?v=1`, scope, "cors")).toBe("assets/a.js");
  expect(placeOf("https://relay.example/v1/session", scope, "cors")).toBeNull();
  expect(placeOf("https://relay.example/", scope, "navigate")).toBeNull();
  expect(placeOf("https://relay.example/v1/session", "https://relay.example/", "cors")).toBeNull();
});

test("two versions never share a cache", () => {
  const one: Files = { "index.html": [sha256("one"), 3] };
  const other: Files = { "index.html": [sha256("other"), 5] };
  expect(cacheName(one)).not.toBe(cacheName(other));
});

test("what only publishing needs is not fetched with the app", () => {
  expect(isHeavy({ "publish/fonts/a.ttf": [sha256("a"), 1000] }, "publish/fonts/a.ttf")).toBe(true);
  expect(isHeavy({ "assets/a.js": [sha256("a"), 1000] }, "assets/a.js")).toBe(false);
  expect(isHeavy({ "fonts/a.woff2": [sha256("a"), 9_000_000] }, "fonts/a.woff2")).toBe(true);
});

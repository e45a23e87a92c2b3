import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { frameScript, frameScriptHash } from "./closed-frame.ts";
import { oneAnswer } from "./one-answer.ts";
import { mostPixels, pixelsOf, readAnswer } from "./pdf-messages.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the one inline script is the one that page and relay allow", () => {
  const hash = `sha256-${createHash("sha256").update(frameScript).digest("base64")}`;
  expect(frameScriptHash).toBe(hash);
  expect(read("../../../../index.html")).toContain(`script-src 'self' 'wasm-unsafe-eval' '${hash}';`);
  expect(read("../../../../../relay/src/response-headers.ts")).toContain(hash);
});

const pixels = new Uint8ClampedArray(2 * 3 * 4);
const drawn = { kind: "page", page: 0, width: 2, height: 3, pixels, text: "words" };

test("an answer of the closed frame is taken as it should be", () => {
  expect(readAnswer(drawn)).toEqual(drawn);
  expect(readAnswer({ kind: "opened", pages: 12 })).toEqual({ kind: "opened", pages: 12 });
  expect(readAnswer({ kind: "refused", why: "password" })).toEqual({ kind: "refused", why: "password" });
});

test.each([
  ["nothing", null],
  ["a text", "page"],
  ["a kind of its own", { kind: "navigate", to: "https://elsewhere.example" }],
  ["too few pixels", { ...drawn, width: 3 }],
  ["too many pixels", { ...drawn, height: 1e9 }],
  ["half a pixel", { ...drawn, width: 1.5, height: 4 }],
  ["pixels that are none", { ...drawn, pixels: "AAAA" }],
  ["shared pixels", { ...drawn, pixels: new Uint8ClampedArray(new SharedArrayBuffer(24)) }],
  ["words that are none", { ...drawn, text: ["words"] }],
  ["a book of words", { ...drawn, text: "x".repeat(1_000_000) }],
  ["no pages", { kind: "opened", pages: 0 }],
  ["pages without end", { kind: "opened", pages: Number.POSITIVE_INFINITY }],
  ["a reason of its own", { kind: "refused", why: "<b>trust me</b>" }],
])("%s is no answer", (_what, said) => {
  expect(readAnswer(said)).toBeNull();
});

test("a page keeps its shape, and no page has more pixels than a phone can hold", () => {
  expect(pixelsOf({ width: 595, height: 842 }, 1190)).toEqual({ width: 1190, height: 1684 });
  for (const size of [
    { width: 14_400, height: 1 },
    { width: 1, height: 14_400 },
    { width: 595, height: 842 },
  ]) {
    const { width, height } = pixelsOf(size, 20_000);
    expect(width * height).toBeLessThanOrEqual(mostPixels);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
  }
});

test("who does not answer in time, or answers nonsense, is given up", async () => {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  expect(await oneAnswer(port1, { kind: "open" }, { given: [], longestMs: 20 })).toBe("too-long");
  port2.addEventListener("message", () => port2.postMessage("trust me"));
  port2.start();
  expect(await oneAnswer(port1, { kind: "open" }, { given: [], longestMs: 5000 })).toEqual({ kind: "broken" });
  port1.close();
});

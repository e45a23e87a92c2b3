import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openNodeCrypto } from "../crypto.node.ts";
import { sixWords, typedCode } from "./code.ts";
import { doorOf, openAnswer, openRequest, requestBytes, sealAnswer, sealRequest } from "./door.ts";
import { type Link, readLink, relayAddress, writeLink } from "./link.ts";

const crypto = await openNodeCrypto((length) => new Uint8Array(randomBytes(length)));
const link: Link = {
  relay: "https://relay.example",
  key: crypto.random(32),
  space: crypto.random(32),
  inviter: crypto.random(32),
  role: "writer",
  circles: 3,
  size: 7,
  root: crypto.random(32),
  secret: crypto.random(16),
  expires: 1_800_000_000_000,
};

test("a link is read back as it was written, whole or as its fragment", () => {
  const text = writeLink("https://app.example/app/", link);
  expect(readLink(text)).toEqual({ ok: true, value: link });
  expect(readLink(`  ${text.split("#")[1]}\n`)).toEqual({ ok: true, value: link });
  expect(text.split("#")[0]).toBe("https://app.example/app/");
});

test("a link that was cut, altered in its form, or that names no relay is named a bad link", () => {
  const text = writeLink("https://app.example/app/", link);
  const bad = { ok: false, error: { kind: "bad-link" } };
  expect(readLink(text.slice(0, -4))).toEqual(bad);
  expect(readLink("https://app.example/app/")).toEqual(bad);
  expect(readLink("")).toEqual(bad);
  for (const relay of ["javascript:alert(1)", "ftp://relay.example", "not an address", "https://a@relay.example"])
    expect(readLink(writeLink("https://app.example", { ...link, relay }))).toEqual(bad);
  expect(readLink(writeLink("https://app.example", { ...link, relay: "https://:b@relay.example" }))).toEqual(bad);
  fc.assert(
    fc.property(fc.string(), (any) => {
      expect(readLink(any)).toEqual(bad);
    }),
  );
});

test("a relay elsewhere is never spoken to in the clear; one on this machine or behind an onion may be", () => {
  const onion = `${"abcdefgh".repeat(7)}.onion`;
  for (const relay of [
    "http://localhost:8420",
    "http://127.0.0.1",
    "http://[::1]:1/",
    `http://${onion}`,
    "https://a.example",
  ])
    expect(relayAddress(relay).ok, relay).toBe(true);
  const elsewhere = [
    "relay.example",
    "192.168.1.4",
    "localhost.example",
    "127.0.0.1.example",
    "0.0.0.0",
    "[::2]",
    "x.onion",
  ];
  for (const host of elsewhere) {
    const relay = `http://${host}:8420`;
    expect(relayAddress(relay), relay).toEqual({ ok: false, error: { kind: "unsafe-relay" } });
    expect(readLink(writeLink("https://app.example", { ...link, relay }))).toMatchObject({
      error: { kind: "unsafe-relay" },
    });
  }
  expect(relayAddress("http://2130706433")).toEqual({ ok: true, value: "http://2130706433" }); // 127.0.0.1, said in one number
});

test("the six words change with any byte of the request or the space", () => {
  const request = crypto.random(100);
  const words = sixWords(crypto.sha256, link.space, request);
  expect(words.split(" ")).toHaveLength(6);
  expect(sixWords(crypto.sha256, link.space, request.with(3, (request[3] ?? 0) ^ 1))).not.toBe(words);
  expect(sixWords(crypto.sha256, crypto.random(32), request)).not.toBe(words);
  expect(typedCode(`  ${words.toUpperCase().replaceAll(" ", " - ")} `)).toBe(words);
});

test("a request opens with the link's secret alone, for its space alone, and only with its device's signature", () => {
  const signer = crypto.signer(crypto.random(32));
  const profile = { name: "Made-up Guest", organisation: "Made-up Centre" };
  const device = { key: signer.publicKey, kem: crypto.kem.publicKey(crypto.random(32)), profile };
  const request = requestBytes(link.space, device);
  const sealed = sealRequest(crypto, link.secret, signer, request);
  const { secret, space } = link;
  expect(openRequest(crypto, { secret, space, sealed })).toEqual({ device, request });
  expect(openRequest(crypto, { secret: crypto.random(16), space, sealed })).toBeNull();
  expect(openRequest(crypto, { secret, space: crypto.random(32), sealed })).toBeNull();
  const stranger = sealRequest(crypto, secret, crypto.signer(crypto.random(32)), request);
  expect(openRequest(crypto, { secret, space, sealed: stranger })).toBeNull();
  expect(openRequest(crypto, { secret, space, sealed: new Uint8Array(10) })).toBeNull();
  expect(doorOf(crypto, secret)).toMatch(/^[0-9a-f]{32}$/);
});

test("an answer opens with the link's secret alone, and is no request", () => {
  const hash = crypto.random(32);
  const answer = { entry: hash, size: 9, root: hash, epoch: 0, wraps: hash, bundles: hash };
  const sealed = sealAnswer(crypto, link.secret, answer);
  expect(openAnswer(crypto, link.secret, sealed)).toEqual(answer);
  expect(openAnswer(crypto, crypto.random(16), sealed)).toBeNull();
  expect(openRequest(crypto, { secret: link.secret, space: link.space, sealed })).toBeNull();
});

import { randomBytes } from "node:crypto";
import { fromHex, toHex } from "@saksi/wire/bytes";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openBrowserCrypto } from "./crypto.browser.ts";
import { openNodeCrypto } from "./crypto.node.ts";
import { openCrypto } from "./crypto.ts";

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const all = {
  anywhere: await openCrypto(random),
  node: await openNodeCrypto(random),
  browser: await openBrowserCrypto(),
};
const bytes = (maxLength = 300) => fc.uint8Array({ maxLength });
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

test("Node, browser and libsodium alone give the same bytes", () => {
  fc.assert(
    fc.property(key, key, bytes(), bytes(), (secret, salt, info, message) => {
      const answers = Object.values(all).map((crypto) => ({
        sha256: toHex(crypto.sha256(message)),
        hkdf: toHex(crypto.hkdf(secret, salt, info, 64)),
        publicKey: toHex(crypto.signer(secret).publicKey),
        signature: toHex(crypto.signer(secret).sign(message)),
        sealed: toHex(crypto.aead.seal(secret, salt.subarray(0, 24), info, message)),
      }));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    }),
  );
});

test("long bytes are sealed to the same bytes everywhere, and an altered one opens nowhere", () => {
  const secret = random(32);
  const nonce = random(24);
  const long = random(100_000);
  const sealed = all.anywhere.aead.seal(secret, nonce, secret, long);
  expect(all.node.aead.seal(secret, nonce, secret, long)).toEqual(sealed);
  for (const { aead } of Object.values(all)) {
    expect(aead.open(secret, nonce, secret, sealed)).toEqual(long);
    for (const at of [0, 50_000, sealed.length - 1])
      expect(aead.open(secret, nonce, secret, sealed.with(at, (sealed[at] ?? 0) ^ 1))).toBeUndefined();
  }
});

test("what one signs the others verify, one by one and many at once, and nobody takes an altered message", async () => {
  await fc.assert(
    fc.asyncProperty(key, bytes(), async (seed, message) => {
      const { publicKey, sign } = all.node.signer(seed);
      const check = { publicKey, message, signature: sign(message) };
      const altered = { ...check, message: Uint8Array.of(...message, 0) };
      for (const crypto of Object.values(all)) {
        expect(crypto.verify(publicKey, message, check.signature)).toBe(true);
        expect(crypto.verify(publicKey, altered.message, check.signature)).toBe(false);
        expect(await crypto.verifyAll([check, check])).toBe(true);
        expect(await crypto.verifyAll([check, altered])).toBe(false);
      }
    }),
    { numRuns: 30 },
  );
});

test("the known answers of the standards hold", () => {
  for (const crypto of Object.values(all)) {
    expect(toHex(crypto.sha256(new TextEncoder().encode("abc")))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    // RFC 8032, section 7.1, test 2
    const { publicKey, sign } = crypto.signer(
      bytesOf("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
    );
    expect(toHex(publicKey)).toBe("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    expect(toHex(sign(Uint8Array.of(0x72)))).toBe(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    );
  }
});

test("a key given through X-Wing opens with the secret, and with no other", () => {
  const { kem } = all.node;
  const secret = random(32);
  const { encapsulation, shared } = kem.encapsulate(kem.publicKey(secret));
  expect([encapsulation.length, shared.length, kem.publicKey(secret).length]).toEqual([1120, 32, 1216]);
  expect(kem.open(encapsulation, secret)).toEqual(shared);
  expect(kem.open(encapsulation, random(32))).not.toEqual(shared);
});

test("a sealed byte that was altered does not open", () => {
  fc.assert(
    fc.property(key, bytes(), fc.nat(), (secret, message, where) => {
      const nonce = secret.subarray(0, 24);
      const sealed = all.node.aead.seal(secret, nonce, message, message);
      const at = where % sealed.length;
      const altered = sealed.with(at, (sealed[at] ?? 0) ^ 1);
      expect(all.node.aead.open(secret, nonce, message, sealed)).toEqual(message);
      expect(all.node.aead.open(secret, nonce, message, altered)).toBeUndefined();
    }),
  );
});

import { ed25519 } from "@noble/curves/ed25519.js";
import sodium from "libsodium-wrappers-sumo";
import { beforeAll, expect, test } from "vitest";
import { concat, fromHex, textBytes } from "./bytes.ts";
import { exampleBytes, exampleDevice, sha256, verify } from "./example-log.ts";
import { isStrongKey, verifySignature } from "./signature.ts";

beforeAll(() => sodium.ready);

const sodiumVerify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  sodium.crypto_sign_verify_detached(signature, message, key);
const nobleVerify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  ed25519.verify(signature, message, key, { zip215: false });

/** What the three libraries say behind our checks: one word, or a disagreement. */
function verdict(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean | "they disagree" {
  const [first = false, ...others] = [verify, sodiumVerify, nobleVerify].map((library) =>
    verifySignature(library, key, message, signature),
  );
  return others.every((other) => other === first) ? first : "they disagree";
}

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();
const bigOf = (bytes: Uint8Array): bigint => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
const bytesOf = (number: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, index) => Number((number >> BigInt(8 * index)) & 0xffn));
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

const device = exampleDevice("a device");
const message = textBytes("made up");
const signature = device.sign(message);

// the eight points of small order, and every encoding of them that is not canonical
const small = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000080",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0000000000000000000000000000000000000000000000000000000000000080",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
];

test("a signature is accepted by all, and the keys of RFC 8032 sign as they must", () => {
  expect(verdict(device.key, message, signature)).toBe(true);
  const key = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const known = hex(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  );
  expect(verdict(key, new Uint8Array(0), known)).toBe(true);
});

test("any altered bit of signature, key or message is refused by all", () => {
  for (let bit = 0; bit < 512; bit += 7)
    expect(verdict(device.key, message, flipped(signature, bit)), `bit ${bit}`).toBe(false);
  for (let bit = 0; bit < 256; bit += 11) expect(verdict(flipped(device.key, bit), message, signature)).toBe(false);
  expect(verdict(device.key, flipped(message, 3), signature)).toBe(false);
});

test("a signature of another length is refused by all", () => {
  for (const length of [0, 32, 63]) expect(verdict(device.key, message, signature.subarray(0, length))).toBe(false);
  expect(verdict(device.key, message, concat(signature, Uint8Array.of(0)))).toBe(false);
});

test("S + L is refused by all, and so is every S that is not below L", () => {
  const scalar = bigOf(signature.subarray(32));
  for (const other of [scalar + order, scalar + 2n * order, order, 2n ** 256n - 1n])
    expect(verdict(device.key, message, concat(signature.subarray(0, 32), bytesOf(other)))).toBe(false);
});

test("what libraries judge differently is refused before any is asked", () => {
  const yes = () => true;
  const [nonce, scalar] = [signature.subarray(0, 32), signature.subarray(32)];
  expect(verifySignature(yes, device.key, message, signature)).toBe(true);
  expect(verifySignature(yes, device.key, message, concat(nonce, bytesOf(bigOf(scalar) + order)))).toBe(false);
  expect(verifySignature(yes, device.key, message, concat(nonce, bytesOf(order)))).toBe(false);
  expect(verifySignature(yes, device.key, message, concat(nonce, bytesOf(order - 1n)))).toBe(true);
  for (const point of small.map(hex)) {
    expect(verifySignature(yes, point, message, signature)).toBe(false);
    expect(verifySignature(yes, device.key, message, concat(point, scalar))).toBe(false);
  }
});

test("no key or nonce of small order is taken, though a library would take a signature that anyone can make", () => {
  const anyones = concat(hex(small[0] ?? ""), new Uint8Array(32));
  expect(verify(hex(small[0] ?? ""), message, anyones)).toBe(true);
  expect(sodiumVerify(hex(small[0] ?? ""), message, anyones)).toBe(false);
  for (const point of small.map(hex)) {
    expect(isStrongKey(point)).toBe(false);
    expect(verdict(point, message, anyones)).toBe(false);
    expect(verdict(point, message, concat(point, new Uint8Array(32)))).toBe(false);
    expect(verdict(device.key, message, concat(point, signature.subarray(32)))).toBe(false);
  }
});

test("a nonce of small order is refused even where the equation holds", () => {
  for (const point of small.slice(0, 1).map(hex)) {
    const { scalar } = ed25519.utils.getExtendedPublicKey(exampleBytes("seed of a device", 32));
    const challenge = bigOf(sha512(concat(point, device.key, message))) % order;
    const forged = concat(point, bytesOf((challenge * scalar) % order));
    expect(verify(device.key, message, forged)).toBe(true);
    expect(verdict(device.key, message, forged)).toBe(false);
  }
});

test("an encoding above the field's prime is no key and no nonce", () => {
  for (let low = 0xed; low <= 0xff; low += 1)
    for (const sign of [0x7f, 0xff]) {
      const point = Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? low : index === 31 ? sign : 0xff));
      expect(isStrongKey(point)).toBe(false);
      expect(verdict(device.key, message, concat(point, signature.subarray(32)))).toBe(false);
    }
});

test("a key of mixed order is judged without cofactor by OpenSSL and libsodium alike", () => {
  const torsion = ed25519.Point.fromBytes(hex(small[4] ?? ""));
  const { scalar, point } = ed25519.utils.getExtendedPublicKey(exampleBytes("seed of a device", 32));
  const mixed = point.add(torsion).toBytes();
  const verdicts = Array.from({ length: 24 }, (_, attempt) => {
    const words = textBytes(`attempt ${attempt}`);
    const secret = bigOf(sha512(concat(sha256(words), words))) % order;
    const nonce = ed25519.Point.BASE.multiply(secret).toBytes();
    const challenge = bigOf(sha512(concat(nonce, mixed, words))) % order;
    const made = concat(nonce, bytesOf((secret + challenge * scalar) % order));
    const [openssl, libsodium] = [verify, sodiumVerify].map((each) => verifySignature(each, mixed, words, made));
    expect(libsodium).toBe(openssl);
    return openssl;
  });
  expect(new Set(verdicts)).toEqual(new Set([true, false])); // one challenge in eight is a multiple of eight
});

test("bytes that are no point are a key that signs nothing", () => {
  const off = Array.from({ length: 40 }, (_, index) => exampleBytes(`point ${index}`, 32));
  for (const key of off) expect(verdict(key, message, signature)).toBe(false);
});

const sha512 = (bytes: Uint8Array): Uint8Array => sodium.crypto_hash_sha512(bytes);

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
}

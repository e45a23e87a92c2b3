import { createHash } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { concat, fromHex, textBytes, toHex } from "../bytes.ts";
import { exampleBytes, exampleDevice } from "../example-log.ts";

const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const bigOf = (bytes: Uint8Array): bigint => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
const bytesOf = (number: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, index) => Number((number >> BigInt(8 * index)) & 0xffn));
const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();
const sha512 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha512").update(bytes).digest());

/** The points of small order, and every encoding of them that is not canonical. */
export const smallPoints: readonly string[] = [
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

/** Signatures with the verdict that every implementation must give. */
export function signatureCases() {
  const { key, sign } = exampleDevice("a device");
  const message = textBytes("made up");
  const signature = sign(message);
  const [nonce, scalar] = [signature.subarray(0, 32), signature.subarray(32)];
  const identity = hex(smallPoints[0] ?? "");
  const { scalar: secret } = ed25519.utils.getExtendedPublicKey(exampleBytes("seed of a device", 32));
  const challenge = bigOf(sha512(concat(identity, key, message))) % order;

  const of = (
    name: string,
    valid: boolean,
    given: { key?: Uint8Array; signature?: Uint8Array; message?: Uint8Array },
  ) => ({
    name,
    key: toHex(given.key ?? key),
    message: toHex(given.message ?? message),
    signature: toHex(given.signature ?? signature),
    valid,
  });
  const flip = (bytes: Uint8Array, at: number): Uint8Array =>
    bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
  return [
    of("a signature", true, {}),
    of("over nothing", true, { message: new Uint8Array(0), signature: sign(new Uint8Array(0)) }),
    of("over a kilobyte", true, { message: exampleBytes("long", 1024), signature: sign(exampleBytes("long", 1024)) }),
    of("RFC 8032, test 2", true, {
      key: hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
      message: hex("72"),
      signature: hex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
      ),
    }),
    of("another message", false, { message: textBytes("made down") }),
    of("another key", false, { key: exampleDevice("another").key }),
    of("an altered nonce", false, { signature: flip(signature, 3) }),
    of("an altered scalar", false, { signature: flip(signature, 40) }),
    of("63 bytes", false, { signature: signature.subarray(1) }),
    of("65 bytes", false, { signature: concat(signature, Uint8Array.of(0)) }),
    of("S + L", false, { signature: concat(nonce, bytesOf(bigOf(scalar) + order)) }),
    of("S + 2 L", false, { signature: concat(nonce, bytesOf(bigOf(scalar) + 2n * order)) }),
    of("S = L", false, { signature: concat(nonce, bytesOf(order)) }),
    of("a nonce of small order for which the equation holds", false, {
      signature: concat(identity, bytesOf((challenge * secret) % order)),
    }),
    of("a nonce above the prime", false, {
      signature: concat(hex(`f0${"ff".repeat(30)}7f`), scalar),
    }),
    ...smallPoints.map((point, index) =>
      of(`a key of small order, ${index + 1}: what anyone can make`, false, {
        key: hex(point),
        signature: concat(identity, new Uint8Array(32)),
      }),
    ),
  ];
}

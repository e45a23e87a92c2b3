import { randomBytes } from "node:crypto";
import { decode, encode } from "@saksi/wire/cbor";
import { expect, test } from "vitest";
import { openNodeCrypto } from "../crypto.node.ts";
import { openVaultKey, sealVaultKey, vaultSubkey } from "./key-slots.ts";

const crypto = await openNodeCrypto((length) => new Uint8Array(randomBytes(length)));
const cost = { memoryKib: 64 * 1024, passes: 1 };
const vaultKey = crypto.random(32);

function file(passphrase: string): Uint8Array {
  const sealed = sealVaultKey(crypto, { passphrase, vaultKey, cost });
  if (!sealed.ok) throw new Error(sealed.error.kind);
  return sealed.value;
}

test("the passphrase opens the vault's key, however a keyboard composes its letters, and no other does", () => {
  const bytes = file("sécurité ๙๙");
  expect(openVaultKey(crypto, bytes, "sécurité ๙๙".normalize("NFD"))).toEqual({ ok: true, value: vaultKey });
  expect(openVaultKey(crypto, bytes, "securite ๙๙")).toEqual({ ok: false, error: { kind: "wrong-passphrase" } });
});

test("a passphrase of fewer than eight characters is refused", () => {
  expect(sealVaultKey(crypto, { passphrase: "1234567", vaultKey, cost })).toEqual({
    ok: false,
    error: { kind: "weak-passphrase", least: 8 },
  });
});

test("a file that is cut, altered, or asks for too little memory is named damaged, not a wrong passphrase", () => {
  const bytes = file("a made-up passphrase");
  const damaged = { ok: false, error: { kind: "damaged-file", what: "keys" } };
  expect(openVaultKey(crypto, bytes.subarray(0, 50), "a made-up passphrase")).toEqual(damaged);
  expect(openVaultKey(crypto, bytes.with(bytes.length - 1, 0), "a made-up passphrase").ok).toBe(false);
  const weak = sealVaultKey(crypto, { passphrase: "12345678", vaultKey, cost: { memoryKib: 1024, passes: 1 } });
  expect(weak.ok && openVaultKey(crypto, weak.value, "12345678")).toEqual(damaged);
});

test("a slot of a way that a newer Saksi added is passed over", () => {
  const read = decode(file("a made-up passphrase"));
  if (!read.ok || !Array.isArray(read.value)) throw new Error("a key file is a list");
  const [version, slots] = read.value;
  const more = encode([version, [[9, "a passkey"], ...slots]]);
  expect(openVaultKey(crypto, more, "a made-up passphrase")).toEqual({ ok: true, value: vaultKey });
});

test("each purpose has a key of its own", () => {
  const keys = (["log", "tables", "chunks"] as const).map((purpose) => vaultSubkey(crypto, vaultKey, purpose).join());
  expect(new Set(keys).size).toBe(3);
});

/** The vault's cryptography in a worker: libsodium, with WebCrypto for the signatures that are checked in the background. */

import { type Crypto, openCrypto, type SignatureCheck } from "./crypto.ts";

export const browserRandom = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

export async function openBrowserCrypto(): Promise<Crypto> {
  const anywhere = await openCrypto(browserRandom);
  return (await hasEd25519(anywhere)) ? { ...anywhere, verifyAll } : anywhere;
}

/** An older browser has no Ed25519; a wrong one would say no to a signature that holds. */
async function hasEd25519({ signer }: Crypto): Promise<boolean> {
  const { publicKey, sign } = signer(new Uint8Array(32));
  const message = Uint8Array.of(1);
  try {
    return await verifyAll([{ publicKey, message, signature: sign(message) }]);
  } catch {
    return false;
  }
}

const keptKeys = 1000;
const keys = new Map<string, CryptoKey>();

async function keyOf(publicKey: Uint8Array): Promise<CryptoKey> {
  const name = publicKey.join();
  const found = keys.get(name);
  if (found) return found;
  if (keys.size >= keptKeys) keys.clear();
  const key = await crypto.subtle.importKey("raw", publicKey.slice(), "Ed25519", false, ["verify"]);
  keys.set(name, key);
  return key;
}

async function verifyAll(checks: readonly SignatureCheck[]): Promise<boolean> {
  const verdicts = await Promise.all(
    checks.map(async ({ publicKey, message, signature }) =>
      crypto.subtle.verify("Ed25519", await keyOf(publicKey), signature.slice(), message.slice()),
    ),
  );
  return verdicts.every((right) => right);
}

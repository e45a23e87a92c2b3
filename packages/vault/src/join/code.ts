/**
 * Six words that two people compare by voice: 66 bits over the space and the exact bytes of a request. A relay that put
 * another request in its place would have to make 2^66 of them to find one with the same words.
 */

import { concat, textBytes } from "@saksi/wire/bytes";
import { domains, type Sha256 } from "@saksi/wire/primitives";
import { wordlist } from "@scure/bip39/wordlists/english.js";

const words = 6;
const bitsPerWord = 11;

export function sixWords(sha256: Sha256, space: Uint8Array, request: Uint8Array): string {
  const hash = sha256(concat(textBytes(domains.code), space, request));
  return Array.from({ length: words }, (_, index) => wordlist[bitsAt(hash, index * bitsPerWord)]).join(" ");
}

function bitsAt(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let bit = from; bit < from + bitsPerWord; bit += 1)
    value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  return value;
}

/** As a person types it: any case, any spaces, dashes between. */
export const typedCode = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "")
    .join(" ");

/** Words that must never be read where nobody may read: planted in a record, looked for on disk, in addresses and in files. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** One made-up survivor, as four scripts write the name. Nobody is called so. */
export const canaries = {
  latin: "Zarqavela Montiveros",
  khmer: "សុភាពរតនៈឧបមា",
  urdu: "شہریارفرضی",
  chinese: "子虚乌有生",
} as const;
export const names: readonly string[] = Object.values(canaries);

/** Which of the words some bytes hold, as UTF-8, as UTF-16, or escaped as in an address or in JSON. */
export function wordsIn(bytes: Uint8Array, words: readonly string[]): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return words.filter((word) => formsOf(word).some((form) => buffer.includes(form)));
}

/** `file: word` for every file under a folder that holds one of the words, its own name included. */
export function wordsUnder(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .flatMap((name) => {
      const found = [...wordsIn(readFileSync(join(folder, name)), words), ...wordsIn(Buffer.from(name), words)];
      return found.map((word) => `${name}: ${word}`);
    });
}

function formsOf(word: string): Buffer[] {
  const escaped = JSON.stringify(word)
    .slice(1, -1)
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return [word, encodeURIComponent(word), encodeURI(word), escaped]
    .map((form) => Buffer.from(form, "utf8"))
    .concat(Buffer.from(word, "utf16le"));
}

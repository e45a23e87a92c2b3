/** The relay's own secret: made at the first start, readable by its account alone, the same ever after. */

import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";

/** @returns  32 bytes */
export function checkpointSeed(folder: string, random: (length: number) => Uint8Array): Uint8Array {
  const name = join(folder, "checkpoint.key");
  const known = readKey(name);
  if (known) return known;
  const seed = random(32);
  const file = openSync(name, "wx", 0o600);
  writeSync(file, seed);
  fsyncSync(file);
  closeSync(file);
  return seed;
}

function readKey(name: string): Uint8Array | null {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(readFileSync(name));
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return null;
    throw problem;
  }
  // a new key under an old log would look like another relay: better not to start
  if (bytes.length !== 32) throw new Error("checkpoint.key is not the 32 bytes it was made of");
  return bytes;
}

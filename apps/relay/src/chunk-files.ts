/** Chunks as files, named by space and by the hash of their sealed bytes. A file is whole, flushed and checked, or it is not there. */

import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { sameBytes, toHex } from "@saksi/wire/bytes";
import type { NewChunk } from "./store.ts";

export interface ChunkFiles {
  keepWhole(space: Uint8Array, hash: Uint8Array, bytes: Uint8Array): Promise<void>;
  receive(
    space: Uint8Array,
    chunk: Pick<NewChunk, "hash" | "content" | "mostBytes">,
  ): Promise<{ readonly bytes: number } | "too-large" | "hash-mismatch">;
  read(space: Uint8Array, hash: Uint8Array): Promise<Uint8Array | null>;
  drop(space: Uint8Array, hash: Uint8Array): Promise<void>;
}

export function chunkFiles(folder: string): ChunkFiles {
  const arriving = join(folder, "arriving");
  rmSync(arriving, { recursive: true, force: true }); // what a stopped process left half
  mkdirSync(arriving, { recursive: true, mode: 0o700 });
  const folderOf = (space: Uint8Array): string => join(folder, toHex(space));
  const fileOf = (space: Uint8Array, hash: Uint8Array): string => join(folderOf(space), toHex(hash));

  async function receive(
    space: Uint8Array,
    { hash, content, mostBytes }: Pick<NewChunk, "hash" | "content" | "mostBytes">,
  ): Promise<{ readonly bytes: number } | "too-large" | "hash-mismatch"> {
    const name = join(arriving, randomUUID());
    const file = await open(name, "wx", 0o600);
    try {
      const sum = createHash("sha256");
      let bytes = 0;
      for await (const piece of content) {
        bytes += piece.length;
        if (bytes > mostBytes) return "too-large";
        sum.update(piece);
        await file.writeFile(piece);
      }
      if (!sameBytes(sum.digest(), hash)) return "hash-mismatch";
      await file.sync();
      await file.close();
      await mkdir(folderOf(space), { recursive: true, mode: 0o700 });
      await rename(name, fileOf(space, hash));
      await flushFolder(folderOf(space));
      return { bytes };
    } finally {
      await file.close().catch(() => undefined); // closed already when all went well
      await rm(name, { force: true });
    }
  }

  return {
    receive,
    async keepWhole(space, hash, bytes) {
      const kept = await receive(space, { hash, content: once(bytes), mostBytes: bytes.length });
      if (typeof kept === "string") throw new Error(`a blob that was checked is refused: ${kept}`);
    },
    read: (space, hash) => readFile(fileOf(space, hash)).catch(absent),
    drop: (space, hash) => rm(fileOf(space, hash), { force: true }),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A new name is durable once its folder is; Windows flushes names by itself and cannot open folders. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absent(problem: unknown): null {
  if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return null;
  throw problem;
}

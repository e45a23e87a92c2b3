/**
 * A disk over one folder: `files/` for random-access files, `whole/` for whole ones, `lock` for the one owner.
 *
 * Folders are 0700 and files 0600. Whole files are written beside, flushed and renamed.
 */

import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "@saksi/wire/result";
import { checkName, type Disk, type DiskFile, type OpenDiskProblem, randomName } from "./disk.ts";
import { takeLock } from "./disk-lock.node.ts";

export function openNodeDisk(given: {
  readonly folder: string;
  readonly random: (length: number) => Uint8Array;
}): Result<Disk, OpenDiskProblem> {
  const filesFolder = join(given.folder, "files");
  const wholeFolder = join(given.folder, "whole");
  for (const folder of [filesFolder, wholeFolder]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeLock(join(given.folder, "lock"));
  if (!lock) return err({ kind: "another-writer" });
  const opened = new Map<string, DiskFile>();

  function open(name: string, flags: string): DiskFile {
    const found = opened.get(name);
    if (found) return found;
    const descriptor = openSync(join(filesFolder, checkName(name)), flags, 0o600);
    const file = nodeFile(descriptor, name, () => opened.delete(name));
    opened.set(name, file);
    return file;
  }

  return ok({
    list: () => readdirSync(filesFolder).filter((name) => statSync(join(filesFolder, name)).size > 0),
    create() {
      const file = open(randomName(given.random), "wx+");
      flushFolder(filesFolder);
      return file;
    },
    async ready() {}, // a folder has room for a file whenever one is asked for
    open: (name) => open(name, "r+"),
    remove(name) {
      opened.get(name)?.close();
      rmSync(join(filesFolder, checkName(name)), { force: true });
    },
    listWhole: async () => readdirSync(wholeFolder).filter((name) => !name.endsWith(beside)),
    readWhole: async (name) => readIfThere(join(wholeFolder, checkName(name))),
    async writeWhole(name, bytes) {
      replaceWhole(join(wholeFolder, checkName(name)), bytes);
      flushFolder(wholeFolder);
    },
    async removeWhole(name) {
      rmSync(join(wholeFolder, checkName(name)), { force: true });
      flushFolder(wholeFolder);
    },
    async close() {
      for (const file of opened.values()) file.close();
      lock.release();
    },
  });
}

/** Ends the name of a file that is being written. `checkName` allows no tilde, so no whole file is ever called so. */
const beside = "~";

function replaceWhole(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path + beside, "w", 0o600);
  try {
    writeAll(descriptor, bytes, 0);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(path + beside, path);
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    const buffer = readFileSync(path);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** A new name survives a power cut only when its folder is flushed. Windows has no such thing and needs none. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function nodeFile(descriptor: number, name: string, forget: () => boolean): DiskFile {
  return {
    name,
    size: () => fstatSync(descriptor).size,
    read(at, length) {
      const bytes = new Uint8Array(length);
      let done = 0;
      while (done < length) {
        const count = readSync(descriptor, bytes, done, length - done, at + done);
        if (count === 0) return bytes.subarray(0, done);
        done += count;
      }
      return bytes;
    },
    write: (at, bytes) => writeAll(descriptor, bytes, at),
    truncate: (size) => ftruncateSync(descriptor, size),
    flush: () => fdatasyncSync(descriptor),
    close() {
      if (forget()) closeSync(descriptor);
    },
  };
}

/** The system may take fewer bytes than it was given. */
function writeAll(descriptor: number, bytes: Uint8Array, at: number): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
}

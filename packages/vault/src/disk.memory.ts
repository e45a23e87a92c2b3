/** A disk that keeps nothing: for a browser without storage, which says so on screen, and for tests. */

import { checkName, type Disk, type DiskFile, randomName } from "./disk.ts";

export function memoryDisk(random: (length: number) => Uint8Array): Disk {
  const files = new Map<string, DiskFile>();
  const whole = new Map<string, Uint8Array>();
  return {
    list: () => [...files.values()].filter((file) => file.size() > 0).map((file) => file.name),
    create() {
      const file = memoryFile(randomName(random));
      files.set(file.name, file);
      return file;
    },
    async ready() {},
    open(name) {
      const file = files.get(name);
      if (!file) throw new Error(`no such file: ${name}`);
      return file;
    },
    remove(name) {
      files.delete(name);
    },
    listWhole: async () => [...whole.keys()],
    readWhole: async (name) => whole.get(name)?.slice(),
    async writeWhole(name, bytes) {
      whole.set(checkName(name), bytes.slice());
    },
    async removeWhole(name) {
      whole.delete(name);
    },
    async close() {},
  };
}

/** Grows by doubling; what lies beyond its size is zero. */
function memoryFile(name: string): DiskFile {
  let bytes = new Uint8Array(4096);
  let size = 0;
  function grow(needed: number): void {
    if (needed <= bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, bytes.length * 2));
    larger.set(bytes.subarray(0, size));
    bytes = larger;
  }
  return {
    name,
    size: () => size,
    read: (at, length) => bytes.slice(at, Math.max(at, Math.min(at + length, size))),
    write(at, more) {
      grow(at + more.length);
      bytes.set(more, at);
      size = Math.max(size, at + more.length);
    },
    truncate(wanted) {
      grow(wanted);
      bytes.fill(0, Math.min(wanted, size), Math.max(wanted, size));
      size = wanted;
    },
    flush() {},
    close() {},
  };
}

/**
 * Files as the vault needs them, the same over a folder, over OPFS and in memory: one owner, and two kinds of file.
 *
 * Random-access files are synchronous, so that a save is flushed before anything else happens. Their names are random
 * and made by the disk: in OPFS a file can only be opened asynchronously, so a few empty ones are kept open in advance.
 * Whole files are small, have names, and are replaced all at once.
 *
 * Names, sizes and times are readable on a seized device; contents must be sealed before they come here.
 * A write that cannot be done throws an error that `storageFault` can read.
 */

export interface Disk {
  /** Names of the random-access files that hold bytes, in no order. */
  list(): readonly string[];
  /** A new empty file; undefined when none is open in advance (OPFS): go on with what is open, and ask again later. */
  create(): DiskFile | undefined;
  /** Resolves when files are open in advance again, as far as can be: whoever writes much waits for it now and then. */
  ready(): Promise<void>;
  /** Throws where `list` does not have it. */
  open(name: string): DiskFile;
  remove(name: string): void;

  listWhole(): Promise<readonly string[]>;
  /** Undefined where there is none, or where none was ever written to its end. */
  readWhole(name: string): Promise<Uint8Array | undefined>;
  /** After it resolves the new bytes are on disk and the old ones are gone; a crash leaves the one or the other. */
  writeWhole(name: string, bytes: Uint8Array): Promise<void>;
  removeWhole(name: string): Promise<void>;

  /** Closes every file and gives the disk to the next owner. */
  close(): Promise<void>;
}

export interface DiskFile {
  readonly name: string;
  size(): number;
  /** Fewer bytes than asked for where the file ends. */
  read(at: number, length: number): Uint8Array;
  write(at: number, bytes: Uint8Array): void;
  truncate(size: number): void;
  /** Returns when what was written survives a power cut. */
  flush(): void;
  close(): void;
}

/** `another-writer`: another process or tab has this disk. `no-storage`: this browser keeps no files. */
export type OpenDiskProblem =
  | { readonly kind: "another-writer" }
  | { readonly kind: "no-storage" }
  | { readonly kind: "disk-full" };

/** Lowercase letters, digits, dots and dashes: nothing that a path could be built from. */
export const isName = (name: string): boolean => /^[a-z0-9][a-z0-9.-]{0,99}$/.test(name);

export function checkName(name: string): string {
  if (!isName(name)) throw new Error("not a name for a file of the vault");
  return name;
}

/** 16 random bytes as 32 hexadecimal characters. */
export const randomName = (random: (length: number) => Uint8Array): string =>
  Array.from(random(16), (byte) => byte.toString(16).padStart(2, "0")).join("");

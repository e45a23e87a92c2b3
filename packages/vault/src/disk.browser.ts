/**
 * A disk over OPFS, for a dedicated worker. Every file is opened when the disk is, and a few empty ones are kept open
 * in advance, so that a save is synchronous; after each new file another empty one is made in the background.
 *
 * One worker has the handles. A killed tab gives them back by dying.
 */

import { err, ok, type Result } from "@saksi/wire/result";
import { type Disk, type DiskFile, type OpenDiskProblem, randomName } from "./disk.ts";
import { namesIn, openHandle, opfsFolder, opfsProblem, ownFolder, type SyncHandle } from "./disk-opfs.browser.ts";
import { wholeFiles } from "./disk-whole.browser.ts";

/** Three files are 24 MiB of log, a few seconds of the fastest bootstrap. */
const openInAdvance = 3;
/** Chromium was seen to leave a question for a file unanswered for good, in the middle of a long pull: another is asked for. */
const forgottenMs = 2000;
const mostAskedFor = 8;

/** @param folder  an OPFS folder of its own, as a path */
export async function openBrowserDisk(given: {
  readonly folder: string;
  readonly random: (length: number) => Uint8Array;
}): Promise<Result<Disk, OpenDiskProblem>> {
  const handles = new Map<string, SyncHandle>();
  let owner: SyncHandle | undefined;
  try {
    owner = await ownFolder(given.folder);
    const [files, first, second] = await Promise.all(
      ["files", "whole-a", "whole-b"].map((name) => opfsFolder(`${given.folder}/${name}`)),
    );
    if (!files || !first || !second) throw new Error("three folders were asked for");
    for (const name of await namesIn(files)) handles.set(name, await openHandle(files, name));
    const disk = browserDisk({ files, handles, whole: wholeFiles([first, second]), owner, random: given.random });
    await disk.refill();
    return ok(disk);
  } catch (error) {
    for (const handle of handles.values()) handle.close();
    owner?.close();
    const problem = opfsProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}

function browserDisk(given: {
  readonly files: FileSystemDirectoryHandle;
  readonly handles: Map<string, SyncHandle>;
  readonly whole: ReturnType<typeof wholeFiles>;
  readonly owner: SyncHandle;
  readonly random: (length: number) => Uint8Array;
}): Disk & { refill(): Promise<void> } {
  const { files, handles, whole } = given;
  const spare = [...handles.keys()].filter((name) => handles.get(name)?.getSize() === 0);
  let closed = false;
  let work: Promise<void> = Promise.resolve();

  /** What fails here is met again, and told, when a file is needed. */
  function refill(): Promise<void> {
    work = work
      .catch(() => undefined)
      .then(async () => {
        for (let asked = 0; !closed && spare.length < openInAdvance && asked < mostAskedFor; asked += 1)
          await Promise.race([openSpare(), new Promise((resolve) => setTimeout(resolve, forgottenMs))]);
      });
    return work;
  }

  async function openSpare(): Promise<void> {
    const name = randomName(given.random);
    const handle = await openHandle(files, name);
    if (closed) return handle.close();
    handles.set(name, handle);
    spare.push(name);
  }

  function remove(name: string): void {
    handles.get(name)?.truncate(0);
    handles.get(name)?.close();
    handles.delete(name);
    work = work.then(() => files.removeEntry(name)).catch(() => undefined);
  }

  function open(name: string): DiskFile {
    const handle = handles.get(name);
    if (!handle) throw new Error(`no such file: ${name}`);
    return opfsFile(name, handle);
  }

  return {
    refill,
    list: () => [...handles].filter(([, handle]) => handle.getSize() > 0).map(([name]) => name),
    create() {
      const name = spare.shift();
      refill().catch(() => undefined);
      return name === undefined ? undefined : open(name);
    },
    ready: () => refill().catch(() => undefined),
    open,
    remove,
    listWhole: whole.list,
    readWhole: whole.read,
    writeWhole: whole.write,
    removeWhole: whole.remove,
    async close() {
      closed = true;
      await work.catch(() => undefined);
      for (const handle of handles.values()) handle.close();
      handles.clear();
      given.owner.close();
    },
  };
}

/** Closing a file leaves its handle open for the next to open it; the disk closes them all. */
function opfsFile(name: string, handle: SyncHandle): DiskFile {
  return {
    name,
    size: () => handle.getSize(),
    read(at, length) {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, handle.read(bytes, { at }));
    },
    write(at, bytes) {
      if (handle.write(bytes, { at }) !== bytes.length) throw new DOMException("written in part", "QuotaExceededError");
    },
    truncate: (size) => handle.truncate(size),
    flush: () => handle.flush(),
    close: () => handle.flush(),
  };
}

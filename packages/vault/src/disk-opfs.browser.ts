/** The browser's own file system (OPFS), in a worker: finding a folder in it, and what its refusals mean. */

import type { OpenDiskProblem } from "./disk.ts";

/** @param path  folder names with slashes between; made where they are not there */
export async function opfsFolder(path: string): Promise<FileSystemDirectoryHandle> {
  if (!navigator.storage?.getDirectory) throw new DOMException("no OPFS here", "NotSupportedError");
  let folder = await navigator.storage.getDirectory();
  for (const name of path.split("/"))
    folder = await answered(folder, (asked) => asked.getDirectoryHandle(name, { create: true }));
  return folder;
}

/**
 * Chromium was seen to leave a question for a file unanswered for good, in a worker that was busy with a long pull. It
 * answers through the handle that was asked, which nobody else holds: held here, it is not collected before it has
 * answered. What still goes unanswered, `disk.browser.ts` asks for anew.
 */
const asked = new Set<{ readonly handle: FileSystemHandle }>();

async function answered<Handle extends FileSystemHandle, Answer>(
  handle: Handle,
  ask: (handle: Handle) => Promise<Answer>,
): Promise<Answer> {
  const held = { handle };
  asked.add(held);
  try {
    return await ask(handle);
  } finally {
    asked.delete(held);
  }
}

/** Takes away a folder and all that is in it, also where there is none. */
export async function removeFolder(path: string): Promise<void> {
  await opfsFolder(path); // so that there is something to remove
  const [, above = "", name = ""] = /^(.*)\/([^/]+)$/.exec(path) ?? [];
  await answered(await opfsFolder(above), (within) => within.removeEntry(name, { recursive: true }));
}

/** Undefined: a mistake of ours, to be thrown on. A private window may refuse with SecurityError or UnknownError. */
export function opfsProblem(error: unknown): OpenDiskProblem | undefined {
  switch (error instanceof Error ? error.name : "") {
    case "NoModificationAllowedError":
      return { kind: "another-writer" };
    case "QuotaExceededError":
      return { kind: "disk-full" };
    case "NotSupportedError":
    case "SecurityError":
    case "UnknownError":
    case "InvalidStateError":
      return { kind: "no-storage" };
    default:
      return undefined;
  }
}

/** The part of a handle that a dedicated worker gives, and that TypeScript's list for pages leaves out. */
export interface SyncHandle {
  read(bytes: Uint8Array, given: { readonly at: number }): number;
  write(bytes: Uint8Array, given: { readonly at: number }): number;
  getSize(): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

export async function openHandle(folder: FileSystemDirectoryHandle, name: string): Promise<SyncHandle> {
  const file = await answered(folder, (within) => within.getFileHandle(name, { create: true }));
  if (!("createSyncAccessHandle" in file)) throw new DOMException("no synchronous files here", "NotSupportedError");
  return answered(file as SyncFileHandle, (opened) => opened.createSyncAccessHandle());
}

type SyncFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> };

/**
 * Makes this worker the owner of a folder, by a file in it that one worker at a time can have open. Asked before
 * anything else in the folder is opened: opening many handles at once, and failing in the middle, would leak some.
 *
 * A killed tab gives its handles back a moment after it died, so that this asks again for half a second.
 */
export async function ownFolder(path: string): Promise<SyncHandle> {
  const folder = await opfsFolder(path);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openHandle(folder, "owner");
    } catch (error) {
      if (attempt === 11 || opfsProblem(error)?.kind !== "another-writer") throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

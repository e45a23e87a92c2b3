/**
 * Everything this device has kept, in the order in which it came: append-only files, apart from the tables, sealed
 * frame by frame. The tables can be dropped and made again from here.
 *
 * A batch of records becomes one frame (or several, over 256 KiB). Files roll at about 8 MiB. While locked, no record,
 * space or device is readable. Every random-access file of the disk belongs to its one log.
 *
 * What cannot be seen from here: whole frames taken away at the end, or an older copy of the folder put back. The
 * chains inside the records show that, once the relay is asked.
 */

import type { Disk } from "../disk.ts";
import { logAppender } from "./log-append.ts";
import type { Place } from "./log-place.ts";
import { logReader } from "./log-read.ts";
import { openSegmentFile, type SegmentFile } from "./segment-file.ts";
import { fileHeaderBytes, type Sealing } from "./segment-file-frame.ts";

export interface Log {
  /** @param flush  true: what was appended, and all before it, survives a power cut when this returns */
  append(records: readonly Uint8Array[], given: { readonly flush: boolean }): readonly Place[];
  flush(): void;
  /** Resolves when there is room for more: a long run of appending waits for it between two batches. */
  ready(): Promise<void>;
  /** Undefined where the frame is damaged or was never there. The bytes are not the caller's to change. */
  read(place: Place): Uint8Array | undefined;
  /** Every record that can be read, oldest first; only those after a place when one is given. Names damage as it meets it. */
  scan(after?: Place): Iterable<{ readonly place: Place; readonly record: Uint8Array }>;
  /** Torn tails that opening cut off: `lost` bytes from `at` on. Tables that may know them must be made again. */
  readonly cut: readonly { readonly file: string; readonly at: number; readonly lost: number }[];
  /** Damage met so far, by opening, scanning and reading. */
  damaged(): readonly Damage[];
  close(): void;
}

/** `frame`: these bytes cannot be read. `file`: its header cannot, so none of it. `missing-file`: the log went through it. */
export type Damage =
  | { readonly kind: "frame"; readonly file: string; readonly at: number; readonly lost: number }
  | { readonly kind: "file"; readonly file: string; readonly lost: number }
  | { readonly kind: "missing-file"; readonly number: number };

export function openLog(given: { readonly disk: Disk } & Sealing): Log {
  const { files, cut, damaged } = openFiles(given);
  const reader = logReader(files, (frame) => {
    const told = damaged.some((known) => known.kind === "frame" && known.file === frame.file && known.at === frame.at);
    if (!told) damaged.push({ kind: "frame", ...frame });
  });
  return {
    append: logAppender({ ...given, files, unreadable: damaged.filter(({ kind }) => kind === "file").length }),
    flush: () => files.at(-1)?.flush(),
    ready: () => given.disk.ready(),
    read: reader.read,
    scan: reader.scan,
    cut,
    damaged: () => damaged,
    close() {
      for (const file of files) file.close();
      reader.forget();
    },
  };
}

function openFiles({ disk, ...sealing }: { readonly disk: Disk } & Sealing) {
  const files: SegmentFile[] = [];
  const cut: { file: string; at: number; lost: number }[] = [];
  const damaged: Damage[] = [];
  for (const name of disk.list()) {
    const raw = disk.open(name);
    const lost = raw.size();
    const file = openSegmentFile(raw, sealing);
    if (file) {
      files.push(file);
    } else if (lost <= fileHeaderBytes) {
      disk.remove(name);
      cut.push({ file: name, at: 0, lost });
    } else {
      raw.close();
      damaged.push({ kind: "file", file: name, lost });
    }
  }
  files.sort((a, b) => a.number - b.number);
  damaged.push(...missing(files));
  const last = files.at(-1);
  if (last) cutTail(last, { cut, damaged });
  return { files, cut, damaged };
}

/** Only the last file can be torn: the one before it was flushed before it was begun. */
function cutTail(
  file: SegmentFile,
  { cut, damaged }: { readonly cut: { file: string; at: number; lost: number }[]; readonly damaged: Damage[] },
): void {
  for (const { at, end, records } of file.stretches()) {
    if (records) continue;
    const lost = end - at;
    if (end < file.size()) {
      damaged.push({ kind: "frame", file: file.name, at, lost });
    } else {
      file.truncate(at);
      file.flush();
      cut.push({ file: file.name, at, lost });
    }
  }
}

function missing(files: readonly SegmentFile[]): Damage[] {
  const present = new Set(files.map(({ number }) => number));
  const found: Damage[] = [];
  for (let number = 0; number < (files.at(-1)?.number ?? 0); number += 1)
    if (!present.has(number)) found.push({ kind: "missing-file", number });
  return found;
}

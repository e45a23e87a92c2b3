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
import { mostBytesInFile, mostRecordsInFrame, type Place, partsOfPlace, placeOf } from "./log-place.ts";
import { beginSegmentFile, openSegmentFile, type SegmentFile } from "./segment-file.ts";
import { fileHeaderBytes, frameSizeOf, type Sealing } from "./segment-file-frame.ts";

export interface Log {
  /** @param flush  true: what was appended, and all before it, survives a power cut when this returns */
  append(records: readonly Uint8Array[], given: { readonly flush: boolean }): readonly Place[];
  flush(): void;
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

const rollAtBytes = 8 * 2 ** 20;
/** Opening a frame to read one record back stays under two milliseconds. */
const batchBytes = 256 * 2 ** 10;
const keptFrames = 16;

export function openLog(given: { readonly disk: Disk } & Sealing): Log {
  const { disk } = given;
  const { files, cut, damaged } = openFiles(given);
  /** Files whose number nobody can read: no new file takes one that may be theirs. */
  const unreadable = damaged.filter(({ kind }) => kind === "file").length;
  const kept = new Map<number, readonly Uint8Array[]>();

  /** Damage is told once, however often it is met. */
  function tell(file: string, at: number, lost: number): void {
    const told = damaged.some((damage) => damage.kind === "frame" && damage.file === file && damage.at === at);
    if (!told) damaged.push({ kind: "frame", file, at, lost });
  }

  function fileFor(bytes: number): SegmentFile {
    const last = files.at(-1);
    if (last && last.size() + bytes <= rollAtBytes) return last;
    const fresh = disk.create();
    if (fresh) {
      last?.flush();
      const file = beginSegmentFile(fresh, given, (last?.number ?? -1) + 1 + unreadable);
      files.push(file);
      return file;
    }
    if (last && last.size() + bytes <= mostBytesInFile) return last;
    throw new Error("the disk has no file for the log");
  }

  function append(records: readonly Uint8Array[], { flush }: { readonly flush: boolean }): readonly Place[] {
    const places: Place[] = [];
    const before = { count: files.length, size: files.at(-1)?.size() ?? 0 };
    try {
      for (const batch of batches(records)) {
        const file = fileFor(frameSizeOf(totalBytes(batch), batch.length));
        const at = file.append(batch);
        for (let index = 0; index < batch.length; index += 1) places.push(placeOf({ file: file.number, at, index }));
      }
      if (flush) files.at(-1)?.flush();
    } catch (error) {
      takeBack(before);
      throw error;
    }
    return places;
  }

  /** A save that met a full disk leaves nothing of itself. */
  function takeBack({ count, size }: { readonly count: number; readonly size: number }): void {
    for (const fresh of files.splice(count)) {
      fresh.close();
      disk.remove(fresh.name);
    }
    files.at(-1)?.truncate(size);
  }

  function read(place: Place): Uint8Array | undefined {
    const { file, at, index } = partsOfPlace(place);
    const frame = placeOf({ file, at, index: 0 });
    const records = kept.get(frame) ?? readFrame(file, at);
    if (!records) return undefined;
    kept.delete(frame);
    kept.set(frame, records);
    for (const oldest of kept.keys()) {
      if (kept.size <= keptFrames) break;
      kept.delete(oldest);
    }
    return records[index];
  }

  function readFrame(number: number, at: number): readonly Uint8Array[] | undefined {
    const file = fileNumbered(number);
    if (!file || at >= file.size()) return undefined;
    const records = file.frameAt(at);
    if (!records) tell(file.name, at, 0);
    return records;
  }

  /** Numbers have no gaps unless a file is missing. */
  function fileNumbered(number: number): SegmentFile | undefined {
    const near = files[number];
    return near?.number === number ? near : files.find((file) => file.number === number);
  }

  function* scan(after?: Place): Iterable<{ readonly place: Place; readonly record: Uint8Array }> {
    const from = after === undefined ? undefined : partsOfPlace(after);
    for (const file of files) {
      if (from && file.number < from.file) continue;
      for (const { at, end, records } of file.stretches()) {
        if (!records) tell(file.name, at, end - at);
        for (const [index, record] of (records ?? []).entries()) {
          const place = placeOf({ file: file.number, at, index });
          if (after === undefined || place > after) yield { place, record };
        }
      }
    }
  }

  return {
    append,
    flush: () => files.at(-1)?.flush(),
    read,
    scan,
    cut,
    damaged: () => damaged,
    close() {
      for (const file of files) file.close();
      kept.clear();
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

function* batches(records: readonly Uint8Array[]): Iterable<readonly Uint8Array[]> {
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for (const record of records) {
    if (batch.length > 0 && (bytes + record.length > batchBytes || batch.length === mostRecordsInFrame)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(record);
    bytes += record.length;
  }
  if (batch.length > 0) yield batch;
}

const totalBytes = (records: readonly Uint8Array[]): number =>
  records.reduce((total, record) => total + record.length, 0);

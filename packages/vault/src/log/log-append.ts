/** The end of the log: batches become frames, files roll, and what cannot be written whole is taken back. */

import type { Disk } from "../disk.ts";
import { mostBytesInFile, mostRecordsInFrame, type Place, placeOf } from "./log-place.ts";
import { beginSegmentFile, type SegmentFile } from "./segment-file.ts";
import { frameSizeOf, type Sealing } from "./segment-file-frame.ts";

const rollAtBytes = 8 * 2 ** 20;
/** Opening a frame to read one record back stays under two milliseconds. */
const batchBytes = 256 * 2 ** 10;

type Append = (records: readonly Uint8Array[], given: { readonly flush: boolean }) => readonly Place[];

/**
 * @param files       in order; new ones are added at the end
 * @param unreadable  files whose number nobody can read: no new file takes one that may be theirs
 */
export function logAppender(
  given: { readonly disk: Disk; readonly files: SegmentFile[]; readonly unreadable: number } & Sealing,
): Append {
  const { disk, files, unreadable } = given;

  function fileFor(bytes: number): SegmentFile {
    const last = files.at(-1);
    if (last && last.size() + bytes <= rollAtBytes) return last;
    last?.flush();
    const fresh = newFile((last?.number ?? -1) + 1 + unreadable);
    if (fresh) {
      files.push(fresh);
      return fresh;
    }
    if (last && last.size() + bytes <= mostBytesInFile) return last;
    throw new Error("the disk has no file for the log");
  }

  function newFile(number: number): SegmentFile | undefined {
    const empty = disk.create();
    if (!empty) return undefined;
    try {
      return beginSegmentFile(empty, given, number);
    } catch (error) {
      empty.close();
      disk.remove(empty.name);
      throw error;
    }
  }

  /** A save that met a full disk leaves nothing of itself. */
  function takeBack({ count, size }: { readonly count: number; readonly size: number }): void {
    for (const fresh of files.splice(count)) {
      fresh.close();
      disk.remove(fresh.name);
    }
    files.at(-1)?.truncate(size);
  }

  return (records, { flush }) => {
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
  };
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

/** Reading the log back: one record by its place, or all of them in order. */

import { type Place, partsOfPlace, placeOf } from "./log-place.ts";
import type { SegmentFile } from "./segment-file.ts";

export interface LogReader {
  read(place: Place): Uint8Array | undefined;
  scan(after?: Place): Iterable<{ readonly place: Place; readonly record: Uint8Array }>;
  /** Lets go of the frames it keeps open. */
  forget(): void;
}

type OnDamage = (frame: { readonly file: string; readonly at: number; readonly lost: number }) => void;

/** Frames kept open, 256 KiB each at most as a rule. */
const keptFrames = 16;

/** @param files  in order, and still growing */
export function logReader(files: readonly SegmentFile[], onDamage: OnDamage): LogReader {
  const kept = new Map<Place, readonly Uint8Array[]>();

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
    if (!records) onDamage({ file: file.name, at, lost: 0 });
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
        if (!records) onDamage({ file: file.name, at, lost: end - at });
        for (const [index, record] of (records ?? []).entries()) {
          const place = placeOf({ file: file.number, at, index });
          if (after === undefined || place > after) yield { place, record };
        }
      }
    }
  }

  return { read, scan, forget: () => kept.clear() };
}

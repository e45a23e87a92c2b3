/**
 * One file of the log: frames one after the other behind a sealed header.
 *
 * [Note: damage] A frame that does not open is stepped over by its length. Where the length itself is damaged, the next
 * frame is found by trying every eighth byte: nothing else opens at its own offset. What cannot be read is told with
 * its place, and everything around it is still read.
 */

import type { DiskFile } from "../disk.ts";
import {
  fileHeaderBytes,
  frameHeaderBytes,
  frameSize,
  openFileHeader,
  openFrame,
  type Sealing,
  sealedLength,
  sealFileHeader,
  sealFrame,
} from "./segment-file-frame.ts";

export interface SegmentFile {
  readonly name: string;
  /** Its place in the log, from 0 */
  readonly number: number;
  size(): number;
  /** Writes one frame at the end and returns where it begins. A frame that is not written whole is taken back. */
  append(records: readonly Uint8Array[]): number;
  /** The records of one frame; undefined where none can be read. */
  frameAt(at: number): readonly Uint8Array[] | undefined;
  /** Every stretch of the file in order, damaged ones too. Reads the file as a whole (8 MiB, as a rule). */
  stretches(): Iterable<Stretch>;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** `records` is undefined where nothing could be read. */
export interface Stretch {
  readonly at: number;
  readonly end: number;
  readonly records: readonly Uint8Array[] | undefined;
}

/** Gives a new empty file its header, flushed before any frame: so a header that does not open is torn, or damaged. */
export function beginSegmentFile(file: DiskFile, sealing: Sealing, number: number): SegmentFile {
  const header = sealFileHeader(sealing, number);
  file.write(0, header);
  file.flush();
  return segmentFile({ file, sealing, number, id: header.slice(0, 16) });
}

/** Undefined: not a file of this log, or its header is damaged. */
export function openSegmentFile(file: DiskFile, sealing: Sealing): SegmentFile | undefined {
  const header = openFileHeader(sealing, file.read(0, fileHeaderBytes));
  return header && segmentFile({ file, sealing, ...header });
}

function segmentFile(given: {
  readonly file: DiskFile;
  readonly sealing: Sealing;
  readonly number: number;
  readonly id: Uint8Array;
}): SegmentFile {
  const { file, sealing, number, id } = given;
  let size = file.size();
  return {
    name: file.name,
    number,
    size: () => size,
    append(records) {
      const at = size;
      const frame = sealFrame(sealing, { id, at, records });
      try {
        file.write(at, frame);
      } catch (error) {
        file.truncate(at);
        throw error;
      }
      size = at + frame.length;
      return at;
    },
    frameAt(at) {
      const sealed = sealedLength(file.read(at, frameHeaderBytes));
      if (sealed === undefined) return undefined;
      return openFrame(sealing, { id, at, frame: file.read(at, frameHeaderBytes + sealed) });
    },
    stretches: () => stretches({ bytes: file.read(0, size), id, sealing }),
    truncate(wanted) {
      file.truncate(wanted);
      size = wanted;
    },
    flush: () => file.flush(),
    close: () => file.close(),
  };
}

function* stretches(given: {
  readonly bytes: Uint8Array;
  readonly id: Uint8Array;
  readonly sealing: Sealing;
}): Iterable<Stretch> {
  const { bytes } = given;
  let at = fileHeaderBytes;
  while (at < bytes.length) {
    const frame = wholeFrameAt(given, at);
    if (frame) {
      yield { at, ...frame };
      at = frame.end;
    } else {
      const end = nextFrame(given, at);
      yield { at, end, records: undefined };
      at = end;
    }
  }
}

type Bytes = Parameters<typeof stretches>[0];

function wholeFrameAt({ bytes, id, sealing }: Bytes, at: number): Omit<Stretch, "at"> | undefined {
  const sealed = sealedLength(bytes.subarray(at, at + frameHeaderBytes));
  if (sealed === undefined) return undefined;
  const end = at + frameSize(sealed);
  if (end > bytes.length) return undefined;
  const records = openFrame(sealing, { id, at, frame: bytes.subarray(at, end) });
  return records && { end, records };
}

/** Where the next frame that opens begins, or the end of the file. */
function nextFrame(given: Bytes, damaged: number): number {
  const sealed = sealedLength(given.bytes.subarray(damaged, damaged + frameHeaderBytes));
  const told = sealed === undefined ? undefined : damaged + frameSize(sealed);
  if (told !== undefined && wholeFrameAt(given, told)) return told;
  for (let at = damaged + 8; at < given.bytes.length; at += 8) if (wholeFrameAt(given, at)) return at;
  return given.bytes.length;
}

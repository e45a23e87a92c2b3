/** Where a record lies in the log, as one number: smaller is earlier, and a table stores it as an integer. */

declare const place: unique symbol;
export type Place = number & { readonly [place]: true };

export interface PlaceParts {
  /** Number of the log file, from 0 */
  readonly file: number;
  /** Where its frame begins in the file; a multiple of 8 */
  readonly at: number;
  /** Which record of the frame, from 0 */
  readonly index: number;
}

/** Bits: 17 for the file, 24 for the offset in steps of eight bytes (128 MiB), 12 for the record. */
export const mostRecordsInFrame = 2 ** 12;
export const mostBytesInFile = 2 ** 27;
const mostFiles = 2 ** 17;

export function placeOf({ file, at, index }: PlaceParts): Place {
  if (file >= mostFiles || at >= mostBytesInFile || index >= mostRecordsInFrame) throw new Error("no such place");
  return ((file * 2 ** 24 + at / 8) * mostRecordsInFrame + index) as Place;
}

export function partsOfPlace(place: Place): PlaceParts {
  const frame = Math.floor(place / mostRecordsInFrame);
  return { file: Math.floor(frame / 2 ** 24), at: (frame % 2 ** 24) * 8, index: place % mostRecordsInFrame };
}

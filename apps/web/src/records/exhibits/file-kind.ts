/** What can be shown of a file without opening it anywhere else, and what a saved copy is called. Never by the file's own name. */

import type { RecordId } from "@saksi/domain/id";
import type { FileValue } from "@saksi/domain/value";

export type Shown = "image" | "audio" | "video" | "nothing";

/** Only types that a browser shows without running anything of the file. */
const shown: Readonly<Record<string, Exclude<Shown, "nothing">>> = {
  "image/jpeg": "image",
  "image/png": "image",
  "image/webp": "image",
  "image/gif": "image",
  "image/avif": "image",
  "audio/mpeg": "audio",
  "audio/mp4": "audio",
  "audio/ogg": "audio",
  "audio/wav": "audio",
  "audio/webm": "audio",
  "video/mp4": "video",
  "video/webm": "video",
};

/** A preview lies in memory twice while it is made; a cheap phone has room for this. */
export const mostPreviewBytes = 40_000_000;

export const shownAs = (mediaType: string): Shown => shown[plain(mediaType)] ?? "nothing";

/** The type as it may stand in the preview: one of ours, never what a member wrote. */
export const knownType = (mediaType: string): string | undefined =>
  plain(mediaType) in shown ? plain(mediaType) : undefined;

const plain = (mediaType: string): string => mediaType.split(";")[0]?.trim().toLowerCase() ?? "";

const endings: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/ogg": "ogg",
  "audio/webm": "webm",
  "video/mp4": "mp4",
  "video/webm": "webm",
  "application/pdf": "pdf",
  "text/plain": "txt",
};

/** Says nothing of a person, a case or a place. */
export const copyName = (exhibit: RecordId, { mediaType }: FileValue): string =>
  `exhibit-${exhibit.slice(0, 6)}.${endings[plain(mediaType)] ?? "bin"}`;

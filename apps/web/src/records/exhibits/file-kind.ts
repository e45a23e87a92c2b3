/** What can be shown of a file without opening it anywhere else, and what a saved copy is called. Never by the file's own name. */

import type { RecordId } from "@saksi/domain/id";
import type { FileValue } from "@saksi/domain/value";

export type Shown = "image" | "audio" | "video" | "pdf" | "nothing";

/** Only types that are shown without running anything of the file. SVG and HTML are programs; HEIC no browser can read. */
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
  "application/pdf": "pdf",
};

/** A picture or a film lies in memory twice while it is made ready, a PDF once; a cheap phone has room for this. */
export const mostBytes: Readonly<Record<Exclude<Shown, "nothing">, number>> = {
  image: 40_000_000,
  audio: 40_000_000,
  video: 40_000_000,
  pdf: 100_000_000,
};

export const shownAs = (mediaType: string): Shown => shown[plain(mediaType)] ?? "nothing";

/** Without its parameters, in small letters. */
export const plain = (mediaType: string): string => mediaType.split(";")[0]?.trim().toLowerCase() ?? "";

const endings: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/avif": "avif",
  "image/heic": "heic",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/ogg": "ogg",
  "audio/wav": "wav",
  "audio/webm": "webm",
  "video/mp4": "mp4",
  "video/webm": "webm",
  "application/pdf": "pdf",
  "text/plain": "txt",
};

/** Says nothing of a person, a case or a place. */
export const copyName = (exhibit: RecordId, { mediaType }: FileValue): string =>
  `exhibit-${exhibit.slice(0, 6)}.${endings[plain(mediaType)] ?? "bin"}`;

/**
 * What page and worker of the closed frame say to each other. The worker handles a hostile file, so whatever comes from
 * it is `unknown` until it was read here: numbers within bounds, pixels of exactly the size asked for, plain text.
 */

import type { PdfRefusal } from "./pdf-file.ts";

export type ToPdf =
  /** The WebAssembly that draws, and how large the file will be */
  | { readonly kind: "begin"; readonly drawing: ArrayBuffer; readonly bytes: number }
  /** The next bytes of the file; not answered */
  | { readonly kind: "piece"; readonly bytes: Uint8Array }
  | { readonly kind: "open"; readonly password?: string }
  /** @param width  of the page in pixels; the height follows */
  | { readonly kind: "draw"; readonly page: number; readonly width: number };

export interface DrawnPage {
  readonly kind: "page";
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly text: string;
}

export type FromPdf =
  | { readonly kind: "began" }
  | { readonly kind: "opened"; readonly pages: number }
  | DrawnPage
  | { readonly kind: "refused"; readonly why: PdfRefusal | "bad-page" }
  /** It gave up in the middle: a file that no reader could want. The worker is of no more use. */
  | { readonly kind: "broken" };

/** A page has at most so many pixels: 48 MB, what a cheap phone can hold beside everything else. */
export const mostPixels = 12_000_000;
const mostPages = 1_000_000;
const mostText = 200_000;
const refusals: readonly string[] = ["not-a-pdf", "password", "no-pages", "too-large", "bad-page"];

/** The same shape in pixels, no larger than a page may be, nor thinner than one. */
export function pixelsOf(size: { readonly width: number; readonly height: number }, width: number) {
  const wanted = { width, height: (width * size.height) / size.width };
  const scale = Math.min(1, Math.sqrt(mostPixels / (wanted.width * wanted.height)), 8192 / wanted.height);
  const whole = (length: number) => Math.max(1, Math.floor(length * scale));
  return { width: whole(wanted.width), height: whole(wanted.height) };
}

/** Null for anything that is not an answer. */
export function readAnswer(said: unknown): FromPdf | null {
  if (typeof said !== "object" || said === null || !("kind" in said)) return null;
  const { kind, why, pages } = said as Readonly<Record<string, unknown>>;
  if (kind === "began" || kind === "broken") return { kind };
  if (kind === "opened") return isWhole(pages, mostPages) && pages > 0 ? { kind, pages } : null;
  if (kind === "refused")
    return typeof why === "string" && refusals.includes(why)
      ? // one of the list above
        { kind, why: why as PdfRefusal | "bad-page" }
      : null;
  return kind === "page" ? readPage(said) : null;
}

function readPage(said: object): DrawnPage | null {
  const { page, width, height, pixels, text } = said as Readonly<Record<string, unknown>>;
  if (!isWhole(page, mostPages) || !isWhole(width, mostPixels) || !isWhole(height, mostPixels)) return null;
  if (!(pixels instanceof Uint8ClampedArray) || !(pixels.buffer instanceof ArrayBuffer)) return null;
  if (pixels.length !== width * height * 4 || pixels.length > mostPixels * 4 || pixels.length === 0) return null;
  if (typeof text !== "string" || text.length > mostText) return null;
  return { kind: "page", page, width, height, pixels: pixels as Uint8ClampedArray<ArrayBuffer>, text };
}

const isWhole = (number: unknown, most: number): number is number =>
  typeof number === "number" && Number.isInteger(number) && number >= 0 && number <= most;

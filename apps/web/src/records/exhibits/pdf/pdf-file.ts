/** One PDF inside PDFium: its pages, their pixels and their words. Synchronous; memory is freed with each answer. */

import { mostMemoryBytes, type Pdfium } from "./pdfium.ts";

/** In points, 72 to the inch */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface PdfFile {
  readonly pages: number;
  /** What a page says of its size, made believable: some files say nothing, or a mile. */
  sizeOf(page: number): PageSize;
  /** RGBA, row by row, `width * height * 4` bytes; null where the page cannot be read or does not fit into memory. */
  draw(page: number, size: { readonly width: number; readonly height: number }): Uint8ClampedArray<ArrayBuffer> | null;
  /** What the page says, in the file's own order; empty for a scan. */
  textOf(page: number): string;
}

/** The kinds are numbers of PDFium's: 3 format, 4 password, everything else is as bad as the first. */
export type PdfRefusal = "not-a-pdf" | "password" | "no-pages" | "too-large";

const a4: PageSize = { width: 595, height: 842 };
/** PDF 1.7, annex C: no side over 14,400 points */
const mostPoints = 14_400;
const mostCharacters = 200_000;
const formatBgra = 4;
/** Draws annotations as well, and in the order that a canvas wants (`FPDF_ANNOT`, `FPDF_REVERSE_BYTE_ORDER`). */
const drawAsSeen = 0x01 | 0x10;
const white = 0xffffffff;

/** A place for the file inside PDFium, filled piece by piece; zero where it does not fit. */
export const placeFor = (pdfium: Pdfium, bytes: number): number =>
  bytes > mostMemoryBytes / 2 ? 0 : pdfium.malloc(Math.max(1, bytes));

/**
 * @param file      where its bytes lie; they stay there as long as it is read
 * @param password  undefined for none; a wrong one is refused as `password` again
 */
export function openPdf(
  pdfium: Pdfium,
  file: { readonly at: number; readonly bytes: number },
  password?: string,
): PdfFile | PdfRefusal {
  const secret = password === undefined ? 0 : written(pdfium, password);
  const document = pdfium.FPDF_LoadMemDocument(file.at, file.bytes, secret);
  if (secret !== 0) pdfium.free(secret);
  if (document === 0) return pdfium.FPDF_GetLastError() === 4 ? "password" : "not-a-pdf";
  const pages = pdfium.FPDF_GetPageCount(document);
  if (pages < 1) {
    pdfium.FPDF_CloseDocument(document);
    return "no-pages";
  }
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, pdfium.PDFiumExt_OpenFormFillInfo());
  return {
    pages,
    sizeOf: (page) => pageSize(pdfium, document, page),
    draw: (page, size) => onPage(pdfium, { document, form, page }, (open) => drawn(pdfium, { ...open, ...size })),
    textOf: (page) => onPage(pdfium, { document, form, page }, ({ page: open }) => textOn(pdfium, open)) ?? "",
  };
}

/** Handles of a page that is open, and of the forms of its document. */
interface OpenPage {
  readonly page: number;
  readonly form: number;
}

function onPage<Answer>(
  pdfium: Pdfium,
  { document, form, page: index }: OpenPage & { readonly document: number },
  work: (open: OpenPage) => Answer,
): Answer | null {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  pdfium.FORM_OnAfterLoadPage(page, form);
  try {
    return work({ page, form });
  } finally {
    pdfium.FORM_OnBeforeClosePage(page, form);
    pdfium.FPDF_ClosePage(page);
  }
}

function pageSize(pdfium: Pdfium, document: number, page: number): PageSize {
  const at = pdfium.malloc(8);
  const known = pdfium.FPDF_GetPageSizeByIndexF(document, page, at);
  const view = new DataView(pdfium.memory.buffer);
  const [width, height] = [view.getFloat32(at, true), view.getFloat32(at + 4, true)];
  pdfium.free(at);
  const believable = (points: number) => Number.isFinite(points) && points >= 1 && points <= mostPoints;
  return known !== 0 && believable(width) && believable(height) ? { width, height } : a4;
}

function drawn(
  pdfium: Pdfium,
  { form, height, page, width }: OpenPage & { readonly width: number; readonly height: number },
): Uint8ClampedArray<ArrayBuffer> | null {
  const bytes = width * height * 4;
  const at = pdfium.malloc(bytes);
  if (at === 0) return null;
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, formatBgra, at, width * 4);
  if (bitmap !== 0) {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    const place = [0, 0, width, height, 0, drawAsSeen] as const;
    pdfium.FPDF_RenderPageBitmap(bitmap, page, ...place);
    // The fields of forms, as they were last filled in and saved.
    pdfium.FPDF_FFLDraw(form, bitmap, page, ...place);
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
  const pixels = bitmap === 0 ? null : new Uint8ClampedArray(new Uint8ClampedArray(pdfium.memory.buffer, at, bytes));
  pdfium.free(at);
  return pixels;
}

function textOn(pdfium: Pdfium, page: number): string {
  const text = pdfium.FPDFText_LoadPage(page);
  if (text === 0) return "";
  const count = Math.min(pdfium.FPDFText_CountChars(text), mostCharacters);
  const at = count > 0 ? pdfium.malloc(2 * count + 2) : 0;
  const got = at === 0 ? 0 : pdfium.FPDFText_GetText(text, 0, count, at);
  // The last of them ends the text.
  const said = new TextDecoder("utf-16le").decode(
    new Uint8Array(pdfium.memory.buffer, at, Math.max(0, Math.min(got, count + 1) - 1) * 2),
  );
  pdfium.free(at);
  pdfium.FPDFText_ClosePage(text);
  return said;
}

/** As C wants it: UTF-8 with a zero at the end. */
function written(pdfium: Pdfium, words: string): number {
  const bytes = new TextEncoder().encode(words);
  const at = pdfium.malloc(bytes.length + 1);
  const memory = new Uint8Array(pdfium.memory.buffer);
  memory.set(bytes, at);
  memory[at + bytes.length] = 0;
  return at;
}

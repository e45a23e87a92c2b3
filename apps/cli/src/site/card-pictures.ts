/**
 * Cards as PNG, because those who show a shared link show no SVG.
 *
 * Typst sets all cards as the pages of one document, in our own fonts, so that every script is shaped right; PDFium draws
 * each page. The same cards give the same bytes on every system: nothing of the system's fonts or clock takes part.
 */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fontFiles, fontNeed } from "@saksi/publish/fonts";
import type { PublishTools } from "@saksi/publish/publish";
import { type Card, cardInks, cardSize } from "./cards.ts";
import type { SiteFile } from "./site-file.ts";
import type { Tongue } from "./tongue.ts";

/** Some 30 ms a card. Throws where our own template is wrong. */
export async function cardPictures(
  cards: readonly Card[],
  { lang, dir }: Tongue,
  { assets, startTypst }: Pick<PublishTools, "assets" | "startTypst">,
): Promise<readonly SiteFile[]> {
  const texts = cards.flatMap(({ title, lines, foot }) => [title, ...lines, foot].map((text) => ({ lang, text })));
  const { families } = fontNeed(texts);
  const fonts = await Promise.all(fontFiles(families).map((name) => assets.load(`fonts/${name}`)));
  const data = { cards, lang, dir, fonts: families.map(({ name }) => name), ...cardInks };
  const utf8 = new TextEncoder();
  const typst = await startTypst();
  const pdf = await typst.compile(
    new Map([
      ["/main.typ", utf8.encode(template)],
      ["/cards.json", utf8.encode(JSON.stringify(data))],
    ]),
    fonts,
  );
  typst.close();
  if (!(pdf instanceof Uint8Array)) throw new Error(`the cards could not be set: ${pdf.join("; ")}`);
  const pictures = await drawnPages(pdf);
  return cards.map(({ path }, at) => ({ path: `${path}.png`, bytes: pictures[at] ?? new Uint8Array() }));
}

/** Reads data alone: no markup is made from text. */
const template = `
#let d = json("/cards.json")
#set document(title: none, author: (), date: none)
#set page(width: ${cardSize.width}pt, height: ${cardSize.height}pt, margin: 0pt, fill: rgb(d.paper))
#set text(font: d.fonts, fallback: false, lang: d.lang.split("-").first(), dir: if d.dir == "rtl" { rtl } else { ltr }, fill: rgb(d.ink))
#for c in d.cards {
  page({
    place(start, rect(width: 24pt, height: 100%, fill: rgb(c.band)))
    place(start + top, dx: if d.dir == "rtl" { -80pt } else { 80pt }, dy: 72pt, block(width: 1050pt, {
      block(text(size: if c.title.len() > 28 { 54pt } else { 76pt }, weight: 700, c.title))
      v(24pt)
      set text(size: 38pt)
      set par(leading: 0.5em, spacing: 0.85em)
      for line in c.lines { par(line) }
    }))
    place(start + bottom, dx: if d.dir == "rtl" { -80pt } else { 80pt }, dy: -44pt, text(size: 27pt, fill: rgb(d.soft), c.foot))
  })
}
`;

/** What of PDFium is called; numbers are addresses, handles and sizes, as in its header `fpdfview.h`. */
interface Pdfium {
  readonly pdfium: {
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: { malloc(bytes: number): number; free(address: number): void };
    getValue(address: number, type: "i32"): number;
  };
  PDFiumExt_Init(): void;
  FPDF_LoadMemDocument(file: number, bytes: number, password: string): number;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, page: number): number;
  FPDF_ClosePage(page: number): void;
  FPDFBitmap_Create(width: number, height: number, alpha: number): number;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(...given: readonly [bitmap: number, page: number, ...place: readonly number[]]): void;
  EPDF_PNG_EncodeRGBA(...given: readonly [pixels: number, ...shape: readonly number[]]): number;
}

/** PDFium's pixels are blue, green, red; it turns them round for us. */
const inRgbaOrder = 0x10;
const level = 3;

async function drawnPages(pdf: Uint8Array): Promise<readonly Uint8Array[]> {
  const { init } = await import("@embedpdf/pdfium");
  const wasmBinary = await readFile(fileURLToPath(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm")));
  // its types want those of Emscripten; these few functions are all that is used
  const quiet = { printErr: () => {} }; // it would say on a slow machine that it is still starting
  const api = (await init({ wasmBinary: new Uint8Array(wasmBinary).buffer, ...quiet })) as unknown as Pdfium;
  const { malloc, free } = api.pdfium.wasmExports;
  api.PDFiumExt_Init();
  const file = malloc(pdf.length);
  api.pdfium.HEAPU8.set(pdf, file);
  const document = api.FPDF_LoadMemDocument(file, pdf.length, "");
  const { width, height } = cardSize;
  return Array.from({ length: api.FPDF_GetPageCount(document) }, (_, at) => {
    const page = api.FPDF_LoadPage(document, at);
    const bitmap = api.FPDFBitmap_Create(width, height, 0);
    api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, inRgbaOrder);
    const into = malloc(4);
    const size = api.EPDF_PNG_EncodeRGBA(api.FPDFBitmap_GetBuffer(bitmap), width, height, width * 4, level, into);
    const png = api.pdfium.getValue(into, "i32");
    const bytes = api.pdfium.HEAPU8.slice(png, png + size);
    for (const address of [into, png]) free(address);
    api.FPDFBitmap_Destroy(bitmap);
    api.FPDF_ClosePage(page);
    return bytes;
  });
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, expect, test } from "vitest";
import { aPdf, closedWithPassword, page, scripted } from "./pdf-file.example.ts";
import { openPdf, type PdfFile, placeFor } from "./pdf-file.ts";
import { type Pdfium, startPdfium } from "./pdfium.ts";

let drawing: WebAssembly.Module;
let pdfium: Pdfium;
beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
  drawing = await WebAssembly.compile(readFileSync(path));
  pdfium = await startPdfium(drawing);
});

function opened(bytes: Uint8Array, password?: string) {
  const at = placeFor(pdfium, bytes.length);
  new Uint8Array(pdfium.memory.buffer).set(bytes, at);
  return openPdf(pdfium, { at, bytes: bytes.length }, password);
}

function pdfOf(bytes: Uint8Array): PdfFile {
  const file = opened(bytes);
  if (typeof file === "string") throw new Error(file);
  return file;
}

/** How many of the pixels are not white. */
const inked = (pixels: Uint8ClampedArray | null): number =>
  pixels ? pixels.filter((value, at) => at % 4 === 0 && value < 128).length : 0;

test("a page is drawn, and its words are read", () => {
  const file = pdfOf(aPdf([page("Heard on a Tuesday"), page("A second page")]));
  expect(file.pages).toBe(2);
  expect(file.sizeOf(0)).toEqual({ width: 300, height: 200 });
  expect(inked(file.draw(0, { width: 600, height: 400 }))).toBeGreaterThan(500);
  expect(file.textOf(0)).toBe("Heard on a Tuesday");
  expect(file.textOf(1)).toBe("A second page");
});

test.each([
  ["what was filled into a form", "/Subtype /Widget /FT /Tx /T (name) /V (Filled in)"],
  ["what was marked on a page", "/Subtype /Square"],
])("%s is drawn with it", (_what, kind) => {
  const noted = aPdf(
    [{ content: "", extra: "/Annots [100 0 R]" }],
    "0 0 300 200",
    [
      [100, `<< /Type /Annot ${kind} /F 4 /Rect [20 50 200 150] /AP << /N 101 0 R >> >>`],
      [
        101,
        "<< /Type /XObject /Subtype /Form /BBox [0 0 180 100] /Length 26 >>\nstream\n0 0 0 rg 0 0 180 100 re f \nendstream",
      ],
    ],
    "/AcroForm << /Fields [100 0 R] >>",
  );
  expect(inked(pdfOf(noted).draw(0, { width: 300, height: 200 }))).toBeGreaterThan(15_000);
});

test("a page that was scanned on its side is shown as it says, upright", () => {
  expect(pdfOf(aPdf([{ ...page("Turned"), extra: "/Rotate 90" }])).sizeOf(0)).toEqual({ width: 200, height: 300 });
});

test("memory is given back: a thousand pages drawn take no more than one", () => {
  const file = pdfOf(aPdf([page("The same again")]));
  file.draw(0, { width: 600, height: 400 });
  const before = pdfium.memory.buffer.byteLength;
  for (let turn = 0; turn < 1000; turn += 1) {
    file.draw(0, { width: 600, height: 400 });
    file.textOf(0);
  }
  expect(pdfium.memory.buffer.byteLength).toBe(before);
});

test("scripts, openings, links and forms that send do nothing, and the page is drawn all the same", () => {
  const file = pdfOf(scripted("https://elsewhere.example"));
  expect(inked(file.draw(0, { width: 600, height: 400 }))).toBeGreaterThan(500);
  expect(file.textOf(0)).toContain("A page with a trap");
});

test.each([
  ["nothing", ""],
  ["something else", "<html><script>alert(1)</script></html>"],
  ["only a head", "%PDF-1.7\n"],
])("%s is refused as no PDF", (_what, text) => {
  expect(opened(new TextEncoder().encode(text))).toBe("not-a-pdf");
});

test("a PDF with a password asks for it, and opens with no other", () => {
  expect(opened(closedWithPassword)).toBe("password");
  expect(opened(closedWithPassword, "another")).toBe("password");
  const file = opened(closedWithPassword, "open");
  expect(typeof file === "object" && file.textOf(0)).toBe("Behind a password");
});

test("a PDF cut short anywhere is drawn or refused, and never breaks what reads it", () => {
  const whole = aPdf([page("Cut short"), page("Lost")]);
  for (let length = 0; length < whole.length; length += 7) {
    const file = opened(whole.subarray(0, length));
    if (typeof file !== "string") file.draw(0, { width: 30, height: 20 });
  }
  expect(pdfOf(whole).textOf(0)).toBe("Cut short");
});

test("a page that says it is a mile wide, or nothing, gets a believable size", () => {
  for (const box of ["0 0 0 0", "0 0 9e30 1", "0 0 -5 -5", "0 0 nonsense 3"]) {
    const { width, height } = pdfOf(aPdf([page("Wide")], box)).sizeOf(0);
    expect(width * height).toBeGreaterThanOrEqual(1);
    expect(Math.max(width, height)).toBeLessThanOrEqual(14_400);
  }
});

test("a picture that would unpack to forty gigabytes is left out or refused, within the memory a preview may have", async () => {
  const bomb = aPdf(
    [{ content: "q 300 0 0 200 0 0 cm /Bomb Do Q", more: "/XObject << /Bomb 100 0 R >>" }, page("After the bomb")],
    "0 0 300 200",
    [
      [
        100,
        "<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length 10 >>\nstream\n0123456789\nendstream",
      ],
    ],
  );
  const file = pdfOf(bomb);
  expect(() => file.draw(0, { width: 600, height: 400 })).not.toThrow();
  expect(file.textOf(1)).toBe("After the bomb");
  expect(pdfium.memory.buffer.byteLength).toBeLessThanOrEqual(512 * 1024 * 1024);
});

test("a file that does not fit is refused before a byte of it is read", () => {
  expect(placeFor(pdfium, 300 * 1024 * 1024)).toBe(0);
});

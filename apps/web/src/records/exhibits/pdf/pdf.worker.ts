/**
 * Draws the pages of one PDF. Runs in a worker of the closed frame: an origin of its own, no network, no storage, and one
 * port to the page. See [Note: four walls].
 */

import { openPdf, type PdfFile, placeFor } from "./pdf-file.ts";
import { type FromPdf, pixelsOf, type ToPdf } from "./pdf-messages.ts";
import { type Pdfium, startPdfium } from "./pdfium.ts";

interface Place {
  readonly at: number;
  readonly bytes: number;
  filled: number;
}

self.addEventListener("message", ({ ports: [port] }: MessageEvent) => port && serve(port), { once: true });

function serve(port: MessagePort): void {
  let pdfium: Pdfium | undefined;
  let place: Place | undefined;
  let file: PdfFile | undefined;

  async function answer(asked: ToPdf): Promise<FromPdf | null> {
    if (asked.kind === "begin") {
      pdfium = await startPdfium(await WebAssembly.compile(asked.drawing));
      const at = placeFor(pdfium, asked.bytes);
      place = { at, bytes: asked.bytes, filled: 0 };
      return at === 0 ? { kind: "refused", why: "too-large" } : { kind: "began" };
    }
    if (!pdfium || !place) throw new Error("asked before it began");
    if (asked.kind === "piece") {
      if (place.filled + asked.bytes.length > place.bytes) throw new Error("more than was said");
      new Uint8Array(pdfium.memory.buffer).set(asked.bytes, place.at + place.filled);
      place.filled += asked.bytes.length;
      return null;
    }
    if (asked.kind === "open") {
      const opened = openPdf(pdfium, { at: place.at, bytes: place.filled }, asked.password);
      if (typeof opened === "string") return { kind: "refused", why: opened };
      file = opened;
      return { kind: "opened", pages: opened.pages };
    }
    if (!file) throw new Error("drawn before it was opened");
    const { page } = asked;
    const size = pixelsOf(file.sizeOf(page), asked.width);
    const pixels = file.draw(page, size);
    return pixels
      ? { kind: "page", page, ...size, pixels, text: file.textOf(page) }
      : { kind: "refused", why: "bad-page" };
  }

  let turn = Promise.resolve();
  port.addEventListener("message", ({ data }: MessageEvent<ToPdf>) => {
    turn = turn.then(async () => {
      try {
        const said = await answer(data);
        if (said) port.postMessage(said, said.kind === "page" ? [said.pixels.buffer] : []);
      } catch {
        port.postMessage({ kind: "broken" } satisfies FromPdf);
      }
    });
  });
  port.start();
}

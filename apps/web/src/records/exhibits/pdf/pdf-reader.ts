/** The page's side of a PDF in the closed frame: one question at a time, each answered within a time or never. */

import drawingAddress from "@embedpdf/pdfium/pdfium.wasm?url";
import { closedFrame } from "./closed-frame.ts";
import { oneAnswer } from "./one-answer.ts";
// oxlint-disable-next-line import/default -- the build answers with the address of the finished worker
import codeAddress from "./pdf.worker.ts?worker&url";
import type { PdfRefusal } from "./pdf-file.ts";
import type { DrawnPage, FromPdf, ToPdf } from "./pdf-messages.ts";

/**
 * `no-drawing`: the part that draws PDF is not on this device and there is no network. `too-long`: it was ended because it
 * did not answer. `broken`: it gave up. After the last two the reader is of no more use.
 */
export type PdfTrouble = PdfRefusal | "bad-page" | "no-drawing" | "too-long" | "broken";

export interface PdfReader {
  /** The next bytes of the file, in order. */
  give(bytes: Uint8Array): void;
  /** How many pages it has. */
  open(password?: string): Promise<number | PdfTrouble>;
  /** @param width  in pixels */
  page(page: number, width: number): Promise<DrawnPage | PdfTrouble>;
  /** At once, whatever it is doing. */
  close(): void;
}

/** A page of an honest file takes far less, on a slow phone too. */
const longestAnswerMs = 30_000;

/** Fetches what draws PDF, so that it is kept on this device for a day without a network. Says whether it is here. */
export async function fetchPdfDrawing(): Promise<boolean> {
  return (await parts()) !== null;
}

/** @param bytes  of the file */
export async function startPdfReader(bytes: number): Promise<PdfReader | PdfTrouble> {
  const got = await parts();
  if (!got) return "no-drawing";
  const frame = closedFrame(got.code);
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  function close(): void {
    closed = true;
    frame.close();
  }

  function ask(question: ToPdf, given: Transferable[] = []): Promise<FromPdf | "too-long"> {
    const mine = turn.then(async (): Promise<FromPdf | "too-long"> => {
      if (closed) return { kind: "broken" };
      const answer = await oneAnswer(frame.port, question, { given, longestMs: longestAnswerMs });
      if (answer === "too-long" || answer.kind === "broken") close();
      return answer;
    });
    turn = mine;
    return mine;
  }

  const began = await ask({ kind: "begin", drawing: got.drawing, bytes }, [got.drawing]);
  const trouble = troubleIn(began);
  if (trouble) {
    close();
    return trouble;
  }
  return {
    // A copy: what comes from the vault may be a view of something larger.
    give: (piece) => frame.port.postMessage({ kind: "piece", bytes: piece.slice() } satisfies ToPdf),
    async open(password) {
      const opened = await ask(password === undefined ? { kind: "open" } : { kind: "open", password });
      return typeof opened === "object" && opened.kind === "opened" ? opened.pages : (troubleIn(opened) ?? "broken");
    },
    async page(page, width) {
      const drawn = await ask({ kind: "draw", page, width });
      return typeof drawn === "object" && drawn.kind === "page" && drawn.page === page
        ? drawn
        : (troubleIn(drawn) ?? "broken");
    },
    close,
  };
}

function troubleIn(answer: FromPdf | "too-long"): PdfTrouble | null {
  if (typeof answer === "string") return answer;
  if (answer.kind === "refused") return answer.why;
  return answer.kind === "broken" ? "broken" : null;
}

async function parts(): Promise<{ readonly code: ArrayBuffer; readonly drawing: ArrayBuffer } | null> {
  const [code, drawing] = await Promise.all([codeAddress, drawingAddress].map(bytesAt));
  return code && drawing ? { code, drawing } : null;
}

async function bytesAt(address: string): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null; // no network, and not kept here
  }
}

/** Why a PDF is not shown, as a sentence. */

import type { MessageId } from "../../../words/say.ts";
import type { PdfTrouble } from "./pdf-reader.ts";

export const troubleWords: Readonly<Record<PdfTrouble, MessageId>> = {
  "not-a-pdf": "exhibit.pdf.damaged",
  "no-pages": "exhibit.pdf.no-pages",
  "too-large": "exhibit.pdf.too-large",
  password: "exhibit.pdf.password.help",
  "bad-page": "exhibit.pdf.bad-page",
  "no-drawing": "exhibit.pdf.no-drawing",
  "too-long": "exhibit.pdf.too-long",
  broken: "exhibit.pdf.broken",
};

/**
 * Marks a tagged PDF as PDF/UA-1.
 *
 * The web compiler has no option for it; its default output differs from `ua-1` in the mark alone. We append one
 * incremental update: a new catalog and new XMP, a cross-reference section and a trailer that points to the first.
 */

import { binary, bytesOf, utf8 } from "./bytes.ts";

/** XMP that says which standard the file keeps, and nothing about who made it or when. */
const mark =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>';

/** @param pdf  as Typst writes it: classic cross-reference table, catalog and XMP uncompressed. Anything else is our fault: it throws. */
export function finishPdf(pdf: Uint8Array): Uint8Array {
  const tail = binary(pdf.subarray(-2048));
  const [, trailer = ""] = found(/trailer\s*<<([\s\S]*?)>>\s*startxref/, tail);
  const previous = Number(found(/startxref\s+(\d+)\s+%%EOF\s*$/, tail)[1]);
  const root = Number(found(/\/Root (\d+) 0 R/, trailer)[1]);
  const size = Number(found(/\/Size (\d+)/, trailer)[1]);
  const place = offsets(pdf, previous);
  const catalog = objectText(pdf, place(root));
  const metadata = Number(found(/\/Metadata (\d+) 0 R/, catalog)[1]);
  const xmp = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    bytesOf(found(/stream\r?\n([\s\S]*?)\r?\nendstream/, objectText(pdf, place(metadata)))[1] ?? ""),
  );
  const marked = binary(utf8(xmp.replace("</rdf:RDF>", `${mark}</rdf:RDF>`)));
  const viewer = catalog.includes("/ViewerPreferences")
    ? catalog.replace(/\/ViewerPreferences\s*<</, "/ViewerPreferences <</DisplayDocTitle true ")
    : catalog.replace("<<", "<</ViewerPreferences <</DisplayDocTitle true>> ");
  const objects: readonly (readonly [number, string])[] = [
    [root, viewer],
    [
      metadata,
      `${metadata} 0 obj\n<</Type /Metadata /Subtype /XML /Length ${marked.length}>>\nstream\n${marked}\nendstream\nendobj`,
    ],
  ];
  return appended(pdf, { objects, trailer: `<<${trailer} /Prev ${previous}>>`, size });
}

function appended(
  pdf: Uint8Array,
  update: { objects: readonly (readonly [number, string])[]; trailer: string; size: number },
): Uint8Array {
  let text = "\n";
  const rows = [...update.objects].map(([number, body]) => {
    const at = pdf.length + text.length;
    text += `${body.trimEnd()}\n`;
    return `${number} 1\n${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const start = pdf.length + text.length;
  text += `xref\n0 0\n${rows.join("")}trailer\n${update.trailer}\nstartxref\n${start}\n%%EOF\n`;
  const out = new Uint8Array(pdf.length + text.length);
  out.set(pdf);
  out.set(bytesOf(text), pdf.length);
  return out;
}

/** Where each object begins, by the table at `at`: 20 bytes a row, one or more sections. */
function offsets(pdf: Uint8Array, at: number): (object: number) => number {
  const table = binary(pdf.subarray(at));
  const places = new Map<number, number>();
  let cursor = found(/^xref\s+/, table)[0].length;
  for (;;) {
    const head = /^(\d+) (\d+)\s*\n/.exec(table.slice(cursor, cursor + 32));
    if (!head) break;
    cursor += head[0].length;
    for (let index = 0; index < Number(head[2]); index += 1, cursor += 20) {
      places.set(Number(head[1]) + index, Number(table.slice(cursor, cursor + 10)));
    }
  }
  return (object) => places.get(object) ?? -1;
}

const objectText = (pdf: Uint8Array, at: number): string => {
  const end = indexOf(pdf, bytesOf("endobj"), at);
  return binary(pdf.subarray(at, end + 6));
};

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = from; at <= bytes.length - wanted.length; at += 1) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  throw new Error("PDF of an unknown form");
}

function found(pattern: RegExp, text: string): RegExpExecArray {
  const match = pattern.exec(text);
  if (!match) throw new Error("PDF of an unknown form");
  return match;
}

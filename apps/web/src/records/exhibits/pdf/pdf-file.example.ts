/** Small PDF files written by hand, for tests: honest ones, and one with every trap that a PDF can hold. */

import { deflateSync } from "node:zlib";

export interface MadePage {
  readonly content: string;
  /** Of its resources, beside the font */
  readonly more?: string;
  /** Of the page itself */
  readonly extra?: string;
}

export const page = (words: string): MadePage => ({ content: `BT /F1 20 Tf 20 100 Td (${words}) Tj ET` });

type MadeObject = readonly [number: number, text: string];

/** @param objects  further objects, numbered from 100  @param catalog  further keys of the catalog */
export function aPdf(
  pages: readonly MadePage[],
  box = "0 0 300 200",
  objects: readonly MadeObject[] = [],
  catalog = "",
): Uint8Array<ArrayBuffer> {
  const first = (at: number) => 1000 + 2 * at;
  const all: readonly MadeObject[] = [
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${first(at)} 0 R`).join(" ")}] >>`],
    [3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"],
    ...objects,
    ...pages.flatMap(({ content, more = "", extra = "" }, at): MadeObject[] => [
      [
        first(at),
        `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents ${first(at) + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${more} >> ${extra} >>`,
      ],
      [first(at) + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
    ]),
  ];
  const lines = ["%PDF-1.7\n"];
  const places: [number, number][] = [];
  let length = lines[0]?.length ?? 0;
  for (const [number, text] of all) {
    const line = `${number} 0 obj\n${text}\nendobj\n`;
    places.push([number, length]);
    lines.push(line);
    length += line.length;
  }
  const table = places.map(([number, at]) => `${number} 1\n${String(at).padStart(10, "0")} 00000 n \n`).join("");
  lines.push(`xref\n0 1\n0000000000 65535 f \n${table}trailer\n<< /Size ${first(pages.length)} /Root 1 0 R >>\n`);
  lines.push(`startxref\n${length}\n%%EOF\n`);
  return new TextEncoder().encode(lines.join(""));
}

/** @param elsewhere  an origin that must never hear of it */
export function scripted(elsewhere: string): Uint8Array<ArrayBuffer> {
  const script = `<< /S /JavaScript /JS (app.alert\\('run'\\); app.launchURL\\('${elsewhere}/script'\\); fetch\\('${elsewhere}/fetch'\\);) >>`;
  const link = `<< /Type /Annot /Subtype /Link /Rect [0 0 300 200] /A << /S /URI /URI (${elsewhere}/uri) >> /AA << /PO ${script} >> >>`;
  const field = `<< /Type /Annot /Subtype /Widget /FT /Btn /T (send) /Rect [10 10 90 30] /A << /S /SubmitForm /F << /FS /URL /F (${elsewhere}/form) >> >> >>`;
  return aPdf(
    [
      {
        content: `${page("A page with a trap").content} q 50 0 0 50 200 20 cm /Far Do Q`,
        more: "/XObject << /Far 102 0 R >>",
        extra: `/Annots [100 0 R 101 0 R] /AA << /O ${script} >>`,
      },
    ],
    "0 0 300 200",
    [
      [100, link],
      [101, field],
      [
        102,
        `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /F << /FS /URL /F (${elsewhere}/picture) >> /Length 0 >>\nstream\n\nendstream`,
      ],
    ],
    `/OpenAction ${script} /AcroForm << /Fields [101 0 R] /XFA 100 0 R >> /Names << /JavaScript << /Names [(run) ${script}] >> >> /AA << /WC ${script} >>`,
  );
}

/** A small file whose one page has four million lines to draw: more than any memory, and seconds without an answer. */
export function busy(): Uint8Array<ArrayBuffer> {
  const packed = deflateSync("0 0 m 300 200 l S\n".repeat(4_000_000), { level: 9 }).toString("hex");
  const stream = `<< /Length ${packed.length + 1} /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n${packed}>\nendstream`;
  return aPdf([{ content: "", extra: "/Contents 100 0 R" }], "0 0 300 200", [[100, stream]]);
}

/** One page, "Behind a password"; the password is `open`. Made with qpdf. */
export const closedWithPassword = Uint8Array.from(
  atob(
    [
      "JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMyAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL1R5cGUgL0",
      "9ialN0bSAvTGVuZ3RoIDE5MiAvRmlsdGVyIC9GbGF0ZURlY29kZSAvTiAzIC9GaXJzdCAxNCA+PgpzdHJlYW0KJSdunc1NXdDTyQBARbX3GqyK",
      "vEFYyfo9bfGrz+KP1W6x4Hvfshw9LTqkSB2t/JEyQozfR2kETFsGiCjp43lQUcU/Idw+Cdso7S+YS5yw2pqZeJPNjbPRezVTDReEgDYkLUxHun",
      "fuAHv91UqDkN++Ez1LiHqOm1wU+UDFmSUs4w8I9I95mlcbR1Ov0f/XlZqrtz8dmbdXo+nqz8+JrMNTGIajte+4OtRXPkBxQ1iBe3Goh8o1GCrm",
      "W2ASpjIzaXJBZW5kc3RyZWFtCmVuZG9iago2IDAgb2JqCjw8IC9MZW5ndGggODAgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtClnF/w",
      "+V0BqEXwU+b/98TY2e2C2CIvE3Q+S6fhx6DxRUVWWGtTjVmWEAkn31bN0kbcWJlte7XjTCcG7H9K/zNwZ7iM1ledfXkDEKp0MqUR4rZW5kc3Ry",
      "ZWFtCmVuZG9iago3IDAgb2JqCjw8IC9DRiA8PCAvU3RkQ0YgPDwgL0F1dGhFdmVudCAvRG9jT3BlbiAvQ0ZNIC9BRVNWMiAvTGVuZ3RoIDE2ID",
      "4+ID4+IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMTI4IC9PIDxmNWZhM2I2MWE5NGFhNzcxNDFjZGU5ZWVmNGM5YTgxZjVmZTcxMDc1NjRm",
      "ZDMyODZmNTBkNDIyMmUyYzI1NzMwPiAvUCAtNCAvUiA0IC9TdG1GIC9TdGRDRiAvU3RyRiAvU3RkQ0YgL1UgPDllOGQ0NTQyMDFhOTdkYjg2ND",
      "liZmZiMTM0YTEwOWVkMDEyMjQ1NmE5MWJhZTUxMzQyNzNhNmRiMTM0Yzg3YzQ+IC9WIDQgPj4KZW5kb2JqCjggMCBvYmoKPDwgL1R5cGUgL1hS",
      "ZWYgL0xlbmd0aCA0MCAvRmlsdGVyIC9GbGF0ZURlY29kZSAvRGVjb2RlUGFybXMgPDwgL0NvbHVtbnMgNCAvUHJlZGljdG9yIDEyID4+IC9XIF",
      "sgMSAyIDEgXSAvUm9vdCAxIDAgUiAvU2l6ZSA5IC9JRCBbPGZjYWY4NjY4ZDQ2ZGY4NDk5NDhhZjhjYzVjNTM0ZTI5PjxmY2FmODY2OGQ0NmRm",
      "ODQ5OTQ4YWY4Y2M1YzUzNGUyOT5dIC9FbmNyeXB0IDcgMCBSID4+CnN0cmVhbQp4nGNiAAImRgZ+BiYGBkMQ6xCIxcAIIf4zJv0DsqYBxZi0GQ",
      "BBEAQ8CmVuZHN0cmVhbQplbmRvYmoKc3RhcnR4cmVmCjgwNQolJUVPRgo=",
    ].join(""),
  ),
  (letter) => letter.charCodeAt(0),
);

/**
 * Reads the objects of a PDF file: byte format, ISO 32000-1 section 7. Takes whatever stands between `obj` and `endobj`,
 * so a version of an object that a later update replaced is read as well. Object streams and encryption are not in our
 * files; a file with them is refused by what the scan then fails to read.
 */

import { unzlibSync } from "fflate";
import { binary, bytesOf } from "../bytes.ts";

export type Pdf = null | boolean | number | PdfName | PdfText | PdfRef | PdfDict | PdfOperator | readonly Pdf[];
export interface PdfName {
  readonly name: string;
}
/** Bytes, one character each */
export interface PdfText {
  readonly text: string;
}
export interface PdfRef {
  readonly ref: number;
}
/** What stands bare in a page's content: `Tj`, `BDC` */
export interface PdfOperator {
  readonly operator: string;
}
export interface PdfDict {
  readonly dict: ReadonlyMap<string, Pdf>;
}
export interface PdfObject {
  readonly number: number;
  readonly value: Pdf;
  /** Decodes the content, where there is one; `null` when that cannot be done */
  readonly content?: () => string | null;
}

/** Every object of the file in file order. */
export function readPdf(bytes: Uint8Array): readonly PdfObject[] {
  const text = binary(bytes);
  const objects: PdfObject[] = [];
  const head = /(?:^|[\r\n])(\d+) \d+ obj\b/g;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const reader = pdfReader(text, head.lastIndex);
    const value = reader.next() ?? null;
    const after = /^\s*stream\r?\n/.exec(text.slice(reader.place(), reader.place() + 16));
    if (after && isDict(value)) {
      const start = reader.place() + after[0].length;
      const length = value.dict.get("Length");
      const end = typeof length === "number" ? start + length : text.indexOf("endstream", start);
      objects.push({
        number: Number(match[1]),
        value,
        content: () => decoded(text.slice(start, end), value.dict.get("Filter")),
      });
      head.lastIndex = end;
    } else {
      objects.push({ number: Number(match[1]), value });
      head.lastIndex = reader.place();
    }
  }
  return objects;
}

export const isDict = (value: Pdf | undefined): value is PdfDict =>
  typeof value === "object" && value !== null && "dict" in value;
export const isText = (value: Pdf | undefined): value is PdfText =>
  typeof value === "object" && value !== null && "text" in value;
export const isName = (value: Pdf | undefined): value is PdfName =>
  typeof value === "object" && value !== null && "name" in value;
export const isRef = (value: Pdf | undefined): value is PdfRef =>
  typeof value === "object" && value !== null && "ref" in value;
export const isOperator = (value: Pdf | undefined): value is PdfOperator =>
  typeof value === "object" && value !== null && "operator" in value;

function decoded(content: string, filter: Pdf | undefined): string | null {
  const filters = (Array.isArray(filter) ? filter : [filter]).filter(isName).map(({ name }) => name);
  if (filters.length === 0 || filters.includes("DCTDecode")) return content;
  if (filters.some((name) => name !== "FlateDecode")) return null;
  try {
    return filters.reduce((text) => binary(unzlibSync(bytesOf(text))), content);
  } catch {
    return null;
  }
}

/** What follows the number of an object where it is a reference to it */
const reference = /[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![A-Za-z])/y;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Of each byte: 1 white space, 2 a delimiter, 0 anything else. Pages hold millions: a table, no regular expression. */
const classes = new Uint8Array(256);
for (const space of "\0\t\n\f\r ") classes[space.charCodeAt(0)] = 1;
for (const delimiter of "()<>[]{}/%") classes[delimiter.charCodeAt(0)] = 2;
const percent = 37;

/** Reads one value after another; `undefined` at the end, at a closing bracket and at what is no value. */
export function pdfReader(text: string, from = 0): { next(): Pdf | undefined; place(): number } {
  let at = from;

  /** White space and comments */
  function skip(): void {
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === percent) while (at + 1 < text.length && !/[\r\n]/.test(text[at + 1] ?? "")) at += 1;
      else if (classes[code] !== 1) return;
    }
  }

  function regular(): string {
    const start = at;
    while (at < text.length && !classes[text.charCodeAt(at)]) at += 1;
    return text.slice(start, at);
  }

  function next(): Pdf | undefined {
    skip();
    const one = text[at];
    if (one === undefined) return undefined;
    if (one === "/") return name();
    if (one === "(") return { text: literal() };
    if (one === "<") return text[at + 1] === "<" ? dict() : { text: hexadecimal() };
    if (one === "[") return list();
    const word = regular();
    return word === "" ? undefined : bare(word);
  }

  function bare(word: string): Pdf {
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    if (word.charCodeAt(0) > 57 || !number.test(word)) return { operator: word };
    return refers(word) ? { ref: Number(word) } : Number(word);
  }

  function refers(word: string): boolean {
    if (word.includes(".")) return false;
    reference.lastIndex = at;
    const follows = reference.exec(text)?.[0];
    at += follows?.length ?? 0;
    return follows !== undefined;
  }

  function name(): PdfName {
    at += 1;
    const written = regular();
    if (!written.includes("#")) return { name: written };
    const hash = /#([0-9A-Fa-f]{2})/g;
    return { name: written.replace(hash, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) };
  }

  function list(): readonly Pdf[] {
    at += 1;
    const values: Pdf[] = [];
    for (let value = next(); value !== undefined; value = next()) values.push(value);
    at += 1;
    return values;
  }

  function dict(): PdfDict {
    at += 2;
    const found = new Map<string, Pdf>();
    for (let key = next(); isName(key); key = next()) {
      const value = next();
      if (value === undefined) break;
      found.set(key.name, value);
    }
    at += 2;
    return { dict: found };
  }

  function hexadecimal(): string {
    const end = text.indexOf(">", at);
    const digits = text.slice(at + 1, end).replace(/[^0-9A-Fa-f]/g, "");
    at = end + 1;
    return digits.replace(/../g, (code) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  function literal(): string {
    let out = "";
    let depth = 0;
    while (at < text.length) {
      const start = at;
      while (at < text.length && !isSpecial(text.charCodeAt(at))) at += 1;
      out += text.slice(start, at);
      const one = text[at] ?? "";
      if (one === "\\") out += escaped();
      else if (one === "(") out += depth++ === 0 ? "" : one;
      else if (one === ")" && --depth === 0) break;
      else out += one;
      at += 1;
    }
    at += 1;
    return out;
  }

  /** Stands on the backslash, leaves on the last character it used. */
  function escaped(): string {
    at += 1;
    const one = text[at] ?? "";
    if (one < "0" || one > "7") return escapes.get(one) ?? one;
    const octal = /^[0-7]{1,3}/.exec(text.slice(at, at + 3))?.[0] ?? "";
    at += octal.length - 1;
    return String.fromCharCode(Number.parseInt(octal, 8) & 255);
  }

  return { next, place: () => at };
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
  ["\n", ""],
]);

/** What ends a run of plain characters in a literal string: backslash and brackets. */
const isSpecial = (code: number): boolean => code === 92 || code === 40 || code === 41;

/** A string of the file as text: UTF-16 with its mark, UTF-8 with its mark, else one byte a character. */
export function textOf(bytes: string): string {
  if (bytes.startsWith("\xfe\xff")) return new TextDecoder("utf-16be").decode(bytesOf(bytes.slice(2)));
  if (bytes.startsWith("\xef\xbb\xbf")) return new TextDecoder().decode(bytesOf(bytes.slice(3)));
  return bytes;
}

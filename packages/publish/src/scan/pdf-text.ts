/**
 * All text of a PDF file: what the pages draw, in drawing order, and every other string (titles, alternative texts, names
 * of places, links, metadata). Where a span says what it stands for (ActualText), that is taken too, beside its glyphs.
 */

import { bytesOf } from "../bytes.ts";
import {
  isDict,
  isName,
  isOperator,
  isRef,
  isText,
  type Pdf,
  type PdfDict,
  type PdfObject,
  pdfReader,
  readPdf,
  textOf,
} from "./pdf-object.ts";

export interface PdfTexts {
  /**
   * What the pages draw, one string a page and way of reading: glyphs by their text or by what their span says it stands
   * for (ActualText); in the order drawn and, where a page has right-to-left letters, each line from its end.
   */
  readonly drawn: readonly string[];
  /** Strings and names outside of pages, and XMP */
  readonly others: readonly string[];
  /** Contents of pictures: looked through for bytes */
  readonly pictures: readonly string[];
  /** Streams that could not be decoded: nobody knows what they say */
  readonly unread: number;
}

type CMap = ReadonlyMap<number, string>;

export function pdfTexts(bytes: Uint8Array): PdfTexts {
  const objects = readPdf(bytes);
  const byNumber = new Map(objects.map((object) => [object.number, object]));
  const cmaps = new Map<number, CMap>();
  const found = { drawn: [] as string[], others: [] as string[], pictures: [] as string[] };
  const pages = new Set<number>();
  for (const { value } of objects) {
    found.others.push(stringsIn(value).join("\n"));
    if (!isDict(value)) continue;
    const contents = value.dict.get("Contents");
    for (const ref of Array.isArray(contents) ? contents : [contents]) if (isRef(ref)) pages.add(ref.ref);
    const isForm = named(value, "Subtype") === "Form";
    if (named(value, "Type") !== "Page" && !isForm) continue;
    const fonts = fontsOf(value, byNumber, cmaps);
    const streams = isForm
      ? [objects.find((object) => object.value === value)]
      : [...pages].map((ref) => byNumber.get(ref));
    pages.clear();
    for (const stream of streams) {
      if (typeof stream?.stream !== "string") continue;
      for (const lines of [pageLines(stream.stream, fonts, false), pageLines(stream.stream, fonts, true)]) {
        const text = lines.map((line) => line.join("")).join("\n");
        found.drawn.push(text);
        if (rightToLeft.test(text)) found.drawn.push(lines.map((line) => line.slice().reverse().join("")).join("\n"));
      }
    }
  }
  for (const { value, stream } of objects) {
    if (typeof stream !== "string" || !isDict(value)) continue;
    if (named(value, "Type") === "Metadata") found.others.push(new TextDecoder().decode(bytesOf(stream)));
    if (named(value, "Subtype") === "Image") found.pictures.push(stream);
  }
  return { ...found, unread: objects.filter(({ stream }) => stream === null).length };
}

const named = ({ dict }: PdfDict, key: string): string | undefined => {
  const value = dict.get(key);
  return isName(value) ? value.name : undefined;
};

function stringsIn(value: Pdf): string[] {
  if (isText(value)) return [textOf(value.text)];
  if (isName(value)) return [value.name];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isDict(value) ? [...value.dict].flatMap(([key, one]) => [key, ...stringsIn(one)]) : [];
}

function fontsOf(
  page: PdfDict,
  objects: ReadonlyMap<number, PdfObject>,
  cmaps: Map<number, CMap>,
): ReadonlyMap<string, CMap> {
  const resolve = (value: Pdf | undefined): Pdf | undefined => (isRef(value) ? objects.get(value.ref)?.value : value);
  const resources = resolve(page.dict.get("Resources"));
  const fonts = isDict(resources) ? resolve(resources.dict.get("Font")) : undefined;
  const out = new Map<string, CMap>();
  for (const [name, value] of isDict(fonts) ? fonts.dict : []) {
    const font = resolve(value);
    const unicode = isDict(font) ? font.dict.get("ToUnicode") : undefined;
    if (!isRef(unicode)) continue;
    const known = cmaps.get(unicode.ref) ?? readCMap(objects.get(unicode.ref)?.stream ?? "");
    cmaps.set(unicode.ref, known);
    out.set(name, known);
  }
  return out;
}

/** ToUnicode: two-byte glyph numbers to text, single (`bfchar`) and in runs (`bfrange`). */
function readCMap(stream: string): CMap {
  const map = new Map<number, string>();
  const utf16 = (bytes: string): string => new TextDecoder("utf-16be").decode(bytesOf(bytes));
  const code = (bytes: string): number => [...bytes].reduce((number, one) => number * 256 + one.charCodeAt(0), 0);
  for (const [, kind, body = ""] of stream.matchAll(/begin(bfchar|bfrange)([\s\S]*?)end\1/g)) {
    const reader = pdfReader(body);
    for (let from = reader.next(); isText(from); from = reader.next()) {
      const to = reader.next();
      if (kind === "bfchar") {
        if (isText(to)) map.set(code(from.text), utf16(to.text));
        continue;
      }
      const target = reader.next();
      const first = code(from.text);
      const last = isText(to) ? code(to.text) : first;
      for (let glyph = first; glyph <= last; glyph += 1) {
        const one = Array.isArray(target) ? target[glyph - first] : target;
        if (!isText(one)) continue;
        const text = utf16(one.text);
        map.set(
          glyph,
          Array.isArray(target)
            ? text
            : text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + glyph - first),
        );
      }
    }
  }
  return map;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Points by which a pen moves to another line; marks of one word move less. */
const anotherLine = 5;

/** Follows the pen: lines of pieces, each the text of one glyph or of one span. */
function pageLines(content: string, fonts: ReadonlyMap<string, CMap>, meant: boolean): readonly (readonly string[])[] {
  const reader = pdfReader(content);
  const spans: boolean[] = [];
  const lines: string[][] = [[]];
  let font: CMap | undefined;
  let height = 0;
  let operands: Pdf[] = [];
  for (let value = reader.next(); value !== undefined; value = reader.next()) {
    if (!isOperator(value)) {
      operands.push(value);
      continue;
    }
    const said = meant && spans.includes(true) ? [] : piecesOf(value.operator, operands, { font, meant });
    lines.at(-1)?.push(...said);
    if (value.operator === "Tf") font = isName(operands[0]) ? fonts.get(operands[0].name) : undefined;
    if (value.operator === "cm") {
      const to = Number(operands[5]);
      if (Math.abs(to - height) > anotherLine) lines.push([]);
      height = to;
    }
    if (value.operator === "BDC" || value.operator === "BMC") spans.push(actualText(operands[1]) !== undefined);
    if (value.operator === "EMC") spans.pop();
    operands = [];
  }
  return lines;
}

function piecesOf(
  operator: string,
  operands: readonly Pdf[],
  { font, meant }: { font: CMap | undefined; meant: boolean },
): readonly string[] {
  if (operator === "BDC" && meant) return [actualText(operands[1]) ?? ""];
  return operator === "Tj" || operator === "TJ" || operator === "'"
    ? operands
        .flat()
        .filter(isText)
        .flatMap(({ text }) => glyphs(text, font))
    : [];
}

function actualText(properties: Pdf | undefined): string | undefined {
  const text = isDict(properties) ? properties.dict.get("ActualText") : undefined;
  return isText(text) ? textOf(text.text) : undefined;
}

/** Two bytes a glyph where the font says what its glyphs mean; a font that does not is read as it stands. */
function glyphs(text: string, font: CMap | undefined): readonly string[] {
  if (font === undefined) return [text];
  const out: string[] = [];
  for (let at = 0; at + 1 < text.length; at += 2)
    out.push(font.get(text.charCodeAt(at) * 256 + text.charCodeAt(at + 1)) ?? "");
  return out;
}

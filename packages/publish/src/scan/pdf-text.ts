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
  const strings = new Set<string>();
  let unread = 0;
  const read = (content: string | null | undefined): string => {
    if (content === null) unread += 1;
    return content ?? "";
  };
  for (const { value, content } of objects) {
    for (const one of stringsIn(value)) strings.add(one);
    if (!isDict(value)) continue;
    const [type, subtype] = [named(value, "Type"), named(value, "Subtype")];
    if (type === "Metadata") found.others.push(new TextDecoder().decode(bytesOf(read(content?.()))));
    if (subtype === "Image") found.pictures.push(read(content?.()));
    if (type !== "Page" && subtype !== "Form") continue;
    const fonts = fontsOf(value, byNumber, cmaps);
    const streams =
      subtype === "Form" ? [content] : refsIn(value.dict.get("Contents")).map((ref) => byNumber.get(ref)?.content);
    for (const stream of streams) {
      const page = pageLines(read(stream?.()), fonts);
      if (!page.whole) unread += 1;
      found.drawn.push(...readings(page.drawn), ...readings(page.meant));
    }
  }
  return { ...found, others: [...found.others, ...strings], unread };
}

const refsIn = (value: Pdf | undefined): readonly number[] =>
  (Array.isArray(value) ? value : [value]).filter(isRef).map(({ ref }) => ref);

type Lines = readonly (readonly string[])[];

/** A page as its pen went and, where right-to-left letters stand on it, each line from its end. */
function readings(lines: Lines): readonly string[] {
  const text = lines.map((line) => line.join("")).join("\n");
  return rightToLeft.test(text) ? [text, lines.map((line) => line.slice().reverse().join("")).join("\n")] : [text];
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
    const known = cmaps.get(unicode.ref) ?? readCMap(objects.get(unicode.ref)?.content?.() ?? "");
    cmaps.set(unicode.ref, known);
    out.set(name, known);
  }
  return out;
}

/** ToUnicode: two-byte glyph numbers to text, single (`bfchar`) and in runs (`bfrange`). */
function readCMap(stream: string): CMap {
  const map = new Map<number, string>();
  const decoder = new TextDecoder("utf-16be");
  const utf16 = (bytes: string): string => decoder.decode(bytesOf(bytes));
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

/** Follows the pen: lines of pieces, each the text of one glyph or, in `meant`, of one span that says what it stands for. */
function pageLines(content: string, fonts: ReadonlyMap<string, CMap>): { drawn: Lines; meant: Lines; whole: boolean } {
  const reader = pdfReader(content);
  const spans: boolean[] = [];
  const [drawn, meant]: [string[][], string[][]] = [[[]], [[]]];
  let font: CMap | undefined;
  let height = 0;
  let operands: Pdf[] = [];
  for (let value = reader.next(); value !== undefined; value = reader.next()) {
    if (!isOperator(value)) {
      operands.push(value);
      continue;
    }
    switch (value.operator) {
      case "Tf":
        font = isName(operands[0]) ? fonts.get(operands[0].name) : undefined;
        break;
      case "cm": {
        const to = Number(operands[5]);
        if (Math.abs(to - height) > anotherLine) for (const lines of [drawn, meant]) lines.push([]);
        height = to;
        break;
      }
      case "Tj":
      case "TJ":
      case "'": {
        const into = spans.includes(true) ? [drawn] : [drawn, meant];
        for (const shown of operands.flat())
          if (isText(shown))
            for (const glyph of glyphs(shown.text, font)) for (const lines of into) lines.at(-1)?.push(glyph);
        break;
      }
      case "BMC":
      case "BDC": {
        const actual = actualText(operands[1]);
        if (actual !== undefined && !spans.includes(true)) meant.at(-1)?.push(actual);
        spans.push(actual !== undefined);
        break;
      }
      case "EMC":
        spans.pop();
        break;
      default:
    }
    operands = [];
  }
  return { drawn, meant, whole: content.slice(reader.place()).trim() === "" };
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

/**
 * Looks through what is about to be handed out for every protected string. The dossier's own text decides; the finished
 * files are searched as well, since a renderer may bring in what no dossier says: a file name, metadata, an old version.
 */

import { strFromU8, unzipSync } from "fflate";
import { binary, utf8 } from "./bytes.ts";
import type { Dossier } from "./dossier.ts";
import { textsOf } from "./edition.ts";
import type { ProtectedString } from "./protected.ts";
import { needlesIn, needlesInPages } from "./scan/match.ts";
import { type Needle, needleFor } from "./scan/needle.ts";
import { pdfTexts } from "./scan/pdf-text.ts";
import { unescaped } from "./scan/unhide.ts";
import { style } from "./style.ts";

export type Format = "pdf" | "epub" | "docx" | "html";

/** Where a protected value was found. Names its record and field, never the value. */
export interface Leak {
  readonly in: Format | "dossier";
  readonly record: string;
  readonly field: string;
}

export const needlesFor = (strings: readonly ProtectedString[]): readonly Needle[] => strings.map(needleFor);

export const scanDossier = (dossier: Dossier, needles: readonly Needle[]): readonly Leak[] => {
  const found = needlesIn(textsOf(dossier), needles);
  const pictures = dossier.images.map(({ bytes }) => binary(bytes));
  return leaks("dossier", [...found, ...inBytes(pictures, needles)]);
};

export function scanFile(format: Format, bytes: Uint8Array, needles: readonly Needle[]): readonly Leak[] {
  switch (format) {
    case "pdf": {
      const { drawn, others, pictures, unread } = pdfTexts(bytes);
      if (unread > 0) throw new Error("a PDF stream cannot be read: nothing is known about it");
      const found = [...needlesInPages(drawn, needles), ...needlesIn(others, needles)];
      return leaks(format, [...found, ...inBytes(pictures, needles)]);
    }
    case "html":
      return leaks(format, needlesIn(markupTexts(withoutOurs(strFromU8(bytes))), needles));
    case "epub":
    case "docx":
      return leaks(format, inZip(bytes, needles));
    default:
      return format satisfies never;
  }
}

function leaks(where: Leak["in"], found: readonly Needle[]): readonly Leak[] {
  const once = new Map(found.map(({ record, field }) => [`${record} ${field}`, { in: where, record, field }]));
  return [...once.values()];
}

function inZip(bytes: Uint8Array, needles: readonly Needle[]): readonly Needle[] {
  const entries = Object.entries(unzipSync(bytes));
  const texts = entries.flatMap(([path, content]) =>
    /\.(xhtml|html|xml|opf|ncx|css|rels|svg)$/.test(path)
      ? [path, ...markupTexts(withoutOurs(strFromU8(content)))]
      : [path],
  );
  const pictures = entries.flatMap(([path, content]) => (/\.(jpe?g|png|gif)$/.test(path) ? [binary(content)] : []));
  return [...needlesIn(texts, needles), ...inBytes(pictures, needles)];
}

/** Our style and our fonts are the same in every publication; as text they would be chance words. */
const withoutOurs = (markup: string): string =>
  markup.replace(style, "").replace(/src:url\(data:font\/ttf;base64,[A-Za-z0-9+/=]*\)/g, "");

/** Text without its tags, and every attribute's value and comment: both with and without a space where a tag stood. */
function markupTexts(markup: string): readonly string[] {
  const attributes = [...markup.matchAll(/=\s*"([^"]*)"|=\s*'([^']*)'/g)].map((match) =>
    unescaped(match[1] ?? match[2] ?? ""),
  );
  const spaced = unescaped(markup.replace(/<[^>]*>/g, " "));
  const joined = unescaped(markup.replace(/<[^>]*>/g, ""));
  const comments = [...markup.matchAll(/<!--([\s\S]*?)-->/g)].map(([, text]) => text ?? "");
  return [spaced, joined, ...attributes.filter((value) => !value.startsWith("data:")), ...comments];
}

/** Inside pictures: the bytes of a string as UTF-8 and UTF-16, for what is long enough not to occur by chance. */
function inBytes(pictures: readonly string[], needles: readonly Needle[]): readonly Needle[] {
  return needles.filter((needle) =>
    needle.exact.some((text) => {
      const forms = [binary(utf8(text)), utf16(text, 0), utf16(text, 1)];
      return (
        forms[0] !== undefined &&
        forms[0].length >= 6 &&
        pictures.some((picture) => forms.some((form) => picture.includes(form)))
      );
    }),
  );
}

/** UTF-16 as characters of one byte: high byte first (0) or last (1). */
const utf16 = (text: string, low: 0 | 1): string =>
  Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at);
    const bytes = [String.fromCharCode(unit >> 8), String.fromCharCode(unit & 255)];
    return low === 1 ? bytes.reverse().join("") : bytes.join("");
  }).join("");

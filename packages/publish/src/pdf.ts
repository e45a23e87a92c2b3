/** A dossier becomes a tagged PDF: one template reads one data file. The same bytes from the browser and from Node. */

import type { Assets } from "./assets.ts";
import { utf8 } from "./bytes.ts";
import type { Edition } from "./edition.ts";
import { finishPdf } from "./finish-pdf.ts";
import { familiesFor, fontFiles } from "./fonts.ts";
import { dirOf } from "./lang.ts";
import { template } from "./typst/template.ts";
import type { Typst } from "./typst/typst.ts";

export type PdfError = { readonly kind: "typst-refused"; readonly messages: readonly string[] };

/**
 * Draws the pages.
 *
 * @returns the finished file, marked PDF/UA-1; or what Typst said, which names places in our template and never a text
 */
export async function renderPdf(
  edition: Edition,
  { typst, assets }: { readonly typst: Typst; readonly assets: Assets },
): Promise<Uint8Array | PdfError> {
  const fonts = await Promise.all(fontFiles(edition.fonts.families).map((name) => assets.load(`fonts/${name}`)));
  const files = new Map<string, Uint8Array>([
    ["/main.typ", utf8(template)],
    ["/dossier.json", utf8(JSON.stringify(pageData(edition)))],
    ...edition.dossier.images.map((image): [string, Uint8Array] => [imagePath(image), image.bytes]),
  ]);
  const drawn = await typst.compile(files, fonts);
  return drawn instanceof Uint8Array ? finishPdf(drawn) : { kind: "typst-refused", messages: drawn };
}

const imagePath = ({ id, mediaType }: Edition["dossier"]["images"][number]): string =>
  `/${id}.${mediaType === "image/png" ? "png" : "jpg"}`;

function pageData({ dossier, draft, words, fonts }: Edition): unknown {
  const { title, lang, dir, classification, sections, sources, images } = dossier;
  const tags = new Set([lang, ...fonts.byLang.keys()]);
  return {
    title,
    lang,
    dir,
    classification,
    sections,
    sources,
    words,
    draft: draft ? words.draft : null,
    numbers: Object.fromEntries(sources.map(({ id }, index) => [id, String(index + 1)])),
    images: Object.fromEntries(images.map((image) => [image.id, imagePath(image)])),
    langs: Object.fromEntries([...tags].map((tag) => [tag, typography(tag, fonts)])),
  };
}

/** What Typst needs to set a language: its names, its fonts in order, and the space its letters take above and below. */
function typography(tag: string, { byLang }: Edition["fonts"]): unknown {
  const base = tag.split("-")[0] ?? tag;
  const loose: Readonly<Record<string, number>> = { ur: 1.6, ks: 1.6, km: 1, my: 1, lo: 1, ar: 0.9, fa: 0.9, th: 0.85 };
  const families = byLang.get(tag) ?? familiesFor(tag).slice(0, 1);
  return {
    lang: base,
    region: /-([A-Z]{2})$/.exec(tag)?.[1] ?? null,
    dir: dirOf(tag),
    fonts: families.map(({ name }) => name),
    leading: loose[base] ?? 0.75,
  };
}

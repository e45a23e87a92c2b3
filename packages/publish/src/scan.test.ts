import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { diskAssets } from "./assets.node.ts";
import { editionOf } from "./edition.ts";
import { aDossier, languages, sample } from "./example.ts";
import { renderPdf } from "./pdf.ts";
import { isHan, isUnspaced } from "./scan/fold.ts";
import { needlesFor, scanDossier, scanFile } from "./scan.ts";
import { nativeTypst } from "./typst/typst.node.ts";

const assets = diskAssets(fileURLToPath(new URL("..", import.meta.url)));
const edition = editionOf(aDossier(), { cleared: false });
const pdf = await renderPdf(edition, { typst: await nativeTypst(), assets });
if (!(pdf instanceof Uint8Array)) throw new Error("no PDF");

/** Shorter words are not names: two letters, or a particle of Thai, Lao, Khmer or Burmese. */
const shortest = (word: string): number => (isHan(word) ? 2 : isUnspaced(word) ? 4 : 3);

for (const lang of languages) {
  test(`every word of a page is found again: ${lang}`, () => {
    const words = [...new Intl.Segmenter(lang, { granularity: "word" }).segment(sample(lang))]
      .filter(({ isWordLike, segment }) => isWordLike && [...segment].length >= shortest(segment))
      .map(({ segment }) => segment);
    const needles = needlesFor(
      words.map((text, index) => ({ record: String(index), field: lang, text, form: "name" as const })),
    );
    expect(words.length).toBeGreaterThan(2);
    const found = new Set(scanFile("pdf", pdf, needles).map(({ record }) => record));
    expect(words.filter((_, index) => !found.has(String(index)))).toEqual([]);
    expect(new Set(scanDossier(edition.dossier, needles).map(({ record }) => record)).size).toBe(words.length);
  });
}

test("names that are not on any page are not found", () => {
  const bogus = [
    "Ravindra Wijesekara",
    "สมชาย ใจดี",
    "សុខា ចាន់",
    "ကိုကိုအောင်",
    "فاطمہ بی بی",
    "रामबहादुर थापा",
    "王小明",
    "박지훈",
    "Trần Văn Dũng",
  ];
  const needles = needlesFor(bogus.map((text) => ({ record: text, field: "x", text, form: "name" as const })));
  expect(scanFile("pdf", pdf, needles)).toEqual([]);
});

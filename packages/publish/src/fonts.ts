/** Which fonts a document needs, and whether they can draw every character of it. A gap is an error, never an empty box. */

import coverage from "./coverage.json";

/** How a font family is written in Typst, in CSS and on disk. */
export interface Family {
  readonly name: string;
  readonly file: string;
  /** Weights and styles that exist as `fonts/<file>-<face>.ttf` */
  readonly faces: readonly ("400" | "400-italic" | "700")[];
}

const both = ["400", "700"] as const;
const family = (file: string, faces: Family["faces"] = both): Family => ({
  name: file.replace(/([a-z])([A-Z])/g, "$1 $2"),
  file,
  faces,
});

const sans = family("NotoSans", ["400", "400-italic", "700"]);
const scripts = ["Thai", "Lao", "Khmer", "Myanmar", "Devanagari", "Sinhala", "Tamil", "Bengali"].map((script) =>
  family(`NotoSans${script}`),
);
const naskh = family("NotoNaskhArabic");
const nastaliq = family("NotoNastaliqUrdu");
/** Regular only: their bold would double the download */
const sc = family("NotoSansSC", ["400"]);
const jp = family("NotoSansJP", ["400"]);
const kr = family("NotoSansKR", ["400"]);
const cjk = new Set([sc, jp, kr]);

/** All families in the order in which a language tries them: Latin, other scripts, Arabic hand and Han forms of the language. */
export function familiesFor(lang: string): readonly Family[] {
  const base = lang.split("-")[0] ?? "";
  const arabic = ["ur", "ks"].includes(base) ? [nastaliq, naskh] : [naskh, nastaliq];
  const han = base === "ja" ? [jp, sc, kr] : base === "ko" ? [kr, sc, jp] : [sc, jp, kr];
  return [sans, ...scripts, ...arabic, ...han];
}

/** The families that travel inside a page or a book: Latin is everywhere, and Chinese, Japanese and Korean weigh 5 to 11 MB. */
export const carried = (families: readonly Family[]): readonly Family[] =>
  families.filter((one) => one !== sans && !cjk.has(one));

export interface Spelled {
  readonly lang: string;
  readonly text: string;
}

export interface FontNeed {
  /** Used families by language, in the order of use */
  readonly byLang: ReadonlyMap<string, readonly Family[]>;
  /** Every used family once */
  readonly families: readonly Family[];
  /** Characters that no font of ours draws */
  readonly missing: readonly { readonly codePoint: number; readonly lang: string }[];
}

/** Finds the fonts for the given texts. Latin is always there: page numbers need it. */
export function fontNeed(texts: Iterable<Spelled>): FontNeed {
  const points = new Map<string, Set<number>>();
  for (const { lang, text } of texts) {
    const seen = points.get(lang) ?? new Set<number>();
    points.set(lang, seen);
    for (const one of text) seen.add(one.codePointAt(0) ?? 0);
  }
  const missing: { codePoint: number; lang: string }[] = [];
  const byLang = new Map<string, readonly Family[]>();
  for (const [lang, seen] of points) {
    const order = familiesFor(lang);
    const used = new Set<Family>([sans]);
    for (const codePoint of seen) {
      const drawing = drawn(codePoint, order);
      if (drawing === undefined) missing.push({ codePoint, lang });
      else for (const one of drawing) used.add(one);
    }
    byLang.set(
      lang,
      order.filter((one) => used.has(one)),
    );
  }
  const all = new Set([...byLang.values()].flat());
  return { byLang, families: familiesFor("en").filter((one) => all.has(one)), missing };
}

/** File names of the given families below `fonts/`. */
export const fontFiles = (families: readonly Family[]): readonly string[] =>
  families.flatMap(({ file, faces }) => faces.map((face) => `${file}-${face}.ttf`));

/** The families that draw one character, by itself or in its parts; none when nothing does. */
function drawn(codePoint: number, order: readonly Family[]): readonly Family[] | undefined {
  const character = String.fromCodePoint(codePoint);
  if (/[\p{Default_Ignorable_Code_Point}\p{Cf}\t\n\r]/u.test(character)) return [];
  const whole = order.find((one) => draws(one, codePoint));
  if (whole) return [whole];
  const parts = [...character.normalize("NFD")].map((part) => part.codePointAt(0) ?? 0);
  if (parts.length < 2) return undefined;
  const found = parts.flatMap((part) => order.find((one) => draws(one, part)) ?? []);
  return found.length === parts.length ? found : undefined;
}

const ranges = new Map<string, readonly (readonly [number, number])[]>();

function draws({ file }: Family, codePoint: number): boolean {
  let known = ranges.get(file);
  if (known === undefined) {
    known = readRanges(coverage[file as keyof typeof coverage]);
    ranges.set(file, known);
  }
  let low = 0;
  let high = known.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = known[middle] ?? [0, -1];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** Pairs "gap,length" in base 36, each gap counted from the end of the range before (`fonts/coverage.mjs` writes them). */
function readRanges(text: string): readonly (readonly [number, number])[] {
  let next = 0;
  return text.split(" ").map((pair) => {
    const [gap = 0, length = 0] = pair.split(",").map((digits) => Number.parseInt(digits, 36));
    const first = next + gap;
    next = first + length;
    return [first, next - 1] as const;
  });
}

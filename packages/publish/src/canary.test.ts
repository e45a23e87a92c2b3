import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { briefQuestion, canaries, phone } from "./case.example.ts";
import { renderDocx } from "./docx.ts";
import type { Dossier } from "./dossier.ts";
import { editionOf } from "./edition.ts";
import { renderEpub } from "./epub.ts";
import { aDossier } from "./example.ts";
import { gateBrief } from "./gate.ts";
import { renderHtml } from "./html.ts";
import type { Block, Mark } from "./model.ts";
import { renderPdf } from "./pdf.ts";
import type { ProtectedString } from "./protected.ts";
import { type PublishedFile, publish } from "./publish.ts";
import { type Format, needlesFor, scanDossier, scanFile } from "./scan.ts";
import { nodeTools } from "./tools.node.ts";
import { nativeTypst } from "./typst/typst.node.ts";
import { paragraph, section, spokenIn, table, text } from "./write.ts";

const formats = ["html", "epub", "docx", "pdf"] as const;
const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
const langs: Readonly<Record<string, string>> = {
  Latin: "en",
  Thai: "th",
  Khmer: "km",
  Burmese: "my",
  Urdu: "ur",
  Nepali: "ne",
  Chinese: "zh",
};
const protect: readonly ProtectedString[] = [
  ...Object.entries(canaries).map(([script, name]) => ({
    record: script,
    field: "realName",
    text: name,
    form: "name" as const,
  })),
  { record: "phone", field: "safeContact", text: phone, form: "words" },
];

let files: readonly PublishedFile[] = [];
beforeAll(async () => {
  const gated = await gateBrief(briefQuestion("anonymous"), sha256);
  if ("refused" in gated) throw new Error(JSON.stringify(gated.refused));
  const made = await publish({ ...gated, formats, day: "2026-11-21" }, nodeTools());
  if (!("files" in made)) throw new Error(JSON.stringify(made.problem));
  files = made.files;
});

test("the anonymous brief of a case full of names holds none of them, in any format", () => {
  for (const { format, bytes } of files) expect(scanFile(format, bytes, needlesFor(protect)), format).toEqual([]);
});

test("nor do the raw bytes, unpacked", () => {
  for (const { format, bytes, name } of files) {
    const texts =
      format === "epub" || format === "docx" ? Object.entries(unzipSync(bytes)).flat().map(plain) : [strFromU8(bytes)];
    for (const canary of [...Object.values(canaries), phone])
      expect(
        [name, ...texts].some((one) => one.includes(canary)),
        `${format} ${canary}`,
      ).toBe(false);
  }
});

const plain = (part: string | Uint8Array): string => (typeof part === "string" ? part : strFromU8(part));

/** One name in one place of a made-up dossier. */
const places: Readonly<Record<string, (name: string, lang: string) => Partial<Dossier>>> = {
  narrative: (name, lang) => inBlocks(lang, [paragraph(lang, text(name))]),
  "two lines": (name, lang) => inBlocks(lang, [paragraph(lang, text(`${name} `.repeat(20).trim()))]),
  note: (name, lang) => inBlocks(lang, [paragraph(lang, { type: "footnote", content: [text(name)] })]),
  "alternative text": (name, lang) => inBlocks(lang, [chart(lang, { alt: name, caption: "", label: "A" })]),
  caption: (name, lang) => inBlocks(lang, [chart(lang, { alt: "A", caption: name, label: "A" })]),
  "a chart's label": (name, lang) => inBlocks(lang, [chart(lang, { alt: "A", caption: "", label: name })]),
  heading: (name, lang) => ({ sections: [section(name, lang, [paragraph(lang, text("A"))])] }),
  title: (name, lang) => ({ title: name, lang, dir: spokenIn(lang).dir }),
  "a table's cell": (name, lang) => inBlocks(lang, [table(lang, "A", [["A"], [name]])]),
  "a table's caption": (name, lang) => inBlocks(lang, [table(lang, name, [["A"], ["B"]])]),
  "where a link leads": (name, lang) => inBlocks(lang, [paragraph(lang, text("A", linkTo(name)))]),
  source: (name, lang) => ({ sources: [{ id: "x1", text: name, lang }] }),
};

const linkTo = (name: string): Mark => ({
  type: "link",
  attrs: { href: `https://files.example/${encodeURIComponent(name)}` },
});

const inBlocks = (lang: string, blocks: readonly Block[]): Partial<Dossier> => ({
  sections: [section("A", lang, blocks)],
});

const chart = (lang: string, { alt, caption, label }: { alt: string; caption: string; label: string }): Block => ({
  type: "chart",
  attrs: { ...spokenIn(lang), alt, caption, data: { kind: "bar", bars: [{ label, value: 1 }] } },
});

for (const [script, name] of Object.entries(canaries)) {
  test(`a name in ${script} is caught wherever it is planted, in the dossier and in each format`, async () => {
    const lang = langs[script] ?? "en";
    const needles = needlesFor(protect);
    const tools = nodeTools();
    const missed: string[] = [];
    for (const [place, plant] of Object.entries(places)) {
      const edition = editionOf(
        aDossier({ sources: [], ...inBlocks("en", [paragraph("en", text("A"))]), ...plant(name, lang) }),
        { cleared: false },
      );
      const pdf = await renderPdf(edition, { typst: await nativeTypst(), assets: tools.assets });
      if (!(pdf instanceof Uint8Array)) throw new Error(pdf.messages.join());
      const rendered: readonly (readonly [Format, Uint8Array])[] = [
        ["pdf", pdf],
        ["html", await renderHtml(edition, tools.assets)],
        ["epub", await renderEpub(edition, { ...tools, day: "2026-11-21" })],
        ["docx", await renderDocx(edition)],
      ];
      const found = (leaks: ReturnType<typeof scanDossier>): boolean => leaks.some(({ record }) => record === script);
      if (!found(scanDossier(edition.dossier, needles))) missed.push(`${place}: dossier`);
      for (const [format, bytes] of rendered)
        if (!found(scanFile(format, bytes, needles))) missed.push(`${place}: ${format}`);
    }
    expect(missed).toEqual([]);
  });
}

test("what leaks is refused before anything is rendered, and the refusal says no name", async () => {
  const dossier = aDossier(
    inBlocks("en", [paragraph("en", text(`Said by ${canaries["Latin"]}, tel. 0060 (12) 345-6789`))]),
  );
  const answer = await publish({ dossier, cleared: false, protect, formats, day: "2026-11-21" }, nodeTools());
  expect(answer).toEqual({
    problem: {
      kind: "leak",
      leaks: [
        { in: "dossier", record: "Latin", field: "realName" },
        { in: "dossier", record: "phone", field: "safeContact" },
      ],
    },
  });
});

test("a name in a picture's metadata is caught in the dossier and in each file", async () => {
  const bytes = new Uint8Array([
    ...new TextEncoder().encode("\xff\xd8 Exif "),
    ...new TextEncoder().encode(canaries["Khmer"]),
  ]);
  const dossier = aDossier({ images: [{ id: "i1", mediaType: "image/jpeg", width: 1, height: 1, bytes }] });
  expect(scanDossier(dossier, needlesFor(protect)).map(({ record }) => record)).toEqual(["Khmer"]);
  const epub = await renderEpub(editionOf(dossier, { cleared: false }), { ...nodeTools(), day: "2026-11-21" });
  expect(scanFile("epub", epub, needlesFor(protect)).map(({ record }) => record)).toEqual(["Khmer"]);
});

test("file names say nothing", () => {
  for (const { name } of files) expect(name).toMatch(/^saksi-[0-9a-f]{12}\.(html|epub|docx|pdf)$/);
});

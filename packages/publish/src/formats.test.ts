// Finished files against the checkers of others. A missing checker is a failure: the test command installs them.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync, zlibSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { editionOf } from "./edition.ts";
import { aDossier, languages, sample } from "./example.ts";
import { renderPdf } from "./pdf.ts";
import { uaFaults } from "./pdf-ua.ts";
import { publish } from "./publish.ts";
import type { Format } from "./scan.ts";
import { nodeTools } from "./tools.node.ts";
import { nativeTypst, nodeWasmTypst } from "./typst/typst.node.ts";
import { section, spokenIn } from "./write.ts";

const folder = mkdtempSync(join(tmpdir(), "saksi-publish-"));
afterAll(() => rmSync(folder, { recursive: true }));

const formats = ["html", "epub", "docx", "pdf"] as const;
const rtl = aDossier({ lang: "ur", dir: "rtl", title: sample("ur").slice(0, 30) });

async function files(dossier = aDossier(), cleared = false): Promise<Readonly<Record<Format, Uint8Array>>> {
  const made = await publish({ dossier, cleared, protect: [], formats, day: "2026-11-21" }, nodeTools());
  if (!("files" in made)) throw new Error(JSON.stringify(made.problem));
  return Object.fromEntries(made.files.map(({ format, bytes }) => [format, bytes])) as Record<Format, Uint8Array>;
}

function saved(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** One grey pixel, drawn here. */
function aPixel(): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Uint8Array => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = new Uint8Array([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk("IHDR", head),
      chunk("IDAT", zlibSync(new Uint8Array([0, 128]))),
      chunk("IEND", new Uint8Array()),
    ]),
  );
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const figure = section("A figure", "en", [
  { type: "figure", attrs: { ...spokenIn("en"), image: "i1", alt: "A grey square.", caption: "Drawn anew" } },
]);
const illustrated = aDossier({
  sections: [...aDossier().sections, figure],
  images: [{ id: "i1", mediaType: "image/png", width: 1, height: 1, bytes: aPixel() }],
});
const made = await files(illustrated);
const pdf = saved("a.pdf", made.pdf);

/** Two starts of a Java machine, beside every other test. */
const epubcheckMs = 120_000;

test("epubcheck finds no error and no warning, left to right and right to left", { timeout: epubcheckMs }, async () => {
  for (const [name, bytes] of [
    ["a.epub", made.epub],
    ["b.epub", (await files(rtl)).epub],
  ] as const) {
    const said = spawnSync("java", ["-jar", "/usr/share/java/epubcheck.jar", saved(name, bytes)], { encoding: "utf8" });
    expect(`${said.error?.message ?? ""}${said.stdout}${said.stderr}`).toContain("0 fatals / 0 errors / 0 warnings");
  }
});

test("qpdf finds no fault in a PDF that we marked, and our checks of PDF/UA-1 find none", () => {
  expect(execFileSync("qpdf", ["--check", pdf], { encoding: "utf8" })).toContain(
    "No syntax or stream encoding errors found",
  );
  const json: unknown = JSON.parse(execFileSync("qpdf", ["--json=2", pdf], { encoding: "utf8", maxBuffer: 1 << 28 }));
  expect(uaFaults(json)).toEqual([]);
});

test("a PDF is tagged, claims PDF/UA-1, and says no name, no time and no machine", () => {
  const info = execFileSync("pdfinfo", [pdf], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).not.toMatch(/Author|CreationDate|ModDate|Producer:.*\//);
  const meta = execFileSync("pdfinfo", ["-meta", pdf], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  expect(meta).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(meta).not.toMatch(/CreateDate|ModifyDate|dc:creator/);
});

test("other readers find the words of a PDF", () => {
  const text = execFileSync("pdftotext", [pdf, "-"], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "ignore"],
  });
  for (const words of [
    "All human beings are born free",
    "Remedy ladder",
    "[withheld]",
    "Хүн бүр төрж",
    "Tất cả mọi người",
  ])
    expect(text).toContain(words);
});

test("Typst itself accepts the page design as PDF/UA-1, every glyph found in its font", async () => {
  const { assets } = nodeTools();
  for (const dossier of [illustrated, rtl]) {
    const drawn = await renderPdf(editionOf(dossier, { cleared: true }), { typst: await nativeTypst("ua-1"), assets });
    expect(drawn instanceof Uint8Array ? [] : drawn.messages).toEqual([]);
  }
});

test("WebAssembly and native draw the same bytes", async () => {
  const drawn = await renderPdf(editionOf(illustrated, { cleared: false }), {
    typst: await nodeWasmTypst(),
    assets: nodeTools().assets,
  });
  expect(drawn instanceof Uint8Array && Buffer.from(drawn).equals(Buffer.from(made.pdf))).toBe(true);
});

test("every format comes out the same a second later", async () => {
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const again = await files(illustrated);
  for (const format of formats) expect(Buffer.from(again[format]).equals(Buffer.from(made[format])), format).toBe(true);
});

test("a draft says so on every page of every format, a cleared dossier on none", async () => {
  const mark = "Draft, not cleared";
  const pages = (bytes: Uint8Array, name: string): readonly string[] =>
    execFileSync("pdftotext", [saved(name, bytes), "-"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
      .split("\f")
      .slice(0, -1);
  const texts = (bytes: Uint8Array): readonly string[] =>
    Object.entries(unzipSync(bytes)).flatMap(([path, one]) =>
      /xhtml$|header\d*\.xml$/.test(path) ? [strFromU8(one)] : [],
    );
  expect(pages(made.pdf, "draft.pdf").every((page) => page.includes(mark))).toBe(true);
  expect(texts(made.epub).every((page) => page.includes(mark))).toBe(true);
  expect(texts(made.docx).every((page) => page.includes(mark))).toBe(true);
  expect(strFromU8(made.html)).toContain(mark);
  const cleared = await files(aDossier(), true);
  expect(pages(cleared.pdf, "cleared.pdf").some((page) => page.includes(mark))).toBe(false);
  for (const bytes of [cleared.html, cleared.epub, cleared.docx]) expect(scanText(bytes)).not.toContain(mark);
});

test("every sentence of every language is in HTML, EPUB and DOCX, letter by letter", () => {
  for (const format of ["html", "epub", "docx"] as const) {
    const text = scanText(made[format]).replace(/<[^>]*>/g, "");
    for (const lang of languages) expect(text, `${format} ${lang}`).toContain(sample(lang).split(/[.,]/)[0]);
  }
});

test("a character that no font draws is named, not drawn as a box", async () => {
  const dossier = aDossier({ title: "A made-up brief \u{13000}" });
  const answer = await publish(
    { dossier, cleared: false, protect: [], formats: ["html"], day: "2026-11-21" },
    nodeTools(),
  );
  expect(answer).toEqual({ problem: { kind: "missing-glyph", missing: [{ codePoint: 0x13000, lang: "en" }] } });
});

test("a stop is heard, and hands out nothing", async () => {
  const stop = new AbortController();
  const question = { dossier: aDossier(), cleared: false, protect: [], formats, day: "2026-11-21" };
  const stages: string[] = [];
  const tools = {
    ...nodeTools(),
    signal: stop.signal,
    onProgress: ({ stage }: { stage: string }) => void (stages.push(stage) === 3 && stop.abort()),
  };
  await expect(publish(question, tools)).rejects.toThrow();
  expect(stages).toEqual(["check", "render", "scan"]);
});

function scanText(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([path, one]) => (/xml$|xhtml$|opf$/.test(path) ? strFromU8(one) : ""))
    .join("\n");
}

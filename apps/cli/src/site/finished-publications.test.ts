import { expect, test } from "vitest";
import { finishedPublications } from "./finished-publications.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const one = { title: "Held", about: "Made up.", knownUpTo: "2026-05", cleared: true, files: ["held.html"] };

/** A folder in memory. */
const taken = (
  library: unknown,
  files: Readonly<Record<string, string>> = { "held.html": "<!doctype html><p>Words" },
) => {
  const all: Readonly<Record<string, string>> = { "library.json": JSON.stringify(library), ...files };
  return finishedPublications(async (name) => {
    const text = all[name];
    if (text === undefined) throw new Error("no such file");
    return utf8(text);
  });
};
const refusal = (kind: string, at: string) => ({ problem: expect.objectContaining({ kind, at }) });

test("a finished publication keeps its bytes, and its SHA-256 is theirs", async () => {
  const answer = await taken([one]);
  expect(answer).toMatchObject({
    publications: [
      {
        slug: "held",
        cleared: true,
        known: { upTo: "2026-05" },
        files: [{ format: "html", path: "publications/held.html", bytes: utf8("<!doctype html><p>Words") }],
      },
    ],
  });
});

test("a file that calls itself a draft is not taken for a cleared one, in any language that we write it in", async () => {
  for (const mark of ["Draft, not cleared", "Draf, belum disetujui"]) {
    const files = { "held.html": `<!doctype html><p>${mark}</p>` };
    expect(await taken([one], files)).toEqual(refusal("draft-called-cleared", "held.html"));
    expect(await taken([{ ...one, cleared: false }], files)).toMatchObject({ publications: [{ cleared: false }] });
  }
});

test("a page that would run something, or a file that is not what its name says, is refused", async () => {
  for (const page of ["<script>1</script>", '<p onclick="1">', '<a href="javascript:1">'])
    expect(await taken([one], { "held.html": `<!doctype html>${page}` })).toEqual(refusal("runs-script", "held.html"));
  const pdf = [{ ...one, files: ["held.pdf"] }];
  expect(await taken(pdf, { "held.pdf": "<!doctype html>" })).toEqual(refusal("not-that-format", "held.pdf"));
});

test("what library.json lacks, names twice or names in vain is said with its place", async () => {
  expect(await taken([{ ...one, cleared: undefined }])).toEqual(refusal("bad-library", "0.cleared"));
  expect(await taken([{ ...one, files: ["../held.html"] }])).toEqual(refusal("bad-library", "0.files.0"));
  expect(await taken([one, one])).toEqual(refusal("twice", "held.html"));
  expect(await taken([one], {})).toEqual(refusal("no-file", "held.html"));
  expect(await finishedPublications(() => Promise.reject(new Error("no folder")))).toEqual(
    refusal("no-library", "library.json"),
  );
});

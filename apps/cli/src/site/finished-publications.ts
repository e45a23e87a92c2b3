/**
 * Publications that were finished before the site was built: a folder with its files and a `library.json` that says what
 * they are.
 *
 * ```json
 * [{ "title": "Held without charge", "about": "What eleven people told us.", "knownUpTo": "2026-05",
 *    "cleared": true, "files": ["held-without-charge.pdf", "held-without-charge.epub"] }]
 * ```
 */

import { createHash } from "node:crypto";
import { parsePartialDate } from "@saksi/domain/partial-date";
import { type Format, needlesFor, scanFile } from "@saksi/publish/scan";
import { wordsFor } from "@saksi/publish/words";
import * as v from "valibot";
import type { Publication, PublishedFile } from "./pages/publications.ts";

const fileName = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9_-]*\.(pdf|epub|docx|html)$/,
    "a file is named in small letters, digits, - and _, and ends in .pdf, .epub, .docx or .html",
  ),
);
const libraryShape = v.array(
  v.strictObject({
    title: v.pipe(v.string(), v.nonEmpty()),
    about: v.pipe(v.string(), v.nonEmpty()),
    knownUpTo: v.nullable(
      v.pipe(
        v.string(),
        v.check((text) => "date" in parsePartialDate(text), "a day, month or year such as 2026-05"),
      ),
    ),
    cleared: v.boolean(),
    files: v.pipe(v.array(fileName), v.minLength(1)),
  }),
);

/** Why a folder was not taken in; `at` is a file or a place in `library.json`. */
export interface LibraryProblem {
  readonly kind:
    | "no-library"
    | "bad-library"
    | "no-file"
    | "twice"
    | "not-that-format"
    | "draft-called-cleared"
    | "runs-script";
  readonly at: string;
  readonly message: string;
}

/** @param load  a file of the folder by its name; rejects where there is none */
export async function finishedPublications(
  load: (name: string) => Promise<Uint8Array>,
): Promise<{ readonly publications: readonly Publication[] } | { readonly problem: LibraryProblem }> {
  const text = await load("library.json").then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  );
  if (text === null) return problem("no-library", "library.json", "The folder has no library.json.");
  const read = v.safeParse(libraryShape, fromJson(text));
  if (!read.success)
    return problem("bad-library", v.getDotPath(read.issues[0]) ?? "library.json", read.issues[0].message);
  const names = read.output.flatMap(({ files }) => files);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return problem("twice", twice, "A file belongs to one publication.");
  const publications: Publication[] = [];
  for (const { title, about, knownUpTo, cleared, files } of read.output) {
    const taken: PublishedFile[] = [];
    for (const name of files) {
      const bytes = await load(name).catch(() => null);
      if (bytes === null) return problem("no-file", name, "library.json names a file that is not there.");
      const wrong = faultOf(name, bytes, cleared);
      if (wrong !== null) return { problem: wrong };
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      taken.push({ format: formatOf(name), path: `publications/${name}`, bytes, sha256 });
    }
    const known = knownUpTo === null ? null : { upTo: knownUpTo, oldest: knownUpTo, of: null };
    publications.push({ slug: (files[0] ?? "").replace(/\.[^.]+$/, ""), title, about, cleared, known, files: taken });
  }
  return { publications };
}

const problem = (kind: LibraryProblem["kind"], at: string, message: string) => ({ problem: { kind, at, message } });
const formatOf = (name: string): Format => name.slice(name.lastIndexOf(".") + 1) as Format; // the name was just read by pattern

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const beginnings: Readonly<Record<Format, RegExp>> = {
  pdf: /^%PDF-/,
  epub: /^PK/,
  docx: /^PK/,
  html: /^\s*<(\?xml|!doctype)/i,
};

/** A file that says of itself that it is a draft is not taken for a cleared one, whatever `library.json` says. */
function faultOf(name: string, bytes: Uint8Array, cleared: boolean): LibraryProblem | null {
  const format = formatOf(name);
  const begins = new TextDecoder("latin1").decode(bytes.subarray(0, 64));
  if (!beginnings[format].test(begins))
    return problem("not-that-format", name, `This is no ${format.toUpperCase()}.`).problem;
  if (format === "html" && /<script\b|\son\w+\s*=|javascript:/i.test(new TextDecoder().decode(bytes)))
    return problem("runs-script", name, "Nothing on the site runs. This page would.").problem;
  if (cleared && scanFile(format, bytes, draftMarks).length > 0)
    return problem("draft-called-cleared", name, "The file says of itself that it is a draft.").problem;
  return null;
}

const draftMarks = needlesFor(
  ["en", "id"].map((lang) => ({ record: lang, field: "draft", text: wordsFor(lang).draft, form: "code" as const })),
);

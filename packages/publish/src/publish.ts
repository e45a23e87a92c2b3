/**
 * The one road from a dossier to files: check, render the wanted formats, look through each finished file, hand out.
 * Nothing is handed out where anything leaks: all files or none.
 */

import type { Assets } from "./assets.ts";
import { hex } from "./bytes.ts";
import { type Dossier, type DossierFault, dossierFaults, dossierHash, type Sha256 } from "./dossier.ts";
import { type Edition, editionOf } from "./edition.ts";
import { renderEpub } from "./epub.ts";
import { renderHtml } from "./html.ts";
import { renderPdf } from "./pdf.ts";
import type { ProtectedString } from "./protected.ts";
import type { Needle } from "./scan/needle.ts";
import { type Format, type Leak, needlesFor, scanDossier, scanFile } from "./scan.ts";
import type { Typst } from "./typst/typst.ts";

export interface PublishQuestion {
  readonly dossier: Dossier;
  /** False: every page says *Draft, not cleared* */
  readonly cleared: boolean;
  readonly protect: readonly ProtectedString[];
  readonly formats: readonly Format[];
  /** For EPUB, which must name the day of its last change; `2026-11-21` */
  readonly day: string;
}

export interface PublishTools {
  readonly assets: Assets;
  readonly sha256: Sha256;
  /** Started only when a PDF is wanted, closed after */
  readonly startTypst: () => Promise<Typst>;
  readonly onProgress?: (progress: Progress) => void;
  /** Stopping throws the signal's reason; no file is handed out */
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly stage: "check" | "render" | "scan";
  readonly format?: Format;
  readonly done: number;
  readonly of: number;
}

export interface PublishedFile {
  readonly format: Format;
  /** Says nothing about what is inside */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export type PublishProblem =
  | { readonly kind: "not-a-dossier"; readonly faults: readonly DossierFault[] }
  /** Characters that no font of ours draws: they would be empty boxes */
  | {
      readonly kind: "missing-glyph";
      readonly missing: readonly { readonly codePoint: number; readonly lang: string }[];
    }
  | { readonly kind: "leak"; readonly leaks: readonly Leak[] }
  | { readonly kind: "typst-refused"; readonly messages: readonly string[] };

export type PublishAnswer = { readonly files: readonly PublishedFile[] } | { readonly problem: PublishProblem };

export async function publish(question: PublishQuestion, tools: PublishTools): Promise<PublishAnswer> {
  const { dossier, cleared, formats, protect } = question;
  const needles = needlesFor(protect);
  const steps = 1 + formats.length * 2;
  let done = 0;
  const step = async (stage: Progress["stage"], format?: Format): Promise<void> => {
    tools.onProgress?.({ stage, done, of: steps, ...(format ? { format } : {}) });
    done += 1;
    // Lets a page draw, and a stop be heard, between two long pieces of work.
    await new Promise((resolve) => setTimeout(resolve, 0));
    tools.signal?.throwIfAborted();
  };

  await step("check");
  const edition = editionOf(dossier, { cleared });
  const problem = checked(edition, needles);
  if (problem) return { problem };

  const hash = await dossierHash(dossier, tools.sha256);
  const files: PublishedFile[] = [];
  const leaks: Leak[] = [];
  for (const format of formats) {
    await step("render", format);
    const bytes = await rendered(format, edition, { ...tools, day: question.day });
    if (!(bytes instanceof Uint8Array)) return { problem: bytes };
    await step("scan", format);
    leaks.push(...scanFile(format, bytes, needles));
    files.push({ format, name: `saksi-${hash.slice(0, 12)}.${format}`, bytes, sha256: hex(await tools.sha256(bytes)) });
  }
  return leaks.length > 0 ? { problem: { kind: "leak", leaks } } : { files };
}

function checked(edition: Edition, needles: readonly Needle[]): PublishProblem | undefined {
  const faults = dossierFaults(edition.dossier);
  if (faults.length > 0) return { kind: "not-a-dossier", faults };
  const { missing } = edition.fonts;
  if (missing.length > 0) return { kind: "missing-glyph", missing };
  const leaks = scanDossier(edition.dossier, needles);
  return leaks.length > 0 ? { kind: "leak", leaks } : undefined;
}

async function rendered(
  format: Format,
  edition: Edition,
  tools: PublishTools & { readonly day: string },
): Promise<Uint8Array | PublishProblem> {
  switch (format) {
    case "html":
      return renderHtml(edition, tools.assets);
    case "epub":
      return renderEpub(edition, tools);
    case "docx":
      return (await import("./docx.ts")).renderDocx(edition);
    case "pdf": {
      const typst = await tools.startTypst();
      try {
        return await renderPdf(edition, { typst, assets: tools.assets });
      } finally {
        typst.close();
      }
    }
    default:
      return format satisfies never;
  }
}

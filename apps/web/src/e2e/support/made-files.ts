/** A picture to attach, and the words of a finished file: what readers see and what lies beside it. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";
import { unzipSync } from "fflate";

/** A grey square of 16 points whose metadata holds the words, as a camera or a scanner writes them. */
export function pictureWith(words: string): Buffer {
  const size = Buffer.from([0, 0, 0, 16, 0, 0, 0, 16, 8, 0, 0, 0, 0]);
  const rows = deflateSync(Buffer.alloc(16 * 17, 0x55).map((value, at) => (at % 17 === 0 ? 0 : value)));
  const told = Buffer.concat([Buffer.from("Description\0\0\0\0\0", "latin1"), Buffer.from(words, "utf8")]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", size), chunk("iTXt", told), chunk("IDAT", rows), chunk("IEND")]);
}

function chunk(name: string, bytes: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Without the browser's own dialog, which no test can answer, a file is handed over as a download. */
export const takeDownloads = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));

/** Text with metadata, alternative texts and the names of the files inside; white space as single spaces. */
export function textOf(format: "PDF" | "EPUB" | "HTML", path: string): string {
  if (format === "HTML") return flat(readFileSync(path, "utf8"));
  if (format === "PDF") return flat(`${told("pdftotext", [path, "-"])} ${told("pdfinfo", [path])}`);
  const files = Object.entries(unzipSync(readFileSync(path)));
  return flat(
    files
      .map(
        ([name, bytes]) => `${name} ${/\.(xml|xhtml|opf|ncx)$/.test(name) ? Buffer.from(bytes).toString("utf8") : ""}`,
      )
      .join(" "),
  );
}

/** What each page of a PDF says. */
export const pagesOf = (path: string): readonly string[] => told("pdftotext", [path, "-"]).split("\f").slice(0, -1);

const told = (command: string, words: readonly string[]): string =>
  execFileSync(command, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

const flat = (text: string): string => `${text.replace(/<[^>]*>/g, "")} ${text}`.replace(/\s+/g, " ");

/**
 * A page for the sandboxed frame: one picture, sound or film inside a document that may run nothing and reach nothing.
 *
 * [Note: a frame without scripts] The frame has `sandbox=""`: an origin of its own, no script, no form, no navigation of
 * ours. Its document is a Blob, so it inherits this app's policy, and its own `default-src 'none'` narrows that to the one
 * `data:` address inside. A hostile file can at most break its own frame. A PDF needs
 * a program to be drawn, which has a frame of its own kind: `pdf/closed-frame.ts`.
 */

import type { Shown } from "./file-kind.ts";

export type Framed = Exclude<Shown, "nothing" | "pdf">;

const policy = "default-src 'none'; img-src data:; media-src data:";

/** @param type  one of our own list of media types */
export async function previewPage(kind: Framed, type: string, bytes: Blob): Promise<Blob> {
  const address = await dataAddress(new Blob([bytes], { type }));
  const shown: Readonly<Record<typeof kind, readonly [string, string]>> = {
    image: ['<img alt="" width="100%" src="', '">'],
    audio: ['<audio controls src="', '"></audio>'],
    video: ['<video controls width="100%" src="', '"></video>'],
  };
  const [before, after] = shown[kind];
  const head = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return new Blob([head, before, address, after], { type: "text/html" });
}

/** Base64 by the browser: its alphabet cannot leave the attribute that it stands in. */
const dataAddress = (bytes: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(bytes);
  });

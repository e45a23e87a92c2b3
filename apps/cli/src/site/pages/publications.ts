/** The library of publications: each format with its size and SHA-256, and how to check what was downloaded. */

import { html } from "../markup.ts";
import type { Known, Page } from "../site-file.ts";
import type { Tongue } from "../tongue.ts";

export interface Publication {
  readonly title: string;
  readonly about: string;
  /** False: every page of it says *Draft, not cleared* */
  readonly cleared: boolean;
  /** `null`: its publisher has not said */
  readonly known: Known | null;
  readonly files: readonly {
    readonly format: string;
    /** From the root of the site */
    readonly path: string;
    readonly bytes: Uint8Array;
    readonly sha256: string;
  }[];
}

export function publicationsPage(publications: readonly Publication[], tongue: Tongue): Page {
  const { say, number } = tongue;
  const size = (bytes: number): string =>
    bytes < 1_000_000
      ? say("size.kb", { size: number(Math.ceil(bytes / 1000)) })
      : say("size.mb", { size: number(Math.round(bytes / 100_000) / 10) });
  const blocks = publications.map(
    ({
      title,
      about,
      cleared,
      files,
    }) => html`<section typeof="Book" class="full"><h2 property="name">${title}</h2><p property="description">${about}</p>
${cleared ? null : html`<p class="note">${say("publications.draft")}</p>`}
<ul class="list">${files.map(({ format, path, bytes, sha256 }) => html`<li><a href="/${path}">${say("publications.file", { format: format.toUpperCase(), size: size(bytes.length) })}</a><br><small>SHA-256 <code>${sha256}</code></small></li>`)}</ul></section>`,
  );
  return {
    path: "publications/index.html",
    title: say("publications.title"),
    description: say("publications.lead"),
    part: "publications",
    known: null,
    card: "cards/site",
    kind: "CollectionPage",
    body: html`<h1>${say("publications.title")}</h1><p>${say("publications.lead")}</p>
${publications.length === 0 ? html`<p>${say("publications.none")}</p>` : blocks}
<h2>${say("publications.check")}</h2><p>${say("publications.check-how")}</p>
<pre><code>sha256sum FILE        # Linux
shasum -a 256 FILE    # macOS
certutil -hashfile FILE SHA256    # Windows</code></pre>
<p>${say("publications.signature")}</p><p><a href="/sha256sums.txt">${say("publications.sums")}</a></p>`,
  };
}

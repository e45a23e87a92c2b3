/** The library of publications: a list, and a page for each with its formats, sizes, SHA-256 and how to check what was downloaded. */

import { html, type Markup } from "../markup.ts";
import type { Known, Page } from "../site-file.ts";
import type { Tongue } from "../tongue.ts";

export interface Publication {
  /** Names its page: letters, digits and hyphens */
  readonly slug: string;
  readonly title: string;
  readonly about: string;
  /** False: every page of it says *Draft, not cleared* */
  readonly cleared: boolean;
  /** `null`: its publisher has not said */
  readonly known: Known | null;
  readonly files: readonly PublishedFile[];
}

export interface PublishedFile {
  readonly format: string;
  /** From the root of the site */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

const common = { part: "publications", card: "cards/site" } as const;
const pageOf = ({ slug }: Publication): string => `publications/${slug}/index.html`;

export const publicationPages = (publications: readonly Publication[], tongue: Tongue): readonly Page[] => [
  listPage(publications, tongue),
  ...publications.map((one) => publicationPage(one, tongue)),
];

function listPage(publications: readonly Publication[], tongue: Tongue): Page {
  const { say } = tongue;
  const blocks = publications.map(
    (one) =>
      html`<li><a href="/${pageOf(one)}"><strong>${one.title}</strong></a> ${standing(one, tongue)}<p>${one.about}</p><small>${one.files.map(({ format }) => format.toUpperCase()).join(", ")}</small></li>`,
  );
  return {
    ...common,
    path: "publications/index.html",
    title: say("publications.title"),
    description: say("publications.lead"),
    known: null,
    kind: "CollectionPage",
    body: html`<h1>${say("publications.title")}</h1><p>${say("publications.lead")}</p>
${publications.length === 0 ? html`<p>${say("publications.none")}</p>` : html`<ul class="list">${blocks}</ul>`}
<h2>${say("publications.whole")}</h2><p>${say("publications.whole-how")}</p>
<pre><code>sha256sum --check sha256sums.txt</code></pre>
<p>${say("publications.signature")}</p><p><a href="/sha256sums.txt">${say("publications.sums")}</a></p>`,
  };
}

const standing = ({ cleared }: Publication, { say }: Tongue): Markup =>
  html`<span class="mark is-${cleared ? "yes" : "no"}">${say(cleared ? "publications.cleared" : "publications.not-cleared")}</span>`;

function publicationPage(one: Publication, tongue: Tongue): Page {
  const { say } = tongue;
  const file = ({ format, path, bytes, sha256 }: PublishedFile): Markup =>
    html`<li property="encoding" typeof="MediaObject"><a property="contentUrl" href="/${path}">${say(`publications.${formatOf(format)}`)}</a>, <span property="contentSize">${sizeOf(bytes, tongue)}</span><br><small>SHA-256 <code property="sha256">${sha256}</code></small></li>`;
  return {
    ...common,
    path: pageOf(one),
    title: one.title,
    description: one.about,
    known: one.known,
    kind: "Book",
    body: html`<h1>${one.title}</h1><p class="lead">${one.about}</p>
<p>${standing(one, tongue)} ${say(one.cleared ? "publications.cleared-means" : "publications.draft")}</p>
<h2>${say("publications.formats")}</h2><ul class="list">${one.files.map(file)}</ul>
${checking(one, tongue)}
<p><a href="/publications/index.html">${say("publications.all")}</a></p>`,
  };
}

/** The very commands for the very file: a reader copies one line and is told yes or no. */
function checking({ files }: Publication, { say }: Tongue): Markup {
  const first = files.find(({ format }) => format === "pdf") ?? files[0];
  if (first === undefined) return html``;
  const name = first.path.split("/").at(-1) ?? first.path;
  const sums = `echo "${first.sha256}  ${name}"`;
  const ways = [
    ["windows", `(Get-FileHash ${name} -Algorithm SHA256).Hash -eq "${first.sha256}"`],
    ["macos", `${sums} | shasum -a 256 --check`],
    ["linux", `${sums} | sha256sum --check`],
  ] as const;
  return html`<h2 id="check">${say("publications.check")}</h2><p>${say("publications.check-how")}</p>
<ol class="steps"><li>${say("publications.check-save", { name })}</li><li>${say("publications.check-type")}
<dl>${ways.map(([system, command]) => html`<dt>${say(`publications.${system}`)}</dt><dd><pre><code>${command}</code></pre><p><small>${say(`publications.${system}-answer`)}</small></p></dd>`)}</dl></li><li>${say("publications.check-else")}</li></ol>
<p>${say("publications.signature")}</p><p><a href="/sha256sums.txt">${say("publications.sums")}</a></p>`;
}

const formats = ["html", "epub", "pdf", "docx"] as const;
/** Only these are taken in; whatever else names itself is shown as a page to read. */
const formatOf = (format: string): (typeof formats)[number] => formats.find((one) => one === format) ?? "html";

const sizeOf = (bytes: Uint8Array, { say, number }: Tongue): string =>
  bytes.length < 1_000_000
    ? say("size.kb", { size: number(Math.ceil(bytes.length / 1000)) })
    : say("size.mb", { size: number(Math.round(bytes.length / 100_000) / 10) });

/** `/v1/site` takes a signed public site, or takes it back; everything else that the relay does not use itself shows it. */

import { createHash } from "node:crypto";
import { extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import { encode } from "@saksi/wire/cbor";
import { Hono } from "hono";
import { asBody, cborAnswer, refusalAnswer } from "../answer.ts";
import { bodyReader, declaredBytes } from "../read-body.ts";
import { publicSitePolicy } from "../response-headers.ts";
import { readSeal, type SiteContent, siteMostBytes } from "../site-bundle.ts";
import type { SiteShelf } from "../site-shelf.ts";

/** PUT publishes, DELETE takes back, GET says which edition is shown. */
export function siteUploadRoutes(shelf: SiteShelf): Hono {
  const readBody = bodyReader(2 * siteMostBytes);
  return new Hono()
    .get("/site", () => {
      const shown = shelf.shown();
      return shown === null ? refusalAnswer({ kind: "not-found" }) : cborAnswer(encode([shown.edition]));
    })
    .put("/site", async (c) => {
      if (!shelf.takes) return refusalAnswer({ kind: "not-found" });
      const seal = readSeal(c.req.header("saksi-site"));
      if (!seal.ok) return refusalAnswer(seal.error);
      const refusal = await shelf.mayPublish(seal.value);
      if (refusal) return refusalAnswer(refusal);
      if (declaredBytes(c.req.raw) > siteMostBytes) return refusalAnswer({ kind: "too-large" });
      const body = await readBody(c.req.raw, siteMostBytes);
      if (!body.ok) return refusalAnswer(body.error);
      const published = shelf.publish(seal.value, body.value);
      return published.ok ? cborAnswer(encode([published.value]), 201) : refusalAnswer(published.error);
    })
    .delete("/site", async (c) => {
      if (!shelf.takes) return refusalAnswer({ kind: "not-found" });
      const seal = readSeal(c.req.header("saksi-site"));
      if (!seal.ok) return refusalAnswer(seal.error);
      const withdrawn = await shelf.withdraw(seal.value);
      if (!withdrawn.ok) return refusalAnswer(withdrawn.error);
      return cborAnswer(encode(withdrawn.value === null ? [] : [withdrawn.value]));
    });
}

/** Shown before the relay's own first page; where nothing was published, the next route answers. */
export const siteRoutes = (shelf: SiteShelf): Hono =>
  new Hono().get("*", async (c, next) => {
    const shown = shelf.shown();
    const [, first = ""] = c.req.path.split("/");
    if (shown === null || ["v1", "app", "healthz", "metrics"].includes(first)) return next();
    const asked = {
      packing: packingOf(c.req.header("accept-encoding") ?? ""),
      known: c.req.header("if-none-match"),
    };
    const path = c.req.path.slice(1);
    const found = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (shown.content.has(found)) return fileAnswer(shown.content, found, asked);
    if (shown.content.has(`${path}/index.html`)) return c.redirect(`/${path}/`, 308);
    if (!shown.content.has("404.html")) return next();
    const answer = await fileAnswer(shown.content, "404.html", { ...asked, known: undefined });
    return new Response(answer.body, { status: 404, headers: answer.headers });
  });

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".atom": "application/atom+xml; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".pdf": "application/pdf",
  ".epub": "application/epub+zip",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};
/** Opened by another program: a sandboxed page could not show them. */
const handedOut = new Set([".pdf", ".epub", ".docx", ".ics", ".csv"]);
const packable = /^(text|application\/(json|xml|atom)|image\/svg)/;

interface Asked {
  readonly packing: Packing | null;
  readonly known: string | undefined;
}

async function fileAnswer(content: SiteContent, path: string, { packing, known }: Asked): Promise<Response> {
  const bytes = content.get(path) ?? new Uint8Array();
  const ending = extname(path).toLowerCase();
  const type = types[ending] ?? "application/octet-stream";
  const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"`;
  const headers = new Headers({
    "content-type": type,
    etag,
    vary: "accept-encoding",
    "cache-control": "public, max-age=300",
    "content-security-policy": publicSitePolicy({
      ...(type.startsWith("text/html") ? stylesOf(bytes) : { hashes: [], onElements: false }),
      mayBeFramed: type.startsWith("image/"),
    }),
    // public facts: cards stand on other pages, data is read by other programs
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*",
  });
  if (handedOut.has(ending)) headers.set("content-disposition", "attachment");
  if (known === etag) return new Response(null, { status: 304, headers });
  if (packing === null || !packable.test(type) || bytes.length < 1000) return new Response(asBody(bytes), { headers });
  headers.set("content-encoding", packing);
  return new Response(asBody(await packed(bytes, packing)), { headers });
}

type Packing = "br" | "gzip";

const packingOf = (accepted: string): Packing | null =>
  /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;

const packers: Readonly<Record<Packing, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** Packed once each way while the site is shown; forgotten with it. */
const packedBytes = {
  br: new WeakMap<Uint8Array, Promise<Uint8Array>>(),
  gzip: new WeakMap<Uint8Array, Promise<Uint8Array>>(),
};

function packed(bytes: Uint8Array, packing: Packing): Promise<Uint8Array> {
  const known = packedBytes[packing].get(bytes) ?? packers[packing](bytes);
  packedBytes[packing].set(bytes, known);
  return known;
}

/** The style elements that a page carries: the policy lets in these and no others. */
function stylesOf(page: Uint8Array): { readonly hashes: readonly string[]; readonly onElements: boolean } {
  const text = new TextDecoder().decode(page);
  const hashes = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style = ""]) => `sha256-${createHash("sha256").update(style).digest("base64")}`,
  );
  return { hashes, onElements: / style="/.test(text) };
}

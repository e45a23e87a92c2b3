/** What every response carries so that a browser does with it only what it is for. */

const everywhere: readonly (readonly [string, string])[] = [
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "no-referrer"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-embedder-policy", "require-corp"],
  ["cross-origin-resource-policy", "same-origin"],
];

/** The one inline script: it starts the worker of the closed frame (the app's `closed-frame.ts`, whose test holds the two together). */
const frameScriptHash = "sha256-evLAzS6wPKEuAQKovoqNIA/8LjbIXFcy+zLSBQl1GPM=";

/** For the app: nothing inline but that, nothing foreign, no network but itself and the relays named at start-up. */
export const appPolicy = (connect: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' '${frameScriptHash}'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(" "),
    // blob: for the worker of the frame that draws PDF, which has no origin of its own; the app's Trusted Types refuse it to the page
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    // previews of exhibits: made in the page, shown in a sandboxed frame
    "media-src data: blob:",
    "frame-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default ProseMirrorClipboard",
  ].join("; ");

/** For everything else: no script at all, in an origin of its own. @param styleHash  of the one style element, if any */
export const sitePolicy = (styleHash?: string): string =>
  [
    "sandbox",
    "default-src 'none'",
    "script-src 'none'",
    ...(styleHash === undefined ? [] : [`style-src '${styleHash}'`]),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** How a file of the published site may be used: the styles that it carries, and whether another page may frame it. */
export interface SiteFileUse {
  /** Of its style elements */
  readonly hashes: readonly string[];
  /** Elements carry styles too, as charts of a publication do */
  readonly onElements: boolean;
  readonly mayBeFramed: boolean;
}

/**
 * For files of a published site: as above, with the styles that they carry, pictures of their own or inline, and files
 * that a reader may save.
 *
 * `allow-scripts` lets in no script of the page, which `script-src 'none'` refuses whatever its form; it lets a reader's
 * own tools look at the page, without which nobody outside could measure whether it shuts people out. `connect-src` is
 * for the same tools, which ask for `robots.txt`. The origin stays one that nothing else has: no `allow-same-origin`.
 */
export const publicSitePolicy = ({ hashes, onElements, mayBeFramed }: SiteFileUse): string =>
  [
    "sandbox allow-scripts allow-downloads",
    "default-src 'none'",
    "script-src 'none'",
    ...(hashes.length === 0 ? [] : [`style-src ${hashes.map((hash) => `'${hash}'`).join(" ")}`]),
    ...(onElements ? ["style-src-attr 'unsafe-inline'"] : []),
    "img-src 'self' data:",
    "font-src data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${mayBeFramed ? "*" : "'none'"}`,
  ].join("; ");

/** Adds what is missing; a route that set its own policy keeps it, and one that shows public files says who may embed them. */
export function guardHeaders(headers: Headers): void {
  for (const [name, value] of everywhere)
    if (name !== "cross-origin-resource-policy" || !headers.has(name)) headers.set(name, value);
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", sitePolicy());
}

/** Any page may ask a relay, with a token it was given and never with a cookie. */
export function allowOrigins(headers: Headers): void {
  headers.set("access-control-allow-origin", "*");
  headers.set("access-control-expose-headers", "saksi-refusal, saksi-error, retry-after, date");
}

export const preflight = {
  "access-control-allow-methods": "GET, POST, PUT",
  "access-control-allow-headers": "authorization, content-type",
  "access-control-max-age": "86400",
} as const;

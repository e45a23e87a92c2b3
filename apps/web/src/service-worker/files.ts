/** Which files a version of the app consists of, and whether bytes are those. Pure, so that it can be tested anywhere. */

/** Path relative to the app's folder, to SHA-256 (hexadecimal) and size in bytes */
export type Files = Readonly<Record<string, readonly [sha256: string, bytes: number]>>;

const heavyBytes = 2_500_000;

/** Large, or only for publishing: fetched after the app is there, not before. */
export const isHeavy = (files: Files, path: string): boolean =>
  path.startsWith("publish/") || (files[path]?.[1] ?? 0) > heavyBytes;

/** A large file of this version, and whether it is kept already */
export interface Ahead {
  readonly path: string;
  readonly bytes: number;
  readonly kept: boolean;
}

/** One cache a version: named by what is in it, so two versions never mix. */
export function cacheName(files: Files): string {
  const first = Object.values(files).map(([sha256]) => sha256.slice(0, 6));
  return `saksi-${first.join("")}`.slice(0, 512);
}

/**
 * Which of our files an address means.
 *
 * @param scope  the app's folder, ending in a slash
 * @returns      the path; null for anything outside the folder and for the relay's own routes
 */
export function placeOf(url: string, scope: string, mode: string): string | null {
  const bare = url.split(/[?#]/)[0] ?? url;
  if (!bare.startsWith(scope) && `${bare}/` !== scope) return null;
  const path = bare.slice(scope.length);
  if (path.startsWith("v1/")) return null;
  return mode === "navigate" || path === "" ? "index.html" : path;
}

/** A copy of a response whose bytes have that hash, without the headers that speak of the way it came; null otherwise. */
export async function kept(response: Response, sha256: string | undefined): Promise<Response | null> {
  if (!response.ok || sha256 === undefined) return null;
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== sha256) return null;
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  return new Response(bytes, { status: 200, headers });
}

/**
 * Opens the app without a network, and only as it was built: a file whose bytes differ from the list in this script is
 * refused, and a version that is not whole never begins.
 *
 * Small files are fetched at install; large ones (fonts, typesetting) when first used, and a new version takes over from
 * the old one whatever did not change. Nothing under another path than ours is touched, so the relay's answers always
 * come from the relay.
 */

import { type Ahead, cacheName, type Files, isHeavy, kept, placeOf } from "./files.ts";
import type { ToServiceWorker } from "./register.ts";

declare const FILES: Files;

// The page's types and a service worker's contradict each other; this file runs only in the latter.
const worker = self as unknown as ServiceWorkerLike;

interface ServiceWorkerLike {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): void;
}
interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
interface Events {
  install: Extendable;
  activate: Extendable;
  message: Extendable & { readonly data: ToServiceWorker; readonly ports: readonly MessagePort[] };
  fetch: Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void };
}

const name = cacheName(FILES);
const { scope } = worker.registration;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOlder().then(() => worker.clients.claim())));
worker.addEventListener("message", (event) => {
  if (event.data === "use-now") event.waitUntil(worker.skipWaiting());
  else event.waitUntil(ahead().then((files) => event.ports[0]?.postMessage(files)));
});
worker.addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? placeOf(event.request.url, scope, event.request.mode) : null;
  if (path === null || !(path in FILES)) return;
  event.respondWith(answer(path));
});

/** What was kept; else the network's, checked and kept. Always a fresh Response: a kept one carries its old address. */
async function answer(path: string): Promise<Response> {
  const cache = await caches.open(name);
  const found = (await cache.match(address(path))) ?? (await fetched(cache, path));
  return new Response(found.body, { status: found.status, headers: found.headers });
}

/** All of the small files or none of the version; of the large ones those that were kept before. */
async function install(): Promise<void> {
  const cache = await caches.open(name);
  for (const path of Object.keys(FILES)) {
    const earlier = await caches.match(address(path));
    const same = earlier && (await kept(earlier, FILES[path]?.[0]));
    if (same) await cache.put(address(path), same);
    else if (!isHeavy(FILES, path)) await fetched(cache, path);
  }
}

/** The large files, which a page may fetch before it needs them: each fetch keeps one. */
async function ahead(): Promise<readonly Ahead[]> {
  const cache = await caches.open(name);
  const heavy = Object.entries(FILES).filter(([path]) => isHeavy(FILES, path));
  return Promise.all(
    heavy.map(async ([path, [, bytes]]) => ({ path, bytes, kept: (await cache.match(address(path))) !== undefined })),
  );
}

async function fetched(cache: Cache, path: string): Promise<Response> {
  const response = await fetch(address(path), { cache: "no-cache", credentials: "omit" });
  const whole = await kept(response, FILES[path]?.[0]);
  if (!whole) throw new TypeError(`${path} is not the file that was built`);
  await cache.put(address(path), whole.clone());
  return whole;
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((each) => each.startsWith("saksi-") && each !== name).map((each) => caches.delete(each)),
  );
}

/** The page itself is fetched under its folder, so that no server has to redirect. */
function address(path: string): string {
  return new URL(path === "index.html" ? "./" : path, scope).href;
}

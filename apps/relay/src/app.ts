/**
 * The relay as one function from request to answer. It keeps bytes in order and hands them out to those whom the roster
 * names; it cannot read them, because nothing it may import can.
 *
 * Everything it touches comes in, so that tests ask it through `request()` without a socket.
 */

import { toHex } from "@saksi/wire/bytes";
import { Hono } from "hono";
import { addressOf, type RelayEnv, senderOf } from "./address.ts";
import { refusalAnswer } from "./answer.ts";
import { liveHints } from "./live-hints.ts";
import { answeredLine, faultLine } from "./log-line.ts";
import { relayMetrics } from "./metrics.ts";
import { rateLimits } from "./rate-limits.ts";
import { bodyReader } from "./read-body.ts";
import { type RelayLimits, relayLimits } from "./relay-limits.ts";
import type { CheckpointKey, RelayParts, RelayPrimitives } from "./relay-parts.ts";
import { allowOrigins, guardHeaders, preflight } from "./response-headers.ts";
import { chunkRoutes } from "./routes/chunks.ts";
import { doorRoutes } from "./routes/doors.ts";
import { entryRoutes } from "./routes/entries.ts";
import { liveRoute } from "./routes/live.ts";
import { pageRoutes } from "./routes/pages.ts";
import { sessionRoute } from "./routes/session.ts";
import { siteRoutes, siteUploadRoutes } from "./routes/site.ts";
import { spacesRoute } from "./routes/spaces.ts";
import { webAppRoutes } from "./routes/web-app.ts";
import { relaySessions } from "./sessions.ts";
import { type ShelfOptions, siteShelf } from "./site-shelf.ts";
import { spaceLogs } from "./space-logs.ts";
import type { Store } from "./store.ts";
import type { WebAppFiles } from "./web-app-files.ts";

export interface RelayOptions {
  readonly store: Store;
  readonly primitives: RelayPrimitives;
  readonly checkpointKey: CheckpointKey;
  /** Under which names devices reach it, such as `https://relay.example`: sessions are signed for one of them */
  readonly origins: readonly string[];
  /** Milliseconds since 1970 */
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  readonly limits?: Partial<RelayLimits>;
  readonly admission?: string | null;
  readonly app?: { readonly files: WebAppFiles; readonly connect: readonly string[] };
  /** The public site: where it is kept and whose signature may replace it; not given: the relay's own first page */
  readonly site?: Omit<ShelfOptions, "primitives">;
  readonly behindProxy?: boolean;
  readonly log?: (line: string) => void;
}

export interface Relay {
  request(path: string, init?: RequestInit): Promise<Response>;
  fetch(request: Request, env?: RelayEnv["Bindings"]): Promise<Response>;
  /** Drops what has expired; to be called now and then. */
  sweep(): Promise<{ readonly doors: number; readonly chunks: number }>;
  /** Ends live streams, so that a server can stop. The store is not ours to close. */
  close(): void;
}

export function createRelay(options: RelayOptions): Relay {
  const { store, primitives, now, random } = options;
  const limits = { ...relayLimits, ...options.limits };
  const parts: RelayParts = {
    store,
    primitives,
    checkpointKey: options.checkpointKey,
    now,
    limits,
    admission: options.admission ?? null,
    logs: spaceLogs({ store, sha256: primitives.sha256, mostEntries: limits.entriesInMemory }),
    sessions: relaySessions({ primitives, origins: options.origins, now, random, limits }),
    rates: rateLimits(limits, now),
    hints: liveHints(),
    metrics: relayMetrics(),
    bodies: { ofStranger: bodyReader(limits.arrivingOfStrangers), ofMember: bodyReader(limits.arrivingOfMembers) },
  };
  const app = routed(options, parts);
  return {
    request: async (path, init) => app.request(path, init),
    fetch: async (request, env) => app.fetch(request, env ?? {}),
    sweep: () => store.sweep({ now: now(), chunksBefore: now() - limits.unnamedChunkMs }),
    close: () => parts.hints.close(),
  };
}

function routed(options: RelayOptions, parts: RelayParts): Hono<RelayEnv> {
  const { now, random } = options;
  const log = options.log ?? (() => undefined);
  const app = new Hono<RelayEnv>();

  app.use(async (c, next) => {
    const began = now();
    c.set("address", senderOf(c, { behindProxy: options.behindProxy ?? false }));
    await next();
    guardHeaders(c.res.headers);
    if (isApi(c.req.path)) allowOrigins(c.res.headers);
    const route = routeName(c.req.path);
    const outcome = c.res.headers.get("saksi-refusal") ?? "ok";
    parts.metrics.answered(route, outcome);
    const { method } = c.req;
    log(answeredLine({ at: began, method, route, status: c.res.status, outcome, tookMs: now() - began }));
  });
  app.use("/v1/*", async (c, next) => {
    if (c.req.method === "OPTIONS") return new Response(null, { status: 204, headers: preflight });
    const after = parts.rates.requestsOfAddress(addressOf(c));
    return after > 0 ? refusalAnswer({ kind: "too-fast", after }) : next();
  });

  app.route("/v1", sessionRoute(parts));
  app.route("/v1", spacesRoute(parts));
  app.route("/v1", entryRoutes(parts));
  app.route("/v1", liveRoute(parts));
  app.route("/v1", chunkRoutes(parts));
  app.route("/v1", doorRoutes(parts));
  const shelf = siteShelf({ ...(options.site ?? { folder: null, keys: [] }), primitives: options.primitives });
  app.route("/v1", siteUploadRoutes(shelf));
  app.route("/", siteRoutes(shelf));
  app.route("/", pageRoutes(parts));
  app.route("/", webAppRoutes(options.app ?? { files: new Map(), connect: [] }));

  app.notFound(() => refusalAnswer({ kind: "not-found" }));
  app.onError((problem) => {
    const id = toHex(random(8));
    log(faultLine(now(), id, problem));
    const answer = refusalAnswer({ kind: "unavailable" }, 500);
    answer.headers.set("saksi-error", id);
    return answer;
  });
  return app;
}

const isApi = (path: string): boolean => path.startsWith("/v1/");

/** The pattern of a route, for logs and counts: a path could name a space or a door. */
function routeName(path: string): string {
  const [, first = "", second = "", , fourth = "", fifth = ""] = path.split("/");
  const known = ["app", "healthz", "metrics", "v1"];
  if (first === "") return "/";
  if (!known.includes(first)) return "other";
  if (first !== "v1") return `/${first}`;
  if (second === "spaces" && ["entries", "seed", "checkpoint", "live", "chunks"].includes(fourth))
    return `/v1/spaces/:space/${fourth}${fifth === "" ? "" : "/:hash"}`;
  if (second === "doors" && ["request", "answer"].includes(fourth)) return `/v1/doors/:id/${fourth}`;
  return ["session", "spaces", "key", "site"].includes(second) ? `/v1/${second}` : "other";
}

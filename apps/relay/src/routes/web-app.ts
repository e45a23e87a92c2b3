/** /app: the built web app as static files, under the policy that keeps it to itself. */

import { Hono } from "hono";
import { asBody, refusalAnswer } from "../answer.ts";
import { appPolicy } from "../response-headers.ts";
import type { WebAppFile, WebAppFiles } from "../web-app-files.ts";

/** @param given.connect  origins of other relays that the app may ask */
export function webAppRoutes(given: { readonly files: WebAppFiles; readonly connect: readonly string[] }): Hono {
  const policy = appPolicy(given.connect);
  return new Hono()
    .get("/app", (c) => c.redirect("/app/", 308))
    .get("/app/*", async (c) => {
      const path = c.req.path.slice("/app/".length);
      const file = given.files.get(path === "" ? "index.html" : path);
      if (file === undefined)
        return path === "" ? c.text("The web app is not on this server.\n", 404) : refusalAnswer({ kind: "not-found" });
      return fileAnswer(file, { policy, packs: /\bgzip\b/.test(c.req.header("accept-encoding") ?? "") });
    });
}

async function fileAnswer(file: WebAppFile, asked: { policy: string; packs: boolean }): Promise<Response> {
  const packed = asked.packs ? await file.packed() : null;
  const body = packed ?? (await file.content());
  if (body === null) return refusalAnswer({ kind: "not-found" });
  return new Response(asBody(body), {
    headers: {
      "content-type": file.type,
      "content-length": `${body.length}`,
      ...(packed ? { "content-encoding": "gzip" } : {}),
      vary: "accept-encoding",
      "cache-control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
      "content-security-policy": asked.policy,
      "service-worker-allowed": "/app/",
    },
  });
}

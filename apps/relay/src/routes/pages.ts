/** What a person or a monitor meets at the relay's own address. */

import { createHash } from "node:crypto";
import { encode } from "@saksi/wire/cbor";
import { Hono } from "hono";
import { cborAnswer } from "../answer.ts";
import type { RelayParts } from "../relay-parts.ts";
import { sitePolicy } from "../response-headers.ts";

const style = `
:root { color-scheme: light dark }
body { margin: 0 auto; max-width: 38rem; padding: 3rem 1.25rem; font: 1.05rem/1.6 system-ui, sans-serif;
  color: light-dark(#1b1d1a, #e8e6df); background: light-dark(#faf8f3, #141613) }
h1 { font-size: 1.8rem; margin: 0 0 .5rem }
a { color: light-dark(#0b5d4e, #7fd1bd) }
.open { display: inline-block; margin: 1rem 0; padding: .7rem 1.2rem; border: 2px solid currentcolor; border-radius: .4rem;
  font-weight: 600; text-decoration: none }
footer { margin-top: 3rem; font-size: .9rem; opacity: .8 }`;

const page = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Saksi</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Saksi</h1>
<p>Saksi means witness. It is a workspace in which organisations that fight torture document cases together, follow each
one through its remedies, and publish what survivors allow.</p>
<p>This server keeps sealed entries in order and hands them to the members of each space. It never holds a key: nobody
who runs it, or takes it, can read what is kept here.</p>
<p><a class="open" href="/app/#/sample">Look at the sample alliance</a></p>
<p>Three organisations, thirty cases, nobody real. Or <a href="/app/">open Saksi</a> for your own casework: not yet for real
cases, since nobody outside has reviewed it.</p>
</main>
<footer>Free software under the AGPL, version 3. No cookies, no third party, no tracking.</footer>
</body>
</html>
`;

const styleHash = `sha256-${createHash("sha256").update(style).digest("base64")}`;

export const pageRoutes = (parts: RelayParts): Hono =>
  new Hono()
    .get("/", (c) =>
      c.html(page, 200, { "content-security-policy": sitePolicy(styleHash), "cache-control": "no-cache" }),
    )
    .get("/healthz", async (c) => {
      await parts.store.counts();
      return c.text("ok\n", 200, { "cache-control": "no-store" });
    })
    .get("/metrics", async (c) => {
      const { spaces, entries } = await parts.store.counts();
      const text = parts.metrics.text({ spaces, entries, sessions: parts.sessions.count() });
      return c.body(text, 200, {
        "content-type": "text/plain; version=0.0.4; charset=utf-8",
        "cache-control": "no-store",
      });
    })
    // the key that checkpoints are signed with: a founder takes it here, a guest from the invitation
    .get("/v1/key", () => cborAnswer(encode(parts.checkpointKey.publicKey)));

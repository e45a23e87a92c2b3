import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Desk, type ExampleRelay, exampleDesk, exampleRelay } from "../example-desk.ts";

let desk: Desk;
let relay: ExampleRelay | null = null;
beforeEach(() => {
  desk = exampleDesk();
});
afterEach(async () => {
  await relay?.end();
  relay = null;
  desk.end();
});

/** Every file below a folder, by path, with its hash. */
const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [
        relative(folder, path).split(sep).join("/"),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]),
  );

/** Milliseconds for a test that builds several, on a machine that is busy with others. */
const severalSites = 240_000;

interface Built {
  readonly files: number;
  readonly asOf: string;
}

test("the whole site with its book is built in under 20 seconds, twice the same, whatever the clock says", {
  timeout: severalSites,
}, async () => {
  const before = process.cpuUsage();
  const { files, asOf } = await desk.ask<Built>(["site", "-o", desk.path("one")], { now: () => 0 });
  const { user, system } = process.cpuUsage(before); // what the machine does besides does not count
  expect((user + system) / 1e6).toBeLessThan(20);
  await desk.ask<Built>(["site", "-o", desk.path("two")], { now: () => Date.UTC(2031, 4, 5) });
  const [one, two] = [filesIn(desk.path("one")), filesIn(desk.path("two"))];
  expect([...one].filter(([path, hash]) => two.get(path) !== hash)).toEqual([]);
  expect([one.size, two.size]).toEqual([files, files]);
  expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  for (const format of ["html", "epub", "pdf", "docx"])
    expect(readFileSync(join(desk.path("one"), "publications/landmark-decisions/index.html"), "utf8")).toContain(
      one.get(`publications/landmark-decisions.${format}`),
    );
});

test("a day, an address or a key that is none is misuse, and named", async () => {
  const refusal = (kind: string) => ({ error: expect.objectContaining({ kind }) });
  const to = ["-o", desk.path("site"), "--without-publications"];
  expect(await desk.refused(2, ["site"])).toEqual(refusal("usage"));
  for (const day of ["soon", "2026-02-30"])
    expect(await desk.refused(2, ["site", ...to, "--as-of", day])).toEqual(refusal("bad-day"));
  expect(await desk.refused(2, ["site", ...to, "--address", "atlas"])).toEqual(refusal("bad-address"));
  expect(await desk.refused(2, ["site", ...to, "--library", desk.path("nowhere")])).toEqual(refusal("no-library"));
  writeFileSync(desk.path("not-a-key"), "something else");
  const publish = ["--publish", "http://127.0.0.1:9", "--key", desk.path("not-a-key")];
  expect(await desk.refused(2, ["site", ...to, ...publish])).toEqual(refusal("bad-key"));
});

test("a relay that knows the key shows the site at once; one that does not says which key it was", {
  timeout: severalSites,
}, async () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const key = createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(-32).toString("hex");
  writeFileSync(desk.path("key.pem"), privateKey.export({ format: "pem", type: "pkcs8" }));
  const stranger = generateKeyPairSync("ed25519").privateKey;
  writeFileSync(desk.path("stranger.pem"), stranger.export({ format: "pem", type: "pkcs8" }));
  relay = await exampleRelay(["--site-key", key]);
  const words = ["site", "-o", desk.path("site"), "--without-publications", "--publish", relay.url, "--key"];

  expect(await desk.refused(1, [...words, desk.path("stranger.pem")])).toMatchObject({ refused: "not-allowed" });
  expect(await (await fetch(relay.url)).text()).toContain("never holds a key");

  const published = await desk.ask<{ key: string; edition: number }>([...words, desk.path("key.pem")]);
  expect(published.key).toBe(key);
  const home = await fetch(relay.url);
  expect(await home.text()).toBe(readFileSync(desk.path("site/index.html"), "utf8"));
  expect(home.headers.get("content-security-policy")).toContain("script-src 'none'");
  expect((await fetch(`${relay.url}/states/idn.html`)).status).toBe(200);
  expect((await fetch(`${relay.url}/healthz`)).status).toBe(200);

  const back = (edition: string) => [
    "site",
    "--take-back",
    edition,
    "--publish",
    relay?.url ?? "",
    "--key",
    desk.path("key.pem"),
  ];
  expect(await desk.refused(1, back("7"))).toMatchObject({ refused: "expired" });
  expect(await desk.ask(back(String(published.edition)))).toEqual({ takenBack: published.edition });
  expect(await (await fetch(relay.url)).text()).toContain("never holds a key");

  const gone = { url: relay.url };
  await relay.end();
  relay = null;
  const again = ["site", "-o", desk.path("site"), "--without-publications", "--publish", gone.url, "--key"];
  expect(await desk.refused(3, [...again, desk.path("key.pem")])).toMatchObject({ error: { kind: "offline" } });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { passphrase } from "./example-desk.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
// As deep as where it is shipped, so that fonts and templates are found from it.
const place = join(root, ".saksi", `cli-main-${process.pid}`);
const file = join(place, "dist", "saksi.js");

/** As `scripts/build.mjs` does it: whatever is not ours stays outside. */
const ownCodeOnly: Plugin = {
  name: "own-code-only",
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@saksi/") ? undefined : { path, external: true },
    );
  },
};

beforeAll(async () => {
  mkdirSync(join(place, "dist"), { recursive: true });
  await build({
    entryPoints: [join(root, "apps/cli/src/main.ts")],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    loader: { ".csv": "text" },
    plugins: [ownCodeOnly],
    logLevel: "error",
  });
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function saksi(words: readonly string[], input = "", env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const known = { SAKSI_VAULT: join(place, "vault"), SAKSI_PASSPHRASE: passphrase, ...env };
  const child = spawn(process.execPath, [file, ...words], { env: { PATH: process.env.PATH, ...known } });
  const said = { out: "", err: "" };
  child.stdout.on("data", (piece: Buffer) => {
    said.out += piece.toString("utf8");
  });
  child.stderr.on("data", (piece: Buffer) => {
    said.err += piece.toString("utf8");
  });
  child.stdin.end(input);
  const [exit] = (await once(child, "close")) as [number];
  return { exit, ...said };
}

test("the program as it is shipped makes a vault, takes a draft from standard input and reads it again", async () => {
  const made = await saksi(["init", "--name", "Dara Made-up", "--organisation", "Example House", "--json"]);
  expect(made).toEqual({ exit: 0, out: `${JSON.stringify({ vault: join(place, "vault") })}\n`, err: "" });
  expect(await saksi(["space", "create", "Casework"])).toMatchObject({ exit: 0, err: "" });
  const { out } = await saksi(["put", "case"], '{"title": "វាយនៅប៉ុស្តិ៍"}');
  const got = await saksi(["get", out.trim(), "--json"]);
  expect(JSON.parse(got.out)).toMatchObject({ fields: { title: "វាយនៅប៉ុស្តិ៍" } });
});

test("a refusal goes to standard error with its exit code, and standard output stays empty", async () => {
  const wrong = await saksi(["space", "list", "--json"], "", { SAKSI_PASSPHRASE: "not the right words" });
  expect(wrong).toMatchObject({ exit: 3, out: "" });
  expect(JSON.parse(wrong.err)).toMatchObject({ error: { kind: "wrong-passphrase" } });
  expect(await saksi(["put", "case"])).toMatchObject({ exit: 2, out: "" });
  expect(await saksi(["get"])).toMatchObject({ exit: 2, out: "" });
});

test("two programs at once do not damage one vault: the second is told that it is open", async () => {
  const many = JSON.stringify(Array.from({ length: 400 }, (_, index) => ({ title: `Case ${index}` })));
  const both = await Promise.all([saksi(["put", "case", "--json"], many), saksi(["put", "case", "--json"], many)]);
  for (const { exit, err } of both) {
    if (exit !== 0) expect(JSON.parse(err)).toMatchObject({ error: { kind: "another-writer" } });
  }
  const saved = both.filter(({ exit }) => exit === 0).length;
  expect(saved).toBeGreaterThan(0);
  const { out } = await saksi(["list", "case", "--limit", "2000", "--json"]);
  expect(JSON.parse(out).records).toHaveLength(1 + 400 * saved);
});

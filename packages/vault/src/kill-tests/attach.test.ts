import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openNodeVault } from "../vault.node.ts";
import { filesUnder } from "./plaintext.ts";
import { attachPassphrase, cheapCost } from "./saves.ts";

const pieces = 12;
const content = randomBytes(pieces * 1024 * 1024);
let folder = "";
let writer = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saksi-kill-attach-"));
  writeFileSync(join(folder, "original"), content);
  // Beside the package's own modules, so that what stays unbundled is found.
  writer = fileURLToPath(new URL(`../../node_modules/.saksi-kill-attach-${process.pid}.mjs`, import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL("./attach-writer.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "node",
    plugins: [
      {
        name: "own-code-only",
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === "entry-point" || path.startsWith("@saksi/") ? undefined : { path, external: true },
          ),
      },
    ],
    outfile: writer,
    logLevel: "error",
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(writer, { force: true });
});

test("a process killed while it attaches loses at most the piece it was at, and no piece is sealed twice", async () => {
  const place = join(folder, "vault");
  const vault = await openNodeVault(place, { argon2Cost: cheapCost });
  await vault.create({ passphrase: attachPassphrase, profile: { name: "Made-up Person", organisation: "Example" } });
  await vault.createSpace({ name: "Made-up casework" });
  const written = await vault.write([{ type: "exhibit", fields: { title: "A recording" } }]);
  await vault.close();
  const [exhibit] = written.ok ? written.value.ids : [];
  if (exhibit === undefined) throw new Error("one draft, one id");
  const sealed = () => filesUnder(place).filter(({ bytes }) => bytes > 1024 * 1024).length;

  for (const killedAt of [1, 4, 9]) {
    expect(await attachUntil(place, killedAt)).toBeGreaterThanOrEqual(killedAt);
    expect(sealed()).toBeGreaterThanOrEqual(killedAt);
  }
  expect(await attachUntil(place, Number.POSITIVE_INFINITY)).toBe(pieces);
  expect(sealed()).toBe(pieces);

  const again = await openNodeVault(place, { argon2Cost: cheapCost });
  await again.unlock(attachPassphrase);
  const hash = createHash("sha256");
  expect(await again.fetch({ exhibit, onChunk: (bytes) => void hash.update(bytes) })).toMatchObject({ ok: true });
  expect(hash.digest("hex")).toBe(createHash("sha256").update(content).digest("hex"));
  expect(await again.ask("transfers", {})).not.toContainEqual(expect.objectContaining({ state: "unfinished" }));
  await again.close();
}, 120_000);

/** Kills the writer as soon as it says that so many pieces are sealed; answers how many it said. */
function attachUntil(place: string, killedAt: number): Promise<number> {
  const child = spawn(process.execPath, [writer, place, join(folder, "original")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = 0;
  child.stdout.on("data", (bytes) => {
    for (const line of String(bytes).split("\n")) said = Math.max(said, Number(line) || 0);
    if (said >= killedAt) child.kill("SIGKILL");
  });
  return new Promise((resolve) => {
    child.on("close", () => resolve(said));
  });
}

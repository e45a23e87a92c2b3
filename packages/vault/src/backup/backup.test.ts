import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { concat } from "@saksi/wire/bytes";
import type { Result } from "@saksi/wire/result";
import { afterEach, expect, test } from "vitest";
import type { Vault } from "../port.ts";
import { openNodeVault } from "../vault.node.ts";

const cheap = { argon2Cost: { memoryKib: 64 * 1024, passes: 1 } };
const passphrase = "a made-up passphrase";
const other = "the backup's own words";
const folders: string[] = [];
const vaults: Vault[] = [];

afterEach(async () => {
  for (const vault of vaults.splice(0)) await vault.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function aVault(): Promise<Vault> {
  const folder = mkdtempSync(join(tmpdir(), "saksi-backup-"));
  folders.push(folder);
  const vault = await openNodeVault(folder, cheap);
  vaults.push(vault);
  return vault;
}

function good<Value>(answer: Result<Value, unknown>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

async function aBackup(): Promise<{ vault: Vault; bytes: Uint8Array<ArrayBuffer> }> {
  const vault = await aVault();
  good(await vault.create({ passphrase, profile: { name: "Made-up", organisation: "Made-up Centre" } }));
  good(await vault.createSpace({ name: "Made-up casework" }));
  for (let each = 0; each < 20; each += 1)
    good(await vault.write([{ type: "case", fields: { title: `Case ${each} ${"words ".repeat(2000)}` } }]));
  const pieces: Uint8Array[] = [];
  good(await vault.backup({ passphrase: other, onBytes: (bytes) => void pieces.push(bytes.slice()) }));
  return { vault, bytes: new Uint8Array(concat(...pieces)) };
}

test("a restored vault opens with its own passphrase and has the same rows", async () => {
  const { vault, bytes } = await aBackup();
  const restored = await aVault();
  good(await restored.restore({ passphrase: other, file: new Blob([bytes]) }));
  expect(await restored.state()).toEqual({ state: "locked" });
  expect(await restored.unlock(other)).toEqual({ ok: false, error: { kind: "wrong-passphrase" } });
  good(await restored.unlock(passphrase));
  const cases = await vault.ask("records", { type: "case" });
  expect(cases).toHaveLength(20);
  expect(await restored.ask("records", { type: "case" })).toEqual(cases);
});

test("the wrong passphrase, another file, and a damaged or cut backup are each named, and leave no vault", async () => {
  const { bytes } = await aBackup();
  const restored = await aVault();
  const restoring = (file: BlobPart[], words = other) => restored.restore({ passphrase: words, file: new Blob(file) });
  expect(await restoring([bytes], passphrase)).toEqual({ ok: false, error: { kind: "wrong-passphrase" } });
  expect(await restoring([])).toEqual({ ok: false, error: { kind: "not-a-backup" } });
  expect(await restoring(["some other file that a person chose"])).toEqual({
    ok: false,
    error: { kind: "not-a-backup" },
  });
  const cut = bytes.slice(0, bytes.length - 100_000);
  expect(await restoring([cut])).toEqual({ ok: false, error: { kind: "damaged-file", what: "backup" } });
  const altered = bytes.slice();
  altered[bytes.length - 5] = (altered[bytes.length - 5] ?? 0) ^ 1;
  expect(await restoring([altered])).toEqual({ ok: false, error: { kind: "damaged-file", what: "backup" } });
  expect(await restored.state()).toEqual({ state: "absent" });
  good(await restoring([bytes]));
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Vault } from "./port.ts";
import { openNodeVault } from "./vault.node.ts";

const cheap = { argon2Cost: { memoryKib: 64 * 1024, passes: 1 } };
const passphrase = "a made-up passphrase";
const profile = { name: "Made-up Documenter", organisation: "Made-up Centre" };
const folders: string[] = [];
const vaults: Vault[] = [];

afterEach(async () => {
  for (const vault of vaults.splice(0)) await vault.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "saksi-vault-"));
  folders.push(folder);
  return folder;
}

async function aVault(folder: string): Promise<Vault> {
  const vault = await openNodeVault(folder, cheap);
  vaults.push(vault);
  return vault;
}

const good = <Value>(answer: { ok: true; value: Value } | { ok: false; error: unknown }): Value => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

test("what was written is there again after the vault was locked and reopened", async () => {
  const folder = aFolder();
  const vault = await aVault(folder);
  expect(await vault.state()).toEqual({ state: "absent" });
  good(await vault.create({ passphrase, profile }));
  const space = good(await vault.createSpace({ name: "Made-up casework" }));
  const { ids } = good(await vault.write([{ type: "case", fields: { title: "A made-up case" } }]));
  const before = await vault.ask("records", { type: "case" });
  expect(before.map(({ id }) => id)).toEqual(ids);
  await vault.close();

  const again = await aVault(folder);
  expect(await again.state()).toEqual({ state: "locked" });
  expect(await again.unlock("another passphrase")).toEqual({ ok: false, error: { kind: "wrong-passphrase" } });
  good(await again.unlock(passphrase));
  expect(await again.ask("records", { type: "case" })).toEqual(before);
  expect(await again.ask("spaces", {})).toMatchObject([
    { space, name: "Made-up casework", role: "keeper", records: 1 },
  ]);
  expect(await again.ask("members", { space })).toMatchObject([{ ...profile, me: true, role: "keeper" }]);
});

test("a log that was cut short or lost is named, however much of it the tables still know", async () => {
  const folder = aFolder();
  const vault = await aVault(folder);
  good(await vault.create({ passphrase, profile }));
  good(await vault.createSpace({ name: "Made-up casework" }));
  good(await vault.write([{ type: "case", fields: { title: "A made-up case" } }]));
  await vault.close();
  const files = join(folder, "files");
  const [name = ""] = readdirSync(files);
  const whole = readFileSync(join(files, name));
  for (const left of [0, Math.floor(whole.length / 2), whole.length - 100]) {
    writeFileSync(join(files, name), whole.subarray(0, left));
    const cut = await aVault(folder);
    expect(await cut.unlock(passphrase)).toEqual({ ok: false, error: { kind: "damaged-file", what: "log" } });
    await cut.close();
  }
  writeFileSync(join(files, name), whole);
  const again = await aVault(folder);
  good(await again.unlock(passphrase));
  expect(await again.ask("records", { type: "case" })).toHaveLength(1);
});

test("tables that were lost come back from the log, the same rows", async () => {
  const folder = aFolder();
  const vault = await aVault(folder);
  good(await vault.create({ passphrase, profile }));
  good(await vault.createSpace({ name: "Made-up casework" }));
  const { ids } = good(
    await vault.write([
      { type: "case", fields: { title: "One" } },
      { type: "person", fields: {} },
    ]),
  );
  const [id] = ids;
  if (id === undefined) throw new Error("a draft that was saved has an id");
  good(await vault.write([{ id, type: "case", fields: { title: "Two" } }]));
  const before = await vault.ask("records", { type: "case" });
  const history = await vault.ask("history", { id: id });
  await vault.close();
  for (const end of ["", "-wal", "-shm"]) rmSync(join(folder, `tables${end}`), { force: true });

  const again = await aVault(folder);
  good(await again.unlock(passphrase));
  expect(await again.ask("records", { type: "case" })).toEqual(before);
  expect(await again.ask("history", { id: id })).toEqual(history);
});

test("a short passphrase is refused, and nothing is made", async () => {
  const vault = await aVault(aFolder());
  expect(await vault.create({ passphrase: "short", profile })).toEqual({
    ok: false,
    error: { kind: "weak-passphrase", least: 8 },
  });
  expect(await vault.state()).toEqual({ state: "absent" });
});

test("a vault's folder holds no word of what was written", async () => {
  const folder = aFolder();
  const vault = await aVault(folder);
  good(await vault.create({ passphrase, profile: { name: "Canary Somchai สมชาย", organisation: "Canary Org" } }));
  good(await vault.createSpace({ name: "Canary space" }));
  good(await vault.write([{ type: "case", fields: { title: "Canary ကင်နရီ title" } }]));
  await vault.close();
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString("latin1"))
    .join();
  for (const word of ["Canary", "สมชาย", "ကင်နရီ"])
    expect(bytes.includes(Buffer.from(word).toString("latin1"))).toBe(false);
});

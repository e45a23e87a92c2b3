import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleAlliance } from "@saksi/domain/sample/alliance";
import { taskKinds } from "@saksi/domain/today";
import type { Vault } from "@saksi/vault/port";
import { openNodeVault } from "@saksi/vault/vault.node";
import { afterEach, expect, test } from "vitest";
import { readToday, type Today } from "./read-today.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function aVault(): Promise<Vault> {
  const folder = mkdtempSync(join(tmpdir(), "saksi-today-"));
  const vault = await openNodeVault(folder, { argon2Cost: { memoryKib: 64 * 1024, passes: 1 } });
  ends.push(
    () => vault.close(),
    () => rmSync(folder, { recursive: true, force: true }),
  );
  await vault.create({ passphrase: "a made-up passphrase", profile: { name: "Made-up", organisation: "Made-up" } });
  await vault.createSpace({ name: "Made-up casework" });
  return vault;
}

async function whole(vault: Vault): Promise<readonly Today[]> {
  const told: Today[] = [];
  for await (const today of readToday(vault, "2026-11-22")) told.push(today);
  return told;
}

test("without a case nothing needs anybody, and that is said at once", async () => {
  expect(await whole(await aVault())).toMatchObject([{ tasks: [], read: 0, of: 0, unread: 0 }]);
});

test("every case is read, what is known so far is told on the way, and the greatest harm stands first", async () => {
  const vault = await aVault();
  const [space] = sampleAlliance();
  for (const batch of space?.batches ?? []) await vault.write(batch);
  const told = await whole(vault);
  const last = told.at(-1);
  expect(told.length).toBeGreaterThan(2);
  expect(last).toMatchObject({ read: 10, of: 10, unread: 0 });
  const kinds = last?.tasks.map(({ kind }) => taskKinds.indexOf(kind)) ?? [];
  expect(kinds.length).toBeGreaterThan(0);
  expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
  for (const task of last?.tasks ?? []) expect(last?.titles.get(task.case)).toMatch(/\w/);
});

test("a closed case needs nobody unless something of it was released", async () => {
  const vault = await aVault();
  await vault.write([
    {
      type: "case",
      fields: { title: "Made-up closed case", state: "CASE.CLOSED", risk: "RL.4", urgent: ["URGENT.LIFE"] },
    },
    { type: "case", fields: { title: "Made-up open case", state: "CASE.ACTIVE", risk: "RL.4" } },
  ]);
  const last = (await whole(vault)).at(-1);
  expect(last?.tasks.map(({ kind, case: id }) => [kind, last.titles.get(id)])).toEqual([
    ["person-in-danger", "Made-up open case"],
  ]);
});

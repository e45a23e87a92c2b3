import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SpaceRow, Vault } from "../port.ts";
import { openNodeVault } from "../vault.node.ts";
import { type Connection, connect } from "./connect.browser.ts";
import { type Line, lineOver, type ToPage, type ToVault } from "./port-messages.ts";
import { serve } from "./serve.ts";

const passphrase = "copper lantern under seven rivers";
const profile = { name: "Dara Made-up", organisation: "Example House" };

let folder: string;
let vault: Vault;
let page: Connection;
const ends: (() => void)[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "saksi-line-"));
  vault = await openNodeVault(folder, { argon2Cost: { memoryKib: 8192, passes: 1 } });
  page = connect();
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await vault.close();
  rmSync(folder, { recursive: true });
});

/** A cable between a page and a worker: its two ends. */
function cable(): { readonly page: Line<ToPage, ToVault>; readonly worker: Line<ToVault, ToPage> } {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  ends.push(() => port1.close());
  return { page: lineOver(port1), worker: lineOver(port2) };
}

function served(holder: string): Line<ToVault, ToPage> {
  const { page: end, worker } = cable();
  page.attach(end);
  serve(worker, vault, { holder, stateChanged: () => worker.post({ kind: "state-changed" }) });
  return worker;
}

test("what a page asks before anyone listens is answered when someone does", async () => {
  const { page: end, worker } = cable();
  page.attach(end);
  const asked = page.vault.state();
  serve(worker, vault, { holder: "one", stateChanged: () => {} });
  expect(await asked).toEqual({ state: "absent" });
});

test("a refusal crosses as the plain object that it is", async () => {
  served("one");
  expect(await page.vault.unlock(passphrase)).toEqual({ ok: false, error: { kind: "no-vault" } });
});

test("every page hears that the vault was opened", async () => {
  served("one");
  const heard = new Promise<void>((resolve) => {
    page.onState(() => void page.vault.state().then(({ state }) => state === "open" && resolve()));
  });
  await page.vault.create({ passphrase, profile });
  await heard;
});

test("rows come again when what they are made of changed, and no more after the screen is gone", async () => {
  served("one");
  await page.vault.create({ passphrase, profile });
  const seen: (readonly SpaceRow[])[] = [];
  const two = new Promise<void>((resolve) => {
    const stop = page.vault.watch("spaces", {}, (rows) => {
      seen.push(rows);
      if (rows.length < 2) return;
      stop();
      resolve();
    });
  });
  await page.vault.createSpace({ name: "First made-up space" });
  await page.vault.createSpace({ name: "Second made-up space" });
  await two;
  const count = seen.length;
  await page.vault.createSpace({ name: "Third made-up space" });
  expect(seen).toHaveLength(count);
});

test("a backup crosses in pieces, each after the last one was taken, with progress", async () => {
  served("one");
  await page.vault.create({ passphrase, profile });
  let pieces = 0;
  let together = 0;
  let told = 0;
  const answer = await page.vault.backup({
    passphrase,
    async onBytes(bytes) {
      together += 1;
      expect(together).toBe(1);
      expect(bytes.length).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 1));
      together -= 1;
      pieces += 1;
    },
    onProgress: () => {
      told += 1;
    },
  });
  expect(answer).toEqual({ ok: true, value: undefined });
  expect(pieces).toBeGreaterThan(0);
  expect(told).toBeGreaterThan(0);
});

test("a worker that ends answers every call that waited, by name", async () => {
  const { page: end, worker } = cable();
  page.attach(end);
  worker.post({ kind: "ready", holder: "one" });
  const waiting = page.vault.createSpace({ name: "A made-up space" });
  const locking = page.vault.lock();
  worker.post({ kind: "crashed", what: "made up" });
  expect(await waiting).toEqual({ ok: false, error: { kind: "vault-stopped" } });
  await expect(locking).rejects.toThrow("the vault ended");
});

test("after a hand-over questions are asked again, and changes are not made twice", async () => {
  const { page: end, worker } = cable();
  page.attach(end);
  worker.post({ kind: "ready", holder: "one" });
  const state = page.vault.state();
  const change = page.vault.createSpace({ name: "A made-up space" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  serve(worker, vault, { holder: "two", stateChanged: () => {} });
  expect(await state).toEqual({ state: "absent" });
  expect(await change).toEqual({ ok: false, error: { kind: "vault-stopped" } });
});

test("whoever asked to unlock when the vault was locked elsewhere is let in by the next holder; after a crash by nobody", async () => {
  await vault.create({ passphrase, profile }); // already open: what is tried here is who is asked
  const { page: end, worker } = cable();
  page.attach(end);
  worker.post({ kind: "ready", holder: "one" });
  const opening = page.vault.unlock(passphrase);
  worker.post({ kind: "ended" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  served("two");
  expect(await opening).toEqual({ ok: true, value: undefined });

  const locking = page.vault.lock();
  const change = page.vault.createSpace({ name: "A made-up space" });
  const { page: next } = cable();
  page.attach(next); // the page begins a new worker before it reads on
  await expect(locking).rejects.toThrow("the vault ended");
  expect(await change).toEqual({ ok: false, error: { kind: "vault-stopped" } });

  const again = page.vault.unlock(passphrase);
  page.detach();
  expect(await again).toEqual({ ok: false, error: { kind: "vault-stopped" } });
});

/** Files of a vault damaged in every place: the answer is a refusal by name or what can still be read, never a throw. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileHeaderBytes, frameHeaderBytes, frameSize } from "./log/segment-file-frame.ts";
import type { Vault } from "./port.ts";
import { openNodeVault } from "./vault.node.ts";

const cheap = { argon2Cost: { memoryKib: 64 * 1024, passes: 1 } };
const passphrase = "a made-up passphrase";
let whole = "";
const folders: string[] = [];

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "saksi-damaged-"));
  folders.push(folder);
  return folder;
};

beforeAll(async () => {
  whole = aFolder();
  const vault = await openNodeVault(whole, cheap);
  await vault.create({ passphrase, profile: { name: "Made-up", organisation: "Made-up Centre" } });
  for (const name of ["One", "Two"]) await vault.createSpace({ name });
  for (const { space } of await vault.ask("spaces", {}))
    for (const title of ["A", "B", "C"]) await vault.write([{ type: "case", fields: { title } }], space);
  await vault.close();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the vault, its tables kept or lost, with a file of its log spoilt. */
function spoilt(given: { readonly tables: boolean }, spoil: (bytes: Buffer) => Buffer): string {
  const folder = aFolder();
  cpSync(whole, folder, { recursive: true });
  if (!given.tables) for (const end of ["", "-wal", "-shm"]) rmSync(join(folder, `tables${end}`), { force: true });
  const files = join(folder, "files");
  const [name = ""] = readdirSync(files);
  writeFileSync(join(files, name), spoil(readFileSync(join(files, name))));
  return folder;
}

/** Opens, reads, writes and closes. Says what unlocking answered, and how many cases are shown. */
async function used(folder: string): Promise<{ answer: Awaited<ReturnType<Vault["unlock"]>>; cases: number }> {
  const vault = await openNodeVault(folder, cheap);
  const answer = await vault.unlock(passphrase);
  const rows = await vault.ask("records", { type: "case" });
  for (const { id, space } of rows) {
    await vault.ask("record", { id, space });
    await vault.ask("history", { id, space });
    await vault.write([{ id, type: "case", fields: { title: "Changed" } }], space);
  }
  for (const { space } of await vault.ask("spaces", {})) {
    await vault.ask("members", { space });
    await vault.write([{ type: "case", fields: { title: "Later" } }], space);
  }
  await vault.createSpace({ name: "Another" });
  await vault.close();
  return { answer, cases: rows.length };
}

test.each([true, false])("a first log file whose header is damaged is named (tables kept: %s)", async (tables) => {
  const folder = spoilt({ tables }, (bytes) => {
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    return bytes;
  });
  expect((await used(folder)).answer).toEqual({ ok: false, error: { kind: "damaged-file", what: "log" } });
});

/** Where the frames of a log file begin, by the lengths that stand in clear. */
function frames(bytes: Buffer): number[] {
  const found: number[] = [];
  for (let at = fileHeaderBytes; at < bytes.length; at += frameSize(bytes.readUInt32LE(at))) found.push(at);
  return found;
}

test("a damaged frame is never passed over in silence: the vault is refused, or it says that something is missing", async () => {
  const files = join(whole, "files");
  const count = frames(readFileSync(join(files, readdirSync(files)[0] ?? ""))).length;
  expect(count).toBeGreaterThan(4);
  for (let number = 0; number < count - 1; number += 1) {
    const folder = spoilt({ tables: number % 2 === 0 }, (bytes) => {
      const at = (frames(bytes)[number] ?? 0) + frameHeaderBytes;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });
    const vault = await openNodeVault(folder, cheap);
    const answer = await vault.unlock(passphrase);
    if (answer.ok) {
      expect(await vault.state()).toMatchObject({ state: "open", unreadable: 1 });
      expect(await vault.ask("spaces", {})).not.toEqual([]);
    } else expect(answer.error).toEqual({ kind: "damaged-file", what: "log" });
    await vault.close();
  }
}, 60_000);

test("whatever byte of a log is altered, opening answers, and shows no more than was written", async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), async (where, tables) => {
      const folder = spoilt({ tables }, (bytes) => {
        const at = Math.min(bytes.length - 1, Math.floor(where * bytes.length));
        bytes[at] = (bytes[at] ?? 0) ^ 0x55;
        return bytes;
      });
      const { answer, cases } = await used(folder);
      if (!answer.ok) expect(answer.error).toEqual({ kind: "damaged-file", what: "log" });
      expect(cases).toBeLessThanOrEqual(6);
    }),
    { numRuns: 12 },
  );
}, 120_000);

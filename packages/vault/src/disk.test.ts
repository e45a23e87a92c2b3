import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diskConformance } from "./disk.conformance.ts";
import { memoryDisk } from "./disk.memory.ts";
import { openNodeDisk } from "./disk.node.ts";
import { seededRandom } from "./log/log.example.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saksi-disk-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const random = seededRandom(3);
const equal = (found: unknown, wanted: unknown) => expect(found).toEqual(wanted);
function open() {
  const disk = openNodeDisk({ folder: join(folder, "vault"), random });
  if (!disk.ok) throw new Error(disk.error.kind);
  return disk.value;
}

describe("a disk in memory", () => {
  const disk = memoryDisk(random);
  diskConformance(async () => disk, { test, equal });
});
describe("a disk over a folder", () => diskConformance(async () => open(), { test, equal }));

test("a folder has one owner at a time, and none after it is closed", async () => {
  const disk = open();
  expect(openNodeDisk({ folder: join(folder, "vault"), random })).toEqual({
    ok: false,
    error: { kind: "another-writer" },
  });
  await disk.close();
  await open().close();
});

test("folders and files are for this account alone", async () => {
  const disk = open();
  disk.create()?.write(0, Uint8Array.of(1));
  await disk.writeWhole("keys", Uint8Array.of(1));
  const vault = join(folder, "vault");
  for (const name of readdirSync(vault, { recursive: true }).map(String))
    expect([name, statSync(join(vault, name)).mode & 0o077]).toEqual([name, 0]);
  await disk.close();
});

test("a whole file that died while it was written is not seen", async () => {
  const disk = open();
  await disk.writeWhole("keys", Uint8Array.of(1, 2));
  writeFileSync(join(folder, "vault", "whole", "keys~"), "half");
  expect(await disk.readWhole("keys")).toEqual(Uint8Array.of(1, 2));
  expect(await disk.listWhole()).toEqual(["keys"]);
  await disk.close();
});
